//! The one description of a field. Filters, orders, inputs, import mappings, events, history, search and the API come from it.

use super::RecordKind;

/// The longest text of one line, in characters.
pub const TEXT_MAX: usize = 200;
/// The longest text of several lines, in characters.
pub const LONG_TEXT_MAX: usize = 20_000;

/// A kind of record, described.
#[derive(Debug)]
pub struct Description {
    /// Its kind.
    pub kind: RecordKind,
    /// Its name in the API, e.g. `Deal`.
    pub name: &'static str,
    /// Its table.
    pub table: &'static str,
    /// What it is, for whoever reads the API.
    pub doc: &'static str,
    /// Its fields, in the order in which they are shown.
    pub fields: &'static [Field],
    /// Records that belong to it, for filters (`some`, `none`).
    pub collections: &'static [Collection],
    /// Whether it can go to the recycle bin (`deleted_at`, `deletion_id`).
    pub deletable: bool,
    /// Whether its past is kept: in the table `<table>_history`.
    pub history: bool,
    /// Whether its rows are few and kept in memory.
    pub small: bool,
}

/// Records that point at a record.
#[derive(Debug, PartialEq, Eq)]
pub struct Collection {
    /// The name in filters, e.g. `lineItems`.
    pub key: &'static str,
    /// The kind that points here.
    pub kind: RecordKind,
    /// Its field that does.
    pub field: &'static str,
}

/// A field, described.
#[derive(Debug, PartialEq, Eq)]
pub struct Field {
    /// The key in the API, in events and in mappings, e.g. `expectedCloseDate`.
    pub key: &'static str,
    /// The column, e.g. `expected_close_date`.
    pub column: &'static str,
    /// What it holds.
    pub kind: FieldKind,
    /// Whether it may be empty.
    pub nullable: bool,
    /// Who sets it.
    pub write: Write,
    /// Its part in the full-text search.
    pub search: Search,
    /// Whether a new record has a value where none is given.
    pub defaulted: bool,
    /// Whether representatives may not see it.
    pub managers_only: bool,
    /// Whether it is a person's data: blanked when the person is erased.
    pub sensitive: bool,
    /// What it means; for a nullable field also what null means.
    pub doc: &'static str,
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// The record's own id.
    Id,
    /// One line of text; if `named`, with twins to compare (`<column>_folded`) and to sort by (`<column>_sort`).
    Text {
        /// The most characters.
        max: usize,
        /// Whether it has a sort key: names.
        named: bool,
    },
    /// Names in other languages: a JSON object from language to text.
    Translations,
    /// A key of a list of choices.
    Choice {
        /// The list.
        list: &'static str,
    },
    /// One of a fixed set of names.
    Enum {
        /// The enum's name in the API; `String` for keys that are no enum there.
        name: &'static str,
        /// Its values.
        values: &'static [&'static str],
        /// What each of them means.
        docs: &'static [&'static str],
    },
    /// A whole number within bounds.
    Integer {
        /// The least.
        min: i64,
        /// The greatest.
        max: i64,
    },
    /// An exact decimal, stored as an integer of `10^-scale`, within bounds in that unit.
    Scaled {
        /// Digits behind the point.
        scale: u8,
        /// The least, in units of `10^-scale`.
        min: i64,
        /// The greatest, in units of `10^-scale`.
        max: i64,
    },
    /// An amount with its currency and its value in the base currency: columns `<column>`, `<column>_currency`, `<column>_base`.
    Money,
    /// An ISO 4217 code.
    Currency,
    /// A day.
    Date,
    /// An instant.
    DateTime,
    /// Yes or no.
    Boolean,
    /// Another record's id; the column ends in `_id`.
    Reference(RecordKind),
}

/// Who sets a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Write {
    /// The system or a verb of its own: never through create and update.
    Never,
    /// Whoever creates the record; fixed afterwards.
    OnCreate,
    /// Whoever creates or updates the record.
    Always,
}

/// A field's part in the full-text search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Search {
    /// Not found by it.
    No,
    /// It is the title: found first. Of a longer text, its beginning is.
    Title,
    /// Found by it.
    Body,
}

impl Field {
    const fn new(key: &'static str, column: &'static str, kind: FieldKind, doc: &'static str) -> Self {
        Self {
            key,
            column,
            kind,
            nullable: true,
            write: Write::Always,
            search: Search::No,
            defaulted: false,
            managers_only: false,
            sensitive: false,
            doc,
        }
    }

    /// The record's id.
    pub const fn id() -> Self {
        Self::new("id", "id", FieldKind::Id, "Its id, a UUIDv7.").required().system()
    }

    /// The name by which people know the record: required, found by search, sorted by sound and folded case.
    pub const fn name(doc: &'static str) -> Self {
        let mut field = Self::new("name", "name", FieldKind::Text { max: TEXT_MAX, named: true }, doc).required();
        field.search = Search::Title;
        field
    }

    /// One line of text.
    pub const fn text(key: &'static str, column: &'static str, doc: &'static str) -> Self {
        Self::new(key, column, FieldKind::Text { max: TEXT_MAX, named: false }, doc)
    }

