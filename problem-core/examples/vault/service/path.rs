use serde::{Deserialize, Serialize};
use std::fmt;

/// The path of a secret in its vault: segments joined by `/`.
#[derive(Clone, Debug)]
pub(super) struct SecretPath(String);

/// A fault in a path. Its `Display` text completes a sentence about the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum PathFault {
    TooLong,
    EmptySegment,
    DotSegment,
    Character,
}

const MAX_LEN: usize = 256;

impl SecretPath {
    pub(super) fn parse(path: &str) -> Result<Self, PathFault> {
        if path.len() > MAX_LEN {
            return Err(PathFault::TooLong);
        }
        for segment in path.split('/') {
            match segment {
                "" => return Err(PathFault::EmptySegment),
                "." | ".." => return Err(PathFault::DotSegment),
                _ if !segment.chars().all(is_allowed) => return Err(PathFault::Character),
                _ => {}
            }
        }
        Ok(Self(path.to_owned()))
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PathFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong => write!(f, "is longer than {MAX_LEN} characters"),
            Self::EmptySegment => f.write_str("has an empty segment"),
            Self::DotSegment => f.write_str("has `.` or `..` as a segment"),
            Self::Character => f.write_str("has a character other than letters, digits, `-`, `_` and `.`"),
        }
    }
}

fn is_allowed(char: char) -> bool {
    char.is_ascii_alphanumeric() || matches!(char, '-' | '_' | '.')
}
