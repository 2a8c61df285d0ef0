//! Generates the calls of `format_args!` for the user's format strings.

use super::arms::{binding, local};
use crate::bounds::Bounds;
use crate::model::{FormatArgument, Formatted, Variant};
use crate::template::FormatTrait;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::LitStr;

/// Returns the `format_args!` call that formats the values as they are.
pub(super) fn format_args<M>(
    krate: &TokenStream,
    variant: &Variant<'_, M>,
    formatted: &Formatted,
    bounds: &mut Bounds,
) -> TokenStream {
    bounds.require_formatted(variant, formatted);
    expand(krate, variant, formatted, |argument, value| {
        // `{:p}` prints the address that the field holds, not the address of the field.
        let is_pointer = argument.formats.iter().any(|format| matches!(format, FormatTrait::Pointer));
        if is_pointer { quote_spanned!(value.span()=> *#value) } else { quote!(#value) }
    })
}

/// Returns the expression that writes the text with percent-encoded values.
pub(super) fn format_instance<M>(
    krate: &TokenStream,
    variant: &Variant<'_, M>,
    formatted: &Formatted,
    f: &Ident,
    bounds: &mut Bounds,
) -> TokenStream {
    bounds.require_formatted(variant, formatted);
    let encoding = local("encoding");
    let span = formatted.literal.span();
    // rustc reports an error about a value at the span of this identifier.
    let located = Ident::new(&encoding.to_string(), encoding.span().located_at(span));
    let private = quote!(#krate::__private);
    if !formatted.template.is_plain() {
        let arguments =
            expand(krate, variant, formatted, |_, value| quote_spanned!(span=> #located.value(#value)));
        return quote! {{
            let #encoding = #private::PercentEncoding::new();
            #encoding.write(#f, #arguments)
        }};
    }
    let arguments = expand(
        krate,
        variant,
        formatted,
        |_, value| quote_spanned!(span=> #located.plain(#value).__encoded()),
    );
    quote! {{
        #[allow(unused_imports)]
        use #private::Encoded as _;
        let #encoding = #private::PercentEncoding::new();
        #encoding.write(#f, #arguments)
    }}
}

fn expand<M>(
    krate: &TokenStream,
    variant: &Variant<'_, M>,
    formatted: &Formatted,
    wrap: impl Fn(&FormatArgument, &Ident) -> TokenStream,
) -> TokenStream {
    let span = formatted.literal.span();
    let passed = passed(formatted);
    let literal = renamed(formatted, &passed);
    let arguments = passed.iter().map(|passed| {
        let value = binding(variant, passed.argument.field, span);
        let value = if passed.is_count {
            quote_spanned!(span=> #krate::__private::capped(#value))
        } else {
            wrap(passed.argument, &value)
        };
        match &passed.name {
            Some(name) => {
                let name = Ident::new(name, Span::mixed_site().located_at(span));
                quote!(, #name = #value)
            }
            None => quote!(, #value),
        }
    });
    quote!(::core::format_args!(#literal #(#arguments)*))
}

/// An argument of `format_args!`: the value of a field, or the width or precision that it gives.
struct Passed<'a> {
    argument: &'a FormatArgument,
    is_count: bool,
    /// Its name in the format string, or `None` if it is positional.
    name: Option<String>,
}

fn passed(formatted: &Formatted) -> Vec<Passed<'_>> {
    let mut passed: Vec<Passed<'_>> = Vec::new();
    for argument in &formatted.arguments {
        let name = argument.name.as_ref().map(Ident::to_string);
        let is_value = !argument.formats.is_empty();
        if is_value {
            passed.push(Passed { argument, is_count: false, name: name.clone() });
        }
        if argument.is_count {
            let name = name.map(|name| if is_value { unused_name(formatted, &passed, name) } else { name });
            passed.push(Passed { argument, is_count: true, name });
        }
    }
    passed
}

/// Returns a name that no field and no passed argument has.
fn unused_name(formatted: &Formatted, passed: &[Passed<'_>], mut name: String) -> String {
    while formatted.arguments.iter().any(|argument| argument.is_named(&name))
        || passed.iter().any(|passed| passed.name.as_ref() == Some(&name))
    {
        name.push('_');
    }
    name
}

/// Returns the format string with the names and positions of the passed arguments.
///
/// Positions change if the template skips a tuple field, since `format_args!` rejects unused arguments. A name or
/// position also changes if its field is both a value and a count. Otherwise, this is the user's own literal, so that
/// rustc's errors can point into it.
fn renamed(formatted: &Formatted, passed: &[Passed<'_>]) -> LitStr {
    let source = formatted.literal.value();
    let renamed = formatted.template.rename(|name, is_count| {
        let position =
            passed.iter().position(|passed| passed.is_count == is_count && passed.argument.is_named(name));
        let new_name =
            position.map(|position| passed[position].name.clone().unwrap_or_else(|| position.to_string()));
        new_name.unwrap_or_else(|| name.to_owned())
    });
    if renamed == source {
        formatted.literal.clone()
    } else {
        LitStr::new(&renamed, formatted.literal.span())
    }
}
