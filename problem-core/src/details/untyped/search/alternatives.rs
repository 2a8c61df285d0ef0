//! Tries whether a value could also have been sent with other meanings of its texts.

use super::{Attempt, Search, TooManyAttempts};
use crate::details::untyped::leaves::{Leaf, Meaning};
use serde::de::DeserializeOwned;
use std::cell::Cell;
use std::collections::BTreeMap;

impl<'a> Search<'a> {
    /// Returns whether no other meanings of the texts give another value.
    ///
    /// `errors` is the number of errors that serde swallowed when the value was read.
    pub(super) fn has_no_alternative<T: DeserializeOwned>(
        &mut self,
        errors: usize,
    ) -> Result<bool, TooManyAttempts> {
        let open: Vec<_> = self.consulted().map(Open::new).collect();
        let rounds = open.iter().map(|open| open.alternatives.len()).max().unwrap_or_default();
        for round in 0..rounds {
            let has_round = |open: &&Open<'_>| open.alternatives.len() > round;
            let changed: Vec<_> = open.iter().filter(has_round).collect();
            if !self.try_alternatives::<T>(&changed, 0, round, errors)? {
                return Ok(false);
            }
        }
        Ok(open.iter().all(Open::is_clear))
    }

    /// Tries an alternative of each text. Returns `false` if this gives another value.
    ///
    /// If the type refuses them together, it goes on with those in each place at the next depth.
    fn try_alternatives<T: DeserializeOwned>(
        &mut self,
        changed: &[&Open<'a>],
        depth: usize,
        round: usize,
        errors: usize,
    ) -> Result<bool, TooManyAttempts> {
        if changed.is_empty() {
            return Ok(true);
        }
        let Attempt { value, record } = self.attempt_with::<T>(changed, |open| open.alternatives[round])?;
        if value.is_some() && record.count == errors {
            for open in changed {
                open.accept(open.alternatives[round]);
            }
            return Ok(true);
        }
        if value.is_some() {
            // If nothing at all makes no difference, the alternative was refused, and serde swallowed the error.
            let nothing = self.attempt_with::<T>(changed, |_| Meaning::Nothing)?;
            if nothing.value.is_none() || nothing.record.count != record.count {
                return Ok(false);
            }
        }
        let (depth, parts) = self.parts(changed, depth);
        for part in parts {
            if !self.try_alternatives::<T>(&part, depth, round, errors)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Makes an attempt with other meanings of some texts.
    fn attempt_with<T: DeserializeOwned>(
        &mut self,
        changed: &[&Open<'a>],
        meaning: impl Fn(&Open<'a>) -> Meaning,
    ) -> Result<Attempt<T>, TooManyAttempts> {
        for open in changed {
            open.leaf.meaning.set(meaning(open));
        }
        let attempt = self.attempt();
        for open in changed {
            open.leaf.meaning.set(open.meaning);
        }
        attempt
    }

    /// Splits texts by their places at the next depth where these differ.
    ///
    /// Returns no parts if all have the same place.
    fn parts<'b>(&self, texts: &[&'b Open<'a>], depth: usize) -> (usize, Vec<Vec<&'b Open<'a>>>) {
        let deepest = texts.iter().map(|open| self.leaves.depth(open.leaf.place)).max().unwrap_or_default();
        for depth in depth + 1..=deepest {
            let mut parts: BTreeMap<_, Vec<_>> = BTreeMap::new();
            for open in texts {
                parts.entry(self.leaves.around(open.leaf.place, depth)).or_default().push(*open);
            }
            if parts.len() > 1 {
                return (depth, parts.into_values().collect());
            }
        }
        (deepest, Vec::new())
    }
}

/// A text that may have other meanings than its current one.
struct Open<'a> {
    leaf: &'a Leaf<'a>,
    meaning: Meaning,
    /// The other meanings that it may have.
    alternatives: Vec<Meaning>,
    /// How many of them the type accepts.
    accepted: Cell<usize>,
}

impl<'a> Open<'a> {
    fn new(leaf: &'a Leaf<'a>) -> Self {
        let meaning = leaf.meaning.get();
        let may_be_text = !leaf.is_certain.get() && !leaf.is_generalised.get();
        let text = may_be_text.then_some(Meaning::Text);
        let others = text.into_iter().chain(leaf.others().iter().copied());
        let alternatives = others.filter(|other| *other != meaning).collect();
        Self { leaf, meaning, alternatives, accepted: Cell::new(0) }
    }

    fn accept(&self, alternative: Meaning) {
        // A struct whose fields may all be absent accepts an empty array, too, but it is not written as one.
        let is_struct = (self.meaning, alternative) == (Meaning::EmptyObject, Meaning::EmptyArray);
        self.accepted.set(self.accepted.get() + usize::from(!is_struct));
    }

    /// Returns whether the type accepts none of the alternatives, or any value.
    fn is_clear(&self) -> bool {
        let accepts_all = self.accepted.get() == self.alternatives.len();
        let is_any = self.meaning == Meaning::Text && accepts_all && !self.leaf.is_optional_item();
        self.accepted.get() == 0 || is_any
    }
}
