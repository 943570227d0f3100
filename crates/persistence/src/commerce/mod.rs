//! Products.

pub(crate) mod product;

pub use product::Model as Product;
