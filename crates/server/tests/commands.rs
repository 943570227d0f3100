//! The commands of the real program, one after the other on one folder, and its orderly end.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use tempfile::TempDir;

const PASSWORD: &str = "correct horse battery";
const MAPPING: &str =
    "kind = \"Account\"\nexternal_id = { source = \"old\", column = \"id\" }\nfields.name.column = \"name\"\n";
/// Only a failing test waits so long.
const PATIENCE: Duration = Duration::from_secs(30);

/// A data folder, and the program on it.
struct Program(TempDir);

impl Program {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tundish"));
        command
            .args(arguments)
            .current_dir(self.0.path())
            .env("TUNDISH_PASSWORD", PASSWORD)
            .env("TUNDISH_LOG", "error");
        command.env("TUNDISH_DATA_DIR", self.0.path().join("data")).env_remove("DATABASE_URL");
        command
    }

    /// What a command that succeeds says.
    fn says(&self, arguments: &[&str]) -> String {
        let output = self.command(arguments).output().expect("the program");
        let (said, complaint) =
            (String::from_utf8(output.stdout).unwrap(), String::from_utf8_lossy(&output.stderr).into_owned());
        assert!(output.status.success(), "{arguments:?}: {said}{complaint}");
        said.trim_end().to_owned()
    }

    /// What a command that fails complains of.
    fn complains(&self, arguments: &[&str]) -> String {
        let output = self.command(arguments).output().expect("the program");
        assert!(!output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stdout));
        String::from_utf8(output.stderr).unwrap()
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.0.path().join(name), text).unwrap();
    }

    /// Serves on a port of its own, and is ready.
    fn serve(&self) -> (Child, SocketAddr) {
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let listen = address.to_string();
        let child = self.command(&["serve", "--listen", &listen]).stdout(Stdio::null()).spawn().expect("the program");
        let started = Instant::now();
        while TcpStream::connect(address).is_err() {
            assert!(started.elapsed() < PATIENCE, "it does not become ready");
            std::thread::sleep(Duration::from_millis(5));
        }
        (child, address)
    }
}

#[test]
fn people_tokens_imports_and_the_doctor() {
    let program = Program::new();
    assert!(program.complains(&["doctor"]).contains("there is no database"));
    for log in ["loud", "tundish=loud"] {
        assert!(program.complains(&["serve", "--log", log]).contains(&format!("`{log}`")));
    }
    assert_eq!(program.says(&["migrate"]), "The schema is up to date.");
    let first = ["user", "create", "--email", "ann@example.com"];
    assert!(program.complains(&first).contains("its first person is an administrator"));
    program.says(&[
        "user",
        "create",
        "--admin",
        "--email",
        "ann@example.com",
        "--name",
        "Ann",
        "--company",
        "Acme",
        "--language",
        "en",
    ]);
    program.says(&["user", "create", "--email", "bob@example.com", "--name", "Bob"]);
    assert!(
        program
            .complains(&["user", "create", "--email", "BOB@example.com"])
            .contains("Somebody else has this e-mail address")
    );
    let people: Vec<String> = program
        .says(&["user", "list"])
        .lines()
        .map(|line| line.split('\t').skip(1).collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(people, ["ann@example.com Ann administrator - active", "bob@example.com Bob representative - active"]);

    let secret =
        program.says(&["token", "create", "--email", "bob@example.com", "--name", "reports", "--scope", "read"]);
    assert!(secret.starts_with("tundish_"), "{secret}");
    let tokens = || program.says(&["token", "list", "--email", "bob@example.com"]);
    let id = tokens().split('\t').next().unwrap().to_owned();
    assert!(tokens().contains("\treports\tREAD\tuntil ") && !tokens().contains(&secret));
    program.says(&["token", "revoke", "--email", "bob@example.com", &id]);
    assert_eq!(tokens(), "");
    program.says(&["token", "create", "--email", "bob@example.com", "--name", "again"]);
    program.says(&["user", "password", "--email", "bob@example.com"]);
    assert_eq!(tokens(), "", "a new password ends them");
    assert!(program.complains(&["user", "password", "--email", "eve@example.com"]).contains("nobody"));

    program.write("accounts.csv", "id,name\n1,Acme\n2,\n3,Zenith\n");
    program.write("accounts.toml", MAPPING);
    let import = ["import", "accounts.csv", "--mapping", "accounts.toml"];
    let told = |rest: &str| format!("3 rows: {rest}");
    let dry = [&import[..], &["--dry-run"]].concat();
    assert_eq!(program.says(&dry), told("2 created, 0 updated, 0 unchanged, 1 refused (nothing was written)"));
    let keeping = [&import[..], &["--refused", "refused.csv"]].concat();
    assert_eq!(program.says(&keeping), told("2 created, 0 updated, 0 unchanged, 1 refused"));
    let refused = std::fs::read_to_string(program.0.path().join("refused.csv")).unwrap();
    assert_eq!(refused, "\u{FEFF}row,reason,id,name\n2,name: This must not be empty.,2,\n");
    let strict = [&import[..], &["--strict"]].concat();
    assert!(program.complains(&strict).contains("1 rows were refused"));
    program.write("wrong.toml", "kind = \"Account\"\n");
    assert!(program.complains(&["import", "accounts.csv", "--mapping", "wrong.toml"]).contains("wrong.toml"));

    let checks = program.says(&["doctor"]);
    assert!(checks.lines().count() > 5 && checks.lines().all(|check| check.ends_with(": well")), "{checks}");
    assert_eq!(program.says(&["doctor", "--repair"]), checks);
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema.graphql");
    assert_eq!(program.says(&["schema"]), std::fs::read_to_string(schema).unwrap().trim_end(), "run `just generate`");
}

#[test]
fn a_request_under_way_is_answered_before_the_end() {
    let program = Program::new();
    program.says(&["user", "create", "--admin", "--email", "ann@example.com"]);
    let secret = program.says(&["token", "create", "--email", "ann@example.com", "--name", "uploads"]);
    let (mut child, address) = program.serve();
    assert!(program.complains(&["migrate"]).contains(&child.id().to_string()), "the folder belongs to the server");
    assert!(program.says(&["user", "list"]).contains("ann@example.com"));

    let mut upload = TcpStream::connect(address).unwrap();
    upload.set_read_timeout(Some(PATIENCE)).unwrap();
    let head = format!(
        "POST /uploads?name=a.csv HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {secret}\r\nContent-Length: 8\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n"
    );
    upload.write_all(head.as_bytes()).unwrap();
    let mut answer = BufReader::new(upload.try_clone().unwrap());
    let mut line = String::new();
    answer.read_line(&mut line).unwrap();
    // It has begun to read the file.
    assert_eq!(line, "HTTP/1.1 100 Continue\r\n");
    upload.write_all(b"name").unwrap();
    assert!(Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap().success());
    let told = Instant::now();
    while TcpStream::connect(address).is_ok() {
        assert!(told.elapsed() < PATIENCE, "it takes new requests");
        std::thread::sleep(Duration::from_millis(5));
    }
    upload.write_all(b"\nAcm").unwrap();
    let mut rest = String::new();
    answer.read_to_string(&mut rest).unwrap();
    assert!(rest.contains("HTTP/1.1 201 Created") && rest.contains("\"size\":8"), "{rest}");
    let ended = child.wait().unwrap();
    assert!(ended.success(), "{ended}");
    // Nothing is left to be put in order.
    assert!(program.says(&["doctor"]).lines().all(|check| check.ends_with(": well")));
}
