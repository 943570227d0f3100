//! A WebSocket of somebody, in the protocol `graphql-transport-ws`.

use std::time::Duration;

use futures::{SinkExt, StreamExt};
use serde_json::{Value as Json, json};
use tokio::net::TcpStream;
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async,
    tungstenite::{Error, Message, client::IntoClientRequest, http::HeaderValue},
};

use crate::people::Person;

/// How long a message may take; only a failing test waits so long.
const PATIENCE: Duration = Duration::from_secs(20);

/// An open connection.
pub struct Live {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
}

impl Live {
    /// Opens a connection with the person's session and greets the server.
    pub async fn open(person: &Person) -> Self {
        Self::open_from(person, None).await.expect("the server lets the person in")
    }

    /// Opens a connection from a page of that origin; the status of a refusal is the error.
    pub async fn open_from(person: &Person, origin: Option<&str>) -> Result<Self, u16> {
        let mut request = person.url("/graphql/ws").replacen("http", "ws", 1).into_client_request().unwrap();
        let headers = request.headers_mut();
        headers.insert("sec-websocket-protocol", HeaderValue::from_static("graphql-transport-ws"));
        for (name, value) in [("cookie", person.cookie.as_deref()), ("origin", origin)] {
            if let Some(value) = value {
                headers.insert(name, HeaderValue::from_str(value).unwrap());
            }
        }
        let (socket, _) = connect_async(request).await.map_err(|error| match error {
            Error::Http(response) => response.status().as_u16(),
            other => panic!("{other}"),
        })?;
        let mut live = Self { socket };
        live.send(&json!({ "type": "connection_init" })).await;
        assert_eq!(live.message().await.unwrap()["type"], "connection_ack");
        Ok(live)
    }

    /// Sends a message.
    pub async fn send(&mut self, message: &Json) {
        self.socket.send(Message::text(message.to_string())).await.unwrap();
    }

    /// Begins an operation under an id.
    pub async fn begin(&mut self, id: &str, document: &str, variables: Json) {
        let payload = json!({ "query": document, "variables": variables });
        self.send(&json!({ "id": id, "type": "subscribe", "payload": payload })).await;
    }

    /// The next message; `None` when the server has closed the connection.
    pub async fn message(&mut self) -> Option<Json> {
        loop {
            let next = tokio::time::timeout(PATIENCE, self.socket.next()).await.expect("a message in time");
            match next {
                Some(Ok(Message::Text(text))) => return Some(serde_json::from_str(&text).unwrap()),
                Some(Ok(Message::Close(_)) | Err(_)) | None => return None,
                Some(Ok(_)) => {}
            }
        }
    }

    /// The payload of the next event of any operation.
    pub async fn next(&mut self) -> Json {
        let mut message = self.message().await.expect("an open connection");
        assert_eq!(message["type"], "next", "{message}");
        message["payload"].take()
    }

    /// The next event of `recordEvents`.
    pub async fn event(&mut self) -> Json {
        let mut payload = self.next().await;
        assert!(payload.get("errors").is_none(), "{payload}");
        payload["data"]["recordEvents"].take()
    }

    /// How an operation ends: the code of its error, or `None` if it is simply over.
    pub async fn end(&mut self, id: &str) -> Option<String> {
        loop {
            let message = self.message().await?;
            if message["id"] != id {
                continue;
            }
            let errors = if message["type"] == "error" { &message["payload"] } else { &message["payload"]["errors"] };
            if let Some(code) = errors[0]["extensions"]["code"].as_str() {
                return Some(code.to_owned());
            }
            if message["type"] == "complete" {
                return None;
            }
        }
    }
}
