//! What figures over deals are counted from. Every figure has the condition of the deals behind it, so that both agree.

use std::collections::BTreeMap;

use sea_orm::{
    ConnectionTrait, QueryResult,
    sea_query::{Alias, Asterisk, Cond, Expr, ExprTrait, Query, SelectStatement},
};
use tundish_domain::{
    deals::{ForecastCategory, StageKind},
    kernel::{
        ids::{PipelineId, StageId},
        period::Period,
        statistics::Histogram,
    },
    records::FieldValue,
};

use super::{Deal, deal::DESCRIPTION};
use crate::records::{Filter, Record, Scope, StoreError, Test, col};

/// Open deals of a stage and category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenGroup {
    /// The stage.
    pub stage: StageId,
    /// How sure their owners are.
    pub category: ForecastCategory,
    /// How many.
    pub count: u64,
    /// Their amounts, in minor units of the base currency.
    pub amount: i64,
    /// Their amounts times the probability of the stage, each rounded.
    pub weighted: i64,
}

/// Closed deals of a state that took equally long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClosedGroup {
    /// Won or lost.
    pub state: StageKind,
    /// Days from beginning to close; `None` where the beginning is unknown.
    pub days: Option<i64>,
    /// How many.
    pub count: u64,
    /// Their amounts, in minor units of the base currency.
    pub amount: i64,
}

/// The visits of a stage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StageFlow {
    /// How many came.
    pub entered: u64,
    /// How many left.
    pub left: u64,
    /// How many of those that left went on to a later open stage, or won.
    pub advanced: u64,
    /// How many days those that left had stayed, where it is known when they came.
    pub days: Histogram,
}

/// The filter as figures mean it: closed deals count for the owner and the team of their closing.
pub fn attributed(filter: Filter) -> Filter {
    let on = |key: &str, test: Test| Filter::on(Deal::DESCRIPTION, key, test);
    let state = |open: bool| {
        let value = FieldValue::Text(StageKind::Open.as_str().to_owned());
        on("state", if open { Test::Eq(value) } else { Test::Ne(value) })
    };
    let either = |open: Filter, closed: Filter| Filter::Any(vec![state(true).and(open), state(false).and(closed)]);
    filter.replaced(&|filter| match filter {
        Filter::Field(field, test) if field.key == "owner" => {
            Some(either(filter.clone(), on("closedOwner", test.clone())))
        }
        Filter::Related(field, inner) if field.key == "owner" => {
            let closed_owner = Deal::DESCRIPTION.field("closedOwner")?;
            let closed = match &**inner {
                Filter::All(tests) if tests.iter().all(is_team) => {
                    Filter::All(tests.iter().map(|test| of_team(test.clone())).collect())
                }
                _ => Filter::Related(closed_owner, inner.clone()),
            };
            Some(either(filter.clone(), closed))
        }
        _ => None,
    })
}

fn is_team(filter: &Filter) -> bool {
    matches!(filter, Filter::Field(field, _) | Filter::Related(field, _) if field.key == "team")
        || matches!(filter, Filter::All(filters) if filters.iter().all(is_team))
}

/// A condition on the owner's team as one on the team of the closing.
fn of_team(filter: Filter) -> Filter {
    let closed_team = Deal::DESCRIPTION.field("closedTeam");
    match (filter, closed_team) {
        (Filter::Field(_, test), Some(field)) => Filter::Field(field, test),
        (Filter::Related(_, inner), Some(field)) => Filter::Related(field, inner),
        (Filter::All(filters), _) => Filter::All(filters.into_iter().map(of_team).collect()),
        (other, _) => other,
    }
}

/// Deals that were closed within a period.
pub(crate) fn closed_within(period: Option<Period>) -> Filter {
    let closed = |test: Test| Filter::on(Deal::DESCRIPTION, "closedDate", test);
    match period {
        None => closed(Test::IsNull(false)),
        Some(period) => {
            closed(Test::Gte(FieldValue::Date(period.from))).and(closed(Test::Lte(FieldValue::Date(period.to))))
        }
    }
}

impl Scope {
    /// The readable deals that pass a filter, without columns.
    fn deals(&self, filter: &Filter) -> SelectStatement {
        let table = DESCRIPTION.table;
        let mut select = Query::select();
        self.source(&mut select, &DESCRIPTION, table);
        select.cond_where(self.readable(&DESCRIPTION, table)).cond_where(filter.condition(self, table));
        select
    }

