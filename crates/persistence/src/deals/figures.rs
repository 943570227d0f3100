//! What figures over deals are counted from. Each figure has the condition of the deals behind it, so that both agree.

use std::collections::BTreeMap;

use sea_orm::{
    ConnectionTrait, QueryResult,
    sea_query::{Alias, Asterisk, CaseStatement, Expr, ExprTrait, Query, SelectStatement, SimpleExpr},
};
use tundish_domain::{
    deals::StageKind,
    insight::{ClosedGroup, OpenGroup, OpenSum, StageFlow},
    kernel::{
        ids::{PipelineId, StageId},
        period::Period,
    },
    records::FieldValue,
};

use super::{
    Deal, attribution,
    attribution::{VISIT, of_visits},
    deal::DESCRIPTION,
};
use crate::records::{Filter, Record, Scope, StoreError, Test, col};

const DEAL: &str = "deal";

/// A field's day lies in a period.
pub fn within(key: &str, period: Option<Period>) -> Filter {
    let Some(period) = period else { return Filter::everything() };
    let on = |test: Test| Filter::on(Deal::DESCRIPTION, key, test);
    on(Test::Gte(FieldValue::Date(period.from))).and(on(Test::Lte(FieldValue::Date(period.to))))
}

/// What a visit does to be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passage {
    /// The deal comes.
    Entered,
    /// It leaves.
    Left,
    /// It leaves for a later open stage of the pipeline, or is won.
    Advanced,
}

/// The visits that a figure counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Visits {
    /// The pipeline of the stages.
    pub pipeline: PipelineId,
    /// One of its stages; `None`: all.
    pub stage: Option<StageId>,
    /// What counts.
    pub passage: Passage,
    /// When; `None`: ever.
    pub period: Option<Period>,
    /// Of which deals; what it says of the owner holds for the owner of that time.
    pub filter: Filter,
}

impl Visits {
    /// The deals that made them.
    pub(crate) fn deals(&self, scope: &Scope) -> SelectStatement {
        let mut select = self.select(scope);
        select.expr(col(VISIT, "deal_id"));
        select
    }

    /// The visits, each beside its deal, without columns.
    fn select(&self, scope: &Scope) -> SelectStatement {
        let (day, instant) = match self.passage {
            Passage::Entered => ("entered_date", "entered_at"),
            Passage::Left | Passage::Advanced => ("left_date", "left_at"),
        };
        let mut select = Query::select();
        select.from(Alias::new(VISIT));
        scope.source(&mut select, &DESCRIPTION, DEAL);
        select
            .and_where(col(VISIT, "deal_id").eq(col(DEAL, "id")))
            .and_where(col(VISIT, "pipeline_id").eq(self.pipeline.0))
            .and_where(col(VISIT, day).is_not_null())
            .cond_where(scope.readable(&DESCRIPTION, DEAL))
            .cond_where(of_visits(self.filter.clone()).condition(scope, DEAL));
        if let Some(stage) = self.stage {
            select.and_where(col(VISIT, "stage_id").eq(stage.0));
        }
        if self.passage == Passage::Advanced {
            select.and_where(col(VISIT, "advanced").eq(true));
        }
        if let Some(period) = self.period {
            select.and_where(col(VISIT, day).gte(period.from)).and_where(col(VISIT, day).lte(period.to));
        }
        if let Some(past) = scope.as_of() {
            select.and_where(col(VISIT, instant).lte(past));
        }
        select
    }
}

fn count(row: &QueryResult, index: usize) -> Result<u64, StoreError> {
    Ok(row.try_get_by_index::<i64>(index)?.unsigned_abs())
}

fn open_sum(row: &QueryResult, first: usize) -> Result<OpenSum, StoreError> {
    Ok(OpenSum {
        count: count(row, first)?,
        amount: row.try_get_by_index(first + 1)?,
        weighted: row.try_get_by_index(first + 2)?,
    })
}

impl Scope {
    /// The readable deals that pass a filter, without columns.
    fn deals(&self, filter: &Filter) -> SelectStatement {
        let mut select = Query::select();
        self.source(&mut select, &DESCRIPTION, DEAL);
        select.cond_where(self.readable(&DESCRIPTION, DEAL)).cond_where(filter.condition(self, DEAL));
        select
    }

