//! Currencies of ISO 4217.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A currency in use, e.g. CNY. As text, in JSON and in the database it is its code: three capital letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency([u8; 3]);

/// A text that is not the code of a currency in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an ISO 4217 code of a currency in use")]
pub struct UnknownCurrency;

/// Every code with its minor digits, in alphabetical order: list one of ISO 4217 as of 2026-01 (without ANG, which XCG
/// replaced, and BGN, which the euro replaced). Metals, XDR, XXX and the like have no minor unit and are left out.
const CODES: &str = "AED2 AFN2 ALL2 AMD2 AOA2 ARS2 AUD2 AWG2 AZN2 BAM2 BBD2 BDT2 BHD3 BIF0 BMD2 BND2 BOB2 BOV2 BRL2 BSD2 \
    BTN2 BWP2 BYN2 BZD2 CAD2 CDF2 CHE2 CHF2 CHW2 CLF4 CLP0 CNY2 COP2 COU2 CRC2 CUP2 CVE2 CZK2 DJF0 DKK2 DOP2 DZD2 EGP2 \
    ERN2 ETB2 EUR2 FJD2 FKP2 GBP2 GEL2 GHS2 GIP2 GMD2 GNF0 GTQ2 GYD2 HKD2 HNL2 HTG2 HUF2 IDR2 ILS2 INR2 IQD3 IRR2 ISK0 \
    JMD2 JOD3 JPY0 KES2 KGS2 KHR2 KMF0 KPW2 KRW0 KWD3 KYD2 KZT2 LAK2 LBP2 LKR2 LRD2 LSL2 LYD3 MAD2 MDL2 MGA2 MKD2 MMK2 \
    MNT2 MOP2 MRU2 MUR2 MVR2 MWK2 MXN2 MXV2 MYR2 MZN2 NAD2 NGN2 NIO2 NOK2 NPR2 NZD2 OMR3 PAB2 PEN2 PGK2 PHP2 PKR2 PLN2 \
    PYG0 QAR2 RON2 RSD2 RUB2 RWF0 SAR2 SBD2 SCR2 SDG2 SEK2 SGD2 SHP2 SLE2 SOS2 SRD2 SSP2 STN2 SVC2 SYP2 SZL2 THB2 TJS2 \
    TMT2 TND3 TOP2 TRY2 TTD2 TWD2 TZS2 UAH2 UGX0 USD2 USN2 UYI0 UYU2 UYW4 UZS2 VED2 VES2 VND0 VUV0 WST2 XAD2 XAF0 XCD2 \
    XCG2 XOF0 XPF0 YER2 ZAR2 ZMW2 ZWG2 ";

/// What one code takes in [`CODES`].
const ENTRY: usize = 5;

impl Currency {
    /// How many digits stand behind the point (the minor unit of ISO 4217): 2 for CNY, 0 for JPY, 3 for KWD, 4 for CLF.
    pub fn exponent(self) -> u8 {
        find(self.0).map_or(2, |digit| digit - b'0')
    }

    /// The code: three capital letters.
    pub fn as_str(&self) -> &str {
        // Only ASCII letters get in.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Every currency in use, in the order of the codes.
    pub fn all() -> impl Iterator<Item = Self> {
        CODES.as_bytes().chunks_exact(ENTRY).map(|entry| Self([entry[0], entry[1], entry[2]]))
    }
}

/// The digit beside a code; `None` for an unknown one.
fn find(code: [u8; 3]) -> Option<u8> {
    let codes = CODES.as_bytes();
    let (mut low, mut high) = (0, codes.len() / ENTRY);
    while low < high {
        let middle = low.midpoint(high);
        let entry = &codes[middle * ENTRY..];
        match entry[..3].cmp(&code[..]) {
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Greater => high = middle,
            std::cmp::Ordering::Equal => return Some(entry[3]),
        }
    }
    None
}

impl FromStr for Currency {
    type Err = UnknownCurrency;

    fn from_str(code: &str) -> Result<Self, UnknownCurrency> {
        let code: [u8; 3] = code.as_bytes().try_into().map_err(|_| UnknownCurrency)?;
        find(code).map(|_| Self(code)).ok_or(UnknownCurrency)
    }
}

impl TryFrom<String> for Currency {
    type Error = UnknownCurrency;

    fn try_from(code: String) -> Result<Self, UnknownCurrency> {
        code.parse()
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.as_str().to_owned()
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{CODES, Currency};

    fn exponent(code: &str) -> Option<u8> {
        code.parse().ok().map(Currency::exponent)
    }

    #[test]
    fn knows_the_minor_digits() {
        for (code, digits) in
            [("CNY", 2), ("USD", 2), ("JPY", 0), ("KRW", 0), ("ISK", 0), ("KWD", 3), ("TND", 3), ("CLF", 4)]
        {
            assert_eq!(exponent(code), Some(digits), "{code}");
        }
        // The first and the last of the table.
        assert_eq!((exponent("AED"), exponent("ZWG")), (Some(2), Some(2)));
    }

    #[test]
    fn refuses_all_but_codes_in_use() {
        for wrong in [
            "cny",
            "CN",
            "CNYY",
            "XXX",
            "XAU",
            "XDR",
            "DEM",
            "HRK",
            "ANG",
            "C Y",
            "D2 ",
            "",
            "CNY USD",
            "人民币",
            "ＣＮＹ",
        ] {
            assert!(wrong.parse::<Currency>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_table_is_sorted_and_well_formed() {
        let codes: Vec<Currency> = Currency::all().collect();
        assert!(codes.is_sorted_by(|a, b| a < b));
        assert_eq!(codes.len(), CODES.split_whitespace().count());
        for (currency, entry) in codes.iter().zip(CODES.split_whitespace()) {
            assert_eq!(format!("{currency}{}", currency.exponent()), entry);
            assert_eq!(currency.to_string().parse(), Ok(*currency));
        }
    }

    #[test]
    fn is_a_string_in_json() {
        let currency: Currency = "KWD".parse().unwrap();
        assert_eq!(serde_json::to_string(&currency).unwrap(), "\"KWD\"");
        assert_eq!(serde_json::from_str::<Currency>("\"KWD\"").unwrap(), currency);
        assert!(serde_json::from_str::<Currency>("\"kwd\"").is_err());
    }

    proptest! {
        #[test]
        fn no_text_is_a_currency_but_a_listed_one(text in "\\PC{0,4}") {
            prop_assert_eq!(text.parse::<Currency>().is_ok(), CODES.split_whitespace().any(|entry| entry[..3] == text));
        }
    }
}
