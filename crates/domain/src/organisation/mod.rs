//! Roles, languages, and who may do what.

pub mod rights;

use crate::records::kind::named_enum;

named_enum! {
    /// What a person is in the company; rights follow from it.
    Role {
        /// Sets everything up, sees everything.
        Administrator = "administrator",
        /// Leads the teams below the own one.
        Manager = "manager",
        /// Sells.
        Representative = "representative",
    }
}

named_enum! {
    /// What a personal access token may do.
    TokenScope {
        /// Query and subscribe.
        Read = "READ",
        /// Also change.
        Write = "WRITE",
    }
}

/// A language of the interface and of the messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// 简体中文.
    Chinese,
}

impl Language {
    /// Every language.
    pub const ALL: &'static [Self] = &[Self::English, Self::Chinese];

    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh-CN",
        }
    }

    /// The language of a tag, by its primary subtag: `zh-Hans`, `zh` and `zh-CN` are Chinese.
    pub fn parse(tag: &str) -> Option<Self> {
        match tag.split(['-', '_']).next()?.to_ascii_lowercase().as_str() {
            "en" => Some(Self::English),
            "zh" => Some(Self::Chinese),
            _ => None,
        }
    }

    /// The first known language of an `Accept-Language` header, by quality.
    pub fn accepted(header: &str) -> Option<Self> {
        let mut best: Option<(u32, Self)> = None;
        for part in header.split(',').take(32) {
            let mut pieces = part.split(';');
            let Some(language) = pieces.next().and_then(|tag| Self::parse(tag.trim())) else { continue };
            let quality = pieces.find_map(|piece| piece.trim().strip_prefix("q=")).map_or(1000, thousandths);
            if quality > 0 && best.is_none_or(|(highest, _)| quality > highest) {
                best = Some((quality, language));
            }
        }
        best.map(|(_, language)| language)
    }
}

/// `0.8` as 800; what does not parse counts as 0.
fn thousandths(quality: &str) -> u32 {
    let (whole, fraction) = quality.trim().split_once('.').unwrap_or((quality.trim(), ""));
    let fraction: String = fraction.chars().chain("000".chars()).take(3).collect();
    format!("{whole}{fraction}").parse().unwrap_or(0).min(1000)
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn accept_language_goes_by_quality() {
        assert_eq!(Language::accepted("en;q=0.8, zh-CN"), Some(Language::Chinese));
        assert_eq!(Language::accepted("fr, en-GB;q=0.5, zh;q=0.4"), Some(Language::English));
        assert_eq!(Language::accepted("zh;q=0, fr"), None);
        assert_eq!(Language::accepted(""), None);
    }
}
