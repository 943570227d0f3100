//! Events: for the timeline and for subscriptions.

use std::sync::Arc;

use async_graphql::{Context, ID, Object as GraphqlObject, SimpleObject, Union};
use tundish_application::store::records::{Event, FieldChange as Change, describe};
use tundish_domain::records::{EventAction, EventOrigin, FieldValue, RecordKind};
use uuid::Uuid;

use super::{
    context::{actor, store},
    object::{Node, Object, selection},
    scalars::{CurrencyCode, Date, DateTime, Decimal},
};
use crate::models::User;

/// A text.
#[derive(SimpleObject)]
pub struct TextValue {
    /// The text.
    value: String,
}

/// A number.
#[derive(SimpleObject)]
pub struct NumberValue {
    /// The number.
    value: Decimal,
}

/// An amount of money.
#[derive(SimpleObject)]
pub struct MoneyValue {
    /// How much.
    amount: Decimal,
    /// The currency.
    currency: CurrencyCode,
}

/// A day.
#[derive(SimpleObject)]
pub struct DateValue {
    /// The day.
    value: Date,
}

/// An instant.
#[derive(SimpleObject)]
pub struct DateTimeValue {
    /// The instant.
    value: DateTime,
}

/// Yes or no.
#[derive(SimpleObject)]
pub struct BooleanValue {
    /// Yes or no.
    value: bool,
}

/// Another record.
#[derive(SimpleObject)]
pub struct ReferenceValue {
    /// Its id.
    id: ID,
    /// Its name today; null if the viewer may not see it.
    label: Option<String>,
}

/// A field's value before or after a change.
#[derive(Union)]
#[graphql(name = "FieldValue")]
pub enum FieldValueObject {
    /// A text.
    Text(TextValue),
    /// A number.
    Number(NumberValue),
    /// An amount of money.
    Money(MoneyValue),
    /// A day.
    Date(DateValue),
    /// An instant.
    DateTime(DateTimeValue),
    /// Yes or no.
    Boolean(BooleanValue),
    /// Another record.
    Reference(ReferenceValue),
}

/// A field that changed.
#[derive(SimpleObject)]
pub struct FieldChange {
    /// The field's name in the record's type, or that of a part such as `lineItems`.
    field: String,
    /// Before; null: it was empty.
    from: Option<FieldValueObject>,
    /// After; null: it is empty.
    to: Option<FieldValueObject>,
}

/// Something that happened to a record.
pub struct RecordEvent {
    event: Event,
}

impl RecordEvent {
    pub(crate) const fn new(event: Event) -> Self {
        Self { event }
    }
}

/// Something that happened to a record.
#[GraphqlObject]
impl RecordEvent {
    /// The event's own id.
    async fn id(&self) -> ID {
        ID(format!("event-{}", self.event.id))
    }

    /// Its place in the order of all events, without gaps; give the last one as `afterSeq` to miss nothing. Null while the
    /// event, just written, has no number yet.
    async fn seq(&self) -> Option<String> {
        self.event.seq.map(|seq| seq.to_string())
    }

    /// When it was written.
    async fn recorded_at(&self) -> DateTime {
        DateTime(self.event.recorded_at)
    }

    /// Since when it holds: differs from `recordedAt` for imports only.
    async fn effective_at(&self) -> DateTime {
        DateTime(self.event.effective_at)
    }

    /// Through which door it came.
    async fn origin(&self) -> EventOrigin {
        self.event.origin
    }

    /// What kind of record.
    async fn kind(&self) -> RecordKind {
        self.event.kind
    }

    /// Which record.
    async fn record_id(&self) -> ID {
        ID(self.event.record_id.to_string())
    }

    /// What happened.
    async fn action(&self) -> EventAction {
        self.event.action
    }

    /// The fields that changed, as far as the viewer may see them.
    async fn changes(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<FieldChange>> {
        changes(ctx, &self.event).await
    }

    /// Who did it; null: Tundish itself.
    async fn actor(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Object<User>>> {
        let actor = actor(ctx)?;
        Ok(self.event.actor.and_then(|user| actor.directory().row(user.0).cloned()).map(Object::new))
    }

    /// The record as it is now; null if the viewer no longer sees it, or it was deleted.
    async fn record(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Node>> {
        node(ctx, self.event.kind, self.event.record_id).await
    }
}

async fn changes(ctx: &Context<'_>, event: &Event) -> async_graphql::Result<Vec<FieldChange>> {
    let actor = actor(ctx)?;
    let description = describe(event.kind);
    let all = actor.viewer().sees_managers_fields(Some(event.record_id));
    let hidden = |key: &str| !all && description.field(key).is_some_and(|field| field.managers_only);
    let shown: Vec<&Change> = event.changes.iter().filter(|change| !hidden(&change.field)).collect();
    let mut labels = std::collections::HashMap::new();
    for kind in RecordKind::ALL {
        let ids: Vec<Uuid> = shown
            .iter()
            .filter(|change| matches!(description.field(&change.field).map(|field| field.kind), Some(tundish_domain::records::FieldKind::Reference(target)) if target == *kind))
            .flat_map(|change| [&change.from, &change.to])
            .filter_map(|value| value.as_ref().and_then(FieldValue::as_id))
            .collect();
        if !ids.is_empty() {
            let titles = actor.scope().titles(*kind, &ids).await.map_err(|error| store(ctx, error))?;
            labels.extend(titles);
        }
    }
    let object = |value: &FieldValue| match value {
        FieldValue::Text(text) => FieldValueObject::Text(TextValue { value: text.clone() }),
        FieldValue::Integer(number) => number_value((*number).into(), 0),
        FieldValue::Scaled { mantissa, scale } => number_value((*mantissa).into(), *scale),
        FieldValue::Money { minor, currency, .. } => FieldValueObject::Money(MoneyValue {
            amount: Decimal(tundish_domain::kernel::decimal::Decimal::new((*minor).into(), currency.exponent())),
            currency: CurrencyCode(*currency),
        }),
        FieldValue::Date(date) => FieldValueObject::Date(DateValue { value: Date(*date) }),
        FieldValue::DateTime(instant) => FieldValueObject::DateTime(DateTimeValue { value: DateTime(*instant) }),
        FieldValue::Boolean(flag) => FieldValueObject::Boolean(BooleanValue { value: *flag }),
        FieldValue::Id(id) => {
            FieldValueObject::Reference(ReferenceValue { id: ID(id.to_string()), label: labels.get(id).cloned() })
        }
    };
    Ok(shown
        .into_iter()
        .map(|change| FieldChange {
            field: change.field.clone(),
            from: change.from.as_ref().map(object),
            to: change.to.as_ref().map(object),
        })
        .collect())
}

fn number_value(mantissa: i128, scale: u8) -> FieldValueObject {
    FieldValueObject::Number(NumberValue {
        value: Decimal(tundish_domain::kernel::decimal::Decimal::new(mantissa, scale)),
    })
}

/// A record of a kind that the viewer may see, with what the field asks for.
pub(crate) async fn node(ctx: &Context<'_>, kind: RecordKind, id: Uuid) -> async_graphql::Result<Option<Node>> {
    let description = describe(kind);
    let rows = actor(ctx)?.scope().rows(description, &[id], selection(ctx.field(), description)).await;
    let row = rows.map_err(|error| store(ctx, error))?.into_iter().next();
    Ok(row.and_then(|row: Arc<_>| Node::new(row)))
}
