//! Durable jobs: done if and only if the change was committed, again after a failure or a death, never lost.

use std::{
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use futures::future::BoxFuture;
use tokio::{
    sync::{mpsc, watch},
    task::JoinHandle,
};
use tundish_application::{
    records::Actor,
    store::{
        Database,
        records::{Job, Pace, Try},
    },
};
use tundish_domain::{
    kernel::ids::{ImportId, UserId},
    records::EventOrigin,
};
use tundish_tests::{Company, on_both};

/// How long a test waits for what must come.
const PATIENCE: Duration = Duration::from_mins(1);

/// The pace of the tests.
pub const QUICK: Pace = Pace {
    poll: Duration::from_millis(20),
    heartbeat: Duration::from_secs(1),
    first_wait: Duration::from_secs(2),
    tries: 3,
};

/// The same, without waits between tries.
const AT_ONCE: Pace = Pace { first_wait: Duration::ZERO, ..QUICK };

/// What a try comes to.
type Done = BoxFuture<'static, Result<(), String>>;

/// A worker that tells of every try, and then does as it is told.
struct Worker {
    tries: mpsc::UnboundedReceiver<(Try, Instant)>,
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Worker {
    /// Starts one; `does` is given how often it was asked for that job before.
    fn start(database: &Arc<Database>, pace: Pace, does: fn(Job, usize) -> Done) -> Self {
        let (sender, tries) = mpsc::unbounded_channel();
        let (stop, stopping) = watch::channel(false);
        let asked: Mutex<Vec<Job>> = Mutex::default();
        let work = Arc::new(move |attempt: Try| {
            // A test that has ended no longer listens.
            let _ = sender.send((attempt, Instant::now()));
            let mut asked = asked.lock().unwrap();
            let before = asked.iter().filter(|job| **job == attempt.job).count();
            asked.push(attempt.job);
            does(attempt.job, before)
        });
        let task = tokio::spawn(Arc::clone(database).work(pace, stopping, work));
        Self { tries, stop, task }
    }

    async fn next(&mut self) -> (Try, Instant) {
        tokio::time::timeout(PATIENCE, self.tries.recv()).await.expect("a job in time").expect("a worker")
    }

    async fn next_job(&mut self) -> Job {
        self.next().await.0.job
    }

    /// Ends it as `kill -9` does: nothing more is said to the database.
    async fn kill(self) {
        self.task.abort();
        assert!(self.task.await.unwrap_err().is_cancelled());
    }

    async fn stop(self) {
        self.stop.send_replace(true);
        tokio::time::timeout(PATIENCE, self.task).await.expect("an end in time").unwrap();
    }
}

/// A job like any other: nobody looks behind its id here.
fn job(n: u128) -> Job {
    Job::RunImport(ImportId(uuid::Uuid::from_u128(n)))
}

async fn actor(company: &Company) -> Actor {
    let user = UserId(company.admin.id.parse().unwrap());
    Actor::of_user(&company.server.database, user, EventOrigin::User).await.ok().unwrap()
}

async fn enqueue(company: &Company, n: u128) {
    let uow = actor(company).await.begin().await.ok().unwrap();
    uow.enqueue(job(n)).await.unwrap();
    uow.commit().await.unwrap();
}

fn succeed(_: Job, _: usize) -> Done {
    Box::pin(async { Ok(()) })
}

fn never_end(_: Job, _: usize) -> Done {
    Box::pin(std::future::pending())
}

fn fail_with_one(asked: Job, before: usize) -> Done {
    Box::pin(async move {
        assert!(asked != job(1) || before > 0, "the first try panics");
        if asked == job(1) { Err("the others fail".to_owned()) } else { Ok(()) }
    })
}

on_both! {
    async fn a_job_is_done_if_and_only_if_its_unit_was_committed(company: Company) {
        let uow = actor(&company).await.begin().await.ok().unwrap();
        uow.enqueue(job(1)).await.unwrap();
        drop(uow);
        enqueue(&company, 2).await;
        let mut worker = Worker::start(&company.server.database, QUICK, succeed);
        assert_eq!(worker.next_job().await, job(2));
        enqueue(&company, 3).await;
        assert_eq!(worker.next_job().await, job(3));
        worker.stop().await;
        // What was done is not done again by the next one; of the last job, nobody had noted that yet.
        enqueue(&company, 4).await;
        let mut worker = Worker::start(&company.server.database, QUICK, succeed);
        let next = worker.next_job().await;
        assert!([job(3), job(4)].contains(&next), "{next:?}");
    }

    async fn a_job_that_fails_or_panics_is_tried_again_after_longer_and_longer_waits(company: Company) {
        enqueue(&company, 1).await;
        let mut worker = Worker::start(&company.server.database, QUICK, fail_with_one);
        let (first, at_first) = worker.next().await;
        enqueue(&company, 2).await;
        assert_eq!(worker.next_job().await, job(2), "it holds up no other");
        let (second, at_second) = worker.next().await;
        let (third, at_third) = worker.next().await;
        assert_eq!([first, second, third], [false, false, true].map(|last| Try { job: job(1), last }));
        // SQLite counts whole seconds, so up to one is missing.
        assert!(at_second - at_first >= Duration::from_secs(1), "{:?}", at_second - at_first);
        assert!(at_third - at_second >= Duration::from_secs(3), "{:?}", at_third - at_second);
    }

    async fn a_job_that_always_fails_is_given_up(company: Company) {
        enqueue(&company, 1).await;
        let mut worker = Worker::start(&company.server.database, AT_ONCE, fail_with_one);
        for last in [false, false, true] {
            assert_eq!(worker.next().await.0, Try { job: job(1), last });
        }
        // It is older than this one, so it would come first if it came again.
        enqueue(&company, 2).await;
        assert_eq!(worker.next_job().await, job(2));
        enqueue(&company, 3).await;
        assert_eq!(worker.next_job().await, job(3));
    }

    async fn the_job_of_a_killed_worker_is_done_by_another(company: Company) {
        enqueue(&company, 1).await;
        let mut worker = Worker::start(&company.server.database, QUICK, never_end);
        assert_eq!(worker.next_job().await, job(1));
        worker.kill().await;
        let other = company.server.beside().await;
        let mut worker = Worker::start(&other.database, QUICK, succeed);
        assert_eq!(worker.next_job().await, job(1));
        enqueue(&company, 2).await;
        assert_eq!(worker.next_job().await, job(2));
    }

    async fn the_job_of_a_stopped_worker_is_taken_up_at_once(company: Company) {
        enqueue(&company, 1).await;
        let mut worker = Worker::start(&company.server.database, QUICK, never_end);
        assert_eq!(worker.next_job().await, job(1));
        worker.stop().await;
        let begun = Instant::now();
        let mut worker = Worker::start(&company.server.database, QUICK, succeed);
        let (attempt, at) = worker.next().await;
        assert_eq!(attempt, Try { job: job(1), last: false });
        assert!(at - begun < QUICK.heartbeat * 2, "{:?}: not before its heartbeats are missed", at - begun);
    }
}
