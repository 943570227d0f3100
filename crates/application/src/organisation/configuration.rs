//! The company, its choices and its exchange rates.

use std::sync::Arc;

use chrono::NaiveDate;
use tundish_domain::{
    kernel::{
        currency::Currency,
        decimal::{Decimal, DecimalError, Rate},
        ids::{ChoiceId, CompanyId, ExchangeRateId, UserId},
        money::Money,
    },
    organisation::{Language, Role, rights::may_create},
    records::{EventAction, EventOrigin, FieldValue, RecordAction, RecordKind},
};
use tundish_persistence::{
    Database,
    organisation::{Choice, Company, ExchangeRate, User},
    records::{UnitOfWork, Viewer},
};
use uuid::Uuid;

use super::{Gate, SignedIn, access::open_session};
use crate::{
    customers::looks_like_email,
    records::{
        AMOUNT_MAX, Actor, Changes, Code, Editable, Failure, Outcome, Text, UserError, again_if_overtaken, claim,
        delete_in, digest, restore_in,
    },
};

impl Editable for Company {
    fn blank(_: &UnitOfWork, _: Uuid) -> Outcome<Self> {
        // There is one, made by the set-up.
        Err(Failure::Forbidden)
    }

    async fn rules(&mut self, _: Option<&Self>, _: &Changes, _: &UnitOfWork) -> Outcome<()> {
        let mut errors = Vec::new();
        if self.time_zone.parse::<chrono_tz::Tz>().is_err() {
            errors.push(UserError::at(Code::Invalid, "timeZone", Text::UnknownTimeZone));
        }
        if !Language::ALL.iter().any(|language| language.tag() == self.default_language) {
            errors.push(UserError::at(Code::Invalid, "defaultLanguage", Text::UnknownLanguage));
        }
        if errors.is_empty() { Ok(()) } else { Err(Failure::Refused(errors)) }
    }
}

impl Editable for ExchangeRate {
    fn blank(_: &UnitOfWork, _: Uuid) -> Outcome<Self> {
        // They are set, each for a day.
        Err(Failure::Forbidden)
    }

    async fn deleting(&self, uow: &UnitOfWork) -> Outcome<()> {
        let others = uow.taken::<Self>("currency", &FieldValue::Text(self.currency.clone()), self.id.0).await?;
        if !others && uow.follows(&self.currency).await? {
            return Err(Failure::at(Code::InUse, "id", Text::OnlyRate { code: self.currency.clone() }));
        }
        Ok(())
    }
}

impl Editable for Choice {
    fn blank(uow: &UnitOfWork, id: Uuid) -> Outcome<Self> {
        Ok(Self {
            id: ChoiceId(id),
            list: String::new(),
            key: String::new(),
            name: String::new(),
            translations: "{}".to_owned(),
            position: i64::try_from(uow.directory().choices().len()).unwrap_or_default(),
            active: true,
            created_at: uow.now(),
            updated_at: uow.now(),
            version: 0,
        })
    }

    async fn rules(&mut self, before: Option<&Self>, _: &Changes, uow: &UnitOfWork) -> Outcome<()> {
        if before.is_none() && uow.has_choice(&self.list, &self.key).await? {
            return Err(Failure::at(Code::Duplicate, "key", Text::NameTaken));
        }
        Ok(())
    }
}

/// What the first start needs to know.
#[derive(Clone, Debug)]
pub struct SetUp {
    /// The company's name.
    pub company_name: String,
    /// Its currency.
    pub base_currency: String,
    /// Its time zone.
    pub time_zone: String,
    /// The month with which its fiscal year begins.
    pub fiscal_year_start_month: i64,
    /// Its language.
    pub language: String,
    /// The first administrator's name.
    pub name: String,
    /// The first administrator's e-mail address.
    pub email: String,
    /// The first administrator's password.
    pub password: String,
}

