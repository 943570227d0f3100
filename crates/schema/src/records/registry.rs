//! Types made from descriptions, as the registry of the schema wants them.

use async_graphql::{
    indexmap::IndexMap,
    registry::{MetaEnumValue, MetaField, MetaInputValue, MetaType, Registry},
};

/// Marks types whose name says it all: they may be registered again.
const BY_NAME: &str = "__fake_type__";

/// A field of an object.
pub(crate) fn output(name: &str, ty: String, doc: String) -> MetaField {
    MetaField {
        name: name.to_owned(),
        description: Some(doc),
        args: IndexMap::new(),
        ty,
        deprecation: Default::default(),
        cache_control: Default::default(),
        external: false,
        requires: None,
        provides: None,
        visible: None,
        shareable: false,
        inaccessible: false,
        tags: Vec::new(),
        override_from: None,
        compute_complexity: None,
        directive_invocations: Vec::new(),
        requires_scopes: Vec::new(),
    }
}

/// A field of an input.
pub(crate) fn input(name: &str, ty: String, doc: impl Into<String>) -> MetaInputValue {
    MetaInputValue {
        name: name.to_owned(),
        description: Some(doc.into()),
        ty,
        deprecation: Default::default(),
        default_value: None,
        visible: None,
        inaccessible: false,
        tags: Vec::new(),
        is_secret: false,
        directive_invocations: Vec::new(),
    }
}

/// An object type.
pub(crate) fn object(name: &str, doc: &str, fields: IndexMap<String, MetaField>) -> MetaType {
    MetaType::Object {
        name: name.to_owned(),
        description: Some(doc.to_owned()),
        fields,
        cache_control: Default::default(),
        extends: false,
        shareable: false,
        resolvable: true,
        keys: None,
        visible: None,
        inaccessible: false,
        interface_object: false,
        tags: Vec::new(),
        is_subscription: false,
        rust_typename: Some(BY_NAME),
        directive_invocations: Vec::new(),
        requires_scopes: Vec::new(),
    }
}

/// Registers an object once; the fields are made after the name is taken, so that types may refer to each other.
pub(crate) fn object_once(
    registry: &mut Registry,
    name: &str,
    doc: &str,
    fields: impl FnOnce(&mut Registry) -> Vec<MetaField>,
) {
    if registry.types.contains_key(name) {
        return;
    }
    registry.types.insert(name.to_owned(), object(name, doc, IndexMap::new()));
    let fields = fields(registry).into_iter().map(|field| (field.name.clone(), field)).collect();
    registry.types.insert(name.to_owned(), object(name, doc, fields));
}

/// Registers an input once.
pub(crate) fn input_once(
    registry: &mut Registry,
    name: &str,
    doc: &str,
    oneof: bool,
    fields: impl FnOnce(&mut Registry) -> Vec<MetaInputValue>,
) {
    let build = |fields: IndexMap<String, MetaInputValue>| MetaType::InputObject {
        name: name.to_owned(),
        description: Some(doc.to_owned()),
        input_fields: fields,
        visible: None,
        inaccessible: false,
        tags: Vec::new(),
        rust_typename: Some(BY_NAME),
        oneof,
        directive_invocations: Vec::new(),
    };
    if registry.types.contains_key(name) {
        return;
    }
    registry.types.insert(name.to_owned(), build(IndexMap::new()));
    let fields = fields(registry).into_iter().map(|field| (field.name.clone(), field)).collect();
    registry.types.insert(name.to_owned(), build(fields));
}

/// Registers an enum once: names with what they mean.
pub(crate) fn enum_once(registry: &mut Registry, name: &str, doc: &str, values: &[(String, String)]) {
    if registry.types.contains_key(name) {
        return;
    }
    let values = values
        .iter()
        .map(|(value, doc)| {
            let meta = MetaEnumValue {
                name: value.clone(),
                description: Some(doc.clone()),
                deprecation: Default::default(),
                visible: None,
                inaccessible: false,
                tags: Vec::new(),
                directive_invocations: Vec::new(),
            };
            (value.clone(), meta)
        })
        .collect();
    let meta = MetaType::Enum {
        name: name.to_owned(),
        description: Some(doc.to_owned()),
        enum_values: values,
        visible: None,
        inaccessible: false,
        tags: Vec::new(),
        rust_typename: Some(BY_NAME),
        directive_invocations: Vec::new(),
        requires_scopes: Vec::new(),
    };
    registry.types.insert(name.to_owned(), meta);
}
