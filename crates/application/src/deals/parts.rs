//! The parts of a deal: its lines and its contacts' buying roles. They belong to the deal; each change is an event of it.

use chrono::NaiveDate;
use tundish_domain::{
    commerce::line_total,
    deals::BuyingRole,
    kernel::{
        decimal::Decimal,
        ids::{ContactId, DealContactId, DealLineId, ProductId},
    },
    records::{EventAction, FieldValue, RecordAction, RecordKind},
};
use tundish_persistence::{
    deals::{Deal, DealContact, DealLine},
    records::{Record, UnitOfWork},
};
use uuid::Uuid;

use super::{value, worth};
use crate::records::{
    Actor, Changes, Code, Failure, Input, InputValue, Outcome, Text, UserError, again_if_overtaken, claim, digest,
    in_list, refuse_stale, replace_parts, told,
};

/// A line as it was entered.
#[derive(Clone, Debug)]
pub struct LineInput {
    /// The line that is meant; `None`: a new one.
    pub id: Option<Uuid>,
    /// The product.
    pub product: Uuid,
    /// How many.
    pub quantity: Decimal,
    /// What one costs; `None`: the product's list price.
    pub unit_price: Option<InputValue>,
}

/// A contact's part as it was entered.
#[derive(Clone, Copy, Debug)]
pub struct RoleInput {
    /// The contact.
    pub contact: Uuid,
    /// The part.
    pub role: BuyingRole,
}

/// The most lines of a deal.
pub const LINES_MAX: usize = 500;
/// The most contacts of a deal.
pub const ROLES_MAX: usize = 200;

/// Replaces the lines of a deal; with `take_over` the deal's amount becomes their sum.
pub async fn set_lines(
    actor: &Actor,
    id: Uuid,
    lines: &[LineInput],
    take_over: bool,
    if_version: Option<i64>,
    key: Option<&str>,
) -> Outcome<Uuid> {
    again_if_overtaken(move || async move {
        let uow = actor.begin().await?;
        let deal = uow.checked::<Deal>(id, RecordAction::Update).await??;
        if claim(&uow, "setDealLines", key, &digest(&format!("{id} {lines:?} {take_over}")), id).await?.is_some() {
            // Answered when what it repeats is on the disk.
            uow.commit().await?;
            return Ok(id);
        }
        let keys: &[&str] = if take_over { &["lineItems", "amount"] } else { &["lineItems"] };
        refuse_stale(&uow, &*deal, keys, if_version).await?;
        if lines.len() > LINES_MAX {
            let text = Text::Between { min: "0".to_owned(), max: LINES_MAX.to_string() };
            return Err(Failure::at(Code::OutOfRange, "lines", text));
        }
        let old: Vec<DealLine> = uow.parts("deal", id).await?;
        let mut new = Vec::with_capacity(lines.len());
        for (position, entered) in lines.iter().enumerate() {
            let line: DealLine = line(&uow, &deal, &old, position, entered)
                .await
                .map_err(|failure| in_list("lines", position, failure))?;
            if new.iter().any(|other: &DealLine| other.id == line.id) {
                return Err(Failure::BadInput(format!("lines.{position}.id is the id of an earlier line")));
            }
            new.push(line);
        }
        let mut after = (*deal).clone();
        if take_over {
            take_over_total(&mut after, &new, &uow);
            value(&mut after, &uow).await?;
        }
        let parts = replace_parts(&uow, "lineItems", &old, &new, tell).await?;
        uow.save_with(deal, after, EventAction::Updated, parts).await?;
        uow.commit().await?;
        Ok(id)
    })
    .await
}

