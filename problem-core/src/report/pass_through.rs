//! The impls that all wrappers of errors have in common.

/// Implements `Debug`, `Display` and `Error` for a wrapper by delegating to the error that it holds.
macro_rules! pass_through {
    ($wrapper:ty, |$this:ident| $error:expr) => {
        impl std::fmt::Debug for $wrapper {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let $this = self;
                std::fmt::Debug::fmt(&$error, f)
            }
        }

        impl std::fmt::Display for $wrapper {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let $this = self;
                std::fmt::Display::fmt(&$error, f)
            }
        }

        impl std::error::Error for $wrapper {
            fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
                let $this = self;
                $error.source()
            }
        }
    };
}
pub(crate) use pass_through;
