//! Lets handlers of web frameworks return problems. Each framework has a file, a `mod` below and a line in the table.
//!
//! The derive does not know any framework. It passes every type to [`all`], or to [`only`] under `into_response`, as
//! `[generics] [type] [predicates,]`. The expansion of these macros depends on the features of this crate alone:
//! features of the macro crate would apply to the whole build, build scripts included.

#![allow(missing_docs, clippy::must_use_candidate, reason = "only expansions name what is here")]

#[cfg(feature = "actix-web-4")]
pub mod actix_web_4;
#[cfg(feature = "axum-08")]
pub mod axum_08;
#[cfg(any(feature = "actix-web-4-json", feature = "axum-08-json"))]
mod json;
#[cfg(feature = "poem-3")]
pub mod poem_3;
#[cfg(feature = "rocket-05")]
pub mod rocket_05;
#[cfg(feature = "salvo-1")]
pub mod salvo_1;
#[cfg(feature = "tonic-014")]
pub mod tonic_014;
#[cfg(feature = "warp-04")]
pub mod warp_04;

use crate::{Problem, Report};
use http::header::{ACCEPT, HeaderMap, HeaderValue};

/// Declares the macros [`all`] and [`only`], implements the traits for the types of this crate, and declares a
/// placeholder for each module whose feature is off.
///
/// `$dollar` is a `$` for the macros that this one generates, since a `$` cannot be escaped.
/// Each line has the name for `into_response`, the feature and the module, whose macro `implement` generates the impl.
macro_rules! frameworks {
    ($dollar:tt $($name:ident = $feature:literal in $module:ident;)*) => {
        $(
            #[cfg(feature = $feature)]
            $module::implement! { [] [crate::ProblemDetails] [] }
            #[cfg(feature = $feature)]
            $module::implement! { [] [Report] [] }
            #[cfg(feature = $feature)]
            $module::implement! { [] [crate::rejected::Rejected] [] }

            #[cfg(not(feature = $feature))]
            pub mod $module {
                pub use crate::__private_ignore as implement;
            }
        )*

        /// Macros that check whether the feature of a framework named in `into_response` is on.
        pub mod required {
            $(
                #[cfg(feature = $feature)]
                pub use crate::__private_ignore as $name;
                #[cfg(not(feature = $feature))]
                pub use crate::__private_missing_feature as $name;
            )*
        }

        #[doc(hidden)]
        #[macro_export]
        macro_rules! __private_all_frameworks {
            ($dollar($dollar type:tt)*) => {
                $($crate::__private::frameworks::$module::implement! { $dollar($dollar type)* })*
            };
        }

        #[doc(hidden)]
        #[macro_export]
        macro_rules! __private_only_framework {
            $(
                ($name $dollar($dollar type:tt)*) => {
                    $crate::__private::frameworks::required::$name! { $name $feature }
                    $crate::__private::frameworks::$module::implement! { $dollar($dollar type)* }
                };
                // The name with the version, as in the name of the feature.
                ($module $dollar($dollar type:tt)*) => {
                    $crate::__private::frameworks::only! { $name $dollar($dollar type)* }
                };
            )*
            ($dollar unknown:ident $dollar($dollar type:tt)*) => {
                ::core::compile_error!(::core::concat!(
                    "unknown framework `", ::core::stringify!($dollar unknown), "`; expected ",
                    $("`", ::core::stringify!($name), "`, ",)*
                    "or `emit(path::to::macro)` for one that problem-core does not know",
                ));
            };
        }
    };
}

frameworks! { $
    actix_web = "actix-web-4" in actix_web_4;
    axum = "axum-08" in axum_08;
    poem = "poem-3" in poem_3;
    rocket = "rocket-05" in rocket_05;
    salvo = "salvo-1" in salvo_1;
    tonic = "tonic-014" in tonic_014;
    warp = "warp-04" in warp_04;
}

pub use __private_all_frameworks as all;
pub use __private_only_framework as only;

#[doc(hidden)]
#[macro_export]
macro_rules! __private_ignore {
    ($($anything:tt)*) => {};
}

#[doc(hidden)]
#[macro_export]
macro_rules! __private_missing_feature {
    ($name:ident $feature:literal) => {
        ::core::compile_error!(::core::concat!(
            "`into_response(",
            ::core::stringify!($name),
            ")` needs the feature `",
            $feature,
            "` of problem-core",
        ));
    };
}

/// A problem or a report, borrowed for the traits of actix-web and poem, which do not consume the error.
pub trait AsProblem {
    fn as_problem(&self) -> &dyn Problem;
}

impl<P: Problem> AsProblem for P {
    fn as_problem(&self) -> &dyn Problem {
        self
    }
}

impl AsProblem for Report {
    fn as_problem(&self) -> &dyn Problem {
        &**self
    }
}

/// Returns the response in the format that the values of `Accept` in a request ask for.
#[allow(dead_code, reason = "only some of the frameworks use it")]
fn respond<'a>(problem: &Report, accept: impl Iterator<Item = &'a [u8]>) -> http::Response<bytes::Bytes> {
    let mut accepted = HeaderMap::new();
    for value in accept {
        if let Ok(value) = HeaderValue::from_bytes(value) {
            // Values that the map has no room for are ignored: no client has a reason to send that many.
            let _ = accepted.try_append(ACCEPT, value);
        }
    }
    problem.respond(&accepted)
}
