//! Every kind of record, once.

use tundish_domain::records::{Description, RecordKind};

use super::{Import, Record, StoreError};
use crate::{
    activities::{Note, Task},
    commerce::Product,
    customers::{Account, Contact, ContactPoint},
    deals::{Deal, DealContact, DealLine, Pipeline, Stage},
    organisation::{AccessToken, Choice, Company, ExchangeRate, Session, Team, User},
    performance::Target,
};

/// Something to do with the records of every kind.
pub(crate) trait ForEachKind: Send {
    /// Does it with those of one kind.
    fn kind<R: Record>(&mut self) -> impl Future<Output = Result<(), StoreError>> + Send;
}

macro_rules! register {
    ($($record:ident)+) => {
        /// The descriptions of all kinds.
        pub static DESCRIPTIONS: &[&Description] = &[$($record::DESCRIPTION),+];

        /// The description of a kind.
        pub fn describe(kind: RecordKind) -> &'static Description {
            match kind {
                $(RecordKind::$record => $record::DESCRIPTION,)+
            }
        }

        /// Does something with one kind after the other.
        pub(crate) async fn for_each_kind(doing: &mut impl ForEachKind) -> Result<(), StoreError> {
            $(doing.kind::<$record>().await?;)+
            Ok(())
        }
    };
}

register! {
    Company User Team Choice ExchangeRate Session AccessToken Account Contact ContactPoint Product Pipeline Stage Deal DealLine
    DealContact Note Task Target Import
}