    /// The open deals of a filter by expressions, with count, amount and weighted amount; that one is dear, and 0 where it is
    /// not asked for.
    async fn open_sums(&self, filter: &Filter, by: &[SimpleExpr], weighted: bool) -> SelectStatement {
        let dialect = self.database.dialect();
        let amount = || col(DEAL, "amount_base");
        let mut select = self.deals(&attribution::open(filter.clone()));
        for expression in by {
            select.expr(expression.clone()).add_group_by([expression.clone()]);
        }
        select.expr(Expr::col(Asterisk).count()).expr(dialect.sum(amount()));
        if weighted {
            // Halves away from zero.
            let half = Expr::case(amount().lt(0_i64), Expr::cust("-5000")).finally(Expr::cust("5000"));
            let weight = amount().mul(self.probability().await).add(half).div(Expr::cust("10000"));
            select.expr(dialect.sum(weight));
        } else {
            select.expr(Expr::cust("CAST(0 AS BIGINT)"));
        }
        select
    }

    /// The probability of a deal's stage, in ten thousandths. Stages are few and in memory, which spares a join of every
    /// row; only those of the past that are gone are looked up.
    async fn probability(&self) -> SimpleExpr {
        let mut gone = Query::select();
        gone.expr(col("gone", "probability"))
            .from_as(Alias::new("stage"), Alias::new("gone"))
            .and_where(col("gone", "id").eq(col(DEAL, "stage_id")));
        let directory = self.database.current_directory().await;
        let mut known = CaseStatement::new();
        for stage in directory.pipelines().iter().flat_map(|pipeline| directory.stages(pipeline.id)) {
            if stage.kind == StageKind::Open {
                known = known.case(col(DEAL, "stage_id").eq(stage.id.0), stage.probability);
            }
        }
        known.finally(Expr::SubQuery(None, Box::new(gone.into()))).into()
    }

    /// The open deals of a pipeline by stage; their weighted amounts are 0 unless asked for.
    pub async fn open_by_stage(
        &self,
        pipeline: PipelineId,
        filter: &Filter,
        weighted: bool,
    ) -> Result<BTreeMap<StageId, OpenSum>, StoreError> {
        let of_pipeline = Filter::refers(Deal::DESCRIPTION, "pipeline", pipeline.0).and(filter.clone());
        let select = self.open_sums(&of_pipeline, &[col(DEAL, "stage_id")], weighted).await;
        let rows = self.reader().query_all(&select).await?;
        rows.iter().map(|row| Ok((row.try_get_by_index(0)?, open_sum(row, 1)?))).collect()
    }

    /// The open deals by category that are expected to close within a period, or on no known day.
    pub async fn open_by_category(&self, filter: &Filter, period: Period) -> Result<Vec<OpenGroup>, StoreError> {
        let undated = Filter::on(Deal::DESCRIPTION, "expectedCloseDate", Test::IsNull(true));
        let expected = Filter::Any(vec![within("expectedCloseDate", Some(period)), undated]);
        let dated: SimpleExpr =
            Expr::case(col(DEAL, "expected_close_date").is_null(), Expr::cust("0")).finally(Expr::cust("1")).into();
        let select = self.open_sums(&expected.and(filter.clone()), &[col(DEAL, "category"), dated], true).await;
        let read = |row: &QueryResult| {
            let dated = row.try_get_by_index::<i32>(1)? == 1;
            Ok(OpenGroup { category: row.try_get_by_index(0)?, dated, sum: open_sum(row, 2)? })
        };
        self.reader().query_all(&select).await?.iter().map(read).collect()
    }

    /// How many open deals there are.
    pub async fn open_count(&self, filter: &Filter) -> Result<u64, StoreError> {
        let mut select = self.deals(&attribution::open(filter.clone()));
        select.expr(Expr::col(Asterisk).count());
        self.reader().query_one(&select).await?.map_or(Ok(0), |row| count(&row, 0))
    }