async fn line(
    uow: &UnitOfWork,
    deal: &Deal,
    old: &[DealLine],
    position: usize,
    entered: &LineInput,
) -> Outcome<DealLine> {
    let known = match entered.id {
        None => None,
        Some(id) => match old.iter().find(|line| line.id.0 == id) {
            None => return Err(Failure::at(Code::NotFound, "id", Text::UnknownRecord)),
            known => known,
        },
    };
    let mut input = Input::new().with(DealLine::DESCRIPTION, "quantity", InputValue::Decimal(entered.quantity));
    // A line keeps its product, also one that is in the recycle bin by now.
    if known.is_none_or(|known| known.product_id.0 != entered.product) {
        input = input.with(DealLine::DESCRIPTION, "product", InputValue::Id(entered.product));
    }
    if let Some(price) = &entered.unit_price {
        input = input.with(DealLine::DESCRIPTION, "unitPrice", price.clone());
    }
    let changes: Changes = input.check(uow).await?;
    let mut line = DealLine {
        id: known.map_or_else(|| DealLineId(uow.new_id()), |known| known.id),
        deal_id: deal.id,
        product_id: ProductId(entered.product),
        quantity: 0,
        unit_price: None,
        unit_price_currency: None,
        unit_price_base: None,
        total: None,
        total_currency: None,
        total_base: None,
        position: i64::try_from(position).unwrap_or(i64::MAX),
        created_at: known.map_or_else(|| uow.now(), |known| known.created_at),
        updated_at: uow.now(),
        version: known.map_or(1, |known| known.version),
    };
    changes.apply(&mut line)?;
    if entered.unit_price.is_none()
        && let Some(product) = uow.part::<tundish_persistence::commerce::Product>(entered.product).await?
    {
        line.unit_price = product.list_price;
        line.unit_price_currency = product.list_price_currency;
    }
    price(&mut line, deal.closed_date, uow).await?;
    Ok(line)
}

/// What a line costs together, and in the base currency: at the rate of the day on which its deal closed, or today's.
pub(crate) async fn price(line: &mut DealLine, closed: Option<NaiveDate>, uow: &UnitOfWork) -> Outcome<()> {
    // What does not fit is refused below, as greater than any amount.
    line.total = line.unit_price.map(|price| line_total(line.quantity, price).unwrap_or(i64::MAX));
    line.total_currency.clone_from(&line.unit_price_currency);
    let currency = line.unit_price_currency.as_deref();
    line.unit_price_base = worth("unitPrice", line.unit_price, currency, closed, uow).await?;
    line.total_base = worth("quantity", line.total, currency, closed, uow).await?;
    Ok(())
}

/// A line in words: what event and timeline tell of it.
fn tell(line: &DealLine) -> serde_json::Value {
    serde_json::json!({
        "product": line.product_id.0,
        "quantity": Decimal::new(line.quantity.into(), 4).to_string(),
        "unitPrice": line.unit_price,
        "currency": line.unit_price_currency,
    })
}

/// Lines in words.
pub(crate) fn lines_told(lines: &[DealLine]) -> Option<FieldValue> {
    told(lines, tell)
}

/// Of at most [`LINES_MAX`] lines, none of which is worth more than any amount: so the sums fit.
fn take_over_total(deal: &mut Deal, lines: &[DealLine], uow: &UnitOfWork) {
    let currencies: Vec<&String> = lines.iter().filter_map(|line| line.unit_price_currency.as_ref()).collect();
    let one_currency = currencies.first().filter(|first| currencies.iter().all(|code| code == *first));
    let total = lines.iter().filter_map(|line| line.total).sum();
    let base = lines.iter().filter_map(|line| line.total_base).sum();
    // Lines in several currencies add up in the base currency only.
    match one_currency {
        Some(code) => (deal.amount, deal.amount_currency) = (Some(total), Some((*code).clone())),
        None => {
            let code = uow.directory().base_currency().map(|currency| currency.to_string());
            (deal.amount, deal.amount_currency) = (Some(base), code);
        }
    }
}

