//! The table of results in docs/benchmarks.md.

use std::{fs, io, path::Path};

const BEGIN: &str = "<!-- results: written by `just bench` -->";
const END: &str = "<!-- end of results -->";

/// A measured figure.
#[derive(Clone, Debug)]
pub struct Row {
    measure: String,
    database: String,
    bare: String,
    ours: String,
    ratio: String,
    goal: String,
    reached: bool,
    remark: String,
}

impl Row {
    /// A rate, as a share of the bare side's.
    pub fn ratio(measure: &str, database: &str, bare: f64, ours: f64, goal: f64) -> Self {
        let ratio = ours / bare;
        Self {
            measure: measure.to_owned(),
            database: database.to_owned(),
            bare: format!("{bare:.0}"),
            ours: format!("{ours:.0}"),
            ratio: format!("{ratio:.2}"),
            goal: format!("at least {goal:.2}"),
            reached: ratio >= goal,
            remark: String::new(),
        }
    }

    /// A figure that must stay below a limit.
    pub fn limit(measure: &str, database: &str, ours: f64, limit: f64) -> Self {
        Self {
            measure: measure.to_owned(),
            database: database.to_owned(),
            bare: String::new(),
            ours: format!("{ours:.0}"),
            ratio: String::new(),
            goal: format!("below {limit:.0}"),
            reached: ours < limit,
            remark: String::new(),
        }
    }

    /// How a figure grows, which must be no more than so many times.
    pub fn growth(measure: &str, database: &str, before: f64, after: f64, limit: f64) -> Self {
        let ratio = after / before;
        Self {
            measure: measure.to_owned(),
            database: database.to_owned(),
            bare: format!("{before:.1}"),
            ours: format!("{after:.1}"),
            ratio: format!("{ratio:.2}"),
            goal: format!("at most {limit:.2}"),
            reached: ratio <= limit,
            remark: String::new(),
        }
    }

    /// Adds what else was seen.
    #[must_use]
    pub fn remark(self, remark: String) -> Self {
        Self { remark, ..self }
    }

    /// What tells it from other rows: measure and database.
    fn key(&self) -> String {
        format!("| {} | {} |", self.measure, self.database)
    }

    /// The row of the table.
    pub fn line(&self) -> String {
        let reached = if self.reached { "yes" } else { "no" };
        let Self { bare, ours, ratio, goal, remark, .. } = self;
        format!("{} {bare} | {ours} | {ratio} | {goal} | {reached} | {remark} |", self.key())
    }
}

/// Puts rows into the table, each in the place of an earlier one of the same measure and database.
pub fn write(file: &Path, rows: &[Row]) -> io::Result<()> {
    let text = fs::read_to_string(file)?;
    let missing = || io::Error::other(format!("{} has no place for results", file.display()));
    let (head, rest) = text.split_once(BEGIN).ok_or_else(missing)?;
    let (table, tail) = rest.split_once(END).ok_or_else(missing)?;
    let mut lines: Vec<String> = table.trim().lines().map(str::to_owned).collect();
    if lines.is_empty() {
        lines.push("| measure | database | bare | Tundish | share | goal | reached | |".to_owned());
        lines.push("| --- | --- | --: | --: | --: | --- | --- | --- |".to_owned());
    }
    for row in rows {
        match lines.iter_mut().find(|line| line.starts_with(&row.key())) {
            Some(line) => *line = row.line(),
            None => lines.push(row.line()),
        }
    }
    fs::write(file, format!("{head}{BEGIN}\n\n{}\n\n{END}{tail}", lines.join("\n")))
}
