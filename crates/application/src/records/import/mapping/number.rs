//! Numbers as people write them, read exactly.

use std::{fmt, str::FromStr};

/// An exact decimal number: `mantissa × 10^-scale`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Exact {
    mantissa: i128,
    scale: u32,
}

/// The most digits, and the most of them behind the point, as elsewhere in Tundish.
const DIGITS: usize = 30;
const SCALE: u32 = 12;

/// Why a text is no number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NumberError {
    Malformed,
    TooLong,
    OtherCurrency { sign: String, currency: String },
    CurrencyNotGiven { sign: String },
}

impl Exact {
    /// From an optional sign already read, digits, and digits behind the point.
    fn from_digits(negative: bool, whole: &str, fraction: &str) -> Result<Self, NumberError> {
        let are_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.len() + fraction.len() == 0 || !are_digits(whole) || !are_digits(fraction) {
            return Err(NumberError::Malformed);
        }
        let fraction = fraction.trim_end_matches('0');
        let whole = whole.trim_start_matches('0');
        if whole.len() + fraction.len() > DIGITS || fraction.len() > SCALE as usize {
            return Err(NumberError::TooLong);
        }
        let digits = format!("0{whole}{fraction}");
        let mantissa: i128 = digits.parse().map_err(|_| NumberError::TooLong)?;
        let scale = u32::try_from(fraction.len()).map_err(|_| NumberError::TooLong)?;
        Ok(Self { mantissa: if negative { -mantissa } else { mantissa }, scale })
    }

    /// The exact product.
    pub(super) fn times(self, other: Self) -> Result<Self, NumberError> {
        let mantissa = self.mantissa.checked_mul(other.mantissa).ok_or(NumberError::TooLong)?;
        Self { mantissa, scale: self.scale + other.scale }.normal()
    }

    /// Without zeros at the end, and within the limits.
    fn normal(mut self) -> Result<Self, NumberError> {
        while self.scale > 0 && self.mantissa % 10 == 0 {
            self.mantissa /= 10;
            self.scale -= 1;
        }
        let fits = self.scale <= SCALE && self.mantissa.unsigned_abs() < 10_u128.pow(30);
        if fits { Ok(self) } else { Err(NumberError::TooLong) }
    }
}

impl FromStr for Exact {
    type Err = NumberError;

    /// Plain notation, as in mappings: `-12.50`.
    fn from_str(text: &str) -> Result<Self, NumberError> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        Self::from_digits(text.starts_with('-'), whole, fraction)
    }
}

impl fmt::Display for Exact {
    /// Plain notation without needless zeros.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let magnitude = self.mantissa.unsigned_abs();
        let unit = 10_u128.pow(self.scale);
        if self.scale == 0 {
            return write!(f, "{sign}{magnitude}");
        }
        write!(f, "{sign}{}.{:0width$}", magnitude / unit, magnitude % unit, width = self.scale as usize)
    }
}

/// How numbers are written in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NumberFormat {
    pub(super) decimal: char,
    pub(super) thousands: Option<char>,
    pub(super) percent: bool,
    pub(super) units: bool,
}

impl Default for NumberFormat {
    /// A decimal point, commas between thousands, percents as fractions, 万 and 亿.
    fn default() -> Self {
        Self { decimal: '.', thousands: Some(','), percent: true, units: true }
    }
}

