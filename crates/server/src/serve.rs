//! Serving: the routes, the workers, and an orderly end.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use axum::{
    Router,
    extract::{DefaultBodyLimit, State},
    http::{HeaderName, HeaderValue, Method, StatusCode, header},
    response::IntoResponse,
    routing::{get, post},
};
use tokio::{net::TcpListener, sync::watch};
use tower_http::{compression::CompressionLayer, cors::CorsLayer};
use tracing_subscriber::{EnvFilter, filter::LevelFilter};
use tundish_application::{
    insight::keep_totals,
    organisation::{Gate, keep_base_amounts},
    records::import_runs::{self, Engine, Pace},
    store::Database,
};
use tundish_schema::Schema;

use crate::{
    assets,
    commands::{CommandError, Opened, open_to_serve, random, say},
    config::{ConfigError, Options},
    documents::Documents,
    http, requests, uploads,
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
    /// The documents that were parsed before.
    pub documents: Arc<Documents>,
    /// The configuration.
    pub options: Arc<Options>,
}

/// The longest document and variables, in bytes.
pub(crate) const BODY_MAX: usize = 1024 * 1024;

/// What is logged.
fn log_filter(text: &str) -> Result<EnvFilter, ConfigError> {
    let wrong = |why: String| ConfigError::Log(text.to_owned(), why);
    // The filter takes a word for a module's name and then logs nothing else.
    if let Some(word) = text.split(',').find(|part| !part.contains('=') && part.parse::<LevelFilter>().is_err()) {
        return Err(wrong(format!("`{word}` is no level")));
    }
    EnvFilter::try_new(text).map_err(|error| wrong(error.to_string()))
}

/// Starts logging.
pub fn log(options: &Options) -> Result<(), ConfigError> {
    let filter = log_filter(options.log.as_deref().unwrap_or("info"))?;
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A second start of logging, in tests, is no harm.
    let _ = if options.log_json == Some(true) { builder.json().try_init() } else { builder.try_init() };
    Ok(())
}

/// What pages of other origins of the same site may do with the session's cookie. The sockets' door looks itself.
fn origins(options: &Options) -> Option<CorsLayer> {
    let allowed = options.allowed_origins.iter().flatten().filter_map(|origin| HeaderValue::from_str(origin).ok());
    let allowed: Vec<HeaderValue> = allowed.collect();
    let sent = [
        header::CONTENT_TYPE,
        header::AUTHORIZATION,
        HeaderName::from_static("x-tundish"),
        requests::REQUEST_ID.clone(),
    ];
    (!allowed.is_empty()).then(|| {
        CorsLayer::new()
            .allow_origin(allowed)
            .allow_credentials(true)
            .allow_methods([Method::GET, Method::POST])
            .allow_headers(sent)
            .expose_headers([requests::REQUEST_ID.clone(), header::CONTENT_DISPOSITION])
            .max_age(Duration::from_hours(1))
    })
}

/// The routes.
pub fn routes(server: Server) -> Router {
    let with_cookie = Router::new()
        .route("/graphql", get(http::graphql_get).post(http::graphql_post).fallback(http::method_not_allowed))
        .route("/uploads", post(uploads::upload))
        .route("/imports/{id}/refused.csv", get(uploads::refused_rows));
    let with_cookie = match origins(&server.options) {
        Some(origins) => with_cookie.layer(origins),
        None => with_cookie,
    };
    with_cookie
        .route("/graphql/ws", get(http::graphql_ws))
        .route("/graphiql", get(http::graphiql))
        .route("/healthz", get(|| async { "ok" }))
        .route("/readyz", get(ready))
        .fallback(assets::serve)
        .layer(DefaultBodyLimit::max(BODY_MAX))
        .layer(CompressionLayer::new())
        .layer(axum::middleware::from_fn_with_state(server.clone(), requests::observe))
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

/// How long requests under way may take when the process is told to end: a little longer than any operation may.
const GRACE: Duration = Duration::from_secs(35);

/// Serves until the process is told to end.
pub async fn serve(options: Options) -> Result<(), CommandError> {
    log(&options)?;
    let database = open_to_serve(&options).await?;
    run(database, options, |_| {}).await
}

/// Serves an opened database; `listening` is told the address.
pub(crate) async fn run(
    database: Opened,
    options: Options,
    listening: impl FnOnce(SocketAddr),
) -> Result<(), CommandError> {
    let address = options.listen();
    let listener = TcpListener::bind(address)
        .await
        .map_err(|error| CommandError::Io(format!("cannot listen on {address}"), error))?;
    let address = listener.local_addr().unwrap_or(address);
    let gate = Arc::new(Gate::new(random()));
    let workers = [
        tokio::spawn(Arc::clone(&database).number_events()),
        tokio::spawn(keep_base_amounts(Arc::clone(&database))),
        tokio::spawn(keep_totals(Arc::clone(&database))),
    ];
    let (stop, stopping) = watch::channel(false);
    let working = tokio::spawn(import_runs::work(Arc::clone(&database), Arc::new(Engine), Pace::default(), stopping));
    let directory = database.fresh_directory().await?;
    if directory.company().is_none() {
        // Whatever is logged: without the token nobody comes in.
        say(&format!("this Tundish is new: set it up at http://{address}/set-up?token={}", gate.set_up_token()));
    }
    let server = Server {
        database: Arc::clone(&database),
        gate,
        schema: Schema::default(),
        documents: Arc::default(),
        options: Arc::new(options),
    };
    tracing::info!(%address, "serving");
    listening(address);
    let (told, end) = tokio::sync::oneshot::channel::<()>();
    let serving = axum::serve(listener, routes(server).into_make_service_with_connect_info::<SocketAddr>())
        .with_graceful_shutdown(async move {
            told_to_end().await;
            tracing::info!("ending");
            // The receiver waits below; it is gone only if serving has failed.
            let _ = told.send(());
        });
    // Idle connections are closed at once; a request under way is answered, unless it never ends.
    let overdue = async {
        if end.await.is_err() {
            std::future::pending::<()>().await;
        }
        tokio::time::sleep(GRACE).await;
    };
    tokio::select! {
        served = serving => served.map_err(|error| CommandError::Io("serving".to_owned(), error))?,
        () = overdue => tracing::warn!("requests under way were given up"),
    }
    stop.send_replace(true);
    if let Err(error) = working.await {
        tracing::error!(%error, "the worker did not end by itself");
    }
    workers.iter().for_each(tokio::task::JoinHandle::abort);
    database.close().await?;
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
