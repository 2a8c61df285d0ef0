//! Generates the checks that no text of an error is sent unless `expose` permits it.
//!
//! The model finds most errors by the names of their types. These checks find those behind an alias or another name.

use super::arms::located;
use super::problem::{Model, Variant};
use crate::model::{Extension, ExtensionValue, HeaderValue, Sending, member_name};
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

pub(super) fn checks(model: &Model<'_>) -> TokenStream {
    let mut checks = TokenStream::new();
    for variant in &model.variants {
        let mut fields = text_fields(variant);
        fields.sort_unstable();
        fields.dedup();
        checks.extend(fields.into_iter().filter_map(|field| check(&model.krate, variant, field)));
    }
    checks
}

/// Returns the fields whose text a variant sends.
fn text_fields(variant: &Variant<'_>) -> Vec<usize> {
    let (mut fields, additions) = match &variant.meaning {
        Sending::Transparent(_, additions) => (Vec::new(), additions),
        Sending::Occurrence(occurrence) => {
            ([occurrence.detail.fields(), occurrence.instance.fields()].concat(), &occurrence.additions)
        }
    };
    for extension in &additions.extensions {
        if let Extension::Member { value: ExtensionValue::Template(formatted), .. } = extension {
            fields.extend(formatted.fields());
        }
    }
    for header in &additions.headers {
        if !matches!(header.value, HeaderValue::RetryAfter(_)) {
            fields.extend(header.value.fields());
        }
    }
    fields
}

fn check(krate: &TokenStream, variant: &Variant<'_>, field: usize) -> Option<TokenStream> {
    let ty = variant.fields[field].probed.as_ref()?;
    let name = member_name(&variant.fields[field].member);
    let message = format!(
        "this would send the field `{name}`, whose type is an error, to the client; add `expose` to `{}` if this is \
         intended",
        variant.name
    );
    let span = ty.span();
    // rustc reports the error at the first token of the panic. It evaluates a call of a function of problem-core slower.
    let core = located(&quote!(::core), span);
    let krate = located(krate, span);
    Some(quote_spanned! {span=>
        #[allow(deprecated, unused_imports, unused_qualifications, clippy::manual_assert)]
        const _: () = {
            use #krate::__private::NotAnError as _;
            type Probe = #krate::__private::Probe<#ty>;
            if Probe::IS_ERROR || Probe::HOLDS_ERROR {
                #core::panic!(#message)
            }
        };
    })
}
