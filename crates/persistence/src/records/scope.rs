//! The only door to reading: what a viewer may see, and as of when.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Alias, Cond, Expr, ExprTrait, IntoColumnRef, Query, SelectStatement, SimpleExpr};
use tundish_domain::{
    kernel::period,
    organisation::rights::{Circle, Way, ways},
    records::{Description, FieldKind, RecordAction, RecordKind},
};
use uuid::Uuid;

use super::{StoreError, Viewer, describe, values};
use crate::{database::Database, organisation::DayRates};

/// A viewer's sight of the database. Everything that is read starts here, so that nothing is read past it: what the
/// viewer may not see does not exist for filters, relations, counts and figures either.
#[derive(Clone)]
pub struct Scope {
    pub(crate) database: Arc<Database>,
    pub(crate) viewer: Arc<Viewer>,
    pub(crate) past: Option<Past>,
    pub(crate) with_deleted: bool,
    pub(crate) newest: bool,
}

/// A point in the past.
#[derive(Clone, Debug)]
pub(crate) struct Past {
    pub(crate) instant: DateTime<Utc>,
    /// The rates of its day, for what was open then.
    rates: Option<Arc<DayRates>>,
}

/// A column of a table or alias.
pub(crate) fn col(table: &str, column: &str) -> Expr {
    Expr::col((Alias::new(table), Alias::new(column)).into_column_ref())
}

/// A condition that no row meets.
pub(crate) fn never() -> SimpleExpr {
    Expr::val(1).eq(0)
}

impl Scope {
    /// What the viewer may see now.
    pub const fn new(database: Arc<Database>, viewer: Arc<Viewer>) -> Self {
        Self { database, viewer, past: None, with_deleted: false, newest: false }
    }

    /// The connection to read from.
    pub(crate) fn reader(&self) -> &sea_orm::DatabaseConnection {
        if self.newest { self.database.newest() } else { self.database.reader() }
    }

    /// Who looks.
    pub fn viewer(&self) -> &Arc<Viewer> {
        &self.viewer
    }

    /// The past that is looked at; `None` is now.
    pub fn as_of(&self) -> Option<DateTime<Utc>> {
        self.past.as_ref().map(|past| past.instant)
    }

    /// The state at that instant, or now, of the records that have a history. Rights, and what is deleted, are those of
    /// today; amounts of what was open then are in the base currency at that day's rates.
    pub async fn as_of_instant(&self, instant: Option<DateTime<Utc>>) -> Result<Self, StoreError> {
        let Some(instant) = instant else { return Ok(self.present()) };
        let directory = self.database.current_directory().await;
        let rates = match directory.base_currency() {
            None => None,
            Some(base) => {
                let date = period::date_of(instant, directory.time_zone());
                Some(Arc::new(DayRates::load(self.reader(), base, date).await?))
            }
        };
        Ok(Self { past: Some(Past { instant, rates }), ..self.clone() })
    }

    /// The present.
    pub(crate) fn present(&self) -> Self {
        Self { past: None, ..self.clone() }
    }

    /// With one's own writes of a moment ago, where reading goes to a replica.
    #[must_use]
    pub fn newest(&self) -> Self {
        Self { newest: true, ..self.clone() }
    }

    /// Also what lies in the recycle bin.
    #[must_use]
    pub fn with_deleted(&self) -> Self {
        Self { with_deleted: true, ..self.clone() }
    }

    /// `SELECT column FROM the record's table` for the readable rows that meet the condition. Always of the present:
    /// related records are read as of now.
    pub(crate) fn ids(
        &self,
        description: &'static Description,
        column: &str,
        condition: impl FnOnce(&str) -> Cond,
    ) -> SelectStatement {
        let now = self.present();
        let table = description.table;
        let mut select = Query::select();
        select
            .expr(col(table, column))
            .from(Alias::new(table))
            .cond_where(now.reach(description, RecordAction::Read, table))
            .cond_where(condition(table));
        select
    }

    /// The condition under which a row of the alias `table` can be reached for an action, alive unless the scope says
    /// otherwise.
    pub(crate) fn reach(&self, description: &'static Description, action: RecordAction, table: &str) -> Cond {
        let mut condition = Cond::all();
        if let Some(rights) = self.rights(description, action, table) {
            condition = condition.add(rights);
        }
        if description.deletable && !self.with_deleted {
            condition = condition.add(col(table, "deleted_at").is_null());
        }
        condition
    }

    /// The condition of the rights alone; `None` where there is none to meet.
    pub(crate) fn rights(
        &self,
        description: &'static Description,
        action: RecordAction,
        table: &str,
    ) -> Option<SimpleExpr> {
        let ways = ways(self.viewer.role, description.kind, action);
        if ways.contains(&Way::Always) {
            return None;
        }
        let any = ways.iter().map(|way| self.way(description, *way, table)).reduce(ExprTrait::or);
        Some(any.unwrap_or_else(never))
    }

