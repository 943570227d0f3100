//! Products.

use tundish_domain::{kernel::ids::ProductId, records::FieldValue};
use tundish_persistence::{commerce::Product, records::UnitOfWork};
use uuid::Uuid;

use crate::records::{Changes, Code, Editable, Failure, Outcome, Text};

impl Editable for Product {
    fn blank(uow: &UnitOfWork, id: Uuid) -> Outcome<Self> {
        Ok(Self {
            id: ProductId(id),
            name: String::new(),
            series: None,
            list_price: None,
            list_price_currency: None,
            list_price_base: None,
            active: true,
            description: None,
            created_at: uow.now(),
            updated_at: uow.now(),
            deleted_at: None,
            deletion_id: None,
            version: 0,
        })
    }

    async fn rules(&mut self, _: Option<&Self>, changes: &Changes, uow: &UnitOfWork) -> Outcome<()> {
        if changes.has("name") { only_one_of_the_name(self, uow).await } else { Ok(()) }
    }

    async fn restoring(&self, uow: &UnitOfWork) -> Outcome<()> {
        only_one_of_the_name(self, uow).await
    }
}

async fn only_one_of_the_name(product: &Product, uow: &UnitOfWork) -> Outcome<()> {
    if uow.taken::<Product>("name", &FieldValue::Text(product.name.clone()), product.id.0).await? {
        return Err(Failure::at(Code::Duplicate, "name", Text::NameTaken));
    }
    Ok(())
}
