//! Records as GraphQL objects: their described fields, and what their room adds.

use std::{borrow::Cow, marker::PhantomData, sync::Arc};

use async_graphql::{
    ContainerType, Context, ContextSelectionSet, ID, Interface, Name, OutputType, Positioned, SelectionField,
    ServerError, ServerResult, Value,
    parser::types::Field as Selected,
    registry::{MetaField, MetaType, Registry},
    resolver_utils::resolve_container,
};
use tundish_application::store::records::{Record, Row, Selection, describe};
use tundish_domain::records::{Description, Field, FieldKind, FieldValue, RecordAction, RecordKind};

use super::{
    context::request,
    money::MoneyObject,
    registry::{enum_once, object, output},
    scalars::{Date, DateTime, Decimal, Output},
    translation::Translation,
};

/// A record type with the fields that its room computes.
pub trait GraphqlRecord: Record {
    /// The computed fields.
    type Extra: ContainerType + From<Arc<Row>>;

    /// Which described fields a computed field needs.
    const NEEDS: &'static [(&'static str, &'static [&'static str])] = &[];
}

/// A record as its viewer sees it.
pub struct Object<R> {
    row: Arc<Row>,
    kind: PhantomData<fn() -> R>,
}

impl<R: GraphqlRecord> Object<R> {
    /// The record of a row that was read through the viewer's scope.
    pub(crate) const fn new(row: Arc<Row>) -> Self {
        Self { row, kind: PhantomData }
    }

    /// Its id.
    pub(crate) async fn id(&self, _: &Context<'_>) -> async_graphql::Result<ID> {
        Ok(ID(self.row.id.to_string()))
    }
}

impl<R: GraphqlRecord> OutputType for Object<R> {
    fn type_name() -> Cow<'static, str> {
        R::DESCRIPTION.name.into()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        let description = R::DESCRIPTION;
        if !registry.types.contains_key(description.name) {
            registry
                .types
                .insert(description.name.to_owned(), object(description.name, description.doc, Default::default()));
            let mut fields: Vec<MetaField> =
                description.fields.iter().map(|field| described(registry, field)).collect();
            fields.push(viewer_can(registry));
            if let MetaType::Object { fields: extra, .. } = registry.create_fake_output_type::<R::Extra>() {
                fields.extend(extra.into_values().filter(|field| !field.name.starts_with("__")));
            }
            let extra_name = R::Extra::type_name().into_owned();
            registry.types.remove(&extra_name);
            let fields = fields.into_iter().map(|field| (field.name.clone(), field)).collect();
            registry.types.insert(description.name.to_owned(), object(description.name, description.doc, fields));
            registry.add_implements(description.name, "Node");
        }
        Self::qualified_type_name()
    }

    async fn resolve(&self, ctx: &ContextSelectionSet<'_>, _: &Positioned<Selected>) -> ServerResult<Value> {
        resolve_container(ctx, self).await
    }
}

impl<R: GraphqlRecord> async_graphql::ObjectType for Object<R> {}

impl<R: GraphqlRecord> ContainerType for Object<R> {
    async fn resolve_field(&self, ctx: &Context<'_>) -> ServerResult<Option<Value>> {
        let name = ctx.item.node.name.node.as_str();
        match R::DESCRIPTION.position(name) {
            Some(position) => resolve_described(ctx, &self.row, position).await.map(Some),
            None if name == "viewerCan" => Ok(Some(actions(ctx, &self.row))),
            None => R::Extra::from(Arc::clone(&self.row)).resolve_field(ctx).await,
        }
    }
}