/// Makes the company and its first administrator. Possible once.
pub async fn set_up(
    database: &Arc<Database>,
    gate: &Gate,
    set_up: &SetUp,
    address: &str,
    user_agent: Option<&str>,
) -> Outcome<SignedIn> {
    let mut errors = Vec::new();
    let mut refuse = |code, path: &str, text| errors.push(UserError::at(code, path, text));
    for (path, text) in [("companyName", &set_up.company_name), ("name", &set_up.name)] {
        if text.trim().is_empty() {
            refuse(Code::Required, path, Text::Required);
        } else if text.chars().count() > 200 || text.contains('\0') {
            refuse(Code::TooLong, path, Text::TooLong { max: 200 });
        }
    }
    if set_up.base_currency.parse::<Currency>().is_err() {
        refuse(
            Code::Invalid,
            "baseCurrency",
            Text::UnknownCurrency { code: set_up.base_currency.chars().take(10).collect() },
        );
    }
    if set_up.time_zone.parse::<chrono_tz::Tz>().is_err() {
        refuse(Code::Invalid, "timeZone", Text::UnknownTimeZone);
    }
    if !(1..=12).contains(&set_up.fiscal_year_start_month) {
        refuse(Code::OutOfRange, "fiscalYearStartMonth", Text::Between { min: "1".to_owned(), max: "12".to_owned() });
    }
    if !Language::ALL.iter().any(|language| language.tag() == set_up.language) {
        refuse(Code::Invalid, "language", Text::UnknownLanguage);
    }
    let email = set_up.email.trim().to_lowercase();
    if !looks_like_email(&email) || email.chars().count() > 200 {
        refuse(Code::Invalid, "email", Text::EmailInvalid);
    }
    if !errors.is_empty() {
        return Err(Failure::Refused(errors));
    }
    let hash = gate.hash(&set_up.password, "password").await?;
    let uow = database
        .begin_alone(
            &Arc::new(Viewer::system(Language::parse(&set_up.language).unwrap_or_default())),
            EventOrigin::System,
        )
        .await?;
    if uow.directory().company().is_some() {
        return Err(Failure::at(Code::Duplicate, "companyName", Text::AlreadySetUp));
    }
    let now = uow.now();
    uow.insert(Company {
        id: CompanyId(uow.new_id()),
        name: set_up.company_name.trim().to_owned(),
        base_currency: set_up.base_currency.clone(),
        time_zone: set_up.time_zone.clone(),
        fiscal_year_start_month: set_up.fiscal_year_start_month,
        default_language: set_up.language.clone(),
        created_at: now,
        updated_at: now,
        version: 0,
    })
    .await?;
    let user = uow
        .insert(User {
            id: UserId(uow.new_id()),
            name: set_up.name.trim().to_owned(),
            email: Some(email),
            language: None,
            time_zone: None,
            role: Role::Administrator,
            team_id: None,
            active: true,
            created_at: now,
            updated_at: now,
            version: 0,
        })
        .await?;
    uow.set_password(user.id, &hash).await?;
    crate::deals::first_configuration(&uow).await?;
    uow.commit().await?;
    let actor = Actor::of_user(database, user.id, EventOrigin::User).await?;
    open_session(&actor, gate, address, user_agent).await
}

/// Sets what a currency is worth from a day on.
pub async fn set_exchange_rate(
    actor: &Actor,
    currency: &str,
    date: NaiveDate,
    rate: Decimal,
    key: Option<&str>,
) -> Outcome<Uuid> {
    again_if_overtaken(move || set_exchange_rate_once(actor, currency, date, rate, key)).await
}

