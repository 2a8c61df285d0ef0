//! A property of typed values read from XML, checked for hundreds of types.
//!
//! A value that is read from XML is the value that is read from JSON, or an error. It is never something else, although
//! XML has only text where JSON has strings, numbers, booleans and empty values.
//!
//! The environment variable `PROPTEST_CASES` sets the number of cases. A case is one value of one type.
//!
//! Some values are not part of the property, since XML cannot carry what distinguishes them:
//!
//! - A `serde_json::Value` takes any value, so it gets the text.
//! - Characters that XML cannot carry are replaced.
//! - An object whose only member is named `i` is read as an array.
//! - A body with a name that is not an XML name cannot be XML.
//! - A member that is `null` is left out, so a map loses such an entry.
//! - A value that the type cannot be read from without that member is of the wrong type, so an `Option` is `None`.
//! - A value that JSON cannot carry, such as NaN, is not sent.
//! - A value that is not read back from JSON either has nothing to be compared with, such as a `u128` in an untagged
//!   enum.

mod check;
mod meanings;
mod named;
mod regressions;
mod sample;
mod source;
mod table;
mod types;

use crate::check::{Answer, Type, Verdict};
use crate::source::Source;
use crate::table::types;
use proptest::prelude::{ProptestConfig, RngCore};
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Returns the answers that break the property.
fn failures(ty: &Type, bytes: &[u8]) -> Vec<Answer> {
    let answers = (ty.answers)(&mut Source(bytes));
    answers.into_iter().filter(|answer| answer.verdict() == Verdict::Failure).collect()
}

/// Returns a simpler string of bytes that still breaks the property.
fn shrunk(ty: &Type, mut bytes: Vec<u8>) -> Vec<u8> {
    let mut budget = 400;
    let mut fails = |bytes: &[u8]| {
        budget -= 1;
        budget > 0 && !failures(ty, bytes).is_empty()
    };
    loop {
        let before = bytes.clone();
        for length in [64, 16, 8, 4, 2, 1] {
            let mut end = bytes.len();
            while end >= length {
                let shorter = [&bytes[..end - length], &bytes[end..]].concat();
                if fails(&shorter) {
                    bytes = shorter;
                }
                end = bytes.len().min(end - 1);
            }
        }
        for index in 0..bytes.len() {
            for smaller in [0, bytes[index] / 2, bytes[index].saturating_sub(1)] {
                let byte = std::mem::replace(&mut bytes[index], smaller);
                if byte <= smaller || !fails(&bytes) {
                    bytes[index] = byte;
                }
            }
        }
        if bytes == before {
            return bytes;
        }
    }
}

fn bytes(rng: &mut TestRng) -> Vec<u8> {
    let [length, ..] = rng.next_u32().to_be_bytes();
    let mut bytes = vec![0; usize::from(length) / 2];
    rng.fill_bytes(&mut bytes);
    bytes
}

#[test]
fn a_value_is_read_from_xml_as_from_json_or_not_at_all() {
    let types = types();
    let config = ProptestConfig::default();
    // By default, each type gets a few cases.
    let cases = std::env::var_os("PROPTEST_CASES").map_or(20 * types.len(), |_| config.cases as usize);
    let mut runner = TestRunner::new(config);
    let mut reports = BTreeMap::new();
    for case in 0..cases {
        let ty = &types[case % types.len()];
        let bytes = bytes(runner.rng());
        if !reports.contains_key(&ty.name) && !failures(ty, &bytes).is_empty() {
            reports.insert(&ty.name, report(ty, &failures(ty, &shrunk(ty, bytes))));
        }
    }
    let (failed, all) = (reports.len(), types.len());
    let reports: Vec<_> = reports.into_values().collect();
    assert!(reports.is_empty(), "{failed} of {all} types fail:\n\n{}", reports.join("\n"));
}

fn report(ty: &Type, failures: &[Answer]) -> String {
    let ways: Vec<_> = failures.iter().map(|failure| failure.way).collect();
    format!("{}, by {ways:?}\n{}", ty.name, failures[0])
}

/// An error would always satisfy the property, so a value must be read if it can mean only one thing.
#[test]
fn most_values_that_are_clear_are_read() {
    let mut rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let (mut report, mut too_low) = (String::new(), vec![]);
    let (mut all_clear, mut all_read) = (0, 0);
    for ty in types() {
        let readings: Vec<_> = (0..40).filter_map(|_| (ty.reading)(&mut Source(&bytes(&mut rng)))).collect();
        let clear = readings.iter().filter(|reading| reading.is_clear).count();
        let read = readings.iter().filter(|reading| reading.is_clear && reading.is_read).count();
        let errors = readings.iter().filter(|reading| reading.is_error).count();
        let (total, name) = (readings.len(), &ty.name);
        let _ = writeln!(
            report,
            "{read:2} of {clear:2} clear values are read, {errors:2} of {total:2} fail: {name}"
        );
        if read * 100 < clear * 75 {
            too_low.push(ty.name);
        }
        (all_clear, all_read) = (all_clear + clear, all_read + read);
    }
    println!("{report}{all_read} of {all_clear} clear values are read");
    assert!(too_low.is_empty(), "few values are read of {too_low:#?}");
    assert!(all_read * 100 >= all_clear * 95, "only {all_read} of {all_clear} clear values are read");
}