/// Makes the records' objects, and the interface over all of them.
macro_rules! records {
    ($($variant:ident),+ $(,)?) => {
        /// Any record; found by its id alone.
        #[derive(Interface)]
        #[graphql(field(name = "id", ty = "ID", desc = "The record's id, a UUIDv7."))]
        pub enum Node { $(
            #[doc = "A record."]
            $variant(Object<crate::models::$variant>),
        )+ }

        impl Node {
            /// The record of a row, by its kind.
            pub(crate) fn new(row: Arc<Row>) -> Option<Self> {
                match row.kind {
                    $(RecordKind::$variant => Some(Self::$variant(Object::new(row))),)+
                    _ => None,
                }
            }
        }

        fn register(kind: RecordKind, registry: &mut Registry) -> String {
            match kind {
                $(RecordKind::$variant => { Object::<crate::models::$variant>::create_type_info(registry); })+
                _ => {}
            }
            describe(kind).name.to_owned()
        }

        /// Which described fields a computed field of a kind needs.
        fn needs(kind: RecordKind, name: &str) -> &'static [&'static str] {
            let known: &'static [(&'static str, &'static [&'static str])] = match kind {
                $(RecordKind::$variant => <crate::models::$variant as GraphqlRecord>::NEEDS,)+
                _ => &[],
            };
            known.iter().find(|(key, _)| *key == name).map_or(&[], |(_, fields)| *fields)
        }

        async fn resolve_related(ctx: &ContextSelectionSet<'_>, row: Arc<Row>) -> ServerResult<Value> {
            match row.kind {
                $(RecordKind::$variant => resolve_container(ctx, &Object::<crate::models::$variant>::new(row)).await,)+
                _ => Ok(Value::Null),
            }
        }
    };
}

records! {
    Company, User, Team, Choice, ExchangeRate, Account, Contact, ContactPoint, Product, Pipeline, Stage, Deal, DealLine, DealContact, Note, Task, Target,
    Import,
}

/// What is asked of a record, from the selection under a field.
pub(crate) fn selection(field: SelectionField<'_>, description: &'static Description) -> Selection {
    let mut selection = Selection::default();
    select_into(&mut selection, field, description);
    selection
}

/// Adds what is asked under a field.
pub(crate) fn select_into(selection: &mut Selection, field: SelectionField<'_>, description: &'static Description) {
    for asked in field.selection_set() {
        match description.position(asked.name()) {
            None if asked.name() == "viewerCan" => selection.actions = true,
            None => needs(description.kind, asked.name())
                .iter()
                .filter_map(|key| description.position(key))
                .for_each(|position| selection.add(position)),
            Some(position) => match description.fields[position].kind {
                FieldKind::Reference(kind) if !describe(kind).small => {
                    selection.relate(position, self::selection(asked, describe(kind)));
                }
                _ => selection.add(position),
            },
        }
    }
}

/// The type of a described field in the schema.
fn described(registry: &mut Registry, field: &Field) -> MetaField {
    let ty = match field.kind {
        FieldKind::Id => "ID".to_owned(),
        FieldKind::Text { .. } | FieldKind::Choice { .. } => "String".to_owned(),
        FieldKind::Translations => {
            Translation::create_type_info(registry);
            "[Translation!]".to_owned()
        }
        FieldKind::Enum { name: "String", .. } => "String".to_owned(),
        FieldKind::Enum { name, values, docs } => {
            enum_of(registry, name, values, docs);
            name.to_owned()
        }
        FieldKind::Integer { .. } => "Int".to_owned(),
        FieldKind::Scaled { .. } => named::<Decimal>(registry),
        FieldKind::Money => named::<MoneyObject>(registry),
        FieldKind::Currency => named::<super::scalars::CurrencyCode>(registry),
        FieldKind::Date => named::<Date>(registry),
        FieldKind::DateTime => named::<DateTime>(registry),
        FieldKind::Boolean => "Boolean".to_owned(),
        FieldKind::Reference(kind) => register(kind, registry),
    };
    let mut doc = field.doc.to_owned();
    if field.managers_only {
        doc.push_str(" Seen by managers, administrators and the person; null for others.");
    }
    // A record that one may not see is null, also where there must be one.
    let unseen = matches!(field.kind, FieldKind::Reference(kind) if !describe(kind).small);
    if unseen && !field.nullable {
        doc.push_str(" Null if the viewer may not see it.");
    }
    let always = !field.nullable && !field.managers_only && !unseen;
    output(field.key, if always { format!("{ty}!") } else { ty }, doc)
}