async fn set_exchange_rate_once(
    actor: &Actor,
    currency: &str,
    date: NaiveDate,
    rate: Decimal,
    key: Option<&str>,
) -> Outcome<Uuid> {
    if !may_create(actor.viewer().role, RecordKind::ExchangeRate) {
        return Err(Failure::Forbidden);
    }
    let uow = actor.begin_alone().await?;
    let Ok(code) = currency.parse::<Currency>() else {
        return Err(Failure::at(
            Code::Invalid,
            "currency",
            Text::UnknownCurrency { code: currency.chars().take(10).collect() },
        ));
    };
    if uow.directory().base_currency() == Some(code) {
        return Err(Failure::at(Code::Invalid, "currency", Text::BaseCurrencyRate));
    }
    let rate = match Rate::from_decimal(rate) {
        Ok(rate) => rate,
        Err(DecimalError::Inexact) => {
            return Err(Failure::at(Code::Invalid, "rate", Text::TooManyDigits { digits: Rate::SCALE }));
        }
        Err(_) => {
            let text = Text::Between { min: Rate::MIN.to_string(), max: Rate::MAX.to_string() };
            return Err(Failure::at(Code::OutOfRange, "rate", text));
        }
    };
    keep_amounts_in_bounds(&uow, code, rate).await?;
    let scaled = rate.scaled();
    let known = uow.rate_on(code, date).await?;
    let id = known.map_or_else(|| uow.new_id(), |known| known.0);
    if let Some(done) = claim(&uow, "setExchangeRate", key, &digest(&format!("{code} {date} {scaled}")), id).await? {
        // Answered when what it repeats is on the disk.
        uow.commit().await?;
        return Ok(done);
    }
    match known {
        Some(_) => {
            let before = uow.checked::<ExchangeRate>(id, RecordAction::Update).await??;
            let after = ExchangeRate { rate: scaled, ..(*before).clone() };
            uow.save(before, after, EventAction::Updated).await?;
        }
        None => {
            let rate = ExchangeRate {
                id: ExchangeRateId(id),
                currency: code.to_string(),
                date,
                rate: scaled,
                created_at: uow.now(),
                updated_at: uow.now(),
                deleted_at: None,
                deletion_id: None,
                version: 0,
            };
            uow.insert(rate).await?;
        }
    }
    uow.rewrite_base_amounts(uow.today()).await?;
    uow.commit().await?;
    Ok(id)
}

/// Refuses a rate at which an amount that there is would be worth more than an amount may be.
async fn keep_amounts_in_bounds(uow: &UnitOfWork, currency: Currency, rate: Rate) -> Outcome<()> {
    let Some(base) = uow.directory().base_currency() else { return Ok(()) };
    let greatest = Money { minor: uow.greatest_amount(&currency.to_string()).await?, currency };
    match greatest.convert(base, rate) {
        Ok(worth) if worth <= AMOUNT_MAX => Ok(()),
        _ => Err(Failure::at(Code::OutOfRange, "rate", Text::RateTooHigh { code: currency.to_string() })),
    }
}

/// Puts a rate into the recycle bin: the one before it holds on, or the next one reaches back. Refused for the only one of a
/// currency in which there are amounts.
pub async fn delete_exchange_rate(actor: &Actor, id: Uuid, if_version: Option<i64>) -> Outcome<Uuid> {
    let uow = actor.begin_alone().await?;
    delete_in::<ExchangeRate>(&uow, id, false, if_version).await?;
    uow.rewrite_base_amounts(uow.today()).await?;
    uow.commit().await?;
    Ok(id)
}

/// Takes a rate out of the recycle bin, unless another one of its day was set since.
pub async fn restore_exchange_rate(actor: &Actor, id: Uuid) -> Outcome<Uuid> {
    let uow = actor.begin_alone().await?;
    let rate = uow.checked::<ExchangeRate>(id, RecordAction::Restore).await??;
    let currency = rate.currency.parse::<Currency>().map_err(|_| Failure::NotFound)?;
    if uow.rate_on(currency, rate.date).await?.is_some() {
        return Err(Failure::at(Code::Duplicate, "id", Text::RateOfTheDay));
    }
    restore_in(&uow, rate).await?;
    uow.rewrite_base_amounts(uow.today()).await?;
    uow.commit().await?;
    Ok(id)
}
