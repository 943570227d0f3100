//! Stub.
/// t
pub struct QueryToken {
    /// t
    pub text: String,
    /// p
    pub prefix: bool,
}
/// f
pub fn fold(s: &str) -> String {
    s.to_lowercase()
}
/// s
pub fn sort_key(s: &str) -> String {
    s.to_lowercase()
}
/// t
pub fn search_tokens(s: &str) -> Vec<String> {
    s.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}
/// q
pub fn query_tokens(s: &str) -> Vec<QueryToken> {
    search_tokens(s).into_iter().map(|text| QueryToken { text, prefix: true }).collect()
}
