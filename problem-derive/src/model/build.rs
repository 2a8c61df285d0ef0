//! Builds the model of a type from its attributes and fields.

use super::context::{Context, Rules};
use super::exposure::probed_type;
use super::frameworks::Frameworks;
use super::identity::simplify;
use super::input::VariantInput;
use super::reading::{Reading, reading};
use super::sending::{Sending, sending};
use crate::attr::{Argument, Arguments, Place};
use crate::errors::{Errors, Reported};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Data, DeriveInput, Member, Path, Type};

/// A type and its variants. Each variant has a meaning for the derive: a [`Sending`] or a [`Reading`].
pub(crate) struct Model<'a, M> {
    pub(crate) original: &'a DeriveInput,
    /// The path to problem-core.
    pub(crate) krate: TokenStream,
    pub(crate) frameworks: Frameworks,
    /// The variants of an enum. A struct counts as one variant.
    pub(crate) variants: Vec<Variant<'a, M>>,
}

pub(crate) struct Variant<'a, M> {
    /// `Self::NotFound`, or `Self` for a struct.
    pub(crate) path: TokenStream,
    /// The name without `r#`, for messages.
    pub(crate) name: String,
    /// The fields, which the meaning refers to by index.
    pub(crate) fields: Vec<Field<'a>>,
    pub(crate) meaning: M,
}

pub(crate) struct Field<'a> {
    pub(crate) member: Member,
    pub(crate) ty: &'a Type,
    /// The type that must not be an error if the text of the field is sent, as far as rustc can check it.
    pub(crate) probed: Option<TokenStream>,
}

/// Returns the model of a type for `Problem`, or all errors in the type.
pub(crate) fn problem(input: &DeriveInput) -> syn::Result<Model<'_, Sending>> {
    let mut errors = Errors::default();
    let model = model(input, Rules::Sending, sending, &mut errors);
    errors.finish(model)
}

/// Returns the model of a type for `FromProblem`, or all errors in the type.
///
/// If both derives find the same error, rustc shows it only once.
pub(crate) fn from_problem(input: &DeriveInput) -> syn::Result<Model<'_, Reading>> {
    let mut errors = Errors::default();
    let generics = &input.generics;
    let reading = |input: &VariantInput<'_>, context: &mut Context<'_>, errors: &mut Errors| {
        reading(input, context, generics, errors)
    };
    let mut model = model(input, Rules::Reading, reading, &mut errors);
    if let Ok(model) = &mut model {
        simplify(model.variants.iter_mut().filter_map(|variant| variant.meaning.identity_mut()));
    }
    errors.finish(model)
}

/// Returns the path to problem-core and the frameworks, for an expansion that has no model.
///
/// Errors in either have already been reported.
pub(crate) fn crate_and_frameworks(input: &DeriveInput) -> (TokenStream, Frameworks) {
    let errors = &mut Errors::default();
    let arguments = Arguments::read(&input.attrs, place(input), errors);
    let krate = krate(&arguments, errors).unwrap_or_else(|_| default_crate());
    (krate, Frameworks::as_far_as_sound(&arguments))
}

fn model<'a, M>(
    item: &'a DeriveInput,
    rules: Rules,
    meaning: impl Fn(&VariantInput<'a>, &mut Context<'_>, &mut Errors) -> Result<M, Reported>,
    errors: &mut Errors,
) -> Result<Model<'a, M>, Reported> {
    let arguments = Arguments::read(&item.attrs, place(item), errors);
    let krate = krate(&arguments, errors);
    let frameworks = Frameworks::from_arguments(&arguments, errors);
    let variant = |input: &VariantInput<'a>, context: &mut Context<'_>, errors: &mut Errors| {
        let fields = input.fields.iter().map(|field| Field {
            member: field.member.clone(),
            ty: &field.original.ty,
            probed: probed_type(input, field, item),
        });
        let fields = fields.collect();
        let (path, name) = (input.path.clone(), input.name.clone());
        Ok(Variant { path, name, fields, meaning: meaning(input, context, errors)? })
    };
    let mut used = Ok(());
    let variants: Vec<Result<_, Reported>> = match &item.data {
        Data::Union(data) => {
            vec![Err(errors.push(data.union_token, "only an enum or a struct can be a problem"))]
        }
        Data::Struct(data) => {
            let mut context = Context::for_struct(&arguments, errors);
            let input = VariantInput::from_struct(item, &data.fields, arguments, errors);
            vec![variant(&input, &mut context, errors)]
        }
        Data::Enum(data) => {
            let inputs: Vec<_> = data
                .variants
                .iter()
                .map(|original| VariantInput::from_variant(original, item, errors))
                .collect();
            let mut context = Context::for_enum(&arguments, &inputs, rules, errors);
            let variants: Vec<_> = inputs.iter().map(|input| variant(input, &mut context, errors)).collect();
            used = context.display.check_used(!inputs.is_empty(), errors);
            variants
        }
    };
    let variants = variants.into_iter().collect::<Result<_, _>>()?;
    used?;
    Ok(Model { original: item, krate: krate?, frameworks: frameworks?, variants })
}

fn place(input: &DeriveInput) -> Place {
    match input.data {
        Data::Enum(_) => Place::Enum,
        Data::Struct(_) | Data::Union(_) => Place::Struct,
    }
}

fn krate(arguments: &Arguments, errors: &mut Errors) -> Result<TokenStream, Reported> {
    let Some(text) = arguments.text(Argument::Crate)? else { return Ok(default_crate()) };
    match text.parse_with(Path::parse_mod_style) {
        Ok(path) => Ok(path.into_token_stream()),
        Err(_) => {
            Err(errors.push(text, "expected the path to problem-core, as in `crate = \"::facade::problem\"`"))
        }
    }
}

fn default_crate() -> TokenStream {
    quote!(::problem_core)
}
