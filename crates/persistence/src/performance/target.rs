//! What a person or a team is to sell in a quarter of the fiscal year.
#![expect(
    missing_docs,
    clippy::disallowed_methods,
    reason = "the description says what each field means; the derive opens the entity"
)]

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    entity::prelude::*,
    sea_query::{Alias, ExprTrait, Query},
};
use tundish_domain::{
    insight::Target as QuarterTarget,
    kernel::ids::{TargetId, TeamId, UserId},
    records::{Description, Field, RecordKind as Kind},
};

use crate::records::{StoreError, col, record};

/// What a person or a team is to sell in a quarter of the fiscal year.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "target")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TargetId,
    pub owner_id: Option<UserId>,
    pub team_id: Option<TeamId>,
    pub quarter_start: NaiveDate,
    pub amount: Option<i64>,
    pub amount_currency: Option<String>,
    pub amount_base: Option<i64>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}

/// Targets, described.
pub(crate) static DESCRIPTION: Description = Description {
    kind: Kind::Target,
    name: "Target",
    table: "target",
    doc: "What a person or a team is to sell in a quarter of the fiscal year.",
    fields: &[
        Field::id(),
        Field::reference("owner", "owner_id", Kind::User, "The person; null: it is a team's.").on_create(),
        Field::reference("team", "team_id", Kind::Team, "The team; null: it is a person's.").on_create(),
        Field::date("quarterStart", "quarter_start", "The first day of the fiscal quarter.").required().on_create(),
        Field::money("amount", "amount", "What is to be won; null: the target was taken back."),
        Field::created_at(),
        Field::updated_at(),
        Field::version(),
    ],
    collections: &[],
    deletable: false,
    history: false,
    small: false,
};

record!(Model, Entity, DESCRIPTION);

impl crate::records::UnitOfWork {
    /// The target of a person or a team for a quarter.
    pub async fn target(
        &self,
        owner: Option<UserId>,
        team: Option<TeamId>,
        quarter: NaiveDate,
    ) -> Result<Option<TargetId>, StoreError> {
        let mut select = Query::select();
        select.expr(col("target", "id")).from(Entity).and_where(col("target", "quarter_start").eq(quarter));
        match (owner, team) {
            (Some(owner), _) => select.and_where(col("target", "owner_id").eq(owner.0)),
            (None, Some(team)) => select.and_where(col("target", "team_id").eq(team.0)),
            (None, None) => return Ok(None),
        };
        let row = self.db()?.query_one(&select).await?;
        Ok(row.map(|row| row.try_get_by_index(0)).transpose()?)
    }
}

impl crate::records::Scope {
    /// The targets for the quarters that begin on those days. Whoever may see the deals behind a forecast may see what it
    /// is measured against, so rights on targets are not asked for here.
    pub async fn targets(&self, quarters: &[NaiveDate]) -> Result<Vec<QuarterTarget>, StoreError> {
        let mut select = Query::select();
        select
            .columns(["owner_id", "team_id", "quarter_start", "amount_base"].map(Alias::new))
            .from(Entity)
            .and_where(col("target", "quarter_start").is_in(quarters.iter().copied()))
            .and_where(col("target", "amount_base").is_not_null());
        let read = |row: &sea_orm::QueryResult| {
            Ok(QuarterTarget {
                owner: row.try_get_by_index::<Option<Uuid>>(0)?.map(UserId),
                team: row.try_get_by_index::<Option<Uuid>>(1)?.map(TeamId),
                quarter: row.try_get_by_index(2)?,
                amount: row.try_get_by_index(3)?,
            })
        };
        self.reader().query_all(&select).await?.iter().map(read).collect()
    }
}
