//! The course of an import.

use super::kind::named_enum;

named_enum! {
    /// How far an import has come.
    ImportState {
        /// It waits for its turn.
        Waiting = "WAITING",
        /// It reads and writes.
        Running = "RUNNING",
        /// It has come to the end of its file.
        Done = "DONE",
        /// It stopped as a whole; what it wrote until then stays.
        Failed = "FAILED",
        /// Somebody stopped it; what it wrote until then stays.
        Cancelled = "CANCELLED",
    }
}

impl ImportState {
    /// Whether nothing more happens.
    pub const fn has_ended(self) -> bool {
        matches!(self, Self::Done | Self::Failed | Self::Cancelled)
    }

    /// Whether that state may follow. A running import may begin to run again: where it stopped, in another process.
    pub const fn may_become(self, next: Self) -> bool {
        match self {
            Self::Waiting => matches!(next, Self::Running | Self::Failed | Self::Cancelled),
            Self::Running => !matches!(next, Self::Waiting),
            Self::Done | Self::Failed | Self::Cancelled => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ImportState;

    #[test]
    fn what_has_ended_stays_so_and_the_rest_can_end() {
        for state in ImportState::ALL {
            let next: Vec<_> = ImportState::ALL.iter().filter(|next| state.may_become(**next)).collect();
            assert_eq!(next.is_empty(), state.has_ended(), "{state}");
            assert_eq!(next.contains(&&ImportState::Cancelled), !state.has_ended(), "{state}");
            assert!(!next.contains(&&ImportState::Waiting), "{state}");
        }
        assert!(!ImportState::Waiting.may_become(ImportState::Done));
    }
}
