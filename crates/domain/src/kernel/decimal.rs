//! Exact decimals: as texts at the door, as scaled integers in the database, never as floats.

use std::{
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
    str::FromStr,
};

use serde::{Deserialize, Serialize};

/// An exact decimal: `mantissa × 10^-scale`. In JSON it is a string.
///
/// Equal numbers are equal whatever their scale: `1.5` and `1.50`. The text shows as many digits as the scale says, so that
/// an amount of money keeps its cents; [`Self::normalized`] drops zeros at the end.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Decimal {
    mantissa: i128,
    scale: u8,
}

/// The most digits behind the point.
pub const SCALE_MAX: u8 = 12;
/// The most digits in all that a text may have.
const DIGITS_MAX: usize = 30;
/// The longest text that is looked at, zeros included.
const TEXT_MAX: usize = 64;

/// Why a text is no decimal, or a decimal does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecimalError {
    /// Not digits with an optional sign and point.
    #[error("not a decimal such as -12.50")]
    Malformed,
    /// More digits than are kept.
    #[error("too many digits")]
    TooLong,
    /// Digits behind the point would be lost.
    #[error("more digits behind the point than fit")]
    Inexact,
    /// Too great or too small for the place where it goes.
    #[error("out of range")]
    OutOfRange,
}

impl Decimal {
    /// `mantissa × 10^-scale`; a scale above [`SCALE_MAX`] is rounded to that, halves away from zero.
    pub const fn new(mantissa: i128, scale: u8) -> Self {
        if scale <= SCALE_MAX {
            return Self { mantissa, scale };
        }
        match 10_i128.checked_pow((scale - SCALE_MAX) as u32) {
            Some(unit) => Self { mantissa: divide(mantissa, unit), scale: SCALE_MAX },
            None => Self { mantissa: 0, scale: SCALE_MAX },
        }
    }

    /// The digits as one integer, in units of `10^-scale`.
    pub const fn mantissa(self) -> i128 {
        self.mantissa
    }

    /// How many digits stand behind the point, zeros at the end included; at most [`SCALE_MAX`].
    pub const fn scale(self) -> u8 {
        self.scale
    }

    /// The integer in units of `10^-scale`. Errors: [`DecimalError::Inexact`] if other digits than zeros stand behind that,
    /// [`DecimalError::OutOfRange`] beyond `i64`.
    pub fn rescale(self, scale: u8) -> Result<i64, DecimalError> {
        let mantissa = if scale >= self.scale {
            let unit = 10_i128.checked_pow(u32::from(scale - self.scale)).ok_or(DecimalError::OutOfRange)?;
            self.mantissa.checked_mul(unit).ok_or(DecimalError::OutOfRange)?
        } else {
            let unit = power(self.scale - scale);
            if self.mantissa % unit != 0 {
                return Err(DecimalError::Inexact);
            }
            self.mantissa / unit
        };
        i64::try_from(mantissa).map_err(|_| DecimalError::OutOfRange)
    }

    /// Rounded to that many digits behind the point, halves away from zero (四舍五入); fewer stay as they are.
    #[must_use]
    pub const fn round_to(self, scale: u8) -> Self {
        if scale >= self.scale {
            return self;
        }
        Self { mantissa: divide(self.mantissa, power(self.scale - scale)), scale }
    }

    /// The same number without zeros at the end: `0.250000` becomes `0.25`.
    #[must_use]
    pub const fn normalized(self) -> Self {
        let Self { mut mantissa, mut scale } = self;
        while scale > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            scale -= 1;
        }
        Self { mantissa, scale }
    }

    /// `numerator ÷ denominator` with that many digits, halves away from zero. `None` where the denominator is zero or the
    /// result has more digits than an `i128`.
    pub fn quotient(numerator: i128, denominator: i128, scale: u8) -> Option<Self> {
        // Whole part and remainder apart, so that only the remainder is raised.
        let unit = power(if scale > SCALE_MAX { SCALE_MAX } else { scale });
        let whole = numerator.checked_div(denominator)?.checked_mul(unit)?;
        let fraction = divide(numerator.checked_rem(denominator)?.checked_mul(unit)?, denominator);
        Some(Self::new(whole.checked_add(fraction)?, if scale > SCALE_MAX { SCALE_MAX } else { scale }))
    }

    /// The part before the point, and the part behind it in units of `10^-12`; both carry the sign.
    const fn parts(self) -> (i128, i128) {
        let unit = power(self.scale);
        (self.mantissa / unit, self.mantissa % unit * power(SCALE_MAX - self.scale))
    }
}

