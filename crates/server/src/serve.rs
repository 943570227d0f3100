//! Serving: the routes, the workers, and an orderly end.

use std::{net::SocketAddr, sync::Arc};

use axum::{
    Router,
    extract::{DefaultBodyLimit, State},
    http::StatusCode,
    response::IntoResponse,
    routing::{get, post},
};
use tokio::{net::TcpListener, sync::watch};
use tower_http::{compression::CompressionLayer, trace::TraceLayer};
use tracing_subscriber::EnvFilter;
use tundish_application::{
    organisation::Gate,
    records::import_runs::{self, Engine, Pace},
    store::Database,
};
use tundish_schema::Schema;

use crate::{
    assets,
    commands::{CommandError, open, random},
    config::Options,
    http, uploads,
};

/// What the handlers share.
#[derive(Clone)]
pub struct Server {
    /// The database.
    pub database: Arc<Database>,
    /// Where passwords are checked.
    pub gate: Arc<Gate>,
    /// The schema.
    pub schema: Schema,
    /// The configuration.
    pub options: Arc<Options>,
}

/// The longest document and variables, in bytes.
const BODY_MAX: usize = 1024 * 1024;

/// Starts logging.
pub fn log(options: &Options) {
    let filter =
        EnvFilter::try_new(options.log.as_deref().unwrap_or("info")).unwrap_or_else(|_| EnvFilter::new("info"));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A second start of logging, in tests, is no harm.
    let _ = if options.log_json == Some(true) { builder.json().try_init() } else { builder.try_init() };
}

/// The routes.
pub fn routes(server: Server) -> Router {
    Router::new()
        .route("/graphql", get(http::graphql_get).post(http::graphql_post).fallback(http::method_not_allowed))
        .route("/graphql/ws", get(http::graphql_ws))
        .route("/graphiql", get(http::graphiql))
        .route("/uploads", post(uploads::upload))
        .route("/imports/{id}/refused.csv", get(uploads::refused_rows))
        .route("/healthz", get(|| async { "ok" }))
        .route("/readyz", get(ready))
        .fallback(assets::serve)
        .layer(DefaultBodyLimit::max(BODY_MAX))
        .layer(CompressionLayer::new())
        .layer(TraceLayer::new_for_http())
        .with_state(server)
}

async fn ready(State(server): State<Server>) -> impl IntoResponse {
    match server.database.ping().await {
        Ok(()) => (StatusCode::OK, "ready"),
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer")
        }
    }
}

/// Serves until the process is told to end.
pub async fn serve(options: Options) -> Result<(), CommandError> {
    log(&options);
    let database = open(&options).await?;
    let gate = Arc::new(Gate::new(random()));
    let address = options.listen();
    let listener = TcpListener::bind(address)
        .await
        .map_err(|error| CommandError::Io(format!("cannot listen on {address}"), error))?;
    let address = listener.local_addr().unwrap_or(address);
    let numbering = tokio::spawn(Arc::clone(&database).number_events());
    let (stop, stopping) = watch::channel(false);
    let working = tokio::spawn(import_runs::work(Arc::clone(&database), Arc::new(Engine), Pace::default(), stopping));
    let directory = database.fresh_directory().await?;
    if directory.company().is_none() {
        tracing::info!("this Tundish is new: set it up at http://{address}/set-up?token={}", gate.set_up_token());
    }
    let server =
        Server { database: Arc::clone(&database), gate, schema: tundish_schema::schema(), options: Arc::new(options) };
    tracing::info!(%address, "serving");
    axum::serve(listener, routes(server).into_make_service_with_connect_info::<SocketAddr>())
        .with_graceful_shutdown(told_to_end())
        .await
        .map_err(|error| CommandError::Io("serving".to_owned(), error))?;
    stop.send_replace(true);
    if let Err(error) = working.await {
        tracing::error!(%error, "the worker did not end by itself");
    }
    numbering.abort();
    database.close().await.map_err(tundish_application::store::records::StoreError::from)?;
    tracing::info!("ended");
    Ok(())
}

async fn told_to_end() {
    let interrupt = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! { () = interrupt => {}, () = terminate => {} }
}
