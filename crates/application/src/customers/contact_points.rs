//! How a person is reached: telephone numbers and e-mail addresses. The primary ones of each kind are also the contact's
//! fields `phone` and `email`; whichever of both is changed, the other follows.

use tundish_domain::{
    customers::ContactPointKind,
    kernel::ids::ContactPointId,
    records::{EventAction, RecordAction, text},
};
use tundish_persistence::{
    customers::{Contact, ContactPoint},
    records::{Record, UnitOfWork},
};
use uuid::Uuid;

use crate::records::{
    Actor, Code, Failure, Input, InputValue, Outcome, Text, again_if_overtaken, claim, digest, in_list, refuse_stale,
    replace_parts,
};

/// A number or address as it was entered.
#[derive(Clone, Debug)]
pub struct PointInput {
    /// The one that is meant; `None`: a new one.
    pub id: Option<Uuid>,
    /// Number or address.
    pub kind: ContactPointKind,
    /// What it is for.
    pub label: Option<String>,
    /// As it is written.
    pub value: String,
    /// Whether it is the first of its kind; if none is, the first one in the list becomes it.
    pub primary: bool,
}

/// The most numbers and addresses of a contact.
pub const POINTS_MAX: usize = 50;

/// Replaces the numbers and addresses of a contact.
pub async fn set_contact_points(
    actor: &Actor,
    id: Uuid,
    points: &[PointInput],
    if_version: Option<i64>,
    key: Option<&str>,
) -> Outcome<Uuid> {
    again_if_overtaken(move || async move {
        let uow = actor.begin().await?;
        let contact = uow.checked::<Contact>(id, RecordAction::Update).await??;
        if claim(&uow, "setContactPoints", key, &digest(&format!("{id} {points:?}")), id).await?.is_some() {
            // Answered when what it repeats is on the disk.
            uow.commit().await?;
            return Ok(id);
        }
        refuse_stale(&uow, &*contact, &["contactPoints", "phone", "email"], if_version).await?;
        if points.len() > POINTS_MAX {
            let text = Text::Between { min: "0".to_owned(), max: POINTS_MAX.to_string() };
            return Err(Failure::at(Code::OutOfRange, "points", text));
        }
        let old: Vec<ContactPoint> = uow.parts("contact", id).await?;
        let mut new: Vec<ContactPoint> = Vec::with_capacity(points.len());
        for (position, entered) in points.iter().enumerate() {
            let point = point(&uow, &contact, &old, position, entered).await;
            let point = point.map_err(|failure| in_list("points", position, failure))?;
            if new.iter().any(|known| (known.kind, &known.normalized) == (point.kind, &point.normalized)) {
                return Err(in_list("points", position, Failure::at(Code::Duplicate, "value", Text::DuplicatePoint)));
            }
            new.push(point);
        }
        let mut after = (*contact).clone();
        for kind in ContactPointKind::ALL {
            let mut of_kind: Vec<&mut ContactPoint> = new.iter_mut().filter(|point| point.kind == *kind).collect();
            let primary = of_kind.iter().position(|point| point.is_primary).unwrap_or(0);
            of_kind.iter_mut().enumerate().for_each(|(position, point)| point.is_primary = position == primary);
            *field(&mut after, *kind) = of_kind.get(primary).map(|point| point.value.clone());
        }
        let parts = replace_parts(&uow, "contactPoints", &old, &new, tell).await?;
        let saved = uow.save_with(contact, after, EventAction::Updated, parts).await?;
        uow.found_by_parts(&saved.record).await?;
        uow.commit().await?;
        Ok(id)
    })
    .await
}

/// The contact's field that shows the primary one of a kind.
fn field(contact: &mut Contact, kind: ContactPointKind) -> &mut Option<String> {
    match kind {
        ContactPointKind::Phone => &mut contact.phone,
        ContactPointKind::Email => &mut contact.email,
    }
}

