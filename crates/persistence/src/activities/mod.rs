//! Notes and tasks.

pub(crate) mod note;
pub(crate) mod task;

pub use note::Model as Note;
pub use task::Model as Task;
