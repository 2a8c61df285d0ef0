use proc_macro2::TokenStream;
use quote::ToTokens;

/// The mistakes of one type, all of which are reported in one run.
#[derive(Default)]
pub(crate) struct Errors(Vec<syn::Error>);

impl Errors {
    /// Reports `message` with the caret under all of `tokens`.
    pub(crate) fn push(&mut self, tokens: impl ToTokens, message: impl Into<String>) {
        self.push_at(tokens.to_token_stream(), message.into());
    }

    /// Apart from [`push`](Self::push), so that rustc compiles one of it and not one for each kind of token.
    fn push_at(&mut self, tokens: TokenStream, message: String) {
        self.add(syn::Error::new_spanned(tokens, message));
    }

    pub(crate) fn add(&mut self, error: syn::Error) {
        self.0.push(error);
    }

    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn finish(self) -> syn::Result<()> {
        let combined = self.0.into_iter().reduce(|mut all, error| {
            all.combine(error);
            all
        });
        combined.map_or(Ok(()), Err)
    }
}
