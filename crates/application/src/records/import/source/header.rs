//! The names of the columns.

use std::collections::HashSet;

/// Names for the columns of a header: each is one line, none is empty, none occurs twice.
///
/// An empty one becomes `column 3` by its place, a repeated one `name (2)`.
pub(super) fn names(cells: &[String]) -> Vec<String> {
    let one_line = |cell: &String| cell.split_whitespace().collect::<Vec<_>>().join(" ");
    let given: Vec<String> = cells.iter().map(one_line).collect();
    let mut taken: HashSet<String> = HashSet::new();
    let mut names = Vec::with_capacity(given.len());
    for (index, name) in given.iter().enumerate() {
        let base = if name.is_empty() { by_place(index) } else { name.clone() };
        let mut unique = base.clone();
        let mut copy = 1;
        // Another column may really be called `name (2)`.
        while taken.contains(&unique) || (unique != *name && given.contains(&unique)) {
            copy += 1;
            unique = format!("{base} ({copy})");
        }
        taken.insert(unique.clone());
        names.push(unique);
    }
    names
}

/// The name of a column without one.
pub(super) fn by_place(index: usize) -> String {
    format!("column {}", index + 1)
}
