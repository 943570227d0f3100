//! Products.

use crate::{
    models::Product,
    records::{
        mutations::{record_mutations, record_queries},
        object::{GraphqlRecord, NoExtra},
    },
};

impl GraphqlRecord for Product {
    type Extra = NoExtra;
}

record_queries! {
    /// Queries of products.
    ProductQueries for Product {
        one "product": "A product by its id; null if there is none.";
        list "products": "The products.";
    }
}

record_mutations! {
    /// Mutations of products, for administrators.
    ProductMutations for Product {
        create "createProduct": "Creates a product. Names are unique. For administrators.";
        update "updateProduct": "Changes fields of a product. For administrators.";
        delete "deleteProduct": "Puts a product into the recycle bin. For administrators.";
        restore "restoreProduct": "Takes a product out of the recycle bin. For administrators.";
    }
}
