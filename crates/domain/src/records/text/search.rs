//! Text cut into tokens for the full-text search. Words stay whole; Chinese text becomes pairs of neighbouring
//! characters; names are also found by their sound, from every character on: 张伟明 by `zhangwei`, `weiming`, `zwm`, `wm`.
//!
//! Tokens hold letters and digits only, so that they can stand in the query language of any index.

use std::collections::HashSet;

use pinyin::{ToPinyin, ToPinyinMulti};
use unicode_normalization::UnicodeNormalization;

use super::{fold, is_accent};

/// The most characters of a token; longer words are found by their beginning.
const TOKEN_MAX: usize = 64;
/// The most tokens of a query.
const QUERY_MAX: usize = 32;
/// Longer lines are prose and not indexed by sound.
const NAME_MAX: usize = 60;
/// So many bytes of sounds are indexed of a text, those of some two thousand characters: what is looked for so is a name, and
/// names stand in front. With the pairs of the longest text they stay well below the megabyte that PostgreSQL takes.
const SOUNDED_MAX: usize = 200_000;
/// So many syllables from each character on are indexed by sound.
const SYLLABLES: usize = 8;
/// Characters of several readings count only near the beginning of what is typed.
const READINGS_WITHIN: usize = 4;
/// The fewest digits of a number of which the last ones are found too: phone numbers.
const PHONE_DIGITS: usize = 7;
/// So many last digits of a phone number are found: what people remember, and numbers without area or country.
const LAST_DIGITS: [usize; 5] = [4, 7, 8, 10, 11];

/// A token of a query; all tokens of a query must be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryToken {
    /// The token.
    pub text: String,
    /// Whether tokens that begin with it match too.
    pub prefix: bool,
}

/// A stretch of text of one kind.
#[derive(Debug, PartialEq, Eq)]
enum Run {
    Word(String),
    Cjk(Vec<char>),
}

/// The tokens under which a text is found, each once.
pub fn search_tokens(text: &str) -> Vec<String> {
    let mut tokens = Tokens::default();
    for line in text.lines() {
        let by_sound = tokens.sounded < SOUNDED_MAX && line.chars().take(NAME_MAX + 1).count() <= NAME_MAX;
        for run in runs(line) {
            match run {
                Run::Word(word) => tokens.word(&word),
                Run::Cjk(characters) => {
                    tokens.pairs(&characters);
                    if by_sound {
                        tokens.sounds(&characters);
                    }
                }
            }
        }
    }
    tokens.ordered
}

/// The tokens that a query asks for.
pub fn query_tokens(query: &str) -> Vec<QueryToken> {
    let mut tokens = Vec::new();
    for run in runs(query) {
        match run {
            Run::Word(text) => tokens.push(QueryToken { text, prefix: true }),
            Run::Cjk(characters) if characters.len() == 1 => {
                tokens.push(QueryToken { text: characters.into_iter().collect(), prefix: true });
            }
            Run::Cjk(characters) => {
                let pairs = characters.windows(2).map(|pair| pair.iter().collect());
                tokens.extend(pairs.map(|text| QueryToken { text, prefix: false }));
            }
        }
    }
    tokens.truncate(QUERY_MAX);
    tokens
}

#[derive(Default)]
struct Tokens {
    known: HashSet<String>,
    ordered: Vec<String>,
    sounded: usize,
}

impl Tokens {
    fn add(&mut self, token: String) {
        if !self.known.contains(&token) {
            self.known.insert(token.clone());
            self.ordered.push(token);
        }
    }

    fn word(&mut self, word: &str) {
        self.add(word.to_owned());
        if word.len() >= PHONE_DIGITS && word.bytes().all(|byte| byte.is_ascii_digit()) {
            for digits in LAST_DIGITS.into_iter().filter(|digits| *digits < word.len()) {
                self.add(word[word.len() - digits..].to_owned());
            }
        }
    }

    /// Pairs, and the last character alone: a query of one character is the beginning of one of them.
    fn pairs(&mut self, characters: &[char]) {
        for pair in characters.windows(2) {
            self.add(pair.iter().collect());
        }
        if let Some(last) = characters.last() {
            self.add(last.to_string());
        }
    }

    fn sounds(&mut self, characters: &[char]) {
        let readings: Vec<Vec<String>> = characters.iter().map(|character| readings(*character)).collect();
        for start in 0..readings.len() {
            let end = readings.len().min(start + SYLLABLES);
            let spoken: Vec<&str> =
                readings[start..end].iter().map_while(|reading| reading.first()).map(String::as_str).collect();
            if spoken.is_empty() {
                continue;
            }
            self.spoken(&spoken);
            for (place, others) in readings[start..start + spoken.len().min(READINGS_WITHIN)].iter().enumerate() {
                for other in others.iter().skip(1) {
                    let mut varied = spoken.clone();
                    varied[place] = other;
                    self.spoken(&varied);
                }
            }
        }
    }

