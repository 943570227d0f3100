//! Passwords and tokens: hashed one at a time, attempts counted by account and address.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use argon2::{Argon2, PasswordHash, PasswordHasher, PasswordVerifier, password_hash::SaltString};
use chrono::{DateTime, TimeDelta, Utc};

use crate::records::{Code, Failure, Outcome, Text, digest};

/// The fewest characters of a password.
pub(crate) const PASSWORD_MIN: usize = 10;
/// The most characters of a password: longer ones only cost time.
pub(crate) const PASSWORD_MAX: usize = 200;

/// Wrong passwords for one account before it has to wait.
const ACCOUNT_TRIES: u32 = 5;
/// Wrong passwords from one address before it has to wait.
const ADDRESS_TRIES: u32 = 20;
/// How long wrong passwords are remembered.
const REMEMBERED: TimeDelta = TimeDelta::minutes(15);
/// How many accounts and addresses are remembered.
const REMEMBERED_MAX: usize = 50_000;

/// The source of random bytes, a parameter so that tests can hold it still.
#[derive(Clone)]
pub struct Random(Arc<dyn Fn(&mut [u8]) + Send + Sync>);

impl Random {
    /// A source that fills a buffer.
    pub fn new(fill: impl Fn(&mut [u8]) + Send + Sync + 'static) -> Self {
        Self(Arc::new(fill))
    }

    fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        (self.0)(&mut bytes);
        bytes
    }
}

/// Where passwords and tokens are made and checked.
pub struct Gate {
    random: Random,
    /// Eight hashes at once would take a hundred megabytes.
    hashing: tokio::sync::Mutex<()>,
    attempts: Mutex<HashMap<String, Attempts>>,
    /// Checked for unknown people, so that the answer takes as long as for known ones.
    decoy: String,
    set_up: Mutex<Option<String>>,
}

#[derive(Clone, Copy)]
struct Attempts {
    wrong: u32,
    last: DateTime<Utc>,
}

impl Gate {
    /// A gate with its source of random bytes.
    pub fn new(random: Random) -> Self {
        let decoy = hash("decoy", &random).unwrap_or_default();
        Self {
            random,
            hashing: tokio::sync::Mutex::default(),
            attempts: Mutex::default(),
            decoy,
            set_up: Mutex::default(),
        }
    }

    /// A new secret, with the digest by which it is stored.
    pub(crate) fn secret(&self, prefix: &str) -> (String, String) {
        let secret = format!("{prefix}{}", hex::encode(self.random.bytes::<32>()));
        let stored = digest(&secret);
        (secret, stored)
    }

    /// Makes the one-time token with which the company can be set up.
    pub fn set_up_token(&self) -> String {
        let token = hex::encode(self.random.bytes::<16>());
        *self.set_up.lock().unwrap_or_else(PoisonError::into_inner) = Some(digest(&token));
        token
    }

    /// Whether that is the token of the set-up. Digests are compared, so that the time taken says nothing.
    pub fn opens_with(&self, token: &str) -> bool {
        self.set_up.lock().unwrap_or_else(PoisonError::into_inner).as_deref() == Some(&digest(token))
    }

    /// Checks the form of a new password and hashes it.
    pub(crate) async fn hash(&self, password: &str, path: &str) -> Outcome<String> {
        let length = password.chars().count();
        if length < PASSWORD_MIN {
            return Err(Failure::at(Code::OutOfRange, path, Text::PasswordTooShort { min: PASSWORD_MIN }));
        }
        if length > PASSWORD_MAX {
            return Err(Failure::at(Code::TooLong, path, Text::PasswordTooLong { max: PASSWORD_MAX }));
        }
        let _turn = self.hashing.lock().await;
        let (password, random) = (password.to_owned(), self.random.clone());
        match tokio::task::spawn_blocking(move || hash(&password, &random)).await {
            Ok(Some(hash)) => Ok(hash),
            _ => Err(Failure::at(Code::Invalid, path, Text::Nul)),
        }
    }

    /// Whether a password is the one of that hash; without a hash it takes as long and is not.
    pub(crate) async fn verify(&self, password: &str, stored: Option<&str>) -> bool {
        let known = stored.is_some();
        let stored = stored.unwrap_or(&self.decoy).to_owned();
        let password: String = password.chars().take(PASSWORD_MAX + 1).collect();
        let _turn = self.hashing.lock().await;
        let checked = tokio::task::spawn_blocking(move || {
            PasswordHash::new(&stored)
                .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
        });
        checked.await.unwrap_or(false) && known
    }

    /// What a password comes to under a salt: always the same, and as slow to guess as from its hash.
    pub(crate) async fn fingerprint(&self, password: &str, salt: &str) -> Outcome<String> {
        let _turn = self.hashing.lock().await;
        let (password, salt) = (password.to_owned(), salt.to_owned());
        let made = tokio::task::spawn_blocking(move || {
            let mut bytes = [0; 32];
            let outcome = Argon2::default().hash_password_into(password.as_bytes(), salt.as_bytes(), &mut bytes);
            outcome.is_ok().then(|| hex::encode(bytes))
        });
        match made.await {
            Ok(Some(fingerprint)) => Ok(fingerprint),
            _ => Err(Failure::at(Code::Invalid, "password", Text::Nul)),
        }
    }

    /// Lets an attempt begin, and counts it as a wrong one until it is [`Self::right`]: any number that come together are
    /// as many as any number that follow each other. The error is how long the account or the address has to wait, in
    /// seconds.
    pub(crate) fn attempt(&self, account: &str, address: &str, now: DateTime<Utc>) -> Result<(), u64> {
        let mut attempts = self.attempts.lock().unwrap_or_else(PoisonError::into_inner);
        let waiting = |key: &str, tries: u32| {
            let known = attempts.get(key).filter(|known| known.wrong >= tries && now - known.last < REMEMBERED)?;
            // Twice as long for every further attempt, up to the time of remembering.
            let seconds = 2_i64.saturating_pow(known.wrong - tries + 1).min(REMEMBERED.num_seconds());
            let left = TimeDelta::seconds(seconds) - (now - known.last);
            u64::try_from(left.num_seconds() + 1).ok().filter(|_| left > TimeDelta::zero())
        };
        let (account, address) = (format!("account {account}"), format!("address {address}"));
        if let Some(seconds) = waiting(&account, ACCOUNT_TRIES).max(waiting(&address, ADDRESS_TRIES)) {
            return Err(seconds);
        }
        if attempts.len() >= REMEMBERED_MAX {
            attempts.retain(|_, known| now - known.last < REMEMBERED);
        }
        for key in [account, address] {
            let known = attempts.entry(key).or_insert(Attempts { wrong: 0, last: now });
            if now - known.last >= REMEMBERED {
                known.wrong = 0;
            }
            known.wrong = known.wrong.saturating_add(1);
            known.last = now;
        }
        Ok(())
    }

    /// The password was right: the account's wrong ones are forgotten, and this one of the address.
    pub(crate) fn right(&self, account: &str, address: &str) {
        let mut attempts = self.attempts.lock().unwrap_or_else(PoisonError::into_inner);
        attempts.remove(&format!("account {account}"));
        if let Some(known) = attempts.get_mut(&format!("address {address}")) {
            known.wrong = known.wrong.saturating_sub(1);
        }
    }
}

fn hash(password: &str, random: &Random) -> Option<String> {
    let salt = SaltString::encode_b64(&random.bytes::<16>()).ok()?;
    Argon2::default().hash_password(password.as_bytes(), &salt).ok().map(|hash| hash.to_string())
}
