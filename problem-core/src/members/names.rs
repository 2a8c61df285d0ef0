//! The set of names that a body already has.

use std::collections::BTreeSet;
use std::ops::Range;

/// The names already written to a body, in their escaped form.
///
/// The first few are looked up in the body itself, which needs no allocation.
/// The rest are in a set, so that a map with many entries does not take quadratic time.
pub(super) struct Names {
    first: [(usize, usize); FEW],
    count: usize,
    rest: Option<BTreeSet<Box<[u8]>>>,
    /// Whether there were names before the current group.
    has_others: bool,
}

const FEW: usize = 8;

impl Names {
    pub(super) fn new() -> Self {
        Self { first: [(0, 0); FEW], count: 0, rest: None, has_others: false }
    }

    /// Begins a group of names that are known to differ from each other.
    pub(super) fn begin_group(&mut self) {
        self.has_others = self.count > 0;
    }

    /// Works like [`contains`](Self::contains), for a name of the current group.
    #[inline]
    pub(super) fn contains_from_group(&self, json: &[u8], range: Range<usize>) -> bool {
        self.has_others && self.contains(json, range)
    }

    /// Returns whether the name at `range` of `json` has already been written.
    pub(super) fn contains(&self, json: &[u8], range: Range<usize>) -> bool {
        let name = &json[range];
        // Most names differ in length, which is seen without a look at the body.
        let is_same = |&(start, end): &(usize, usize)| end - start == name.len() && &json[start..end] == name;
        self.first[..self.count].iter().any(is_same)
            || self.rest.as_ref().is_some_and(|rest| rest.contains(name))
    }

    /// Adds the name at `range` of `json`.
    pub(super) fn insert(&mut self, json: &[u8], range: Range<usize>) {
        if self.count < FEW {
            self.first[self.count] = (range.start, range.end);
            self.count += 1;
        } else {
            self.rest.get_or_insert_default().insert(json[range].into());
        }
    }
}
