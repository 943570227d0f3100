//! Totals over what has closed and over the visits of stages, so that figures over all time need not read all of it.
//!
//! A part says what a row adds to a total. Triggers add it when the row comes, take it away and add it anew when it
//! changes, and take it away when it goes: in the same transaction, by whatever way it is written, and without a lock,
//! because totals only grow by rows, which are merged from time to time. A view over the part says what a total should be.
//!
//! Triggers take what they can from the row at hand. Where they looked it up, `PostgreSQL` could plan the way to a
//! single row through an index of what has closed while nothing had, and keep that plan.

use sea_orm_migration::prelude::*;

use crate::table::{Table, both, either};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::bare(manager, "deal_closed_total")
            .id("pipeline_id", true)
            .text("state", true)
            .id("owner_id", false)
            .id("closed_owner_id", false)
            .id("closed_team_id", false)
            .integer("days", false)
            .integer("count", true)
            .integer("amount", true)
            .flag("merged")
            .create()
            .await?;
        Table::bare(manager, "stage_visit_total")
            .id("pipeline_id", true)
            .id("stage_id", true)
            .id("owner_id", false)
            .id("visit_owner_id", false)
            .id("visit_team_id", false)
            .flag("has_left")
            .flag("advanced")
            .integer("days", false)
            .integer("count", true)
            .flag("merged")
            .create()
            .await?;
        for table in ["deal_closed_total", "stage_visit_total"] {
            both(manager, &format!("CREATE INDEX {table}_unmerged ON {table} (count) WHERE NOT merged")).await?;
        }
        let sqlite: Days = |from, to| format!("CAST(julianday({to}) - julianday({from}) AS INTEGER)");
        let postgres: Days = |from, to| format!("CAST({to} - {from} AS BIGINT)");
        either(manager, &views(sqlite), &views(postgres)).await?;
        for total in TOTALS {
            either(manager, &total.on_sqlite(sqlite), &total.on_postgres(postgres)).await?;
        }
        Ok(())
    }
}

/// The days between two columns, as the database counts them.
type Days = fn(&str, &str) -> String;

/// What a closed deal adds: the name of its row, and from where it comes.
fn closed_part(deal: &str, from: &str, days: Days, sign: &str) -> String {
    format!(
        "SELECT {deal}.pipeline_id, {deal}.state, {deal}.owner_id, {deal}.closed_owner_id, {deal}.closed_team_id, {} AS days, \
         {sign} AS count, {sign} * COALESCE({deal}.amount_base, 0) AS amount, FALSE AS merged {from} \
         {deal}.state <> 'OPEN' AND {deal}.deleted_at IS NULL",
        days(&format!("{deal}.started_date"), &format!("{deal}.closed_date")),
    )
}

/// What a visit adds, once when its deal came and once when it left.
fn visit_part(visit: &str, deal: &str, from: &str, days: Days, sign: &str) -> String {
    let part = |has_left: &str, advanced: &str, days: &str, day: &str| {
        format!(
            "SELECT {visit}.pipeline_id, {visit}.stage_id, {deal}.owner_id, {visit}.owner_id AS visit_owner_id, \
             {visit}.team_id AS visit_team_id, {has_left} AS has_left, {advanced} AS advanced, {days} AS days, \
             {sign} AS count, FALSE AS merged {from} {deal}.deleted_at IS NULL AND {visit}.{day} IS NOT NULL"
        )
    };
    let stay = days(&format!("{visit}.entered_date"), &format!("{visit}.left_date"));
    format!(
        "{} UNION ALL {}",
        part("FALSE", "FALSE", "CAST(NULL AS BIGINT)", "entered_date"),
        part("TRUE", &format!("{visit}.advanced"), &stay, "left_date"),
    )
}

fn views(days: Days) -> String {
    format!(
        "CREATE VIEW deal_closed_part AS {}; CREATE VIEW stage_visit_part AS {};",
        closed_part("deal", "FROM deal WHERE", days, "1"),
        visit_part(
            "visit",
            "deal",
            "FROM stage_visit visit INNER JOIN deal ON deal.id = visit.deal_id WHERE",
            days,
            "1"
        ),
    )
}

