//! What makes a table's row a record.

use sea_orm::{EntityTrait, FromQueryResult, IdenStatic, Iterable, ModelTrait, Value};
use tundish_domain::records::{Description, Field, FieldKind, FieldValue, RecordKind, field::TEXT_MAX};
use uuid::Uuid;

use super::values;

pub(crate) mod sealed {
    /// Keeps entities private: nobody else can make a record of one.
    pub trait Sealed: Sized {
        /// The table behind the record.
        type Entity: sea_orm::EntityTrait<Model = Self>;
    }
}

/// A record: a row with a description, an id, a version and events.
///
/// Implemented beside each entity, by [`record!`](crate::records::record).
pub trait Record:
    sealed::Sealed + ModelTrait<Entity = <Self as sealed::Sealed>::Entity> + FromQueryResult + Sync + 'static
{
    /// The description of its fields.
    const DESCRIPTION: &'static Description;
}

/// Makes the model of an entity a [`Record`].
macro_rules! record {
    ($model:ty, $entity:ty, $description:expr) => {
        impl $crate::records::record::sealed::Sealed for $model {
            type Entity = $entity;
        }

        impl $crate::records::Record for $model {
            const DESCRIPTION: &'static tundish_domain::records::Description = &$description;
        }
    };
}

pub(crate) use record;

/// The column of that name.
pub(crate) fn column<R: Record>(name: &str) -> Option<<<R as ModelTrait>::Entity as EntityTrait>::Column> {
    <<R as ModelTrait>::Entity as EntityTrait>::Column::iter().find(|column| column.as_str() == name)
}

/// The names of the columns of a record's table, in the entity's order.
pub(crate) fn columns<R: Record>()
-> impl Iterator<Item = (&'static str, <<R as ModelTrait>::Entity as EntityTrait>::Column)> {
    <<R as ModelTrait>::Entity as EntityTrait>::Column::iter().map(|column| (IdenStatic::as_str(&column), column))
}

/// Reading and writing a record's fields by their description.
pub trait Fields: Record {
    /// The value of a field; `None` where it is empty.
    fn value(&self, field: &Field) -> Option<FieldValue> {
        values::from_columns(field, |name| column::<Self>(name).map(|column| self.get(column)))
    }

    /// Sets a field. The value must fit the field's kind and, for required fields, be there: both are checked where
    /// inputs are read, so a misfit is a programming error and is reported as one.
    fn set_value(&mut self, field: &Field, value: Option<&FieldValue>) -> Result<(), super::StoreError> {
        for (name, value) in values::to_columns(field, value) {
            let column = column::<Self>(&name).ok_or_else(|| super::StoreError::Misfit(name.clone()))?;
            self.try_set(column, value).map_err(|_| super::StoreError::Misfit(name))?;
        }
        Ok(())
    }

    /// The record's id.
    fn record_id(&self) -> Uuid {
        match column::<Self>("id").map(|column| self.get(column)) {
            Some(Value::Uuid(Some(id))) => id,
            _ => Uuid::nil(),
        }
    }

    /// The number of the record's own events.
    fn record_version(&self) -> i64 {
        match column::<Self>("version").map(|column| self.get(column)) {
            Some(Value::BigInt(Some(version))) => version,
            _ => 0,
        }
    }

    /// Its title, for search and for people: one line of at most [`TEXT_MAX`] characters.
    fn title(&self) -> String {
        let title = Self::DESCRIPTION.title().and_then(|field| self.value(field));
        let title = title.as_ref().and_then(FieldValue::as_text).and_then(|text| text.lines().next());
        title.unwrap_or_default().chars().take(TEXT_MAX).collect()
    }
}

impl<R: Record> Fields for R {}

/// The columns that a field's value is kept in; derived twins (sort keys) are not among them.
pub(crate) fn field_columns(field: &Field) -> Vec<String> {
    match field.kind {
        FieldKind::Money => values::money_columns(field).into(),
        _ => vec![field.column.to_owned()],
    }
}

/// The kind of a record type.
pub const fn kind_of<R: Record>() -> RecordKind {
    R::DESCRIPTION.kind
}
