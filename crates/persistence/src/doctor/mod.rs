//! Whether the database is whole, and the repair of what can be made again from the rest.
//!
//! Tables are the truth of now and the event log is the truth of what happened: what is derived from them (words of the
//! search, history, stage visits, totals) is compared, and with `repair` made again. What is broken in the truth itself is
//! told and left alone.

mod events;
mod history;
mod search;
mod storage;
mod totals;
mod visits;

use std::sync::Arc;

use sea_orm::{
    ConnectionTrait, DatabaseTransaction, IsolationLevel, QueryResult, TransactionTrait,
    sea_query::{Alias, ExprTrait, LockType, Order, Query, SelectStatement},
};
use tundish_domain::{organisation::Language, records::EventOrigin};
use uuid::Uuid;

use crate::{
    Database,
    dialect::Dialect,
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
    /// The totals of the figures against the deals and the stage visits.
    Totals,
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
            Self::Totals => "totals of figures",
        }
    }

    /// Every check, in the order in which they are made.
    pub const ALL: [Self; 8] = [
        Self::Storage,
        Self::References,
        Self::Numbers,
        Self::Digests,
        Self::Search,
        Self::History,
        Self::Visits,
        Self::Totals,
    ];
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
        let mut doctor = Doctor { database: self, repair, sight: Sight::Latest, findings: Vec::new() };
        for check in Check::ALL {
            match check {
                Check::Storage => doctor.storage().await?,
                Check::References => doctor.references().await?,
                Check::Numbers => doctor.numbers().await?,
                Check::Digests => doctor.digests().await?,
                Check::Search => doctor.search().await?,
                Check::History => doctor.history().await?,
                Check::Visits => doctor.visits().await?,
                Check::Totals => doctor.totals().await?,
            }
        }
        Ok(doctor.findings)
    }
}

/// An examination under way.
struct Doctor<'d> {
    database: &'d Arc<Database>,
    repair: bool,
    sight: Sight,
    findings: Vec<Finding>,
}

/// What is looked at: others may be at work.
enum Sight {
    /// What was committed last.
    Latest,
    /// The state of an instant.
    Snapshot(DatabaseTransaction),
    /// Records that nobody else changes until their repair is committed.
    Held(UnitOfWork),
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

    async fn rows(&self, select: &SelectStatement) -> Result<Vec<QueryResult>, StoreError> {
        Ok(match &self.sight {
            Sight::Latest => self.database.newest().query_all(select).await?,
            Sight::Snapshot(snapshot) => snapshot.query_all(select).await?,
            Sight::Held(uow) => uow.db()?.query_all(select).await?,
        })
    }

    /// The unit in which the batch that is looked at may be repaired.
    const fn held(&self) -> Option<&UnitOfWork> {
        match &self.sight {
            Sight::Held(uow) => Some(uow),
            Sight::Latest | Sight::Snapshot(_) => None,
        }
    }

    async fn turn_to(&mut self, sight: Sight) -> Result<(), StoreError> {
        match std::mem::replace(&mut self.sight, sight) {
            Sight::Held(uow) => uow.commit().await,
            Sight::Latest | Sight::Snapshot(_) => Ok(()),
        }
    }

    async fn begin(&self) -> Result<UnitOfWork, StoreError> {
        self.database.begin(&Arc::new(Viewer::system(Language::English)), EventOrigin::System).await
    }

    /// The next records of a kind behind an id, by id, whoever may see them. Until the next batch everything is seen as it
    /// was at one instant; for a repair the records are kept from being changed, and what was repaired is committed then.
    async fn batch<R: Record>(&mut self, after: Option<Uuid>) -> Result<Vec<R>, StoreError> {
        self.turn_to(Sight::Latest).await?;
        let postgres = self.database.dialect() == Dialect::Postgres;
        let sight = if self.repair {
            Sight::Held(self.begin().await?)
        } else {
            let isolation = postgres.then_some(IsolationLevel::RepeatableRead);
            Sight::Snapshot(self.database.newest().begin_with_config(isolation, None).await?)
        };
        self.turn_to(sight).await?;
        let table = R::DESCRIPTION.table;
        let mut select = Query::select();
        for (column, _) in record::columns::<R>() {
            select.expr(col(table, column));
        }
        select.from(Alias::new(table)).order_by((Alias::new(table), Alias::new("id")), Order::Asc).limit(BATCH);
        if let Some(after) = after {
            select.and_where(col(table, "id").gt(after));
        }
        if postgres && self.repair {
            select.lock(LockType::Update);
        }
        let rows = self.rows(&select).await?;
        if rows.is_empty() {
            self.turn_to(Sight::Latest).await?;
        }
        rows.iter().map(|row| Ok(R::from_query_result(row, "")?)).collect()
    }
}

/// A record for the operator: its kind and id, and its name where it has one.
fn tell<R: Record>(record: &R) -> String {
    let description = R::DESCRIPTION;
    let title = record.title();
    let name = if title.is_empty() { String::new() } else { format!(" “{title}”") };
    format!("{} {}{name}", description.name, record.record_id())
}
