//! The trait of the types that the property is checked for, and its impls for scalars and for the types of std.

use crate::source::Source;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::Debug;

/// A type whose values can be made from bytes.
///
/// Values are compared by their `Debug` text. It tells `-0.0` from `0.0`, and takes less code than `PartialEq`, which
/// matters for hundreds of types.
pub(crate) trait Sample: Debug + Serialize + DeserializeOwned + 'static {
    const KIND: Kind;

    /// Whether `#[problem(flatten)]` is checked, too.
    ///
    /// It is a constant so that the compiler omits the code for it where this is false.
    const IS_FLATTENED: bool = Self::KIND.object && !(Self::KIND.nullable && Self::KIND.lossy);

    fn sample(source: &mut Source<'_>) -> Self;
}

/// How the values of a type are written, which decides what can be asked of the reader.
#[allow(clippy::struct_excessive_bools, reason = "they are independent of each other")]
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kind {
    /// Whether a value may be written as `null`.
    pub(crate) nullable: bool,
    /// Whether serde reads an absent field as `null`, as it does for an `Option`.
    pub(crate) optional: bool,
    /// Whether a value other than `null` may be written as an element that is empty or blank.
    pub(crate) empty: bool,
    /// Whether every value must be read from XML, so that an error is a failure.
    pub(crate) exact: bool,
    /// Whether a value may contain a member that is `null` and that the type cannot be read without.
    ///
    /// A member that is `null` is left out of the body.
    pub(crate) lossy: bool,
    /// Whether a value may be missing without a trace if serde flattens it.
    ///
    /// This is a unit variant, which serde flattens to a member that is `null`.
    pub(crate) vanishes: bool,
    /// Whether the values are objects, so that `#[problem(flatten)]` writes their members.
    pub(crate) object: bool,
}

impl Kind {
    pub(crate) const SCALAR: Self = Self {
        nullable: false,
        optional: false,
        empty: false,
        exact: true,
        lossy: false,
        vanishes: false,
        object: false,
    };
    pub(crate) const TEXT: Self = Self { empty: true, ..Self::SCALAR };
    pub(crate) const NULL: Self = Self { nullable: true, ..Self::SCALAR };

    pub(crate) const fn option(self) -> Self {
        Self { nullable: true, optional: true, empty: self.empty || self.nullable, ..self }
    }

    /// Returns the kind of an array with items of these kinds.
    ///
    /// An item that is `null` keeps its place in XML as an empty element. The reader must return an error if it cannot
    /// tell that element from an empty text, array or object.
    pub(crate) const fn array(items: &[Self]) -> Self {
        let mut kind = Self::SCALAR;
        let mut index = 0;
        while index < items.len() {
            let item = items[index];
            kind.exact = kind.exact && item.exact && !(item.nullable && item.empty);
            kind.lossy = kind.lossy || item.lossy;
            index += 1;
        }
        kind
    }

    /// Returns the kind of an object with members of these kinds.
    pub(crate) const fn object(members: &[Self]) -> Self {
        let mut kind = Self { object: true, empty: true, ..Self::SCALAR };
        let mut index = 0;
        while index < members.len() {
            let member = members[index];
            let loses_member = member.nullable && !member.optional;
            kind.exact = kind.exact && member.exact && !loses_member;
            kind.lossy = kind.lossy || member.lossy || loses_member;
            kind.empty = kind.empty && member.nullable;
            index += 1;
        }
        kind
    }

    /// Returns the kind of a map with values of this kind.
    ///
    /// An entry that is `null` is left out of the body, and nothing shows that it is missing. So such maps are not
    /// part of the property.
    pub(crate) const fn map(self) -> Self {
        assert!(!self.nullable, "the values of a map must not be `null`");
        Self { object: true, empty: true, optional: false, ..self }
    }

    /// Returns the kind of values that are of either kind.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self {
            nullable: self.nullable || other.nullable,
            optional: false,
            empty: self.empty || other.empty,
            exact: self.exact && other.exact,
            lossy: self.lossy || other.lossy,
            vanishes: self.vanishes || other.vanishes,
            object: self.object && other.object,
        }
    }

    /// Returns the kind of a type that serde buffers before it knows what to read.
    ///
    /// The reader cannot see in advance which text is a number, so it may return an error.
    pub(crate) const fn buffered(self) -> Self {
        Self { exact: false, ..self }
    }

    /// Returns the same kind, for a type that reads something else if one of its members is missing.
    ///
    /// With a member that is `null` and therefore left out, the reader cannot notice this.
    pub(crate) const fn complete(self) -> Self {
        assert!(!self.lossy, "nothing shows that a member is missing");
        self
    }

    /// Returns the kind of an object that serde flattens.
    pub(crate) const fn flattened(self) -> Self {
        assert!(self.object, "only an object can be flattened");
        if self.nullable {
            // An object is read as `None` if one of its members is missing.
            assert!(!self.lossy && !self.vanishes, "nothing shows that a member is missing");
        }
        Self { lossy: self.lossy || self.vanishes, vanishes: false, ..self }
    }
}

