//! Load: connections that are kept open, each asking as soon as it has been answered.
//!
//! The client speaks just enough HTTP/1.1 for the two servers that are measured, so that it leaves the machine to them.

use std::{
    io,
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// How many connections ask at once.
pub const CONNECTIONS: usize = 16;
/// Of how many requests one is a write, where writes are interleaved.
const WRITE_EVERY: usize = 100;

/// A request as it goes over the wire.
pub type Wire = Arc<[u8]>;

/// A GET request.
pub fn get(path: &str, token: Option<&str>) -> Wire {
    wire("GET", path, token, "")
}

/// A POST request with a JSON body.
pub fn post(path: &str, token: Option<&str>, body: &str) -> Wire {
    wire("POST", path, token, body)
}

fn wire(method: &str, path: &str, token: Option<&str>, body: &str) -> Wire {
    let authorization = token.map(|token| format!("authorization: Bearer {token}\r\n")).unwrap_or_default();
    let length = body.len();
    format!(
        "{method} {path} HTTP/1.1\r\nhost: localhost\r\n{authorization}content-type: application/json\r\n\
         content-length: {length}\r\n\r\n{body}"
    )
    .into_bytes()
    .into()
}

/// An open connection.
pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    /// Opens one.
    pub async fn open(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(64 * 1024) })
    }

    /// Asks, and gives the body of the answer. Anything but success, with an error in GraphQL or not, is an error.
    pub async fn ask(&mut self, request: &[u8]) -> io::Result<&[u8]> {
        self.stream.write_all(request).await?;
        self.buffer.clear();
        let (body, length) = loop {
            if self.stream.read_buf(&mut self.buffer).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            let Some(end) = find(&self.buffer, b"\r\n\r\n") else { continue };
            let head = String::from_utf8_lossy(&self.buffer[..end]).to_ascii_lowercase();
            let length = head.lines().find_map(|line| line.strip_prefix("content-length:"));
            let length: usize = length.and_then(|length| length.trim().parse().ok()).unwrap_or_default();
            break (end + 4, length);
        };
        while self.buffer.len() < body + length {
            if self.stream.read_buf(&mut self.buffer).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        let answer = &self.buffer[body..];
        let begin = &answer[..answer.len().min(200)];
        let refused = find(begin, b"\"errors\":[").is_some() || find(answer, b"\"userErrors\":[{").is_some();
        if !self.buffer.starts_with(b"HTTP/1.1 2") || refused {
            return Err(io::Error::other(String::from_utf8_lossy(&self.buffer).into_owned()));
        }
        Ok(answer)
    }
}

fn find(hay: &[u8], needle: &[u8]) -> Option<usize> {
    hay.windows(needle.len()).position(|window| window == needle)
}

/// What is asked of one server.
#[derive(Clone)]
pub struct Requests {
    /// Where it listens.
    pub address: SocketAddr,
    /// The requests, of which each connection takes another one each time.
    pub reads: Arc<[Wire]>,
    /// The write that is interleaved.
    pub write: Option<Wire>,
}

/// What a server did under load.
#[derive(Clone, Copy, Debug)]
pub struct Throughput {
    /// Answers a second.
    pub rate: f64,
    /// The median time of an answer, in milliseconds.
    pub median: f64,
    /// The time within which 95 of 100 answers came, in milliseconds.
    pub p95: f64,
    /// The time within which 99 of 100 answers came, in milliseconds.
    pub p99: f64,
}

/// Asks for so long, over all connections.
pub async fn run(requests: &Requests, duration: Duration) -> io::Result<Throughput> {
    let end = Instant::now() + duration;
    let begun = Instant::now();
    let connections = (0..CONNECTIONS).map(|number| {
        let requests = requests.clone();
        tokio::spawn(async move {
            let mut connection = Connection::open(requests.address).await?;
            let mut times: Vec<u32> = Vec::new();
            // Far from each other in the list, and with steps that do not divide its length.
            let mut place = number * 97;
            while Instant::now() < end {
                place += 1;
                let request = match &requests.write {
                    Some(write) if place % WRITE_EVERY == 0 => write,
                    _ => &requests.reads[(place * 31) % requests.reads.len()],
                };
                let asked = Instant::now();
                connection.ask(request).await?;
                times.push(u32::try_from(asked.elapsed().as_micros()).unwrap_or(u32::MAX));
            }
            Ok::<_, io::Error>(times)
        })
    });
    let mut times: Vec<u32> = Vec::new();
    for connection in futures::future::join_all(connections).await {
        times.extend(connection??);
    }
    let elapsed = begun.elapsed().as_secs_f64();
    times.sort_unstable();
    let at =
        |hundredths: usize| times.get(times.len() * hundredths / 100).map_or(0.0, |time| f64::from(*time) / 1000.0);
    #[expect(clippy::cast_precision_loss, reason = "counts of answers are far below 2^52")]
    let rate = times.len() as f64 / elapsed;
    Ok(Throughput { rate, median: at(50), p95: at(95), p99: at(99) })
}
