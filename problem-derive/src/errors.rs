//! The errors of one type, which are all reported in one run.

use proc_macro2::TokenStream;
use quote::ToTokens;

/// Proof that an error has been reported: code that lacks a value because of it reports nothing more.
#[derive(Clone, Copy, Debug)]
#[must_use = "return it so that no further error is reported for the same cause"]
pub(crate) struct Reported(());

#[derive(Default)]
pub(crate) struct Errors(Vec<syn::Error>);

impl Errors {
    /// Reports `message` with a span that covers all of `tokens`.
    pub(crate) fn push(&mut self, tokens: impl ToTokens, message: impl Into<String>) -> Reported {
        self.push_at(tokens.to_token_stream(), message.into())
    }

    /// Adds an error. This is separate from [`push`](Self::push), so that it is compiled only once.
    fn push_at(&mut self, tokens: TokenStream, message: String) -> Reported {
        self.add(syn::Error::new_spanned(tokens, message))
    }

    pub(crate) fn add(&mut self, error: syn::Error) -> Reported {
        self.0.push(error);
        Reported(())
    }

    /// Returns the value, or all errors if any was reported.
    pub(crate) fn finish<T>(self, value: Result<T, Reported>) -> syn::Result<T> {
        let all = self.0.into_iter().reduce(|mut all, error| {
            all.combine(error);
            all
        });
        match (value, all) {
            (_, Some(all)) => Err(all),
            (Ok(value), None) => Ok(value),
            (Err(Reported(())), None) => unreachable!("a `Reported` is created only when an error is added"),
        }
    }
}

impl From<&Reported> for Reported {
    fn from(reported: &Reported) -> Self {
        *reported
    }
}