/// A total, and which changes of a table change it.
struct Total {
    name: &'static str,
    table: &'static str,
    /// The total's table, and its columns in the order of the part.
    into: &'static str,
    columns: &'static str,
    /// What a row of the table with this name adds.
    part: fn(row: &str, days: Days, sign: &str) -> String,
    /// Changes of these columns count.
    of: &'static str,
    /// Rows for which it does not hold add nothing.
    when: Option<&'static str>,
    /// Whether rows that come and go count: those of the total's own table.
    own: bool,
}

const VISIT_COLUMNS: &str =
    "pipeline_id, stage_id, owner_id, visit_owner_id, visit_team_id, has_left, advanced, days, count, merged";

const TOTALS: &[Total] = &[
    Total {
        name: "deal_closed_total",
        table: "deal",
        into: "deal_closed_total",
        columns: "pipeline_id, state, owner_id, closed_owner_id, closed_team_id, days, count, amount, merged",
        part: |row, days, sign| closed_part(row, "WHERE", days, sign),
        of: "state, owner_id, pipeline_id, amount_base, started_date, closed_date, closed_owner_id, closed_team_id, deleted_at",
        when: Some("state <> 'OPEN'"),
        own: true,
    },
    Total {
        name: "stage_visit_total",
        table: "stage_visit",
        into: "stage_visit_total",
        columns: VISIT_COLUMNS,
        part: |row, days, sign| {
            visit_part(row, "deal", &format!("FROM deal WHERE deal.id = {row}.deal_id AND"), days, sign)
        },
        of: "pipeline_id, stage_id, owner_id, team_id, entered_date, left_date, advanced",
        when: None,
        own: true,
    },
    // A visit counts for whoever may see its deal.
    Total {
        name: "stage_visit_total_of_deal",
        table: "deal",
        into: "stage_visit_total",
        columns: VISIT_COLUMNS,
        part: |row, days, sign| {
            visit_part("visit", row, &format!("FROM stage_visit visit WHERE visit.deal_id = {row}.id AND"), days, sign)
        },
        of: "owner_id, deleted_at",
        when: None,
        own: false,
    },
];

/// What happens to a row: its name, the event, and the rows that it takes away from the total and adds to it.
struct Change {
    name: &'static str,
    event: &'static str,
    rows: &'static [(&'static str, &'static str)],
}

const NEW: Change = Change { name: "new", event: "INSERT", rows: &[("NEW", "1")] };
const CHANGED: Change = Change { name: "changed", event: "UPDATE OF", rows: &[("OLD", "-1"), ("NEW", "1")] };
const GONE: Change = Change { name: "gone", event: "DELETE", rows: &[("OLD", "-1")] };

impl Total {
    const fn changes(&self) -> &'static [Change] {
        if self.own { &[NEW, CHANGED, GONE] } else { &[CHANGED] }
    }

    fn entry(&self, change: &Change, days: Days) -> String {
        let parts: Vec<String> = change.rows.iter().map(|(row, sign)| (self.part)(row, days, sign)).collect();
        format!("INSERT INTO {} ({}) {}", self.into, self.columns, parts.join(" UNION ALL "))
    }

    /// The trigger's head. It fires behind the statement's changes, when what belongs to the row is there too.
    fn trigger(&self, Change { name, event, rows }: &Change) -> String {
        let of = if *event == CHANGED.event { self.of } else { "" };
        let when = self.when.map_or(String::new(), |when| {
            let rows: Vec<String> = rows.iter().map(|(row, _)| format!("{row}.{when}")).collect();
            format!(" WHEN ({})", rows.join(" OR "))
        });
        format!("CREATE TRIGGER {}_{name} AFTER {event} {of} ON \"{}\" FOR EACH ROW{when}", self.name, self.table)
    }

    fn on_sqlite(&self, days: Days) -> String {
        let trigger = |change| format!("{} BEGIN {}; END;", self.trigger(change), self.entry(change, days));
        self.changes().iter().map(trigger).collect()
    }

    /// A row is found by its id, so that one plan is as good as another, and making one takes longer than carrying it out.
    fn on_postgres(&self, days: Days) -> String {
        let trigger = |change: &Change| {
            let function = format!("{}_{}", self.name, change.name);
            format!(
                "CREATE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS \
                 $$ BEGIN {}; RETURN NULL; END $$; {} EXECUTE FUNCTION {function}();",
                self.entry(change, days),
                self.trigger(change),
            )
        };
        self.changes().iter().map(trigger).collect()
    }
}
