//! Parts: rows that belong to another record and change with it, such as a deal's lines. Each change is an event of the
//! record to which they belong.

use tundish_domain::records::FieldValue;
use tundish_persistence::records::{FieldChange, Record, UnitOfWork};

use super::{Failure, Outcome, UserError};

/// Writes the new parts in place of the old ones. What comes back is the change for the event, if there is any; `tell` puts
/// a part into words.
pub(crate) async fn replace_parts<R: Record>(
    uow: &UnitOfWork,
    key: &str,
    old: &[R],
    new: &[R],
    tell: impl Fn(&R) -> serde_json::Value,
) -> Outcome<Vec<FieldChange>> {
    let change = FieldChange { field: key.to_owned(), from: told(old, &tell), to: told(new, &tell) };
    if change.from == change.to {
        return Ok(Vec::new());
    }
    for part in old {
        uow.remove_part(part).await?;
    }
    for part in new {
        uow.insert_part(part.clone()).await?;
    }
    Ok(vec![change])
}

/// Parts as one text: what the event tells of them; `None` without any.
pub(crate) fn told<R>(parts: &[R], tell: impl Fn(&R) -> serde_json::Value) -> Option<FieldValue> {
    let told: Vec<_> = parts.iter().map(tell).collect();
    (!told.is_empty()).then(|| FieldValue::Text(serde_json::Value::Array(told).to_string()))
}

/// A failure of one element of a list, with the way to it.
pub(crate) fn in_list(list: &str, position: usize, failure: Failure) -> Failure {
    match failure {
        Failure::Refused(errors) => {
            let place = |error: UserError| {
                let path = [list.to_owned(), position.to_string()].into_iter().chain(error.path).collect();
                UserError { path, ..error }
            };
            Failure::Refused(errors.into_iter().map(place).collect())
        }
        other => other,
    }
}
