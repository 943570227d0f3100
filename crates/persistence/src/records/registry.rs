//! Every kind of record, once.

use tundish_domain::records::{Description, RecordKind};

use crate::{activities, commerce, customers, deals, organisation, performance};

/// The descriptions of all kinds that have one.
pub static DESCRIPTIONS: &[&Description] = &[
    &organisation::company::DESCRIPTION,
    &organisation::user::DESCRIPTION,
    &organisation::team::DESCRIPTION,
    &organisation::choice::DESCRIPTION,
    &organisation::exchange_rate::DESCRIPTION,
    &organisation::session::DESCRIPTION,
    &organisation::access_token::DESCRIPTION,
    &customers::account::DESCRIPTION,
    &customers::contact::DESCRIPTION,
    &customers::contact_point::DESCRIPTION,
    &commerce::product::DESCRIPTION,
    &deals::pipeline::DESCRIPTION,
    &deals::stage::DESCRIPTION,
    &deals::deal::DESCRIPTION,
    &deals::deal_line::DESCRIPTION,
    &deals::deal_contact::DESCRIPTION,
    &activities::note::DESCRIPTION,
    &activities::task::DESCRIPTION,
    &performance::target::DESCRIPTION,
    &super::import::DESCRIPTION,
];

/// The description of a kind.
pub fn describe(kind: RecordKind) -> &'static Description {
    match kind {
        RecordKind::Company => &organisation::company::DESCRIPTION,
        RecordKind::User => &organisation::user::DESCRIPTION,
        RecordKind::Team => &organisation::team::DESCRIPTION,
        RecordKind::Choice => &organisation::choice::DESCRIPTION,
        RecordKind::ExchangeRate => &organisation::exchange_rate::DESCRIPTION,
        RecordKind::Account => &customers::account::DESCRIPTION,
        RecordKind::Contact => &customers::contact::DESCRIPTION,
        RecordKind::ContactPoint => &customers::contact_point::DESCRIPTION,
        RecordKind::Product => &commerce::product::DESCRIPTION,
        RecordKind::Pipeline => &deals::pipeline::DESCRIPTION,
        RecordKind::Stage => &deals::stage::DESCRIPTION,
        RecordKind::Deal => &deals::deal::DESCRIPTION,
        RecordKind::DealLine => &deals::deal_line::DESCRIPTION,
        RecordKind::DealContact => &deals::deal_contact::DESCRIPTION,
        RecordKind::Note => &activities::note::DESCRIPTION,
        RecordKind::Task => &activities::task::DESCRIPTION,
        RecordKind::Target => &performance::target::DESCRIPTION,
        RecordKind::Session => &organisation::session::DESCRIPTION,
        RecordKind::AccessToken => &organisation::access_token::DESCRIPTION,
        RecordKind::Import => &super::import::DESCRIPTION,
    }
}
