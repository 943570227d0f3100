//! Company, people, teams, choices, rates; signing in.

mod access;
mod base_amounts;
mod configuration;
mod gate;
mod people;

pub use access::{
    Credential, NewToken, SignedIn, change_password, create_access_token, revoke_access_token, revoke_session, sign_in,
    sign_out,
};
pub use base_amounts::{keep_base_amounts, renew_base_amounts};
pub use configuration::{SetUp, delete_exchange_rate, restore_exchange_rate, set_exchange_rate, set_up};
pub use gate::{Gate, Random};
pub use people::{PersonInput, create_user, update_user};
