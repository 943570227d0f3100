//! Typed ids: an account's id cannot be passed where a deal's is meant.

/// Defines a typed id over a UUID, storable (feature `orm`).
macro_rules! typed_id {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "orm", derive(sea_orm::DeriveValueType))]
        #[serde(transparent)]
        pub struct $name(pub uuid::Uuid);

        #[cfg(feature = "orm")]
        impl sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
                Err(sea_orm::DbErr::ConvertFromU64(stringify!($name)))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<uuid::Uuid> for $name {
            fn from(id: uuid::Uuid) -> Self {
                Self(id)
            }
        }

        impl From<$name> for uuid::Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    )+};
}

typed_id! {
    /// The company's settings: one row.
    CompanyId;
    /// A person who works, or worked, here.
    UserId;
    /// A node of the tree of teams.
    TeamId;
    /// A browser's sign-in.
    SessionId;
    /// A personal access token.
    AccessTokenId;
    /// One option of a list of choices.
    ChoiceId;
    /// The rate of one currency from one day on.
    ExchangeRateId;
    /// A customer: a company.
    AccountId;
    /// A person at a customer.
    ContactId;
    /// A telephone number or e-mail address of a contact.
    ContactPointId;
    /// Something that is sold.
    ProductId;
    /// A way of selling, with its stages.
    PipelineId;
    /// A step of a pipeline.
    StageId;
    /// An opportunity to sell.
    DealId;
    /// A product within a deal.
    DealLineId;
    /// A contact's part in a deal.
    DealContactId;
    /// A text about a record.
    NoteId;
    /// Something to do until a date.
    TaskId;
    /// A quota of a person or team for a quarter.
    TargetId;
    /// A run of an import.
    ImportId;
    /// A file that was sent; no record.
    UploadId;
}
