//! Records on their way to being changed.

use std::{marker::PhantomData, ops::Deref};

use super::Record;

/// A record that its viewer may change in one way. Only a unit of work makes one, after it has checked the right and
/// locked the row; it is what writing takes instead of an id.
#[derive(Debug)]
pub struct Checked<R: Record> {
    record: R,
    sealed: PhantomData<()>,
}

impl<R: Record> Checked<R> {
    pub(crate) const fn new(record: R) -> Self {
        Self { record, sealed: PhantomData }
    }

    pub(crate) fn into_inner(self) -> R {
        self.record
    }
}

impl<R: Record> Deref for Checked<R> {
    type Target = R;

    fn deref(&self) -> &R {
        &self.record
    }
}