macro_rules! integers {
    ($($ty:ty)*) => {$(
        impl Sample for $ty {
            const KIND: Kind = Kind::SCALAR;

            #[allow(clippy::cast_possible_truncation, clippy::cast_lossless, reason = "any integer will do")]
            #[allow(clippy::cast_possible_wrap, clippy::cast_sign_loss, reason = "any integer will do")]
            fn sample(source: &mut Source<'_>) -> Self {
                match source.below(4) {
                    0 => (source.byte() % 10) as Self,
                    1 => source.pick(&[<$ty>::MAX, <$ty>::MIN, 100, 1]),
                    2 => (source.byte() as i8).unsigned_abs() as Self,
                    _ => source.number() as Self,
                }
            }
        }
    )*};
}

integers!(u8 i16 u32 i64 u64);

macro_rules! long_integers {
    ($($ty:ty, $short:ty;)*) => {$(
        impl Sample for $ty {
            const KIND: Kind = Kind::SCALAR;

            /// A `serde_json::Value` and serde's buffer cannot hold longer integers, so JSON cannot read them there.
            fn sample(source: &mut Source<'_>) -> Self {
                source.any::<$short>().into()
            }
        }
    )*};
}

long_integers! {
    u128, u64;
    i128, i64;
}

/// An integer that only its own type can hold.
///
/// A `serde_json::Value` and serde's buffer cannot, so JSON can read it only where neither is needed.
#[derive(Debug, Deserialize, Serialize)]
pub(crate) struct Huge(u128);

impl Sample for Huge {
    const KIND: Kind = Kind::SCALAR;

    fn sample(source: &mut Source<'_>) -> Self {
        Self(u128::from(source.any::<u64>()) << source.below(65))
    }
}

impl Sample for f64 {
    const KIND: Kind = Kind::SCALAR;

    fn sample(source: &mut Source<'_>) -> Self {
        source.float()
    }
}

impl Sample for f32 {
    const KIND: Kind = Kind::SCALAR;

    fn sample(source: &mut Source<'_>) -> Self {
        source.pick(&[0.0, 0.5, 0.1, 1e-7, 1e21, -3.25, 16_777_216.0, f32::MAX, f32::MIN_POSITIVE])
    }
}

impl Sample for bool {
    const KIND: Kind = Kind::SCALAR;

    fn sample(source: &mut Source<'_>) -> Self {
        source.flag()
    }
}

impl Sample for char {
    const KIND: Kind = Kind::TEXT;

    fn sample(source: &mut Source<'_>) -> Self {
        source.char()
    }
}

impl Sample for String {
    const KIND: Kind = Kind::TEXT;

    fn sample(source: &mut Source<'_>) -> Self {
        source.text()
    }
}

impl Sample for () {
    const KIND: Kind = Kind::NULL;

    fn sample(_: &mut Source<'_>) -> Self {}
}

/// It accepts an integer or a fraction, and serde does not tell the reader that it wants a number.
impl Sample for serde_json::Number {
    const KIND: Kind = Kind::SCALAR.buffered();

    fn sample(source: &mut Source<'_>) -> Self {
        match source.below(3) {
            0 => source.any::<u64>().into(),
            1 => source.any::<i64>().into(),
            _ => Self::from_f64(source.float()).unwrap(),
        }
    }
}

impl<T: Sample> Sample for Option<T> {
    const KIND: Kind = T::KIND.option();

    fn sample(source: &mut Source<'_>) -> Self {
        source.flag().then(|| source.any())
    }
}

impl<T: Sample> Sample for Box<T> {
    const KIND: Kind = T::KIND;

    fn sample(source: &mut Source<'_>) -> Self {
        Box::new(source.any())
    }
}

impl<T: Sample> Sample for Vec<T> {
    const KIND: Kind = Kind { empty: true, ..Kind::array(&[T::KIND]) };

    fn sample(source: &mut Source<'_>) -> Self {
        (0..source.below(4)).map(|_| source.any()).collect()
    }
}

impl<T: Sample> Sample for [T; 2] {
    const KIND: Kind = Kind::array(&[T::KIND]);

    fn sample(source: &mut Source<'_>) -> Self {
        [source.any(), source.any()]
    }
}

impl<A: Sample, B: Sample> Sample for (A, B) {
    const KIND: Kind = Kind::array(&[A::KIND, B::KIND]);

    fn sample(source: &mut Source<'_>) -> Self {
        (source.any(), source.any())
    }
}

/// The names of entries.
///
/// All are XML names, since a body with any other name cannot be XML. None is `i`, because an object whose only member
/// is named `i` would be read as an array. None is the name of a field, so that a map can be flattened next to fields.
const NAMES: [&str; 10] = ["x", "y", "true", "null", "e3", "_5", "NaN", "k-1", "é", "Max"];

impl<T: Sample> Sample for BTreeMap<String, T> {
    const KIND: Kind = T::KIND.map();

    fn sample(source: &mut Source<'_>) -> Self {
        let mut map = Self::new();
        for _ in 0..source.below(4) {
            map.insert(source.pick(&NAMES).to_owned(), source.any());
        }
        map
    }
}

impl<T: Sample> Sample for BTreeMap<bool, T> {
    const KIND: Kind = T::KIND.map();

    fn sample(source: &mut Source<'_>) -> Self {
        let mut map = Self::new();
        for _ in 0..source.below(3) {
            map.insert(source.flag(), source.any());
        }
        map
    }
}
