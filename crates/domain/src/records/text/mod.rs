//! Text as it is compared, sorted and searched: the same on both databases, because it is made here.

mod search;

use std::fmt::Write;

use pinyin::ToPinyin;
use unicode_normalization::UnicodeNormalization;

pub use search::{QueryToken, query_tokens, search_tokens};

/// How many characters of a name decide its place; so its key fits into an index.
const SORTED: usize = 96;

/// Text as it is compared without regard to case and width: NFKC, lower case, runs of white space as one space.
pub fn fold(text: &str) -> String {
    let lower: String = text.nfkc().flat_map(char::to_lowercase).collect();
    let mut folded = String::with_capacity(lower.len());
    for word in lower.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.nfkc());
    }
    folded
}

/// The key by which names are sorted in binary order: Latin letters without case and accents, Chinese characters by
/// syllable, then tone, then character, so that one surname stays together.
pub fn sort_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len() * 2);
    for character in fold(name).nfkd().filter(|character| !is_accent(*character)).take(SORTED) {
        match character.to_pinyin() {
            // The sign behind the syllable is less than every letter: 安静 (an jing) comes before 昂 (ang).
            Some(pinyin) => {
                let tone = pinyin.with_tone_num_end().chars().find(char::is_ascii_digit).unwrap_or('5');
                let _ = write!(key, "{}\u{1}{tone}{character}", pinyin.plain());
            }
            None => key.push(character),
        }
    }
    key.nfkc().collect()
}

/// Accents of Latin, Greek and Cyrillic letters, which stand apart after decomposition.
fn is_accent(character: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&character)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{fold, sort_key};

    #[test]
    fn folding_forgets_case_width_and_extra_space() {
        assert_eq!(fold("  ＡＣＭＥ   Straße\t有限公司 "), "acme straße 有限公司");
        assert_eq!(fold("ÉCOLE"), fold("e\u{301}cole"));
    }

    #[test]
    fn names_sort_by_sound_and_without_accents() {
        let mut names =
            ["赵磊", "Zoe", "张伟", "章子", "émile", "Emil", "安静", "昂立", "张三", "B公司", "刘洋", "eve", "阿里"];
        names.sort_by_key(|name| sort_key(name));
        let sorted =
            ["阿里", "安静", "昂立", "B公司", "Emil", "émile", "eve", "刘洋", "张三", "张伟", "章子", "赵磊", "Zoe"];
        assert_eq!(names, sorted);
    }

    #[test]
    fn keys_stay_short_enough_for_an_index() {
        assert!(sort_key(&"庄".repeat(20_000)).len() < 1_500);
    }

    proptest! {
        #[test]
        fn keys_do_not_depend_on_case(name in "\\PC{0,40}") {
            prop_assert_eq!(fold(&fold(&name)), fold(&name));
            prop_assert_eq!(sort_key(&fold(&name)), sort_key(&name));
        }
    }
}