    /// A stretch by its whole syllables and by their initials.
    fn spoken(&mut self, syllables: &[&str]) {
        let initials: String = syllables.iter().filter_map(|syllable| syllable.chars().next()).collect();
        for sound in [syllables.concat(), initials] {
            self.sounded += sound.len();
            self.add(sound);
        }
    }
}

/// How a character may be read, the usual reading first; none for characters without one. `ü` is typed as `v` or `u`.
fn readings(character: char) -> Vec<String> {
    let Some(usual) = character.to_pinyin() else { return Vec::new() };
    let others = character.to_pinyin_multi().into_iter().flatten();
    let mut readings: Vec<String> = Vec::new();
    for plain in std::iter::once(usual).chain(others).map(pinyin::Pinyin::plain) {
        for typed in [plain.replace('ü', "v"), plain.replace('ü', "u")] {
            if !readings.contains(&typed) {
                readings.push(typed);
            }
        }
    }
    readings
}

fn runs(text: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut open = false;
    for character in fold(text).nfkd().filter(|character| !is_accent(*character)).nfkc() {
        if !character.is_alphanumeric() {
            open = false;
            continue;
        }
        match runs.last_mut().filter(|_| open) {
            Some(Run::Cjk(characters)) if is_cjk(character) => characters.push(character),
            Some(Run::Word(word)) if !is_cjk(character) => {
                if word.chars().count() < TOKEN_MAX {
                    word.push(character);
                }
            }
            _ if is_cjk(character) => runs.push(Run::Cjk(vec![character])),
            _ => runs.push(Run::Word(character.to_string())),
        }
        open = true;
    }
    runs
}

/// Characters of scripts that are written without spaces: Chinese, Japanese, Korean.
fn is_cjk(character: char) -> bool {
    matches!(character,
        '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{query_tokens, search_tokens};

    /// Whether a text is found by a query, as the indexes match tokens.
    fn finds(text: &str, query: &str) -> bool {
        let tokens = search_tokens(text);
        let asked = query_tokens(query);
        !asked.is_empty()
            && asked.iter().all(|asked| {
                tokens
                    .iter()
                    .any(|token| if asked.prefix { token.starts_with(&asked.text) } else { *token == asked.text })
            })
    }

    #[test]
    fn chinese_names_are_found_by_parts_and_by_sound() {
        let name = "上海华晟智能科技有限公司";
        for query in
            ["华晟", "晟", "司", "智能科技", "huasheng", "shanghai hua", "znkj", "shhs", "SHANGHAI", "华晟 科技"]
        {
            assert!(finds(name, query), "{query}");
        }
        for query in ["晟华", "beijing", "zk", "", " - "] {
            assert!(!finds(name, query), "{query}");
        }
    }

    #[test]
    fn characters_of_several_readings_are_found_by_each() {
        for query in ["chongqing", "cq", "zhongqing"] {
            assert!(finds("重庆长安", query), "{query}");
        }
        for query in ["lv", "lu", "lvbu"] {
            assert!(finds("吕布", query), "{query}");
        }
    }

    #[test]
    fn words_are_found_by_their_beginning_without_case_width_and_accents() {
        for query in ["acm", "ACME", "ＡＣＭＥ", "ecole", "école", "g2", "网关 g2", "5678", "138123", "12345678"]
        {
            assert!(finds("Acme École G2网关 13812345678", query), "{query}");
        }
        assert!(!finds("Acme", "cme"));
    }

    #[test]
    fn prose_is_found_by_characters_only() {
        let prose = "客户希望下周看演示".repeat(10);
        assert!(finds(&prose, "下周"));
        assert!(!finds(&prose, "xiazhou"));
    }

    #[test]
    fn the_longest_text_of_many_readings_fits_the_index() {
        let ambiguous: Vec<char> = "和行重长乐传调都还会单差参".chars().collect();
        let mut next = 0;
        let mut line = || -> String {
            let character = |place: usize| {
                next = (next * 31 + place * 7 + 3) % 9_973;
                ambiguous[next % ambiguous.len()]
            };
            (0..49).map(character).collect()
        };
        let text: Vec<String> = (0..400).map(|_| line()).collect();
        // PostgreSQL adds at most five bytes to each word.
        let bytes: usize = search_tokens(&text.join("\n")).iter().map(|token| token.len() + 5).sum();
        assert!(bytes < 1 << 20, "{bytes}");
    }

    proptest! {
        #[test]
        fn every_token_is_letters_and_digits(text in "\\PC{0,80}") {
            for token in search_tokens(&text) {
                prop_assert!(!token.is_empty() && token.chars().all(char::is_alphanumeric), "{}", token);
            }
            prop_assert!(query_tokens(&text).len() <= 32);
        }

        #[test]
        fn a_text_is_found_by_each_of_its_words(words in proptest::collection::vec("[a-z]{1,8}|[\u{4e00}-\u{4fff}]{1,6}", 1..6)) {
            let text = words.join(" ");
            for word in &words {
                prop_assert!(finds(&text, word), "{} in {}", word, text);
            }
        }
    }
}
