//! Accounts, contacts, products.

use sea_orm_migration::prelude::*;

use crate::table::{Table, both, index};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new(manager, "account")
            .name("name")
            .reference("owner_id", "user", false)
            .reference("parent_id", "account", false)
            .text("industry", false)
            .text("office_location", false)
            .integer("employees", false)
            .money("annual_revenue")
            .integer("founded_year", false)
            .text("website", false)
            .text("phone", false)
            .text("unified_social_credit_code", false)
            .text("province", false)
            .text("city", false)
            .text("address", false)
            .text("description", false)
            .record()
            .deletable()
            .create()
            .await?;
        index(manager, "account", &["name_sort", "id"], false).await?;
        index(manager, "account", &["name_folded"], false).await?;
        index(manager, "account", &["industry"], false).await?;
        Table::new(manager, "contact")
            .name("name")
            .text("given_name", false)
            .text("family_name", false)
            .reference("account_id", "account", false)
            .reference("owner_id", "user", false)
            .text("job_title", false)
            .text("phone", false)
            .text("email", false)
            .text("wechat", false)
            .text("description", false)
            .record()
            .deletable()
            .create()
            .await?;
        index(manager, "contact", &["name_sort", "id"], false).await?;
        index(manager, "contact", &["name_folded"], false).await?;
        Table::new(manager, "contact_point")
            .reference("contact_id", "contact", true)
            .text("kind", true)
            .text("label", false)
            .text("value", true)
            .text("normalized", true)
            .flag("is_primary")
            .integer("position", true)
            .record()
            .create()
            .await?;
        index(manager, "contact_point", &["kind", "normalized"], false).await?;
        both(manager, "CREATE UNIQUE INDEX contact_point_primary ON contact_point (contact_id, kind) WHERE is_primary")
            .await?;
        Table::new(manager, "product")
            .name("name")
            .text("series", false)
            .money("list_price")
            .flag("active")
            .text("description", false)
            .record()
            .deletable()
            .create()
            .await?;
        index(manager, "product", &["name_sort", "id"], false).await?;
        both(manager, "CREATE UNIQUE INDEX product_name_folded ON product (name_folded) WHERE deleted_at IS NULL")
            .await?;
        Ok(())
    }
}
