//! Inputs of any size, in shapes for which a careless reader needs more than linear time.

pub mod accept;
pub mod content_type;
pub mod json;
pub mod retry_after;
pub mod uri;
pub mod xml;

use std::ops::Range;

/// An input that can be built in any size.
#[derive(Debug)]
pub struct Shape {
    pub name: &'static str,
    build: Build,
}

#[derive(Debug)]
enum Build {
    /// Head, repeated unit, and tail.
    Repeated(&'static str, &'static str, &'static str),
    /// Head, the parts of each unit before and after its number, and tail.
    Numbered(&'static str, [&'static str; 2], &'static str),
    Made(fn(usize) -> Vec<u8>),
}

impl Shape {
    /// Repeats the unit as often as it fits between head and tail.
    const fn repeated(
        name: &'static str,
        head: &'static str,
        unit: &'static str,
        tail: &'static str,
    ) -> Self {
        Self { name, build: Build::Repeated(head, unit, tail) }
    }

    /// Like [`repeated`](Self::repeated), but with a number in each unit, so that all units differ.
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

    /// Returns an input of this size, or slightly smaller if the shape needs that.
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

/// Returns as many units as fit into this many bytes.
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

/// Repeats a text up to this many bytes.
fn filled(unit: &str, size: usize) -> String {
    unit.repeat(size / unit.len())
}

/// Joins the units for a range of numbers.
fn joined(numbers: Range<usize>, unit: impl Fn(usize) -> String) -> String {
    numbers.map(unit).collect()
}