/// `10^exponent`, for exponents of at most 38.
pub(crate) const fn power(exponent: u8) -> i128 {
    10_i128.pow(exponent as u32)
}

/// Division with halves away from zero. The divisor is not zero, nor is it −1 with the least dividend.
pub(crate) const fn divide(dividend: i128, divisor: i128) -> i128 {
    let quotient = dividend / divisor;
    let remainder = (dividend % divisor).unsigned_abs();
    // remainder × 2 ≥ divisor, without the overflow.
    if remainder == 0 || remainder < divisor.unsigned_abs() - remainder {
        quotient
    } else if (dividend < 0) == (divisor < 0) {
        quotient + 1
    } else {
        quotient - 1
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    /// Reads plain notation: a sign, digits, a point with digits behind it; at most 30 digits, 12 of them behind the point.
    fn from_str(text: &str) -> Result<Self, DecimalError> {
        let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
        let (whole, fraction) = match digits.split_once('.') {
            Some((_, "")) => return Err(DecimalError::Malformed),
            Some(parts) => parts,
            None => (digits, ""),
        };
        let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if text.len() > TEXT_MAX {
            return Err(DecimalError::TooLong);
        }
        if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) {
            return Err(DecimalError::Malformed);
        }
        let whole = whole.trim_start_matches('0');
        let fraction = fraction.trim_end_matches('0');
        let scale = u8::try_from(fraction.len()).map_err(|_| DecimalError::TooLong)?;
        if scale > SCALE_MAX || whole.len() + fraction.len() > DIGITS_MAX {
            return Err(DecimalError::TooLong);
        }
        let magnitude: i128 = format!("0{whole}{fraction}").parse().map_err(|_| DecimalError::TooLong)?;
        Ok(Self { mantissa: if text.starts_with('-') { -magnitude } else { magnitude }, scale })
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let magnitude = self.mantissa.unsigned_abs();
        if self.scale == 0 {
            return write!(f, "{sign}{magnitude}");
        }
        let unit = power(self.scale).unsigned_abs();
        write!(f, "{sign}{}.{:0width$}", magnitude / unit, magnitude % unit, width = usize::from(self.scale))
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        self.parts().cmp(&other.parts())
    }
}

impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.parts().hash(state);
    }
}

/// Reading from and writing as text, for what has `FromStr` and `Display`.
macro_rules! as_text {
    ($($name:ident)+) => { $(
        impl TryFrom<String> for $name {
            type Error = DecimalError;

            fn try_from(text: String) -> Result<Self, DecimalError> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.to_string()
            }
        }
    )+ };
}

/// An exchange rate: units of the base currency for one unit of another, stored in units of `10^-8`; greater than zero, and at
/// most a million. As text and in JSON it is a decimal without zeros at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Rate(i64);

impl Rate {
    /// The digits behind the point.
    pub const SCALE: u8 = 8;
    /// The least.
    pub const MIN: Self = Self(1);
    /// The greatest.
    pub const MAX: Self = Self(100_000_000_000_000);

    /// From the stored integer, in units of `10^-SCALE`. Error: [`DecimalError::OutOfRange`].
    pub const fn from_scaled(scaled: i64) -> Result<Self, DecimalError> {
        if scaled >= Self::MIN.0 && scaled <= Self::MAX.0 { Ok(Self(scaled)) } else { Err(DecimalError::OutOfRange) }
    }

    /// The integer to store, in units of `10^-SCALE`.
    pub const fn scaled(self) -> i64 {
        self.0
    }

    /// From a decimal. Errors: [`DecimalError::Inexact`] for more digits than `SCALE`, [`DecimalError::OutOfRange`].
    pub fn from_decimal(decimal: Decimal) -> Result<Self, DecimalError> {
        Self::from_scaled(decimal.rescale(Self::SCALE)?)
    }

    /// The decimal, without zeros at the end.
    pub const fn to_decimal(self) -> Decimal {
        Decimal::new(self.0 as i128, Self::SCALE).normalized()
    }
}

impl FromStr for Rate {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, DecimalError> {
        Self::from_decimal(text.parse()?)
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.to_decimal().fmt(f)
    }
}

as_text! { Decimal Rate }

#[cfg(test)]
mod tests;
