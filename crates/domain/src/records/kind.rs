//! The kinds of records and what can be done with them.

/// Defines an enum whose variants are known by their `SCREAMING_SNAKE_CASE` names in the database, the events and the API.
macro_rules! named_enum {
    ($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $variant_doc:literal])+ $variant:ident = $text:literal,)+ }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[cfg_attr(feature = "graphql", derive(async_graphql::Enum))]
        pub enum $name { $($(#[doc = $variant_doc])+ #[cfg_attr(feature = "graphql", graphql(name = $text))] $variant,)+ }

        impl $name {
            /// Every variant, in the order of its declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The names of [`Self::ALL`].
            pub const NAMES: &'static [&'static str] = &[$($text),+];

            /// What each of [`Self::ALL`] means.
            pub const DOCS: &'static [&'static str] = &[$(concat!($($variant_doc),+)),+];

            /// The name in the database, the events and the API.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// The variant of that name.
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        #[cfg(feature = "orm")]
        impl From<$name> for sea_orm::Value {
            fn from(value: $name) -> Self {
                Self::String(Some(value.as_str().to_owned()))
            }
        }

        #[cfg(feature = "orm")]
        impl sea_orm::TryGetable for $name {
            fn try_get_by<I: sea_orm::ColIdx>(row: &sea_orm::QueryResult, index: I) -> Result<Self, sea_orm::TryGetError> {
                let text = String::try_get_by(row, index)?;
                Self::parse(&text).ok_or_else(|| {
                    sea_orm::TryGetError::DbErr(sea_orm::DbErr::Type(format!("{text} is no {}", stringify!($name))))
                })
            }
        }

        #[cfg(feature = "orm")]
        impl sea_orm::sea_query::ValueType for $name {
            fn try_from(value: sea_orm::Value) -> Result<Self, sea_orm::sea_query::ValueTypeErr> {
                match value {
                    sea_orm::Value::String(Some(text)) => Self::parse(&text).ok_or(sea_orm::sea_query::ValueTypeErr),
                    _ => Err(sea_orm::sea_query::ValueTypeErr),
                }
            }

            fn type_name() -> String {
                stringify!($name).to_owned()
            }

            fn array_type() -> sea_orm::sea_query::ArrayType {
                sea_orm::sea_query::ArrayType::String
            }

            fn column_type() -> sea_orm::sea_query::ColumnType {
                sea_orm::sea_query::ColumnType::Text
            }
        }

        #[cfg(feature = "orm")]
        impl sea_orm::sea_query::Nullable for $name {
            fn null() -> sea_orm::Value {
                sea_orm::Value::String(None)
            }
        }
    };
}

pub(crate) use named_enum;

named_enum! {
    /// A kind of record.
    RecordKind {
        /// The company's settings.
        Company = "COMPANY",
        /// A person who works, or worked, here.
        User = "USER",
        /// A node of the tree of teams.
        Team = "TEAM",
        /// One option of a list of choices.
        Choice = "CHOICE",
        /// The rate of one currency from one day on.
        ExchangeRate = "EXCHANGE_RATE",
        /// A browser's sign-in.
        Session = "SESSION",
        /// A personal access token.
        AccessToken = "ACCESS_TOKEN",
        /// A customer: a company.
        Account = "ACCOUNT",
        /// A person at a customer.
        Contact = "CONTACT",
        /// A telephone number or e-mail address of a contact.
        ContactPoint = "CONTACT_POINT",
        /// Something that is sold.
        Product = "PRODUCT",
        /// A way of selling, with its stages.
        Pipeline = "PIPELINE",
        /// A step of a pipeline.
        Stage = "STAGE",
        /// An opportunity to sell.
        Deal = "DEAL",
        /// A product within a deal.
        DealLine = "DEAL_LINE",
        /// A contact's part in a deal.
        DealContact = "DEAL_CONTACT",
        /// A text about a record.
        Note = "NOTE",
        /// Something to do until a date.
        Task = "TASK",
        /// A quota of a person or team for a quarter.
        Target = "TARGET",
        /// A run of an import.
        Import = "IMPORT",
    }
}

named_enum! {
    /// What its viewer may do with a record.
    RecordAction {
        /// See it.
        Read = "READ",
        /// Change its fields.
        Update = "UPDATE",
        /// Give it to another owner.
        Assign = "ASSIGN",
        /// Put it into the recycle bin.
        Delete = "DELETE",
        /// Take it out of the recycle bin.
        Restore = "RESTORE",
    }
}

named_enum! {
    /// What happened to a record.
    EventAction {
        /// It came to be.
        Created = "CREATED",
        /// Fields changed.
        Updated = "UPDATED",
        /// A deal went to another stage.
        Moved = "MOVED",
        /// It went to the recycle bin.
        Deleted = "DELETED",
        /// It came back from the recycle bin.
        Restored = "RESTORED",
        /// The viewer lost sight of it; carries the id only. Never stored.
        Hidden = "HIDDEN",
        /// Too much happened to tell one by one, or a team, an owner or an account changed by way of which records are seen:
        /// load again what is shown. Never stored.
        Reload = "RELOAD",
    }
}

named_enum! {
    /// Through which door a change came.
    EventOrigin {
        /// A person or a program in a person's name.
        User = "USER",
        /// An import; the only one whose events may lie in the past.
        Import = "IMPORT",
        /// Tundish itself.
        System = "SYSTEM",
    }
}