    fn way(&self, description: &'static Description, way: Way, table: &str) -> SimpleExpr {
        let column = |key: &str| description.field(key).map_or("id", |field| field.column);
        match way {
            Way::Always => Expr::val(1).eq(1),
            Way::By(key, circle) => self.person(table, column(key), circle),
            Way::Team(key, circle) => self.team(table, column(key), circle),
            Way::As(key, action) => match description.field(key).map(|field| field.kind) {
                Some(FieldKind::Reference(kind)) => {
                    let parents = self.reachable(kind, action, "id");
                    col(table, column(key)).in_subquery(parents)
                }
                _ => never(),
            },
            Way::Behind(kind, key) => {
                let column = describe(kind).field(key).map_or("id", |field| field.column);
                col(table, "id").in_subquery(self.reachable(kind, RecordAction::Read, column))
            }
            Way::Loose(keys, circle) => keys
                .iter()
                .map(|key| col(table, column(key)).is_null())
                .fold(self.person(table, column("owner"), circle), ExprTrait::and),
        }
    }

    /// `SELECT column` of the records of a kind that can be reached for an action: live ones, unless the scope says otherwise.
    fn reachable(&self, kind: RecordKind, action: RecordAction, column: &str) -> SelectStatement {
        let description = describe(kind);
        let now = self.present();
        let mut select = Query::select();
        select.expr(col(description.table, column)).from(Alias::new(description.table)).cond_where(now.reach(
            description,
            action,
            description.table,
        ));
        select
    }

    fn person(&self, table: &str, column: &str, circle: Circle) -> SimpleExpr {
        let viewer = &self.viewer;
        match circle {
            Circle::Own => col(table, column).eq(viewer.user.0),
            Circle::Subtree => {
                let people: Vec<Uuid> = viewer.people.iter().map(|user| user.0).collect();
                self.database.dialect().among(col(table, column), &people).or(col(table, column).is_null())
            }
            Circle::Below => {
                let others: Vec<Uuid> =
                    viewer.people.iter().filter(|user| **user != viewer.user).map(|user| user.0).collect();
                self.database.dialect().among(col(table, column), &others)
            }
        }
    }

    fn team(&self, table: &str, column: &str, circle: Circle) -> SimpleExpr {
        let viewer = &self.viewer;
        let teams: Vec<Uuid> = match circle {
            Circle::Own => viewer.team.iter().map(|team| team.0).collect(),
            Circle::Subtree => viewer.teams.iter().map(|team| team.0).collect(),
            Circle::Below => viewer.teams.iter().filter(|team| !viewer.led.contains(team)).map(|team| team.0).collect(),
        };
        self.database.dialect().among(col(table, column), &teams)
    }

    /// The source of a record's rows under the alias `table`: its table, or its history at the scope's instant.
    pub(crate) fn source(&self, select: &mut SelectStatement, description: &'static Description, table: &str) {
        let Some(past) = self.past.as_ref().filter(|_| description.history) else {
            select.from_as(Alias::new(description.table), Alias::new(table));
            return;
        };
        let history = format!("{}_history", description.table);
        let valid = |table: &str| {
            Cond::all()
                .add(col(table, "valid_from").lte(past.instant))
                .add(col(table, "valid_to").gt(past.instant).or(col(table, "valid_to").is_null()))
        };
        match past.rates.as_ref().filter(|rates| !rates.is_empty()) {
            None => {
                select.from_as(Alias::new(history), Alias::new(table)).cond_where(valid(table));
            }
            Some(rates) => {
                let mut then = past_columns(description, &history, rates);
                then.from(Alias::new(&history)).cond_where(valid(&history));
                select.from_subquery(then, Alias::new(table));
            }
        }
    }

    /// The condition under which the rows of [`Self::source`] may be read. Of the past it asks for today's rights on
    /// today's record.
    pub(crate) fn readable(&self, description: &'static Description, table: &str) -> Cond {
        if self.past.is_some() && description.history {
            let current = self.ids(description, "id", |_| Cond::all());
            return Cond::all().add(col(table, "id").in_subquery(current));
        }
        self.reach(description, RecordAction::Read, table)
    }
}

/// The columns of a history, with the amounts of what was open in the base currency at a day's rates.
fn past_columns(description: &'static Description, history: &str, rates: &DayRates) -> SelectStatement {
    let mut select = Query::select();
    for field in description.fields {
        match field.kind {
            FieldKind::Money => {
                let [amount, currency, base] = values::money_columns(field);
                let open = col(history, "closed_date").is_null();
                let worth = Expr::case(open, rates.in_base(history, field.column)).finally(col(history, &base));
                select.expr(col(history, &amount)).expr(col(history, &currency)).expr_as(worth, Alias::new(base));
            }
            FieldKind::Text { named: true, .. } => {
                for twin in ["", "_folded", "_sort"] {
                    select.expr(col(history, &format!("{}{twin}", field.column)));
                }
            }
            _ => {
                select.expr(col(history, field.column));
            }
        }
    }
    select
}