async fn point(
    uow: &UnitOfWork,
    contact: &Contact,
    old: &[ContactPoint],
    position: usize,
    entered: &PointInput,
) -> Outcome<ContactPoint> {
    let known = match entered.id {
        None => None,
        Some(id) => match old.iter().find(|point| point.id.0 == id) {
            None => return Err(Failure::at(Code::NotFound, "id", Text::UnknownRecord)),
            known => known,
        },
    };
    let mut point = ContactPoint {
        id: known.map_or_else(|| ContactPointId(uow.new_id()), |known| known.id),
        contact_id: contact.id,
        kind: entered.kind,
        label: None,
        value: String::new(),
        normalized: String::new(),
        is_primary: entered.primary,
        position: i64::try_from(position).unwrap_or(i64::MAX),
        created_at: known.map_or_else(|| uow.now(), |known| known.created_at),
        updated_at: uow.now(),
        version: known.map_or(1, |known| known.version),
    };
    let input = Input::new()
        .with(ContactPoint::DESCRIPTION, "label", entered.label.clone().map(InputValue::Text))
        .with(ContactPoint::DESCRIPTION, "value", InputValue::Text(entered.value.clone()));
    input.check(uow).await?.apply(&mut point)?;
    if point.kind == ContactPointKind::Email && point.kind.normalize(&point.value).is_none() {
        return Err(Failure::at(Code::Invalid, "value", Text::EmailInvalid));
    }
    point.normalized = normalized(point.kind, &point.value);
    Ok(point)
}

/// What cannot be read as a number is compared as text: people write down "ask for Ms Li".
fn normalized(kind: ContactPointKind, value: &str) -> String {
    kind.normalize(value).unwrap_or_else(|| text::fold(value))
}

/// A number or address in words: what event and timeline tell of it.
fn tell(point: &ContactPoint) -> serde_json::Value {
    serde_json::json!({
        "kind": point.kind.as_str(),
        "label": point.label,
        "value": point.value,
        "primary": point.is_primary,
    })
}

/// After the contact's own fields were set: the primary numbers and addresses follow.
pub(super) async fn follow_fields(contact: &Contact, before: Option<&Contact>, uow: &UnitOfWork) -> Outcome<()> {
    let fields = [(ContactPointKind::Phone, &contact.phone), (ContactPointKind::Email, &contact.email)];
    let earlier = before.map(|before| [before.phone.clone(), before.email.clone()]).unwrap_or_default();
    if before.is_none() && fields.iter().all(|(_, value)| value.is_none()) {
        return Ok(());
    }
    let mut points: Vec<ContactPoint> = match before {
        Some(_) => uow.parts("contact", contact.id.0).await?,
        None => Vec::new(),
    };
    for ((kind, value), earlier) in fields.into_iter().zip(earlier) {
        if *value == earlier {
            continue;
        }
        let primary = points.iter().position(|point| point.kind == kind && point.is_primary);
        let known = primary.map(|at| points.remove(at));
        if let Some(known) = &known {
            uow.remove_part(known).await?;
        }
        let Some(value) = value else { continue };
        // A further number that becomes the primary one does not stand there twice.
        let normalized = normalized(kind, value);
        if let Some(twin) = points.iter().position(|point| point.kind == kind && point.normalized == normalized) {
            uow.remove_part(&points.remove(twin)).await?;
        }
        let point = ContactPoint {
            id: known.as_ref().map_or_else(|| ContactPointId(uow.new_id()), |known| known.id),
            contact_id: contact.id,
            kind,
            label: known.as_ref().and_then(|known| known.label.clone()),
            value: value.clone(),
            normalized,
            is_primary: true,
            position: known.as_ref().map_or(0, |known| known.position),
            created_at: known.as_ref().map_or_else(|| uow.now(), |known| known.created_at),
            updated_at: uow.now(),
            version: known.as_ref().map_or(1, |known| known.version),
        };
        uow.insert_part(point).await?;
    }
    Ok(uow.found_by_parts(contact).await?)
}
