//! Finds the meanings of the ambiguous texts in a value.

mod alternatives;

use super::Read;
use super::deserializer::Untyped;
use super::leaves::{Leaf, Leaves, Meaning, Number};
use super::refusal::{Last, Record, recorded};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// How much all attempts together may read, besides the first [`MIN_ATTEMPTS`].
const MAX_WORK: usize = 1 << 16;

/// How many attempts may be made for any value.
const MIN_ATTEMPTS: usize = 8;

/// How many attempts may be made for a small value.
const MAX_ATTEMPTS: usize = 512;

/// The meanings that are tried together.
const MEANINGS: [&[Meaning]; 4] =
    [&[Meaning::Number, Meaning::Boolean], &[Meaning::EmptyObject], &[Meaning::EmptyArray], &[Meaning::Null]];

/// A search for the meanings with which a value can be read.
pub(super) struct Search<'a> {
    value: &'a Value,
    leaves: &'a Leaves<'a>,
    /// How many more attempts may be made.
    attempts: usize,
    /// The texts whose meanings were changed last.
    changed: Vec<&'a Leaf<'a>>,
    /// How many texts in each place cannot be text.
    certain: BTreeMap<usize, usize>,
}

/// The result of an attempt.
struct Attempt<T> {
    value: Option<T>,
    record: Record,
}

/// The end of a search that would take too many attempts.
struct TooManyAttempts;

impl<'a> Search<'a> {
    pub(super) fn new(value: &'a Value, leaves: &'a Leaves<'a>) -> Self {
        let attempts = MIN_ATTEMPTS + MAX_WORK / leaves.size;
        let attempts = attempts.min(MAX_ATTEMPTS);
        Self { value, leaves, attempts, changed: Vec::new(), certain: BTreeMap::new() }
    }

    pub(super) fn read<T: DeserializeOwned>(mut self) -> Read<T> {
        match self.find() {
            Ok(Some((value, true))) => Read::Value(value),
            Ok(None) if !self.leaves.list.iter().any(|leaf| leaf.is_consulted() || leaf.is_enum.get()) => {
                Read::WrongType
            }
            Ok(_) | Err(TooManyAttempts) => Read::Ambiguous,
        }
    }

    /// Returns a value, and whether it is the only one that may have been sent.
    fn find<T: DeserializeOwned>(&mut self) -> Result<Option<(T, bool)>, TooManyAttempts> {
        let Some(first) = self.first_value()? else { return Ok(None) };
        let (value, errors) = self.complete(first)?;
        let is_clear = self.has_no_alternative::<T>(errors)?;
        Ok(Some((value, is_clear)))
    }