impl NumberFormat {
    /// Reads a number. The sign of a currency has to agree with the currency given.
    pub(super) fn read(&self, text: &str, currency: Option<&str>) -> Result<Exact, NumberError> {
        let plain: String = text.chars().map(half_width).collect();
        let mut rest = plain.trim();
        let mut negative = false;
        if let Some(inner) = rest.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
            (negative, rest) = (true, inner.trim());
        }
        let mut signed = negative;
        let mut factor = Exact { mantissa: 1, scale: 0 };
        let mut currencies = 0;
        loop {
            let before = rest;
            if let Some(inner) = rest.strip_prefix(['-', '+']).or_else(|| rest.strip_suffix('-')).filter(|_| !signed) {
                signed = true;
                negative = !rest.starts_with('+');
                rest = inner;
            } else if let Some((inner, sign)) = split_currency(rest).filter(|_| currencies < 2) {
                check_currency(sign, currency)?;
                currencies += 1;
                rest = inner;
            } else if let Some(inner) = rest.strip_suffix('%').filter(|_| self.percent) {
                factor = factor.times(Exact { mantissa: 1, scale: 2 })?;
                rest = inner;
            } else if let Some((inner, zeros)) = split_unit(rest).filter(|_| self.units) {
                factor = factor.times(Exact { mantissa: 10_i128.pow(zeros), scale: 0 })?;
                rest = inner;
            }
            rest = rest.trim();
            if rest.len() == before.len() {
                break;
            }
        }
        let (whole, fraction) = rest.split_once(self.decimal).unwrap_or((rest, ""));
        Exact::from_digits(negative, &self.ungrouped(whole)?, fraction)?.times(factor)
    }

    /// The digits without what stands between thousands, which has to stand right: else `1,5` would become 15.
    fn ungrouped(&self, whole: &str) -> Result<String, NumberError> {
        let Some(thousands) = self.thousands.filter(|thousands| whole.contains(*thousands)) else {
            return Ok(whole.to_owned());
        };
        let mut groups = whole.split(thousands);
        let first = groups.next().unwrap_or_default();
        if !(1..=3).contains(&first.len()) || !groups.clone().all(|group| group.len() == 3) {
            return Err(NumberError::Malformed);
        }
        Ok(groups.fold(first.to_owned(), |digits, group| digits + group))
    }
}

/// Full-width forms and look-alikes as ASCII, all blanks as a space.
fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(c),
        '\u{FFE5}' => '¥',
        '\u{2212}' | '\u{2013}' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// The signs of currencies and what they may stand for; the yuan as a word too.
const SIGNS: &[(&str, &[&str])] = &[
    ("¥", &["CNY", "JPY"]),
    ("元", &["CNY"]),
    ("€", &["EUR"]),
    ("£", &["GBP"]),
    ("₩", &["KRW"]),
    ("₹", &["INR"]),
    (
        "$",
        &[
            "USD", "CAD", "AUD", "NZD", "HKD", "TWD", "SGD", "MXN", "ARS", "CLP", "COP", "FJD", "JMD", "NAD", "BND",
            "TTD", "UYU",
        ],
    ),
];

/// Takes a currency's sign or code from either end.
fn split_currency(text: &str) -> Option<(&str, &str)> {
    for (sign, _) in SIGNS {
        if let Some(rest) = text.strip_prefix(sign).or_else(|| text.strip_suffix(sign)) {
            return Some((rest, sign));
        }
    }
    let is_code = |code: &str| code.bytes().all(|byte| byte.is_ascii_uppercase());
    let head = text.get(..3).filter(|code| is_code(code)).and_then(|code| Some((text.get(3..)?, code)));
    let tail = || {
        let at = text.len().checked_sub(3)?;
        let code = text.get(at..).filter(|code| is_code(code))?;
        Some((text.get(..at)?, code))
    };
    head.or_else(tail)
}

fn check_currency(sign: &str, currency: Option<&str>) -> Result<(), NumberError> {
    let sign_text = sign.to_owned();
    let Some(currency) = currency else { return Err(NumberError::CurrencyNotGiven { sign: sign_text }) };
    let known = SIGNS.iter().find(|(known, _)| *known == sign);
    let agrees = known.map_or(sign == currency, |(_, codes)| codes.contains(&currency));
    if agrees { Ok(()) } else { Err(NumberError::OtherCurrency { sign: sign_text, currency: currency.to_owned() }) }
}

/// Takes 万 (ten thousand) or 亿 (a hundred million) from the end, with the zeros it stands for.
fn split_unit(text: &str) -> Option<(&str, u32)> {
    [('万', 4), ('萬', 4), ('亿', 8), ('億', 8)]
        .into_iter()
        .find_map(|(unit, zeros)| Some((text.strip_suffix(unit)?, zeros)))
}
