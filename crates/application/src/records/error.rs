//! Why something was not done: the user's mistake, the request's, or ours.

use tundish_domain::organisation::Language;
use tundish_persistence::records::{Refused, StoreError};

use super::messages::Text;

/// The outcome of a use case.
pub type Outcome<T> = Result<T, Failure>;

/// Why a use case was not carried out. Nothing has been written.
#[derive(Debug)]
pub enum Failure {
    /// The user can mend it.
    Refused(Vec<UserError>),
    /// A field was changed by somebody else since it was read; the fields, by their keys.
    Stale(Vec<String>),
    /// There is no such record that the viewer may see.
    NotFound,
    /// The viewer may not do that.
    Forbidden,
    /// Nobody is signed in, or the session has ended.
    Unauthenticated,
    /// The request itself is wrong; the text is for developers, in English.
    BadInput(String),
    /// Our fault; the inner error is for the log only.
    Internal(StoreError),
}

/// What a user can mend, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserError {
    /// The kind of mistake.
    pub code: Code,
    /// The way to the field in the input.
    pub path: Vec<String>,
    /// What to say.
    pub text: Text,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)+) => {
        /// The kinds of mistakes that users can mend.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Code { $($(#[$doc])* $name,)+ }

        impl Code {
            /// Every code with its name in the API and what it means.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The name in the API.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text),+ }
            }
        }
    };
}

codes! {
    /// It must not be empty.
    Required = "REQUIRED",
    /// It is not of the right form.
    Invalid = "INVALID",
    /// It is too long.
    TooLong = "TOO_LONG",
    /// It is too small or too great.
    OutOfRange = "OUT_OF_RANGE",
    /// What it refers to does not exist for the viewer.
    NotFound = "NOT_FOUND",
    /// The viewer may not do that.
    Forbidden = "FORBIDDEN",
    /// There is already one.
    Duplicate = "DUPLICATE",
    /// Somebody else changed it meanwhile.
    StaleVersion = "STALE_VERSION",
    /// Something still refers to it.
    InUse = "IN_USE",
    /// The key was used with another input.
    IdempotencyKeyReused = "IDEMPOTENCY_KEY_REUSED",
    /// E-mail address or password is wrong.
    InvalidCredentials = "INVALID_CREDENTIALS",
    /// Too many attempts; wait a little.
    Throttled = "THROTTLED",
    /// There is no exchange rate for the currency.
    NoExchangeRate = "NO_EXCHANGE_RATE",
}

impl UserError {
    /// A mistake in one field.
    pub fn at(code: Code, path: &str, text: Text) -> Self {
        Self { code, path: vec![path.to_owned()], text }
    }

    /// What to say, in that language.
    pub fn message(&self, language: Language) -> String {
        self.text.in_language(language)
    }

    /// What to say where nothing else shows which field is meant.
    pub fn placed(&self, language: Language) -> String {
        let message = self.message(language);
        match (self.path.join("."), language) {
            (path, _) if path.is_empty() => message,
            (path, Language::Chinese) => format!("{path}：{message}"),
            (path, Language::English) => format!("{path}: {message}"),
        }
    }
}

impl Failure {
    /// One mistake in one field.
    pub fn at(code: Code, path: &str, text: Text) -> Self {
        Self::Refused(vec![UserError::at(code, path, text)])
    }

    /// Whether somebody else has written at the same moment what must be unique: tried again, it is there to be seen.
    pub fn is_overtaken(&self) -> bool {
        matches!(self, Self::Refused(errors) if errors.iter().any(|error| error.text == Text::Overtaken))
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Cursor => {
                Self::BadInput("the cursor does not belong to this list, or the order has changed".to_owned())
            }
            StoreError::Duplicate(_) | StoreError::Crossed => {
                Self::Refused(vec![UserError { code: Code::Duplicate, path: Vec::new(), text: Text::Overtaken }])
            }
            other => Self::Internal(other),
        }
    }
}

impl From<Refused> for Failure {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::NotFound => Self::NotFound,
            Refused::Forbidden => Self::Forbidden,
        }
    }
}
