//! Reading the file on a thread of its own, so that neither waits for the other.

use std::io::{self, Read};

use tokio::sync::{mpsc, oneshot};
use tundish_persistence::records::describe;

use super::{
    Mapping,
    source::{Entry, Source, SourceError},
};
use crate::records::{Code, Failure, Outcome, Text};

/// How many rows are written in one unit of work, except those of small tables.
const BATCH: usize = 500;
/// How many batches may wait to be written.
const WAITING: usize = 2;

/// Rows of a file in batches.
pub(super) struct Reading {
    batches: mpsc::Receiver<Result<RowBatch, SourceError>>,
}

/// Some rows, in their order.
pub(super) struct RowBatch {
    pub(super) entries: Vec<Entry>,
    /// Bytes of the file up to their end.
    pub(super) bytes: u64,
}

impl Reading {
    /// Opens a file and reads its header: the names of its columns, and the rows behind row number `after`. Rows of small
    /// tables come one by one: the rules for each rest on those before it, which a unit of work sees once they are
    /// committed.
    pub(super) async fn open<R: Read + Send + 'static>(
        open: &(impl Fn() -> io::Result<R> + Sync),
        mapping: &Mapping,
        after: u64,
    ) -> Outcome<(Vec<String>, Self)> {
        let file = open().map_err(|error| unreadable(error.into()))?;
        let options = mapping.source_options();
        let size = if describe(mapping.kind()).small { 1 } else { BATCH };
        let (header, columns) = oneshot::channel();
        let (sender, batches) = mpsc::channel(WAITING);
        tokio::task::spawn_blocking(move || match Source::open(file, options) {
            Ok(source) => {
                if header.send(Ok(source.columns().to_vec())).is_ok() {
                    read(source, after, size, &sender);
                }
            }
            Err(error) => {
                // Whoever opened the file has gone.
                let _ = header.send(Err(error));
            }
        });
        match columns.await {
            Ok(Ok(columns)) => Ok((columns, Self { batches })),
            Ok(Err(error)) => Err(unreadable(error)),
            Err(_) => Err(unreadable(SourceError::Empty)),
        }
    }

    /// The next rows; `None` at the end of the file.
    pub(super) async fn next(&mut self) -> Outcome<Option<RowBatch>> {
        self.batches.recv().await.transpose().map_err(unreadable)
    }
}

fn read<R: Read>(
    mut source: Source<R>,
    after: u64,
    size: usize,
    batches: &mpsc::Sender<Result<RowBatch, SourceError>>,
) {
    if after > 0
        && let Err(error) = source.skip_to(after + 1)
    {
        let _ = batches.blocking_send(Err(error));
        return;
    }
    loop {
        let entries: Result<Vec<Entry>, SourceError> = source.by_ref().take(size).collect();
        let bytes = source.progress().bytes;
        let batch = entries.map(|entries| RowBatch { entries, bytes });
        let ends = batch.as_ref().map_or(true, |batch| batch.entries.is_empty());
        let is_empty = batch.as_ref().is_ok_and(|batch| batch.entries.is_empty());
        if is_empty || batches.blocking_send(batch).is_err() || ends {
            return;
        }
    }
}

fn unreadable(error: SourceError) -> Failure {
    Failure::at(Code::Invalid, "file", Text::FileUnreadable(error))
}