    /// Returns the texts whose meaning may make a difference.
    fn consulted(&self) -> impl Iterator<Item = &'a Leaf<'a>> + use<'a> {
        self.leaves.list.iter().filter(|leaf| leaf.is_consulted())
    }

    fn attempt<T: DeserializeOwned>(&mut self) -> Result<Attempt<T>, TooManyAttempts> {
        self.attempts = self.attempts.checked_sub(1).ok_or(TooManyAttempts)?;
        let (value, record) = recorded(|| T::deserialize(Untyped::new(self.value, self.leaves)));
        Ok(Attempt { value: value.ok(), record })
    }

    /// Changes meanings until the value can be read. Returns `None` if it cannot.
    fn first_value<T: DeserializeOwned>(&mut self) -> Result<Option<(T, Record)>, TooManyAttempts> {
        loop {
            let Attempt { value, record } = self.attempt()?;
            match value {
                Some(value) => return Ok(Some((value, record))),
                None if self.repair(&record) => {}
                None => return Ok(None),
            }
        }
    }

    /// Changes the meaning that caused an error. Returns `false` if there is no other meaning to try.
    fn repair(&mut self, record: &Record) -> bool {
        let refused = match record.last {
            Last::Text(address) => self.leaves.at(address).filter(|leaf| leaf.is_text()),
            _ => None,
        };
        if let Some(leaf) = refused {
            *self.certain.entry(leaf.place).or_default() += 1;
            leaf.is_certain.set(true);
            return self.advance(leaf);
        }
        if self.revert_generalised(record.last) {
            return true;
        }
        // No variant of an untagged enum could be read.
        let refused: Vec<_> = self.refused(record).into_values().filter(|leaf| leaf.advance()).collect();
        if !refused.is_empty() {
            self.changed = refused;
            return true;
        }
        // Only text is refused by name: another meaning that was just tried may be refused now.
        let changed = std::mem::take(&mut self.changed);
        self.changed = changed.into_iter().filter(|leaf| leaf.advance()).collect();
        if let Some(leaf) = self.changed.first() {
            self.generalise(leaf);
            return true;
        }
        // An `Option` of a struct does not refuse an empty text, but misses the fields of the struct.
        let is_open = |leaf: &&Leaf<'_>| leaf.is_text() && leaf.others().contains(&Meaning::Null);
        match self.consulted().filter(|leaf| leaf.is_optional.get()).filter(is_open).last() {
            Some(leaf) => {
                leaf.is_certain.set(true);
                self.advance(leaf)
            }
            None => false,
        }
    }

    /// Gives a text its next meaning.
    fn advance(&mut self, leaf: &'a Leaf<'a>) -> bool {
        let is_changed = leaf.advance();
        if is_changed {
            self.changed = vec![leaf];
            self.generalise(leaf);
        }
        is_changed
    }

    /// Gives the meaning of a text to the others in its place, if several of them cannot be text.
    fn generalise(&self, leaf: &Leaf<'_>) {
        if self.certain.get(&leaf.place).is_some_and(|count| *count > 1) {
            for other in self.leaves.list.iter().filter(|other| other.place == leaf.place) {
                other.generalise(leaf.meaning.get());
            }
        }
    }

    /// Reads texts as text again that got another meaning only because of others, if an error is about their value.
    fn revert_generalised(&mut self, error: Last) -> bool {
        let is_culprit = |leaf: &&Leaf<'_>| match (error, leaf.meaning.get()) {
            (Last::Number(number), Meaning::Number) => {
                let other = Number::parse(leaf.text().trim_ascii()).map(Number::as_float);
                other.is_some_and(|other| other.total_cmp(&number).is_eq())
            }
            (Last::Boolean(boolean), Meaning::Boolean) => leaf.text().trim_ascii() == boolean.to_string(),
            _ => false,
        };
        let culprits = self.leaves.list.iter().filter(|leaf| leaf.is_generalised.get()).filter(is_culprit);
        let count = culprits.inspect(|leaf| {
            leaf.meaning.set(Meaning::Text);
            leaf.is_generalised.set(false);
            leaf.is_exceptional.set(true);
        });
        count.count() > 0
    }

    /// Changes meanings that were refused by errors that serde swallowed, as long as more of the value is read.
    ///
    /// Returns the value, and the number of errors that are still swallowed.
    fn complete<T: DeserializeOwned>(&mut self, first: (T, Record)) -> Result<(T, usize), TooManyAttempts> {
        let (mut value, mut record) = first;
        while let Some(better) = self.better(&record)? {
            (value, record) = better;
        }
        Ok((value, record.count))
    }

    /// Changes the meanings of texts that were refused, or of more texts around them, so that more of the value is read.
    fn better<T: DeserializeOwned>(
        &mut self,
        record: &Record,
    ) -> Result<Option<(T, Record)>, TooManyAttempts> {
        let refused = self.refused(record);
        let depths = |leaf: &Leaf<'_>| 0..=self.leaves.depth(leaf.place);
        // The smallest areas come first.
        let areas: BTreeSet<_> = refused
            .values()
            .flat_map(|leaf| {
                depths(leaf).map(|depth| (Reverse(depth), self.leaves.around(leaf.place, depth)))
            })
            .collect();
        for (Reverse(depth), area) in areas {
            for meanings in MEANINGS {
                let changed = self.change(depth, area, meanings);
                if changed.is_empty() {
                    continue;
                }
                let Attempt { value, record: new } = self.attempt()?;
                // With fewer errors, or with an error about a later text, more of the value is read.
                let is_later = |address: &usize| !refused.contains_key(address);
                let is_better = new.count < record.count || self.refused(&new).keys().any(is_later);
                if let Some(value) = value.filter(|_| is_better) {
                    return Ok(Some((value, new)));
                }
                for leaf in changed {
                    leaf.meaning.set(Meaning::Text);
                }
            }
        }
        Ok(None)
    }

    /// Gives all texts in an area one of the meanings, and returns those that can have one.
    fn change(&self, depth: usize, area: usize, meanings: &[Meaning]) -> Vec<&'a Leaf<'a>> {
        let is_within = |leaf: &&Leaf<'_>| leaf.is_text() && self.leaves.around(leaf.place, depth) == area;
        let leaves = self.leaves.list.iter().filter(is_within);
        let change = |leaf: &&Leaf<'_>| {
            let meaning = meanings.iter().find(|meaning| leaf.others().contains(meaning));
            meaning.inspect(|meaning| leaf.meaning.set(**meaning)).is_some()
        };
        leaves.filter(change).collect()
    }

    /// Returns the texts that were refused, by their addresses.
    fn refused(&self, record: &Record) -> BTreeMap<usize, &'a Leaf<'a>> {
        let leaves = record.refused.iter().filter_map(|address| Some((*address, self.leaves.at(*address)?)));
        leaves.filter(|(_, leaf)| leaf.is_text()).collect()
    }
}
