//! GraphQL over WebSocket, in the protocol `graphql-transport-ws`: subscriptions.

use std::{net::SocketAddr, panic::AssertUnwindSafe, sync::Arc};

use async_graphql::{
    ErrorExtensionValues, Executor, Pos, Request as GraphqlRequest, Response as GraphqlResponse, ServerError,
    http::ALL_WEBSOCKET_PROTOCOLS, parser::types::OperationType,
};
use async_graphql_axum::{GraphQLProtocol, GraphQLWebSocket};
use axum::{
    body::Body,
    extract::{ConnectInfo, State, WebSocketUpgrade},
    http::{HeaderMap, Response, StatusCode, header},
    response::IntoResponse,
};
use futures::{StreamExt, stream, stream::BoxStream};
use tundish_schema::{
    Schema,
    records::{
        context::Request,
        loaders::{follow, loader},
    },
};

use crate::{
    caller::context,
    documents::Documents,
    http::{Malformed, check, coded},
    serve::{BODY_MAX, Server},
};

/// Whether a page of that origin may use the cookie: one of the same host, or one on the list.
fn origin_allowed(server: &Server, headers: &HeaderMap) -> bool {
    let Some(origin) = headers.get(header::ORIGIN) else { return true };
    let Ok(origin) = origin.to_str() else { return false };
    let host = headers.get(header::HOST).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let same = origin.split_once("://").is_some_and(|(_, rest)| rest == host);
    same || server.options.allowed_origins.iter().flatten().any(|known| known == origin)
}

/// `GET /graphql/ws`: subscriptions, in the protocol `graphql-transport-ws`.
pub async fn graphql_ws(
    State(server): State<Server>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    protocol: GraphQLProtocol,
    upgrade: WebSocketUpgrade,
) -> Response<Body> {
    if !origin_allowed(&server, &headers) {
        return (StatusCode::FORBIDDEN, "this origin may not use the session").into_response();
    }
    let context = match context(&server, peer, &headers).await {
        Ok(context) => context,
        Err(malformed) => return (malformed.status, malformed.text).into_response(),
    };
    let follower = Follower { schema: server.schema.clone(), documents: Arc::clone(&server.documents), context };
    let upgrade = upgrade.max_message_size(BODY_MAX).max_frame_size(BODY_MAX);
    upgrade.protocols(ALL_WEBSOCKET_PROTOCOLS).on_upgrade(move |stream| async move {
        let mut data = async_graphql::Data::default();
        data.insert(Arc::clone(&follower.context));
        GraphQLWebSocket::new(stream, follower, protocol).with_data(data).serve().await;
    })
}

/// Carries out what comes through a WebSocket: subscriptions only. Who asks is known since the connection was opened; a
/// query or mutation would be answered with the rights of that moment, so these go to `/graphql`.
#[derive(Clone)]
struct Follower {
    schema: Schema,
    documents: Arc<Documents>,
    context: Arc<Request>,
}

impl Follower {
    fn refused(malformed: &Malformed) -> GraphqlResponse {
        let mut error = ServerError::new(malformed.text.clone(), None);
        let mut extensions = ErrorExtensionValues::default();
        extensions.set("code", malformed.code);
        error.extensions = Some(extensions);
        GraphqlResponse::from_errors(vec![error])
    }
}

impl Executor for Follower {
    async fn execute(&self, _: GraphqlRequest) -> GraphqlResponse {
        Self::refused(&Malformed::new("queries and mutations go to /graphql"))
    }

    fn execute_stream(
        &self,
        request: GraphqlRequest,
        session_data: Option<Arc<async_graphql::Data>>,
    ) -> BoxStream<'static, GraphqlResponse> {
        let refuse = |malformed| stream::once(std::future::ready(Self::refused(&malformed))).boxed();
        match check(&self.documents, request) {
            Ok((request, OperationType::Subscription, _)) => {
                let this = self.clone();
                let begun = async move {
                    // The session may have ended since the connection was opened.
                    if let Err(failure) = this.context.renew().await {
                        let error = this.context.failure(failure).into_server_error(Pos::default());
                        return stream::once(std::future::ready(GraphqlResponse::from_errors(vec![error]))).boxed();
                    }
                    let (loader, reads) = loader(Arc::clone(&this.context));
                    follow(this.schema.execute_stream(request.data(loader), session_data), reads).boxed()
                };
                let id = self.context.id.clone();
                // A resolver that panics ends its subscription, not the connection.
                let events = AssertUnwindSafe(stream::once(begun).flatten().map(coded)).catch_unwind();
                let answered = events.map(move |event| {
                    event.unwrap_or_else(|_| {
                        tracing::error!(request = %id, "a resolver panicked");
                        Self::refused(&Malformed::internal())
                    })
                });
                answered.boxed()
            }
            Ok(_) => refuse(Malformed::new("queries and mutations go to /graphql")),
            Err(malformed) => refuse(malformed),
        }
    }
}
