//! Names in other languages.

use async_graphql::{Context, InputObject, SimpleObject};

use super::context::request;

/// A name in a language.
#[derive(SimpleObject, Clone, Debug)]
pub struct Translation {
    /// The language: `en` or `zh-CN`.
    pub language: String,
    /// The name in that language.
    pub text: String,
}

/// A name in a language.
#[derive(InputObject, Clone, Debug)]
pub struct TranslationInput {
    /// The language: `en` or `zh-CN`.
    pub language: String,
    /// The name in that language, of up to 200 characters.
    pub text: String,
}

impl Translation {
    /// Reads what is stored: a JSON object from language to text.
    pub(crate) fn read(json: &str) -> Vec<Self> {
        let texts: std::collections::BTreeMap<String, String> = serde_json::from_str(json).unwrap_or_default();
        texts.into_iter().map(|(language, text)| Self { language, text }).collect()
    }
}

/// The name in the viewer's language, else as it was entered.
pub(crate) fn label(ctx: &Context<'_>, name: Option<&str>, translations: Option<&str>) -> String {
    let language = request(ctx).language();
    let translated =
        Translation::read(translations.unwrap_or("{}")).into_iter().find(|known| known.language == language.tag());
    translated.map_or_else(|| name.unwrap_or_default().to_owned(), |known| known.text)
}
