//! Texts with columns in them: `{product} – {account}`.

/// A piece of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece<C> {
    /// Text as it is.
    Text(String),
    /// A column's value.
    Column(C),
    /// Pieces that are left out where one of their columns is empty.
    Optional(Vec<Piece<C>>),
}

/// Reads a template: `{column}`, `[left out where a column in it is empty]`; `{{`, `}}`, `[[` and `]]` stand for the signs.
/// `None` where a bracket is not closed, not opened, or stands within its like.
pub(super) fn parse(template: &str) -> Option<Vec<Piece<String>>> {
    let (mut pieces, mut inner) = (Vec::new(), None);
    let mut text = String::new();
    let mut rest = template.chars().peekable();
    while let Some(c) = rest.next() {
        if matches!(c, '{' | '}' | '[' | ']') && rest.next_if_eq(&c).is_some() {
            text.push(c);
            continue;
        }
        if !matches!(c, '{' | '}' | '[' | ']') {
            text.push(c);
            continue;
        }
        let current = inner.as_mut().unwrap_or(&mut pieces);
        if !text.is_empty() {
            current.push(Piece::Text(std::mem::take(&mut text)));
        }
        match c {
            '{' => {
                let column: String = rest.by_ref().take_while(|c| *c != '}').collect();
                // Where the brace is not closed, the name goes to the end.
                let closed = template.len() > column.len() && !column.contains(['{', '[', ']']) && !column.is_empty();
                if !closed || (rest.peek().is_none() && !template.ends_with('}')) {
                    return None;
                }
                current.push(Piece::Column(column));
            }
            '[' if inner.is_none() => inner = Some(Vec::new()),
            ']' => pieces.push(Piece::Optional(inner.take()?)),
            _ => return None,
        }
    }
    if inner.is_some() {
        return None;
    }
    if !text.is_empty() {
        pieces.push(Piece::Text(text));
    }
    Some(pieces)
}

/// The text, with the columns' values; empty where all of its columns are.
pub(super) fn render<C, E>(pieces: &[Piece<C>], value: &impl Fn(&C) -> Result<String, E>) -> Result<String, E> {
    let mut filled = Filled::default();
    filled.take(pieces, value)?;
    Ok(if filled.columns > 0 && filled.columns == filled.empty { String::new() } else { filled.text.trim().to_owned() })
}

/// A text in the making, with how many columns went into it and how many of them were empty.
#[derive(Default)]
struct Filled {
    text: String,
    columns: usize,
    empty: usize,
}

impl Filled {
    fn take<C, E>(&mut self, pieces: &[Piece<C>], value: &impl Fn(&C) -> Result<String, E>) -> Result<(), E> {
        for piece in pieces {
            match piece {
                Piece::Text(text) => self.text.push_str(text),
                Piece::Column(column) => {
                    let value = value(column)?;
                    self.columns += 1;
                    self.empty += usize::from(value.is_empty());
                    self.text.push_str(&value);
                }
                Piece::Optional(inner) => {
                    let mut part = Self::default();
                    part.take(inner, value)?;
                    self.columns += part.columns;
                    self.empty += part.empty;
                    if part.empty == 0 {
                        self.text.push_str(&part.text);
                    }
                }
            }
        }
        Ok(())
    }
}

/// The pieces with another way of naming their columns; the first error otherwise.
pub(super) fn resolve<C, D, E>(
    pieces: Vec<Piece<C>>,
    column: &impl Fn(&C) -> Result<D, E>,
) -> Result<Vec<Piece<D>>, E> {
    let piece = |piece| {
        Ok(match piece {
            Piece::Text(text) => Piece::Text(text),
            Piece::Column(name) => Piece::Column(column(&name)?),
            Piece::Optional(inner) => Piece::Optional(resolve(inner, column)?),
        })
    };
    pieces.into_iter().map(piece).collect()
}
