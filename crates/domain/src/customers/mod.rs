//! Customers: how people there are reached.

use unicode_normalization::UnicodeNormalization;

use crate::records::kind::named_enum;

named_enum! {
    /// A way to reach a person.
    ContactPointKind {
        /// A telephone number.
        Phone = "PHONE",
        /// An e-mail address.
        Email = "EMAIL",
    }
}

/// The most digits of a telephone number, by ITU-T E.164.
const PHONE_DIGITS_MAX: usize = 15;

impl ContactPointKind {
    /// The form in which two ways of writing the same number or address are equal; `None` if it is neither.
    pub fn normalize(self, text: &str) -> Option<String> {
        match self {
            Self::Phone => phone(text),
            Self::Email => email(text),
        }
    }
}

/// A telephone number as `+` and digits where its country is known, else as digits. Numbers of eleven digits that begin
/// with 1 are Chinese mobiles.
fn phone(text: &str) -> Option<String> {
    let narrow: String = text.nfkc().collect();
    let narrow = narrow.trim();
    // An extension is dialled, not called: 010-6888 转 12.
    let number = narrow.split(['转', 'x', 'X', '#', ';', ',']).next().unwrap_or_default();
    if number.chars().any(|c| !(c.is_ascii_digit() || c.is_whitespace() || "+-–().·/".contains(c))) {
        return None;
    }
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let abroad = number.trim_start().starts_with('+');
    let (abroad, digits) = match digits.strip_prefix("00") {
        Some(rest) if !abroad => (true, rest.to_owned()),
        _ => (abroad, digits),
    };
    if !(3..=PHONE_DIGITS_MAX).contains(&digits.len()) {
        return None;
    }
    let mobile = digits.len() == 11 && digits.starts_with('1') && !digits.starts_with("10");
    Some(match (abroad, mobile) {
        (true, _) => format!("+{digits}"),
        (false, true) => format!("+86{digits}"),
        (false, false) => digits,
    })
}

/// An address in lower case: something, one `@`, a domain, no space.
fn email(text: &str) -> Option<String> {
    let narrow: String = text.nfkc().flat_map(char::to_lowercase).collect();
    let narrow = narrow.trim();
    let (local, domain) = narrow.split_once('@')?;
    let whole = !local.is_empty() && !domain.is_empty() && !domain.contains('@');
    (whole && !narrow.chars().any(|c| c.is_whitespace() || c.is_control())).then(|| narrow.to_owned())
}

#[cfg(test)]
mod tests {
    use super::ContactPointKind::{Email, Phone};

    #[test]
    fn numbers_written_differently_are_equal() {
        for text in
            ["138 1234 5678", "+86 138-1234-5678", "0086 13812345678", "１３８１２３４５６７８", "+86 (138) 1234.5678"]
        {
            assert_eq!(Phone.normalize(text).as_deref(), Some("+8613812345678"), "{text}");
        }
        assert_eq!(Phone.normalize("021-6888 1234 转 12").as_deref(), Some("02168881234"));
        assert_eq!(Phone.normalize("+1 (212) 555-0100 x7").as_deref(), Some("+12125550100"));
        assert_eq!(Phone.normalize("110").as_deref(), Some("110"));
        for text in ["", "ask Li", "+86", "1234567890123456"] {
            assert_eq!(Phone.normalize(text), None, "{text}");
        }
    }

    #[test]
    fn addresses_are_equal_without_case_and_width() {
        assert_eq!(Email.normalize(" Li.Na@Example.COM ").as_deref(), Some("li.na@example.com"));
        assert_eq!(Email.normalize("ｌｉ＠example.com").as_deref(), Some("li@example.com"));
        for text in ["li", "@a", "a@", "a@b@c", "a b@c"] {
            assert_eq!(Email.normalize(text), None, "{text}");
        }
    }
}
