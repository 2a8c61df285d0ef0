//! Reading a body when the caller also needs each extension member once.
//!
//! The crate problems cannot do this, because it reads extension members only from a member `data`.

mod flat;
mod nested;

use crate::common::comparison::{Bar, Comparison};
use crate::inputs;
use bytes::Bytes;
use std::rc::Rc;

/// The name of a contender, and a function that uses each member once.
///
/// Its result shows that all contenders have read the same.
type Contender = (&'static str, fn(&Bytes) -> Option<u64>);

type SetBar = fn(input: &str, contender: &str) -> Option<f64>;

pub(crate) fn comparisons() -> impl Iterator<Item = Comparison> {
    cases().map(|(name, json, contenders, bar)| {
        let json = Rc::new(json);
        let comparison = Comparison::new("bytes to details, extensions", name);
        contenders.iter().fold(comparison, |comparison, (contender, run)| {
            comparison.contender(contender, &json, *run, bar(name, contender).map(Bar::from))
        })
    })
}

/// Checks that all contenders read the same members.
///
/// A contender that read less would be faster.
pub(crate) fn assert_agreement() {
    for (name, json, contenders, _) in cases() {
        let by_hand = contenders[0].1(&json);
        assert!(by_hand.is_some(), "{name}");
        for (contender, run) in &contenders[1..] {
            assert_eq!(run(&json), by_hand, "{name}, {contender}");
        }
    }
}

fn cases() -> impl Iterator<Item = (&'static str, Bytes, &'static [Contender], SetBar)> {
    let flat = inputs::flat()
        .into_iter()
        .map(|(name, json)| (name, json, &flat::CONTENDERS[..], flat::bar as SetBar));
    let nested = inputs::nested()
        .into_iter()
        .map(|(name, json)| (name, json, &nested::CONTENDERS[..], nested::bar as SetBar));
    flat.chain(nested)
}
