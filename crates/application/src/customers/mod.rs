//! Accounts and contacts.

mod contact_points;

pub use contact_points::{POINTS_MAX, PointInput, set_contact_points};
use tundish_domain::{
    customers::ContactPointKind,
    kernel::ids::{AccountId, ContactId},
};
use tundish_persistence::{
    customers::{Account, Contact},
    records::UnitOfWork,
};
use uuid::Uuid;

use crate::records::{Changes, Code, Editable, Failure, Outcome, Text};

impl Editable for Account {
    fn blank(uow: &UnitOfWork, id: Uuid) -> Outcome<Self> {
        Ok(Self {
            id: AccountId(id),
            name: String::new(),
            owner_id: Some(uow.viewer().user),
            parent_id: None,
            industry: None,
            office_location: None,
            employees: None,
            annual_revenue: None,
            annual_revenue_currency: None,
            annual_revenue_base: None,
            founded_year: None,
            website: None,
            phone: None,
            unified_social_credit_code: None,
            province: None,
            city: None,
            address: None,
            description: None,
            created_at: uow.now(),
            updated_at: uow.now(),
            deleted_at: None,
            deletion_id: None,
            version: 0,
        })
    }

    async fn rules(&mut self, _: Option<&Self>, changes: &Changes, uow: &UnitOfWork) -> Outcome<()> {
        if let Some(parent) = self.parent_id
            && changes.has("parent")
            && uow.accounts_above(parent).await?.contains(&self.id)
        {
            return Err(Failure::at(Code::Invalid, "parentId", Text::ParentCircle));
        }
        Ok(())
    }
}

impl Editable for Contact {
    fn blank(uow: &UnitOfWork, id: Uuid) -> Outcome<Self> {
        Ok(Self {
            id: ContactId(id),
            name: String::new(),
            given_name: None,
            family_name: None,
            account_id: None,
            owner_id: Some(uow.viewer().user),
            job_title: None,
            phone: None,
            email: None,
            wechat: None,
            description: None,
            created_at: uow.now(),
            updated_at: uow.now(),
            deleted_at: None,
            deletion_id: None,
            version: 0,
        })
    }

    async fn rules(&mut self, _: Option<&Self>, changes: &Changes, _: &UnitOfWork) -> Outcome<()> {
        if let Some(email) = self.email.as_deref().filter(|_| changes.has("email"))
            && !looks_like_email(email)
        {
            return Err(Failure::at(Code::Invalid, "email", Text::EmailInvalid));
        }
        Ok(())
    }

    async fn created(&self, uow: &UnitOfWork) -> Outcome<()> {
        contact_points::follow_fields(self, None, uow).await
    }

    async fn updated(&self, before: &Self, uow: &UnitOfWork) -> Outcome<()> {
        contact_points::follow_fields(self, Some(before), uow).await
    }
}

/// Whether a text has the form of an e-mail address: something, one `@`, a domain, no space.
pub(crate) fn looks_like_email(text: &str) -> bool {
    ContactPointKind::Email.normalize(text).is_some()
}