/// Registers the enum of a field.
pub(crate) fn enum_of(registry: &mut Registry, name: &str, values: &[&str], docs: &[&str]) {
    let doc = values.join(", ");
    let values: Vec<(String, String)> =
        values.iter().zip(docs).map(|(value, doc)| ((*value).to_owned(), doc.trim().to_owned())).collect();
    enum_once(registry, name, &format!("One of {doc}."), &values);
}

/// Registers an output type and gives its bare name.
pub(crate) fn named<T: OutputType>(registry: &mut Registry) -> String {
    T::create_type_info(registry);
    T::type_name().into_owned()
}

fn viewer_can(registry: &mut Registry) -> MetaField {
    let docs: Vec<&str> = RecordAction::DOCS.to_vec();
    enum_of(registry, "RecordAction", RecordAction::NAMES, &docs);
    output(
        "viewerCan",
        "[RecordAction!]!".to_owned(),
        "What the viewer may do with it now; nothing with a state of the past.".to_owned(),
    )
}

fn actions(ctx: &Context<'_>, row: &Row) -> Value {
    let kept = || request(ctx).actor().map(|actor| row.kept_actions(actor.viewer())).unwrap_or_default();
    let actions = row.actions().map_or_else(kept, <[RecordAction]>::to_vec);
    Value::List(actions.iter().map(|action| Value::Enum(Name::new(action.as_str()))).collect())
}

async fn resolve_described(ctx: &Context<'_>, row: &Arc<Row>, position: usize) -> ServerResult<Value> {
    let field = &row.description().fields[position];
    if field.managers_only && !may_see(ctx, row) {
        return Ok(Value::Null);
    }
    if let FieldKind::Reference(kind) = field.kind {
        return resolve_reference(ctx, row, position, kind).await;
    }
    let Some(value) = row.at(position) else { return Err(unread(ctx, field.key)) };
    let Some(value) = value else { return Ok(Value::Null) };
    match (field.kind, value) {
        (FieldKind::Money, FieldValue::Money { minor, currency, base }) => {
            let base_currency =
                request(ctx).actor().and_then(|actor| actor.directory().base_currency()).unwrap_or(*currency);
            let money = MoneyObject::new(*minor, *currency, *base, base_currency);
            money.resolve(&ctx.with_selection_set(&ctx.item.node.selection_set), ctx.item).await
        }
        (FieldKind::Translations, FieldValue::Text(json)) => {
            let list = Translation::read(json);
            list.resolve(&ctx.with_selection_set(&ctx.item.node.selection_set), ctx.item).await
        }
        (FieldKind::Enum { name, .. }, FieldValue::Text(text)) if name != "String" => Ok(Value::Enum(Name::new(text))),
        _ => Ok(scalar(value)),
    }
}

/// A scalar for output.
pub(crate) fn scalar(value: &FieldValue) -> Value {
    match value {
        FieldValue::Text(text) => Value::String(text.clone()),
        FieldValue::Integer(number) => Value::from(*number),
        FieldValue::Scaled { mantissa, scale } => {
            Decimal(tundish_domain::kernel::decimal::Decimal::new((*mantissa).into(), *scale).normalized()).output()
        }
        FieldValue::Money { minor, currency, .. } => {
            Decimal(tundish_domain::kernel::decimal::Decimal::new((*minor).into(), currency.exponent())).output()
        }
        FieldValue::Date(date) => Date(*date).output(),
        FieldValue::DateTime(instant) => DateTime(*instant).output(),
        FieldValue::Boolean(flag) => Value::Boolean(*flag),
        FieldValue::Id(id) => Value::String(id.to_string()),
    }
}

