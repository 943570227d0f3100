//! The mutations that every record has alike.

/// Makes `create…`, `update…`, `delete…` and `restore…` of a record, as far as they are named. `delete_unused` is a `delete…`
/// of what takes nothing along.
macro_rules! record_mutations {
    (
        $(#[doc = $doc:literal])+ $name:ident for $record:ident {
            $(create $create:literal: $create_doc:literal;)?
            $(update $update:literal: $update_doc:literal;)?
            $(delete $delete:literal: $delete_doc:literal;)?
            $(delete_unused $unused:literal: $unused_doc:literal;)?
            $(restore $restore:literal: $restore_doc:literal;)?
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Default)]
        pub struct $name;

        $(#[doc = $doc])+
        #[async_graphql::Object]
        impl $name {
            $(
                #[doc = $create_doc]
                #[graphql(name = $create)]
                async fn create(
                    &self,
                    ctx: &async_graphql::Context<'_>,
                    #[graphql(desc = "The new record.")] input: $crate::records::input::RecordInput<$record, $crate::records::input::Creating>,
                    #[graphql(desc = "The same key gives the same result once, for 24 hours; at most 200 characters.")] idempotency_key: Option<String>,
                ) -> async_graphql::Result<Option<$crate::records::payload::Payload<$record>>> {
                    let actor = $crate::records::context::writer(ctx)?;
                    let outcome = tundish_application::records::create::<$record>(&actor, &input.input, idempotency_key.as_deref()).await;
                    $crate::records::payload::payload(ctx, outcome, None).await.map(Some)
                }
            )?
            $(
                #[doc = $update_doc]
                #[graphql(name = $update)]
                async fn update(
                    &self,
                    ctx: &async_graphql::Context<'_>,
                    #[graphql(desc = "The record's id.")] id: async_graphql::ID,
                    #[graphql(desc = "What changes.")] input: $crate::records::input::RecordInput<$record, $crate::records::input::Updating>,
                    #[graphql(desc = "The version that was read: changes that others made since then to the same fields are not overwritten; those to other fields are kept.")] if_version: Option<i32>,
                    #[graphql(desc = "The same key gives the same result once, for 24 hours; at most 200 characters.")] idempotency_key: Option<String>,
                ) -> async_graphql::Result<Option<$crate::records::payload::Payload<$record>>> {
                    let actor = $crate::records::context::writer(ctx)?;
                    let id = $crate::records::context::own_id(&id)?;
                    let version = if_version.map(i64::from);
                    let outcome = tundish_application::records::update::<$record>(&actor, id, &input.input, version, idempotency_key.as_deref()).await;
                    $crate::records::payload::payload(ctx, outcome, Some(id)).await.map(Some)
                }
            )?
            $(
                #[doc = $delete_doc]
                #[graphql(name = $delete)]
                async fn delete(
                    &self,
                    ctx: &async_graphql::Context<'_>,
                    #[graphql(desc = "The record's id.")] id: async_graphql::ID,
                    #[graphql(desc = "Also delete what belongs to it; without, it is refused while anything does.", default)] cascade: bool,
                    #[graphql(desc = "Only if this is still its version.")] if_version: Option<i32>,
                ) -> async_graphql::Result<Option<$crate::records::payload::Payload<$record>>> {
                    let actor = $crate::records::context::writer(ctx)?;
                    let id = $crate::records::context::own_id(&id)?;
                    let outcome = tundish_application::records::delete::<$record>(&actor, id, cascade, if_version.map(i64::from)).await;
                    $crate::records::payload::payload(ctx, outcome, Some(id)).await.map(Some)
                }
            )?
            $(
                #[doc = $unused_doc]
                #[graphql(name = $unused)]
                async fn delete_unused(
                    &self,
                    ctx: &async_graphql::Context<'_>,
                    #[graphql(desc = "The record's id.")] id: async_graphql::ID,
                    #[graphql(desc = "Only if this is still its version.")] if_version: Option<i32>,
                ) -> async_graphql::Result<Option<$crate::records::payload::Payload<$record>>> {
                    let actor = $crate::records::context::writer(ctx)?;
                    let id = $crate::records::context::own_id(&id)?;
                    let outcome = tundish_application::records::delete::<$record>(&actor, id, false, if_version.map(i64::from)).await;
                    $crate::records::payload::payload(ctx, outcome, Some(id)).await.map(Some)
                }
            )?
            $(
                #[doc = $restore_doc]
                #[graphql(name = $restore)]
                async fn restore(
                    &self,
                    ctx: &async_graphql::Context<'_>,
                    #[graphql(desc = "The record's id.")] id: async_graphql::ID,
                ) -> async_graphql::Result<Option<$crate::records::payload::Payload<$record>>> {
                    let actor = $crate::records::context::writer(ctx)?;
                    let id = $crate::records::context::own_id(&id)?;
                    let outcome = tundish_application::records::restore::<$record>(&actor, id).await;
                    $crate::records::payload::payload(ctx, outcome, Some(id)).await.map(Some)
                }
            )?
        }
    };
}

pub(crate) use record_mutations;

/// Makes the query of one record and of a list of them.
macro_rules! record_queries {
    (
        $(#[doc = $doc:literal])+ $name:ident for $record:ident {
            one $one:literal: $one_doc:literal;
            list $list:literal: $list_doc:literal;
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Default)]
        pub struct $name;

        $(#[doc = $doc])+
        #[async_graphql::Object]
        impl $name {
            #[doc = $one_doc]
            #[graphql(name = $one)]
            async fn one(
                &self,
                ctx: &async_graphql::Context<'_>,
                #[graphql(desc = "The record's id.")] id: async_graphql::ID,
            ) -> async_graphql::Result<Option<$crate::records::object::Object<$record>>> {
                $crate::records::object::one(ctx, &id).await
            }

            #[doc = $list_doc]
            #[graphql(name = $list)]
            #[expect(clippy::too_many_arguments, reason = "the arguments of every list")]
            async fn list(
                &self,
                ctx: &async_graphql::Context<'_>,
                #[graphql(desc = "Which records.")] filter: Option<$crate::records::filter::FilterInput<$record>>,
                #[graphql(desc = "Full-text search, at most 200 characters: all its words are found in the record.")] search: Option<String>,
                #[graphql(desc = "The order, at most 5 keys; absent: newest first.")] order_by: Option<Vec<$crate::records::order::OrderInput<$record>>>,
                #[graphql(desc = "So many from the start, 1 to 200; absent: 50.")] first: Option<i32>,
                #[graphql(desc = "Those behind this cursor.")] after: Option<String>,
                #[graphql(desc = "So many from the end, 1 to 200.")] last: Option<i32>,
                #[graphql(desc = "Those before this cursor.")] before: Option<String>,
            ) -> async_graphql::Result<$crate::records::connection::Connection<$record>> {
                let arguments = $crate::records::connection::ListArguments { filter, search, order_by, first, after, last, before };
                $crate::records::connection::connection(ctx, arguments).await
            }
        }
    };
}

pub(crate) use record_queries;

/// Makes a nested list of what refers to a record, as a method's body.
macro_rules! nested_list {
    ($ctx:expr, $record:ty, $key:literal, $parent:expr, $filter:expr, $order_by:expr, $first:expr, $after:expr, $last:expr, $before:expr) => {
        $crate::records::connection::nested_connection::<$record>(
            $ctx,
            $key,
            $parent,
            $crate::records::connection::ListArguments {
                filter: $filter,
                search: None,
                order_by: $order_by,
                first: $first,
                after: $after,
                last: $last,
                before: $before,
            },
        )
        .await
    };
}

pub(crate) use nested_list;