    /// Open deals by stage and category.
    pub async fn open_deals(&self, filter: &Filter) -> Result<Vec<OpenGroup>, StoreError> {
        let table = DESCRIPTION.table;
        let dialect = self.database.dialect();
        let amount = || Expr::expr(col(table, "amount_base")).if_null(0_i64);
        let half_up = Expr::cust_with_exprs(
            if dialect == crate::Dialect::Sqlite {
                "CASE WHEN ? < 0 THEN (? * ? - 5000) / 10000 ELSE (? * ? + 5000) / 10000 END"
            } else {
                "CASE WHEN $1 < 0 THEN ($2 * $3 - 5000) / 10000 ELSE ($4 * $5 + 5000) / 10000 END"
            },
            [amount(), amount(), col("probable", "probability"), amount(), col("probable", "probability")],
        );
        let mut select = self.deals(filter);
        select
            .join_as(
                sea_orm::sea_query::JoinType::InnerJoin,
                Alias::new("stage"),
                Alias::new("probable"),
                Cond::all().add(col("probable", "id").eq(col(table, "stage_id"))),
            )
            .expr(col(table, "stage_id"))
            .expr(col(table, "category"))
            .expr(Expr::col(Asterisk).count())
            .expr(dialect.sum(col(table, "amount_base")))
            .expr(dialect.sum(half_up))
            .and_where(col(table, "state").eq(StageKind::Open.as_str()))
            .group_by_columns([
                (Alias::new(table), Alias::new("stage_id")),
                (Alias::new(table), Alias::new("category")),
            ]);
        let read = |row: &QueryResult| {
            Ok(OpenGroup {
                stage: StageId(row.try_get_by_index(0)?),
                category: row.try_get_by_index(1)?,
                count: row.try_get_by_index::<i64>(2)?.unsigned_abs(),
                amount: row.try_get_by_index(3)?,
                weighted: row.try_get_by_index(4)?,
            })
        };
        self.reader().query_all(&select).await?.iter().map(read).collect()
    }

    /// Deals closed within a period, by state and by how long they took.
    pub async fn closed_deals(&self, filter: &Filter, period: Option<Period>) -> Result<Vec<ClosedGroup>, StoreError> {
        let table = DESCRIPTION.table;
        let dialect = self.database.dialect();
        let mut select = self.deals(&closed_within(period).and(filter.clone()));
        select
            .expr(col(table, "state"))
            .expr_as(dialect.days_between(col(table, "started_date"), col(table, "closed_date")), Alias::new("days"))
            .expr(Expr::col(Asterisk).count())
            .expr(dialect.sum(col(table, "amount_base")))
            .group_by_col((Alias::new(table), Alias::new("state")))
            .add_group_by([Expr::col(Alias::new("days"))]);
        let read = |row: &QueryResult| {
            Ok(ClosedGroup {
                state: row.try_get_by_index(0)?,
                days: row.try_get_by_index(1)?,
                count: row.try_get_by_index::<i64>(2)?.unsigned_abs(),
                amount: row.try_get_by_index(3)?,
            })
        };
        self.reader().query_all(&select).await?.iter().map(read).collect()
    }

    /// How deals that pass a filter went through the stages of a pipeline: who came, and who left, within a period.
    pub async fn stage_flows(
        &self,
        pipeline: PipelineId,
        filter: &Filter,
        period: Option<Period>,
    ) -> Result<BTreeMap<StageId, StageFlow>, StoreError> {
        let mut flows: BTreeMap<StageId, StageFlow> = BTreeMap::new();
        let entered = self.visits(pipeline, filter, "entered_date", period);
        let mut count = entered;
        count.expr(Expr::col(Asterisk).count());
        for row in self.reader().query_all(&count).await? {
            flows.entry(StageId(row.try_get_by_index(0)?)).or_default().entered =
                row.try_get_by_index::<i64>(1)?.unsigned_abs();
        }
        let visit = "stage_visit";
        let mut left = self.visits(pipeline, filter, "left_date", period);
        left.expr(col(visit, "advanced"))
            .expr_as(
                self.database.dialect().days_between(col(visit, "entered_date"), col(visit, "left_date")),
                Alias::new("days"),
            )
            .expr(Expr::col(Asterisk).count())
            .group_by_col((Alias::new(visit), Alias::new("advanced")))
            .add_group_by([Expr::col(Alias::new("days"))]);
        for row in self.reader().query_all(&left).await? {
            let flow = flows.entry(StageId(row.try_get_by_index(0)?)).or_default();
            let count = row.try_get_by_index::<i64>(3)?.unsigned_abs();
            flow.left += count;
            if row.try_get_by_index::<bool>(1)? {
                flow.advanced += count;
            }
            if let Some(days) = row.try_get_by_index::<Option<i64>>(2)? {
                *flow.days.entry(days).or_default() += count;
            }
        }
        Ok(flows)
    }

    /// Visits of a pipeline's stages whose day lies in a period, grouped by stage.
    fn visits(&self, pipeline: PipelineId, filter: &Filter, day: &str, period: Option<Period>) -> SelectStatement {
        let visit = "stage_visit";
        let mut deals = self.deals(filter);
        deals.expr(col(DESCRIPTION.table, "id"));
        let mut select = Query::select();
        select
            .expr(col(visit, "stage_id"))
            .from(Alias::new(visit))
            .and_where(col(visit, "pipeline_id").eq(pipeline.0))
            .and_where(col(visit, day).is_not_null())
            .and_where(col(visit, "deal_id").in_subquery(deals))
            .group_by_col((Alias::new(visit), Alias::new("stage_id")));
        if let Some(period) = period {
            select.and_where(col(visit, day).gte(period.from)).and_where(col(visit, day).lte(period.to));
        }
        if let Some(instant) = self.as_of {
            let at = if day == "entered_date" { "entered_at" } else { "left_at" };
            select.and_where(col(visit, at).lte(instant));
        }
        select
    }
}
