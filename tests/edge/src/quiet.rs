use std::panic::{set_hook, take_hook};

/// Silences the panics that a test causes: those whose message starts with `secret`, or that do not have a message.
///
/// Only a test with threads of its own needs it, because the harness captures the output of the others.
pub fn silence_panics() {
    let report = take_hook();
    set_hook(Box::new(move |panic| {
        if panic.payload_as_str().is_some_and(|text| !text.starts_with("secret")) {
            report(panic);
        }
    }));
}