    /// Several lines of text.
    pub const fn long_text(key: &'static str, column: &'static str, doc: &'static str) -> Self {
        Self::new(key, column, FieldKind::Text { max: LONG_TEXT_MAX, named: false }, doc)
    }

    /// The name's translations.
    pub const fn translations() -> Self {
        let doc = "The name in other languages; where one is missing, the name itself is shown.";
        Self::new("translations", "translations", FieldKind::Translations, doc).required().defaulted()
    }

    /// A key of a list of choices.
    pub const fn choice(key: &'static str, column: &'static str, list: &'static str, doc: &'static str) -> Self {
        Self::new(key, column, FieldKind::Choice { list }, doc)
    }

    /// One of a fixed set.
    pub const fn enumeration(
        key: &'static str,
        column: &'static str,
        name: &'static str,
        values: &'static [&'static str],
        docs: &'static [&'static str],
        doc: &'static str,
    ) -> Self {
        Self::new(key, column, FieldKind::Enum { name, values, docs }, doc).required()
    }

    /// A whole number.
    pub const fn integer(key: &'static str, column: &'static str, min: i64, max: i64, doc: &'static str) -> Self {
        Self::new(key, column, FieldKind::Integer { min, max }, doc)
    }

    /// An exact decimal with `scale` digits; the bounds are in units of `10^-scale`.
    pub const fn scaled(
        key: &'static str,
        column: &'static str,
        scale: u8,
        min: i64,
        max: i64,
        doc: &'static str,
    ) -> Self {
        Self::new(key, column, FieldKind::Scaled { scale, min, max }, doc)
    }

    /// An amount of money.
    pub const fn money(key: &'static str, column: &'static str, doc: &'static str) -> Self {
        Self::new(key, column, FieldKind::Money, doc)
    }

    /// A currency.
    pub const fn currency(key: &'static str, column: &'static str, doc: &'static str) -> Self {
        Self::new(key, column, FieldKind::Currency, doc).required()
    }

    /// A day.
    pub const fn date(key: &'static str, column: &'static str, doc: &'static str) -> Self {
        Self::new(key, column, FieldKind::Date, doc)
    }

    /// An instant.
    pub const fn date_time(key: &'static str, column: &'static str, doc: &'static str) -> Self {
        Self::new(key, column, FieldKind::DateTime, doc)
    }

    /// Yes or no.
    pub const fn boolean(key: &'static str, column: &'static str, doc: &'static str) -> Self {
        Self::new(key, column, FieldKind::Boolean, doc).required()
    }

    /// Another record.
    pub const fn reference(key: &'static str, column: &'static str, kind: RecordKind, doc: &'static str) -> Self {
        Self::new(key, column, FieldKind::Reference(kind), doc)
    }

    /// `createdAt`.
    pub const fn created_at() -> Self {
        Self::date_time("createdAt", "created_at", "When it was entered here; imports do not change that.")
            .required()
            .system()
    }

    /// `updatedAt`.
    pub const fn updated_at() -> Self {
        Self::date_time("updatedAt", "updated_at", "When it was last changed.").required().system()
    }

    /// `deletedAt`.
    pub const fn deleted_at() -> Self {
        Self::date_time("deletedAt", "deleted_at", "When it went to the recycle bin; null while it is alive.").system()
    }

    /// `version`.
    pub const fn version() -> Self {
        let doc = "Counts the record's own events, from 1; give it as `ifVersion` to change only what was read.";
        Self::integer("version", "version", 1, i64::MAX, doc).required().system()
    }

    /// May not be empty.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.nullable = false;
        self
    }

    /// A new record has a value where none is given.
    #[must_use]
    pub const fn defaulted(mut self) -> Self {
        self.defaulted = true;
        self
    }

    /// Set by the system only.
    #[must_use]
    pub const fn system(mut self) -> Self {
        self.write = Write::Never;
        self
    }

    /// Set at creation, fixed afterwards.
    #[must_use]
    pub const fn on_create(mut self) -> Self {
        self.write = Write::OnCreate;
        self
    }

    /// Found by the full-text search.
    #[must_use]
    pub const fn searchable(mut self) -> Self {
        self.search = Search::Body;
        self
    }

    /// The title of the record.
    #[must_use]
    pub const fn title(mut self) -> Self {
        self.search = Search::Title;
        self
    }

    /// Hidden from representatives.
    #[must_use]
    pub const fn managers_only(mut self) -> Self {
        self.managers_only = true;
        self
    }

    /// A person's data.
    #[must_use]
    pub const fn sensitive(mut self) -> Self {
        self.sensitive = true;
        self
    }
}

impl Description {
    /// The field of that key.
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// The position of the field of that key.
    pub fn position(&self, key: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.key == key)
    }

    /// The collection of that key.
    pub fn collection(&self, key: &str) -> Option<&'static Collection> {
        self.collections.iter().find(|collection| collection.key == key)
    }

    /// The field that names the record, if it has one.
    pub fn title(&self) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.search == Search::Title)
    }
}
