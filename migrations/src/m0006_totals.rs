//! Totals over what has closed and over the visits of stages, so that figures over all time need not read all of it.
//!
//! A view says what a row adds to a total. Triggers add it when the row comes, take it away and add it anew when it
//! changes, and take it away when it goes: in the same transaction, by whatever way it is written, and without a lock,
//! because totals only grow by rows, which are merged from time to time.

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
        let sqlite = |from: &str, to: &str| format!("CAST(julianday({to}) - julianday({from}) AS INTEGER)");
        let postgres = |from: &str, to: &str| format!("CAST({to} - {from} AS BIGINT)");
        either(manager, &views(sqlite), &views(postgres)).await?;
        for total in TOTALS {
            either(manager, &total.on_sqlite(), &total.on_postgres()).await?;
        }
        Ok(())
    }
}

fn views(days: impl Fn(&str, &str) -> String) -> String {
    let visit = |has_left: &str, advanced: &str, days: &str, day: &str| {
        format!(
            "SELECT visit.id AS visit_id, visit.deal_id AS deal_id, visit.pipeline_id, visit.stage_id, deal.owner_id AS owner_id, \
             visit.owner_id AS visit_owner_id, visit.team_id AS visit_team_id, {has_left} AS has_left, {advanced} AS advanced, \
             {days} AS days FROM stage_visit visit INNER JOIN deal ON deal.id = visit.deal_id \
             WHERE deal.deleted_at IS NULL AND visit.{day} IS NOT NULL"
        )
    };
    format!(
        "CREATE VIEW deal_closed_part AS SELECT id AS deal_id, pipeline_id, state, owner_id, closed_owner_id, closed_team_id, \
         {} AS days, COALESCE(amount_base, 0) AS amount FROM deal WHERE state <> 'OPEN' AND deleted_at IS NULL; \
         CREATE VIEW stage_visit_part AS {} UNION ALL {};",
        days("started_date", "closed_date"),
        visit("FALSE", "FALSE", "CAST(NULL AS BIGINT)", "entered_date"),
        visit("TRUE", "visit.advanced", &days("visit.entered_date", "visit.left_date"), "left_date"),
    )
}

/// A total, and which changes of a table change it.
struct Total {
    name: &'static str,
    table: &'static str,
    /// The total's table, its dimensions, and what it sums up besides the number of rows.
    into: &'static str,
    dimensions: &'static str,
    sum: Option<&'static str>,
    /// The view of what rows add, and its column that is the changed row's id.
    part: &'static str,
    key: &'static str,
    /// Changes of these columns count.
    columns: &'static str,
    /// Rows for which it does not hold add nothing.
    when: Option<&'static str>,
    /// Whether rows that come and go count: those of the total's own table.
    own: bool,
}

const VISIT_DIMENSIONS: &str =
    "pipeline_id, stage_id, owner_id, visit_owner_id, visit_team_id, has_left, advanced, days";

const TOTALS: &[Total] = &[
    Total {
        name: "deal_closed_total",
        table: "deal",
        into: "deal_closed_total",
        dimensions: "pipeline_id, state, owner_id, closed_owner_id, closed_team_id, days",
        sum: Some("amount"),
        part: "deal_closed_part",
        key: "deal_id",
        columns: "state, owner_id, pipeline_id, amount_base, started_date, closed_date, closed_owner_id, closed_team_id, deleted_at",
        when: Some("state <> 'OPEN'"),
        own: true,
    },
    Total {
        name: "stage_visit_total",
        table: "stage_visit",
        into: "stage_visit_total",
        dimensions: VISIT_DIMENSIONS,
        sum: None,
        part: "stage_visit_part",
        key: "visit_id",
        columns: "pipeline_id, stage_id, owner_id, team_id, entered_date, left_date, advanced",
        when: None,
        own: true,
    },
    // A visit counts for whoever may see its deal.
    Total {
        name: "stage_visit_total_of_deal",
        table: "deal",
        into: "stage_visit_total",
        dimensions: VISIT_DIMENSIONS,
        sum: None,
        part: "stage_visit_part",
        key: "deal_id",
        columns: "owner_id, deleted_at",
        when: None,
        own: false,
    },
];

impl Total {
    /// Adds, or with the sign −1 takes away, what a row adds.
    fn add(&self, sign: &str, id: &str) -> String {
        let Self { into, dimensions, part, key, .. } = self;
        let (column, sum) =
            self.sum.map_or((String::new(), String::new()), |sum| (format!(", {sum}"), format!(", {sign} * {sum}")));
        format!(
            "INSERT INTO {into} ({dimensions}, count{column}, merged) SELECT {dimensions}, {sign}{sum}, FALSE FROM {part} WHERE {key} = {id}"
        )
    }

    fn when(&self, row: &str) -> String {
        self.when.map_or(String::new(), |when| format!(" WHEN ({row}.{when})"))
    }

    fn on_sqlite(&self) -> String {
        let Self { name, table, columns, .. } = self;
        let on_change = format!(
            "CREATE TRIGGER {name}_before BEFORE UPDATE OF {columns} ON {table}{} BEGIN {}; END; \
             CREATE TRIGGER {name}_after AFTER UPDATE OF {columns} ON {table}{} BEGIN {}; END;",
            self.when("OLD"),
            self.add("-1", "OLD.id"),
            self.when("NEW"),
            self.add("1", "NEW.id"),
        );
        if !self.own {
            return on_change;
        }
        let on_coming_and_going = format!(
            "CREATE TRIGGER {name}_new AFTER INSERT ON {table}{} BEGIN {}; END; \
             CREATE TRIGGER {name}_gone BEFORE DELETE ON {table}{} BEGIN {}; END;",
            self.when("NEW"),
            self.add("1", "NEW.id"),
            self.when("OLD"),
            self.add("-1", "OLD.id")
        );
        on_change + &on_coming_and_going
    }

    /// A row is found by its id, so that one plan is as good as another, and making one takes longer than carrying it out.
    fn on_postgres(&self) -> String {
        let Self { name, table, columns, .. } = self;
        let on_change = format!(
            "CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$ BEGIN {}; RETURN COALESCE(NEW, OLD); END $$; \
             CREATE TRIGGER {name}_before BEFORE UPDATE OF {columns} ON \"{table}\" FOR EACH ROW{} EXECUTE FUNCTION {name}('-1'); \
             CREATE TRIGGER {name}_after AFTER UPDATE OF {columns} ON \"{table}\" FOR EACH ROW{} EXECUTE FUNCTION {name}('1');",
            self.add("CAST(TG_ARGV[0] AS BIGINT)", "COALESCE(NEW.id, OLD.id)"),
            self.when("OLD"),
            self.when("NEW"),
        );
        if !self.own {
            return on_change;
        }
        let on_coming_and_going = format!(
            "CREATE TRIGGER {name}_new AFTER INSERT ON \"{table}\" FOR EACH ROW{} EXECUTE FUNCTION {name}('1'); \
             CREATE TRIGGER {name}_gone BEFORE DELETE ON \"{table}\" FOR EACH ROW{} EXECUTE FUNCTION {name}('-1');",
            self.when("NEW"),
            self.when("OLD")
        );
        on_change + &on_coming_and_going
    }
}
