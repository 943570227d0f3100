//! Company settings, rates, choices, people and teams, sessions and tokens.

mod access;
pub(crate) mod access_token;
mod base_amount;
pub(crate) mod choice;
pub(crate) mod company;
pub(crate) mod exchange_rate;
pub(crate) mod session;
pub(crate) mod team;
pub(crate) mod user;

pub use access::Access;
pub use access_token::Model as AccessToken;
pub(crate) use base_amount::DayRates;
pub use choice::Model as Choice;
pub use company::Model as Company;
pub use exchange_rate::Model as ExchangeRate;
pub use session::Model as Session;
pub use team::Model as Team;
pub use user::Model as User;