    /// The deals of a filter that closed within a period, by state and by how long they took.
    pub async fn closed_deals(&self, filter: &Filter, period: Option<Period>) -> Result<Vec<ClosedGroup>, StoreError> {
        let select = match self.closed_totals(filter).filter(|_| period.is_none()) {
            Some(totals) => totals,
            None => {
                let dialect = self.database.dialect();
                let days = dialect.days_between(col(DEAL, "started_date"), col(DEAL, "closed_date"));
                let mut select = self.deals(&attribution::closed(filter.clone()).and(within("closedDate", period)));
                select
                    .expr(col(DEAL, "state"))
                    .expr_as(days, Alias::new("days"))
                    .expr(Expr::col(Asterisk).count())
                    .expr(dialect.sum(col(DEAL, "amount_base")))
                    .group_by_col((Alias::new(DEAL), Alias::new("state")))
                    .add_group_by([Expr::col(Alias::new("days"))]);
                select
            }
        };
        let read = |row: &QueryResult| {
            Ok(ClosedGroup {
                state: row.try_get_by_index(0)?,
                days: row.try_get_by_index(1)?,
                count: count(row, 2)?,
                amount: row.try_get_by_index(3)?,
            })
        };
        self.reader().query_all(&select).await?.iter().map(read).collect()
    }

    /// What the deals of a filter won within a period, in minor units of the base currency.
    pub async fn won_amount(&self, filter: &Filter, period: Period) -> Result<i64, StoreError> {
        let won = attribution::closed_as(StageKind::Won, filter.clone());
        let mut select = self.deals(&won.and(within("closedDate", Some(period))));
        select.expr(self.database.dialect().sum(col(DEAL, "amount_base")));
        let row = self.reader().query_one(&select).await?;
        Ok(row.map_or(Ok(0), |row| row.try_get_by_index(0))?)
    }

    /// How the deals of a filter went through the stages of a pipeline within a period: who came, and who left.
    pub async fn stage_flows(
        &self,
        pipeline: PipelineId,
        filter: &Filter,
        period: Option<Period>,
    ) -> Result<BTreeMap<StageId, StageFlow>, StoreError> {
        let selects = match self.visit_totals(pipeline, filter).filter(|_| period.is_none()) {
            Some(totals) => vec![totals],
            None => [Passage::Entered, Passage::Left]
                .map(|passage| {
                    self.visit_counts(&Visits { pipeline, stage: None, passage, period, filter: filter.clone() })
                })
                .to_vec(),
        };
        let mut flows: BTreeMap<StageId, StageFlow> = BTreeMap::new();
        for select in selects {
            for row in self.reader().query_all(&select).await? {
                let flow = flows.entry(row.try_get_by_index(0)?).or_default();
                let count = count(&row, 4)?;
                if !row.try_get_by_index::<bool>(1)? {
                    flow.entered += count;
                    continue;
                }
                flow.left += count;
                if row.try_get_by_index::<bool>(2)? {
                    flow.advanced += count;
                }
                if let Some(days) = row.try_get_by_index::<Option<i64>>(3)? {
                    *flow.days.entry(days).or_default() += count;
                }
            }
        }
        Ok(flows)
    }

    /// Visits by stage: whether it is those that left, whether they advanced, their days, and how many.
    fn visit_counts(&self, visits: &Visits) -> SelectStatement {
        let stage = (Alias::new(VISIT), Alias::new("stage_id"));
        let mut select = visits.select(self);
        select.expr(col(VISIT, "stage_id")).group_by_col(stage);
        if visits.passage == Passage::Entered {
            select.exprs([Expr::cust("FALSE"), Expr::cust("FALSE"), Expr::cust("CAST(NULL AS BIGINT)")]);
        } else {
            let stayed = self.database.dialect().days_between(col(VISIT, "entered_date"), col(VISIT, "left_date"));
            select
                .expr(Expr::cust("TRUE"))
                .expr(col(VISIT, "advanced"))
                .expr_as(stayed, Alias::new("days"))
                .group_by_col((Alias::new(VISIT), Alias::new("advanced")))
                .add_group_by([Expr::col(Alias::new("days"))]);
        }
        select.expr(Expr::col(Asterisk).count());
        select
    }
}
