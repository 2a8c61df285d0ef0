//! The types that the property is checked for.

use crate::check::Type;
use crate::sample::Huge;
use crate::types::{Around, Color, Either, External, Flat, Internal, Nested, Newtype, Open, Pair, Sparse};
use crate::types::{Structs, TagFirst, TagLast, Triple, Tuple, Variants};
use serde_json::Number;
use std::collections::BTreeMap;

macro_rules! types {
    ($($T:ty),* $(,)?) => {
        vec![$(Type::of::<$T>()),*]
    };
}

type Map<T> = BTreeMap<String, T>;

/// Returns the types that have a scalar in each place.
macro_rules! around_scalars {
    ($($T:ty)*) => {
        types![$(
            $T,
            Tuple<$T, Option<bool>>,
            Pair<Option<$T>, String>,
            External<$T, String>,
            Internal<$T, String>,
            TagFirst<$T, String>,
            TagLast<String, $T>,
            Either<$T, String>,
            Flat<String, Option<Pair<$T, String>>>,
            Vec<Internal<u8, $T>>,
        )*]
    };
}

pub(crate) fn types() -> Vec<Type> {
    [
        around_scalars!(u8 i64 f64 bool char String u128 Color Number),
        unbuffered(),
        tagged(),
        untagged(),
        flattened(),
        nested(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn unbuffered() -> Vec<Type> {
    types![
        (),
        Huge,
        Vec<Option<Huge>>,
        External<Huge, Option<Huge>>,
        Map<Pair<Huge, String>>,
        i16,
        u32,
        u64,
        i128,
        f32,
        Option<String>,
        Option<f64>,
        Option<()>,
        Vec<()>,
        Vec<Option<u8>>,
        Vec<Option<String>>,
        Vec<Option<char>>,
        Vec<Option<Vec<u8>>>,
        Vec<Option<Map<bool>>>,
        Vec<Vec<Option<bool>>>,
        (String, Option<u8>),
        (Option<String>, Option<u8>),
        (u8, Option<Color>),
        [Option<f64>; 2],
        [String; 2],
        Map<String>,
        Map<f64>,
        Map<Vec<Option<u8>>>,
        Map<Vec<Option<String>>>,
        BTreeMap<bool, u8>,
        BTreeMap<bool, String>,
        Newtype<Option<String>>,
        Newtype<Newtype<f64>>,
        Box<Pair<Box<u8>, Box<Option<String>>>>,
        Pair<Vec<Option<String>>, Option<u8>>,
        Pair<Option<String>, Vec<Option<u8>>>,
        Pair<Newtype<Option<u8>>, String>,
        Pair<(), Option<String>>,
        Triple<u8, String, Option<bool>>,
        Triple<Option<String>, Vec<String>, Map<i64>>,
        Vec<Triple<f64, String, Option<Color>>>,
        Sparse<u8, String>,
        Sparse<String, f64>,
        Vec<Sparse<bool, Option<u8>>>,
        Tuple<Option<Pair<u8, String>>, String>,
        Vec<Option<Pair<Option<u8>, Option<String>>>>,
        External<Option<u8>, String>,
        External<(), Option<String>>,
        External<Vec<u8>, Map<String>>,
        External<External<u8, String>, Color>,
        Vec<External<f64, Option<u8>>>,
        Vec<Option<External<u8, String>>>,
        Vec<Option<Color>>,
        Map<External<bool, String>>,
        Pair<External<u8, String>, Option<External<bool, Color>>>,
    ]
}

fn tagged() -> Vec<Type> {
    types![
        Internal<Option<u8>, String>,
        Internal<Option<String>, u8>,
        Internal<(), f64>,
        Internal<Vec<Option<u8>>, String>,
        Internal<Vec<Option<String>>, u8>,
        Internal<Vec<String>, Map<u8>>,
        Internal<Vec<f64>, Vec<String>>,
        Internal<Map<String>, Map<bool>>,
        Internal<String, String>,
        Internal<f64, Option<f64>>,
        Internal<f64, u64>,
        Internal<bool, Color>,
        Internal<u8, Pair<u8, String>>,
        Internal<Internal<u8, String>, String>,
        Internal<External<u8, String>, f64>,
        Internal<Newtype<Option<u8>>, Box<String>>,
        Vec<Internal<f64, String>>,
        Vec<Option<Internal<u8, String>>>,
        Map<Internal<i64, String>>,
        (String, Internal<u8, String>),
        (Option<String>, Internal<u8, bool>),
        Pair<Option<Internal<u8, String>>, Vec<Option<u8>>>,
        Internal<[u8; 2], (bool, String)>,
        Internal<Vec<(Option<u8>, String)>, char>,
        Internal<Sparse<u8, String>, String>,
        Internal<Triple<u8, String, bool>, f64>,
        TagFirst<f64, u64>,
        TagFirst<Option<u8>, String>,
        TagFirst<Vec<Option<u8>>, Map<String>>,
        TagFirst<Internal<u8, String>, bool>,
        TagFirst<Color, Option<String>>,
        TagFirst<(), String>,
        Vec<TagFirst<String, f64>>,
        TagLast<f64, u64>,
        TagLast<Option<u8>, String>,
        TagLast<Option<String>, u8>,
        TagLast<String, Vec<Option<u8>>>,
        TagLast<Vec<Option<String>>, Map<u8>>,
        TagLast<TagLast<u8, String>, bool>,
        TagLast<Internal<f64, String>, Color>,
        TagLast<Pair<u8, String>, External<u8, bool>>,
        Vec<TagLast<u8, String>>,
        Map<TagLast<bool, Color>>,
        Pair<Option<TagLast<u8, String>>, String>,
        External<Internal<u8, String>, TagLast<bool, String>>,
        Open<u8, Pair<u8, String>>,
        Open<String, Option<Pair<f64, String>>>,
        Open<f64, Map<String>>,
        Vec<Open<bool, Map<u8>>>,
    ]
}

fn untagged() -> Vec<Type> {
    types![
        Either<String, u8>,
        Either<String, f64>,
        Either<u8, bool>,
        Either<u64, f64>,
        Either<bool, Color>,
        Either<Color, String>,
        Either<u8, Vec<u8>>,
        Either<Vec<u8>, Vec<String>>,
        Either<Vec<String>, Map<String>>,
        Either<Map<u8>, Map<String>>,
        Either<String, Vec<Option<u8>>>,
        Either<Option<u8>, String>,
        Either<(), u8>,
        Either<Either<u8, bool>, String>,
        Either<(u8, String), Pair<u8, String>>,
        Either<Pair<u8, bool>, Pair<String, String>>,
        Either<Pair<String, String>, Pair<u8, bool>>,
        Either<Internal<u8, String>, String>,
        Either<External<u8, bool>, u8>,
        Either<External<u8, bool>, Map<u8>>,
        Structs<u8, String>,
        Structs<String, u8>,
        Structs<f64, bool>,
        Structs<bool, String>,
        Structs<Option<u8>, String>,
        Structs<Vec<u8>, Vec<bool>>,
        Structs<Pair<u8, bool>, Pair<u8, String>>,
        Vec<Either<u8, String>>,
        Vec<Option<Either<u8, bool>>>,
        Map<Either<f64, String>>,
        Vec<Structs<u8, String>>,
        Pair<Either<u8, String>, String>,
        (Either<bool, u8>, String),
        Internal<Either<u8, String>, f64>,
        Internal<Either<u8, bool>, String>,
        TagLast<Either<String, f64>, u8>,
        External<Either<u8, bool>, Structs<u8, String>>,
        Option<Either<u8, String>>,
        Variants<u8, String>,
        Variants<String, f64>,
        Variants<u8, Vec<String>>,
        Vec<Variants<bool, Option<u8>>>,
    ]
}

fn flattened() -> Vec<Type> {
    types![
        Flat<u8, Pair<u8, String>>,
        Flat<String, Pair<f64, bool>>,
        Flat<String, Pair<Option<u8>, Option<String>>>,
        Flat<Option<String>, Pair<Vec<Option<u8>>, String>>,
        Flat<Vec<Option<u8>>, Pair<Vec<Option<String>>, u8>>,
        Flat<u8, Triple<f64, String, Option<bool>>>,
        Flat<u8, Sparse<u8, String>>,
        Flat<u8, Option<Sparse<f64, String>>>,
        Flat<bool, Option<Pair<Option<u8>, String>>>,
        Flat<String, Option<Pair<f64, Color>>>,
        Flat<String, Option<Triple<Vec<u8>, Map<u8>, String>>>,
        Flat<String, Map<u8>>,
        Flat<u8, Map<String>>,
        Flat<u8, Map<f64>>,
        Flat<bool, Map<Vec<u8>>>,
        Flat<Vec<String>, Map<bool>>,
        Flat<u8, Map<Pair<u8, String>>>,
        Flat<u8, Option<Map<u8>>>,
        Flat<String, External<u8, String>>,
        Flat<u8, External<f64, Vec<Option<u8>>>>,
        Flat<u8, Option<Variants<u8, Pair<u8, String>>>>,
        Flat<String, Variants<f64, Map<u8>>>,
        Flat<String, Internal<u8, String>>,
        Flat<u8, Internal<f64, bool>>,
        Flat<u8, Option<Internal<u8, String>>>,
        Flat<String, TagFirst<u8, String>>,
        Flat<String, TagLast<u8, String>>,
        Flat<u8, Option<TagLast<f64, String>>>,
        Flat<String, Structs<u8, String>>,
        Flat<u8, Either<Pair<u8, bool>, Pair<String, String>>>,
        Flat<u8, Around<Pair<u8, String>, Sparse<bool, u8>>>,
        Flat<Internal<u8, String>, Pair<u8, String>>,
        Flat<Either<u8, String>, Pair<u8, String>>,
        Around<Pair<f64, String>, Map<String>>,
        Around<Option<Pair<u8, String>>, Option<Sparse<u8, u8>>>,
        Around<Internal<u8, String>, Option<Pair<bool, String>>>,
        Around<Flat<u8, Pair<u8, String>>, External<u8, String>>,
        Around<Open<u8, Map<u8>>, Option<Pair<u8, String>>>,
        Vec<Flat<u8, Pair<u8, String>>>,
        Vec<Flat<String, Option<Pair<u8, String>>>>,
        Vec<Option<Flat<u8, Option<Pair<u8, bool>>>>>,
        Map<Flat<u8, Map<String>>>,
        Pair<Flat<u8, Pair<u8, String>>, Option<String>>,
        Option<Flat<u8, Pair<u8, String>>>,
        Internal<Flat<u8, Pair<u8, String>>, String>,
        External<Flat<u8, Option<Pair<u8, String>>>, Flat<String, Map<u8>>>,
        Either<Flat<u8, Pair<u8, bool>>, String>,
        Option<Pair<u8, String>>,
        Option<Pair<Vec<Option<String>>, Option<u8>>>,
        Option<Map<f64>>,
    ]
}

fn nested() -> Vec<Type> {
    types![
        Nested,
        Vec<Option<Nested>>,
        Pair<Nested, String>,
        Map<Nested>,
        External<Nested, u8>,
        Internal<Nested, u8>,
        Internal<Vec<Nested>, String>,
        TagFirst<Nested, String>,
        TagLast<Nested, u8>,
        Either<Nested, String>,
        Either<u8, Nested>,
        Flat<u8, Pair<Nested, String>>,
        Flat<String, Option<Pair<Vec<Nested>, u8>>>,
        Flat<u8, Map<Nested>>,
        Vec<Sparse<Nested, Nested>>,
    ]
}
