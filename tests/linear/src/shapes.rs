//! Inputs of any size, each of a shape that may take a reader more than its size is worth.

pub mod accept;
pub mod content_type;
pub mod json;
pub mod retry_after;
pub mod uri;
pub mod xml;

use std::ops::Range;

/// An input that can be made of any size.
#[derive(Debug)]
pub struct Shape {
    pub name: &'static str,
    build: Build,
}

#[derive(Debug)]
enum Build {
    /// Head, unit and tail.
    Repeated(&'static str, &'static str, &'static str),
    /// Head, what stands before and after the number of each unit, and tail.
    Numbered(&'static str, [&'static str; 2], &'static str),
    Made(fn(usize) -> Vec<u8>),
}

impl Shape {
    /// The unit as often as there is room for it between head and tail.
    const fn repeated(
        name: &'static str,
        head: &'static str,
        unit: &'static str,
        tail: &'static str,
    ) -> Self {
        Self { name, build: Build::Repeated(head, unit, tail) }
    }

    /// As [`repeated`](Self::repeated), with a number in each unit, so that no two are the same.
    const fn numbered(
        name: &'static str,
        head: &'static str,
        unit: [&'static str; 2],
        tail: &'static str,
    ) -> Self {
        Self { name, build: Build::Numbered(head, unit, tail) }
    }

    const fn made(name: &'static str, build: fn(usize) -> Vec<u8>) -> Self {
        Self { name, build: Build::Made(build) }
    }

    /// An input of this size, or as near below as the shape allows.
    #[must_use]
    pub fn build(&self, size: usize) -> Vec<u8> {
        match self.build {
            Build::Repeated(head, unit, tail) => {
                let count = (size - head.len() - tail.len()) / unit.len();
                [head, &unit.repeat(count), tail].concat().into_bytes()
            }
            Build::Numbered(head, [before, after], tail) => {
                let units =
                    numbered(size - head.len() - tail.len(), |number| format!("{before}{number}{after}"));
                [head, &units, tail].concat().into_bytes()
            }
            Build::Made(build) => build(size),
        }
    }
}

/// Units that fit in so many bytes.
fn numbered(room: usize, unit: impl Fn(usize) -> String) -> String {
    let mut units = String::with_capacity(room);
    for number in 0.. {
        let unit = unit(number);
        if units.len() + unit.len() > room {
            break;
        }
        units.push_str(&unit);
    }
    units
}

/// A text repeated up to so many bytes.
fn filled(unit: &str, size: usize) -> String {
    unit.repeat(size / unit.len())
}

/// A unit for each of some numbers.
fn joined(numbers: Range<usize>, unit: impl Fn(usize) -> String) -> String {
    numbers.map(unit).collect()
}
