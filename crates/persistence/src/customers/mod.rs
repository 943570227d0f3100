//! Accounts and contacts.

pub(crate) mod account;
pub(crate) mod contact;
pub(crate) mod contact_point;

pub use account::Model as Account;
pub use contact::Model as Contact;
pub use contact_point::Model as ContactPoint;
