//! Accounts and contacts.

pub(crate) mod account;
pub(crate) mod contact;

pub use account::Model as Account;
pub use contact::Model as Contact;