/// Refuses more contacts than a deal can have.
fn refuse_many_contacts(count: usize, path: &str) -> Outcome<()> {
    if count > ROLES_MAX {
        let text = Text::Between { min: "0".to_owned(), max: ROLES_MAX.to_string() };
        return Err(Failure::at(Code::OutOfRange, path, text));
    }
    Ok(())
}

/// Replaces the contacts of a deal and their parts in the decision.
pub async fn set_buying_roles(
    actor: &Actor,
    id: Uuid,
    roles: &[RoleInput],
    if_version: Option<i64>,
    key: Option<&str>,
) -> Outcome<Uuid> {
    again_if_overtaken(move || async move {
        let uow = actor.begin().await?;
        let deal = uow.checked::<Deal>(id, RecordAction::Update).await??;
        if claim(&uow, "setBuyingRoles", key, &digest(&format!("{id} {roles:?}")), id).await?.is_some() {
            // Answered when what it repeats is on the disk.
            uow.commit().await?;
            return Ok(id);
        }
        refuse_stale(&uow, &*deal, &["buyingRoles"], if_version).await?;
        refuse_many_contacts(roles.len(), "roles")?;
        let old: Vec<DealContact> = uow.parts("deal", id).await?;
        let mut new: Vec<DealContact> = Vec::with_capacity(roles.len());
        for (position, entered) in roles.iter().enumerate() {
            let refuse = |code, text| in_list("roles", position, Failure::at(code, "contactId", text));
            let known = old.iter().find(|part| part.contact_id.0 == entered.contact);
            if known.is_none() && !uow.sees(RecordKind::Contact, entered.contact).await? {
                return Err(refuse(Code::NotFound, Text::UnknownRecord));
            }
            if new.iter().any(|known| known.contact_id.0 == entered.contact) {
                return Err(refuse(Code::Duplicate, Text::DuplicateContact));
            }
            new.push(DealContact {
                id: known.map_or_else(|| DealContactId(uow.new_id()), |part| part.id),
                deal_id: deal.id,
                contact_id: ContactId(entered.contact),
                role: entered.role,
                created_at: known.map_or_else(|| uow.now(), |part| part.created_at),
                updated_at: uow.now(),
                version: known.map_or(1, |part| part.version),
            });
        }
        // What the viewer cannot see he has not left out.
        for part in &old {
            let left_out = !new.iter().any(|kept| kept.id == part.id);
            if left_out && !uow.sees(RecordKind::Contact, part.contact_id.0).await? {
                new.push(part.clone());
            }
        }
        let tell = |part: &DealContact| serde_json::json!({ "contact": part.contact_id.0, "role": part.role.as_str() });
        let parts = replace_parts(&uow, "buyingRoles", &old, &new, tell).await?;
        let after = (*deal).clone();
        uow.save_with(deal, after, EventAction::Updated, parts).await?;
        uow.commit().await?;
        Ok(id)
    })
    .await
}

/// The contacts with which a deal begins; they influence the decision until somebody knows better.
pub(crate) async fn add_contacts(uow: &UnitOfWork, deal: &Deal, contacts: &[Uuid]) -> Outcome<()> {
    refuse_many_contacts(contacts.len(), "contactIds")?;
    for (position, contact) in contacts.iter().enumerate() {
        let refuse = |code, text| {
            in_list("contactIds", position, Failure::Refused(vec![UserError { code, path: Vec::new(), text }]))
        };
        if !uow.sees(RecordKind::Contact, *contact).await? {
            return Err(refuse(Code::NotFound, Text::UnknownRecord));
        }
        if contacts[..position].contains(contact) {
            return Err(refuse(Code::Duplicate, Text::DuplicateContact));
        }
        let part = DealContact {
            id: DealContactId(uow.new_id()),
            deal_id: deal.id,
            contact_id: ContactId(*contact),
            role: BuyingRole::Influencer,
            created_at: uow.now(),
            updated_at: uow.now(),
            version: 1,
        };
        uow.insert_part(part).await?;
    }
    Ok(())
}