fn may_see(ctx: &Context<'_>, row: &Row) -> bool {
    request(ctx).actor().is_some_and(|actor| actor.viewer().sees_managers_fields(Some(row.id)))
}

async fn resolve_reference(
    ctx: &Context<'_>,
    row: &Arc<Row>,
    position: usize,
    kind: RecordKind,
) -> ServerResult<Value> {
    let inner = ctx.with_selection_set(&ctx.item.node.selection_set);
    let key = row.description().fields[position].key;
    if !describe(kind).small {
        return match row.related(position) {
            Some(Some(related)) => resolve_related(&inner, Arc::clone(related)).await,
            Some(None) => Ok(Value::Null),
            None => resolve_alone(ctx, row, position, kind).await,
        };
    }
    let Some(value) = row.at(position) else { return Err(unread(ctx, key)) };
    let Some(id) = value.and_then(FieldValue::as_id) else { return Ok(Value::Null) };
    let found = request(ctx).actor().and_then(|actor| actor.directory().row(id).cloned());
    match found {
        Some(related) => resolve_related(&inner, related).await,
        None => Ok(Value::Null),
    }
}

/// A referenced record that was not joined, because its record did not come from a list: on a timeline, in an event.
async fn resolve_alone(ctx: &Context<'_>, row: &Arc<Row>, position: usize, kind: RecordKind) -> ServerResult<Value> {
    let Some(value) = row.at(position) else { return Err(unread(ctx, row.description().fields[position].key)) };
    let Some(id) = value.and_then(FieldValue::as_id) else { return Ok(Value::Null) };
    let here = |error: async_graphql::Error| error.into_server_error(ctx.item.pos);
    let scope = super::context::scope(ctx).map_err(here)?;
    let asked = selection(ctx.field(), describe(kind));
    let rows =
        scope.rows(describe(kind), &[id], asked).await.map_err(|error| here(super::context::store(ctx, error)))?;
    match rows.into_iter().next() {
        Some(related) => resolve_related(&ctx.with_selection_set(&ctx.item.node.selection_set), related).await,
        None => Ok(Value::Null),
    }
}

/// A field that the look-ahead should have asked for: a mistake of ours.
fn unread(ctx: &Context<'_>, key: &str) -> ServerError {
    tracing::error!(field = key, request = %request(ctx).id, "a selected field was not read");
    super::context::coded("something went wrong on the server", "INTERNAL").into_server_error(ctx.item.pos)
}

/// A record by its id; `None` if there is none that the viewer may see.
pub(crate) async fn one<R: GraphqlRecord>(ctx: &Context<'_>, id: &ID) -> async_graphql::Result<Option<Object<R>>> {
    let scope = super::context::scope(ctx)?;
    let Ok(id) = id.parse() else { return Ok(None) };
    let rows = scope.rows(R::DESCRIPTION, &[id], selection(ctx.field(), R::DESCRIPTION)).await;
    let rows = rows.map_err(|error| super::context::store(ctx, error))?;
    Ok(rows.into_iter().next().map(Object::new))
}

/// Nothing is computed of such records.
pub struct NoExtra;

impl From<Arc<Row>> for NoExtra {
    fn from(_: Arc<Row>) -> Self {
        Self
    }
}

impl OutputType for NoExtra {
    fn type_name() -> Cow<'static, str> {
        "NoExtra".into()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        registry.types.insert("NoExtra".to_owned(), object("NoExtra", "Nothing.", Default::default()));
        Self::qualified_type_name()
    }

    async fn resolve(&self, _: &ContextSelectionSet<'_>, _: &Positioned<Selected>) -> ServerResult<Value> {
        Ok(Value::Null)
    }
}

impl ContainerType for NoExtra {
    async fn resolve_field(&self, _: &Context<'_>) -> ServerResult<Option<Value>> {
        Ok(None)
    }
}
