//! Generates the calls of the user's methods, whose errors rustc reports at their paths.

use crate::model::ValuePath;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

/// Returns the call of a method with the error itself.
pub(super) fn call(method: &ValuePath) -> TokenStream {
    // A name with the span of the path would not be the `self` of the generated method within a `macro_rules!`.
    let this = Ident::new("self", Span::call_site().located_at(method.span()));
    call_with(method, &this)
}

/// Returns a reference to the result of a method that is called with the error itself.
pub(super) fn call_ref(method: &ValuePath) -> TokenStream {
    let call = call(method);
    quote_spanned!(method.span()=> &#call)
}

/// Returns the call of a method with an argument.
pub(super) fn call_with(method: &ValuePath, argument: &impl ToTokens) -> TokenStream {
    quote_spanned!(method.span()=> #method(#argument))
}

/// Returns the block that binds the result of a method to an `Option` of its displayable value, for `body`.
pub(super) fn given_by(
    krate: &TokenStream,
    method: &ValuePath,
    body: impl FnOnce(&TokenStream) -> TokenStream,
) -> TokenStream {
    let span = method.span();
    let result = Ident::new("problem_result", Span::mixed_site().located_at(span));
    let call = call(method);
    let value = given(krate, span, &quote_spanned!(span=> &#result));
    let body = body(&value);
    quote!({
        let #result = #call;
        #body
    })
}

/// Returns the expression that turns a value into an `Option` of its displayable content.
///
/// rustc uses the method of the trait only if the type has no such method itself.
pub(super) fn given(krate: &TokenStream, span: Span, value: &impl ToTokens) -> TokenStream {
    quote_spanned! {span=>
        {
            #[allow(unused_imports)]
            use #krate::__private::Given as _;
            #krate::__private::Maybe(#value).__given()
        }
    }
}
