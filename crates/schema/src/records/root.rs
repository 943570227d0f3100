//! The roots of the schema, whose fields fail one by one.

use std::borrow::Cow;

use async_graphql::{
    ContainerType, Context, ContextSelectionSet, ObjectType, OutputType, Positioned, ServerResult, Value,
    parser::types::Field as Selected, registry::Registry, resolver_utils::resolve_container,
};

/// A root of the schema. A field that may be null becomes null beside its error, and the other fields of the document
/// keep what they found or have done; the library would empty the whole answer.
#[derive(Default)]
pub struct Root<T>(T);

impl<T: ContainerType> OutputType for Root<T> {
    fn type_name() -> Cow<'static, str> {
        T::type_name()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        T::create_type_info(registry)
    }

    async fn resolve(&self, ctx: &ContextSelectionSet<'_>, _: &Positioned<Selected>) -> ServerResult<Value> {
        resolve_container(ctx, self).await
    }
}

impl<T: ContainerType> ContainerType for Root<T> {
    async fn resolve_field(&self, ctx: &Context<'_>) -> ServerResult<Option<Value>> {
        let resolved = self.0.resolve_field(ctx).await;
        match resolved {
            Err(error) if may_be_null::<T>(ctx) => {
                ctx.add_error(error);
                Ok(Some(Value::Null))
            }
            other => other,
        }
    }
}

impl<T: ObjectType> ObjectType for Root<T> {}

fn may_be_null<T: OutputType>(ctx: &Context<'_>) -> bool {
    let root = ctx.schema_env.registry.types.get(T::type_name().as_ref());
    let field = root.and_then(|root| root.field_by_name(ctx.item.node.name.node.as_str()));
    field.is_some_and(|field| !field.ty.ends_with('!'))
}
