//! Whether the database is whole, and the repair of what can be made again from the rest.
//!
//! Tables are the truth of now and the event log is the truth of what happened: what is derived from them (words of the
//! search, history, stage visits) is compared, and with `repair` made again. What is broken in the truth itself is told
//! and left alone.

mod events;
mod history;
mod search;
mod storage;
mod visits;

use std::sync::Arc;

use sea_orm::{
    ConnectionTrait, QueryResult,
    sea_query::{Alias, ExprTrait, Order, Query},
};
use tundish_domain::{organisation::Language, records::EventOrigin};
use uuid::Uuid;

use crate::{
    Database,
    records::{Fields, Record, StoreError, UnitOfWork, Viewer, col, record},
};

/// How many records are compared at once.
const BATCH: u64 = 500;

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Check {
    /// The files, and the foreign keys in them.
    Storage,
    /// References between records, also those without a foreign key.
    References,
    /// The numbers of the events: from 1, without gaps.
    Numbers,
    /// The events' payloads against their digests.
    Digests,
    /// The search's titles against the records.
    Search,
    /// The present row of each history against its record, and the rows before it against each other.
    History,
    /// The stage visits against the events.
    Visits,
}

impl Check {
    /// What is looked at, in words.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Storage => "storage",
            Self::References => "references",
            Self::Numbers => "numbers of events",
            Self::Digests => "digests of events",
            Self::Search => "search",
            Self::History => "history",
            Self::Visits => "stage visits",
        }
    }

    /// Every check, in the order in which they are made.
    pub const ALL: [Self; 7] =
        [Self::Storage, Self::References, Self::Numbers, Self::Digests, Self::Search, Self::History, Self::Visits];
}

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was looked at.
    pub check: Check,
    /// What is wrong, in English, for the operator.
    pub what: String,
    /// Whether it has been made again.
    pub repaired: bool,
}

impl Database {
    /// Looks at everything; with `repair` makes again what can be.
    pub async fn examine(self: &Arc<Self>, repair: bool) -> Result<Vec<Finding>, StoreError> {
        let mut doctor = Doctor { database: self, repair, findings: Vec::new() };
        for check in Check::ALL {
            match check {
                Check::Storage => doctor.storage().await?,
                Check::References => doctor.references().await?,
                Check::Numbers => doctor.numbers().await?,
                Check::Digests => doctor.digests().await?,
                Check::Search => doctor.search().await?,
                Check::History => doctor.history().await?,
                Check::Visits => doctor.visits().await?,
            }
        }
        Ok(doctor.findings)
    }
}

/// An examination under way.
struct Doctor<'d> {
    database: &'d Arc<Database>,
    repair: bool,
    findings: Vec<Finding>,
}

impl Doctor<'_> {
    /// Tells of what nobody can make again.
    fn lasting(&mut self, check: Check, what: String) {
        self.findings.push(Finding { check, what, repaired: false });
    }

    /// Tells of what is made again if that was asked for.
    fn derived(&mut self, check: Check, what: String) {
        self.findings.push(Finding { check, what, repaired: self.repair });
    }

    async fn rows(&self, select: &sea_orm::sea_query::SelectStatement) -> Result<Vec<QueryResult>, StoreError> {
        Ok(self.database.newest().query_all(select).await?)
    }

    async fn begin(&self) -> Result<UnitOfWork, StoreError> {
        self.database.begin(&Arc::new(Viewer::system(Language::English)), EventOrigin::System).await
    }

    /// The next records of a kind behind an id, by id, whoever may see them.
    async fn batch<R: Record>(&self, after: Option<Uuid>) -> Result<Vec<R>, StoreError> {
        let table = R::DESCRIPTION.table;
        let mut select = Query::select();
        for (column, _) in record::columns::<R>() {
            select.expr(col(table, column));
        }
        select.from(Alias::new(table)).order_by((Alias::new(table), Alias::new("id")), Order::Asc).limit(BATCH);
        if let Some(after) = after {
            select.and_where(col(table, "id").gt(after));
        }
        self.rows(&select).await?.iter().map(|row| Ok(R::from_query_result(row, "")?)).collect()
    }
}

/// A record for the operator: its kind and id, and its name where it has one.
fn tell<R: Record>(record: &R) -> String {
    let description = R::DESCRIPTION;
    let title = record.title();
    let name = if title.is_empty() { String::new() } else { format!(" “{title}”") };
    format!("{} {}{name}", description.name, record.record_id())
}
