//! One option of a list of choices, such as sources or industries.
#![expect(
    missing_docs,
    clippy::disallowed_methods,
    reason = "the description says what each field means; the derive opens the entity"
)]

use chrono::{DateTime, Utc};
use sea_orm::{
    entity::prelude::*,
    sea_query::{ExprTrait, Query},
};
use tundish_domain::{
    kernel::ids::ChoiceId,
    records::{Description, Field, RecordKind},
};

use crate::records::{StoreError, col, record};

/// One option of a list of choices, such as sources or industries.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "choice")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ChoiceId,
    pub list: String,
    pub key: String,
    pub name: String,
    pub translations: String,
    pub position: i64,
    pub active: bool,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}

/// Choices, described.
pub(crate) static DESCRIPTION: Description = Description {
    kind: RecordKind::Choice,
    name: "Choice",
    table: "choice",
    doc: "One option of a list of choices, such as sources or industries.",
    fields: &[
        Field::id(),
        Field::text("list", "list", "The list: `source`, `industry`, `lostReason`.").required().on_create(),
        Field::text("key", "key", "What records store; unique in its list and fixed.").required().on_create(),
        Field::name("What people read."),
        Field::translations(),
        Field::integer("position", "position", 0, 100_000, "Its place in the list.").required().defaulted(),
        Field::boolean("active", "active", "Whether it can be chosen anew.").defaulted(),
        Field::created_at(),
        Field::updated_at(),
        Field::version(),
    ],
    collections: &[],
    deletable: false,
    history: false,
    small: true,
};

record!(Model, Entity, DESCRIPTION);

impl crate::records::UnitOfWork {
    /// Whether a list has that key, also if it was entered a moment ago, of which the directory knows nothing yet.
    pub async fn has_choice(&self, list: &str, key: &str) -> Result<bool, StoreError> {
        let mut select = Query::select();
        select
            .expr(Expr::val(1))
            .from(Entity)
            .and_where(col("choice", "list").eq(list))
            .and_where(col("choice", "key").eq(key));
        Ok(self.db()?.query_one(&select).await?.is_some())
    }
}
