//! The texts of a value from XML that may stand for something else than a string.

use serde_json::Value;
use std::cell::Cell;
use std::collections::HashMap;

/// What a text stands for, in the order in which the meanings are tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Text,
    Number,
    Boolean,
    EmptyObject,
    EmptyArray,
    Null,
    /// Something that no type accepts, to find out whether an error is swallowed.
    Nothing,
}

/// A text with more than one meaning.
#[derive(Debug)]
pub(super) struct Leaf<'a> {
    text: &'a str,
    /// An address for an empty text, which has none of its own.
    address: u8,
    /// The meanings after [`Meaning::Text`].
    others: &'static [Meaning],
    pub(super) meaning: Cell<Meaning>,
    /// The number of its place. The items of a long array have the same place.
    pub(super) place: usize,
    /// Whether it is an item of an array, and not a member.
    is_item: bool,
    /// Whether the type takes any value there.
    pub(super) takes_any: Cell<bool>,
    /// Whether the type is an `Option`, which the meaning [`Meaning::Null`] makes `None`.
    pub(super) is_optional: Cell<bool>,
    /// Whether the type is an enum. Empty text then stands for a variant whose `null` was left out.
    pub(super) is_enum: Cell<bool>,
    /// Whether it cannot be text, since an attempt to read it as text failed.
    pub(super) is_certain: Cell<bool>,
    /// Whether it got its meaning because others in the same place have that meaning.
    pub(super) is_generalised: Cell<bool>,
    /// Whether such a meaning was refused.
    pub(super) is_exceptional: Cell<bool>,
}

impl Leaf<'_> {
    /// Returns the text, at an address that no other text has.
    pub(super) fn text(&self) -> &str {
        if self.text.is_empty() {
            std::str::from_utf8(&std::slice::from_ref(&self.address)[..0]).unwrap_or_default()
        } else {
            self.text
        }
    }

    /// Returns the meanings that it can have besides text.
    pub(super) fn others(&self) -> &'static [Meaning] {
        match (self.takes_any.get(), self.is_item) {
            (true, _) => self.others,
            (false, true) => &[Meaning::Null],
            // A member that is `null` is left out.
            (false, false) => &[],
        }
    }

    /// Gives it the meaning after the current one. Returns `false` if there is none.
    pub(super) fn advance(&self) -> bool {
        // Other writers may have an empty member for `None`.
        let last = self.is_optional.get().then_some(Meaning::Null);
        let others = self.others().iter().copied().chain(last);
        let mut rest =
            std::iter::once(Meaning::Text).chain(others).skip_while(|meaning| *meaning != self.meaning.get());
        let next = rest.nth(1).filter(|next| *next != self.meaning.get());
        next.inspect(|meaning| self.meaning.set(*meaning)).is_some()
    }

    /// Returns whether its meaning may make a difference.
    pub(super) fn is_consulted(&self) -> bool {
        self.takes_any.get() || self.is_optional.get()
    }

    /// Returns whether it may stand for `None` or for another value.
    pub(super) fn is_optional_item(&self) -> bool {
        self.is_optional.get() && self.is_item
    }

    /// Gives it the meaning of another text in the same place, if it can have it.
    pub(super) fn generalise(&self, meaning: Meaning) {
        let is_free = (self.is_text() || self.is_generalised.get()) && !self.is_exceptional.get();
        if is_free && (meaning == Meaning::Null || self.others.contains(&meaning)) {
            self.meaning.set(meaning);
            self.is_generalised.set(true);
        }
    }

    pub(super) fn is_text(&self) -> bool {
        self.meaning.get() == Meaning::Text
    }
}

/// All such texts of a value, in their order.
#[derive(Debug, Default)]
pub(super) struct Leaves<'a> {
    pub(super) list: Vec<Leaf<'a>>,
    /// Their positions by the addresses of their values.
    by_value: HashMap<usize, usize>,
    /// Their positions by the addresses of their texts.
    by_text: HashMap<usize, usize>,
    /// The places within each place.
    steps: HashMap<(usize, Step<'a>), usize>,
    places: Vec<Place>,
    /// How much there is to read in each attempt: the number of values, and the length of their texts.
    pub(super) size: usize,
}

impl<'a> Leaves<'a> {
    pub(super) fn of(value: &'a Value) -> Self {
        let mut leaves = Self::default();
        leaves.places.push(Place { parent: 0, depth: 0 });
        leaves.add(value, 0, false);
        let addresses = leaves.list.iter().enumerate();
        leaves.by_text = addresses.map(|(index, leaf)| (leaf.text().as_ptr().addr(), index)).collect();
        leaves
    }

    /// Returns the leaf that a value is.
    pub(super) fn get(&self, value: &Value) -> Option<&Leaf<'a>> {
        Some(&self.list[*self.by_value.get(&std::ptr::from_ref(value).addr())?])
    }

    /// Returns the leaf whose text is at an address.
    pub(super) fn at(&self, address: usize) -> Option<&Leaf<'a>> {
        Some(&self.list[*self.by_text.get(&address)?])
    }

    /// Returns the place at a depth that is around another one, or that place itself if it is less deep.
    pub(super) fn around(&self, mut place: usize, depth: usize) -> usize {
        while self.places[place].depth > depth {
            place = self.places[place].parent;
        }
        place
    }

    pub(super) fn depth(&self, place: usize) -> usize {
        self.places[place].depth
    }

    fn add(&mut self, value: &'a Value, place: usize, is_item: bool) {
        // serde may copy a value at each level.
        self.size += 1 + self.places[place].depth / 8;
        match value {
            Value::String(text) => {
                self.size += text.len() / 64;
                let others: &[Meaning] = match text.trim_ascii() {
                    // A member that is `null` is left out in XML, but an item is not.
                    "" if is_item => &[Meaning::EmptyObject, Meaning::EmptyArray, Meaning::Null],
                    "" => &[Meaning::EmptyObject, Meaning::EmptyArray],
                    "true" | "false" => &[Meaning::Boolean],
                    number if Number::parse(number).is_some() => &[Meaning::Number],
                    _ => return,
                };
                self.by_value.insert(std::ptr::from_ref(value).addr(), self.list.len());
                self.list.push(Leaf {
                    text,
                    address: 0,
                    others,
                    meaning: Cell::new(Meaning::Text),
                    place,
                    is_item,
                    takes_any: Cell::new(false),
                    is_optional: Cell::new(false),
                    is_enum: Cell::new(false),
                    is_certain: Cell::new(false),
                    is_generalised: Cell::new(false),
                    is_exceptional: Cell::new(false),
                });
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    let step = if items.len() > MAX_TUPLE { Step::Item } else { Step::Index(index) };
                    let place = self.place(place, step);
                    self.add(item, place, true);
                }
            }
            Value::Object(members) => {
                for (name, member) in members {
                    let place = self.place(place, Step::Member(name));
                    self.add(member, place, false);
                }
            }
            _ => {}
        }
    }

    fn place(&mut self, parent: usize, step: Step<'a>) -> usize {
        let next = self.places.len();
        let place = *self.steps.entry((parent, step)).or_insert(next);
        if place == next {
            self.places.push(Place { parent, depth: self.places[parent].depth + 1 });
        }
        place
    }
}

#[derive(Debug)]
struct Place {
    parent: usize,
    depth: usize,
}

/// The way from a place to one within it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Step<'a> {
    Member(&'a str),
    /// An item of a tuple, or of an array that may be one.
    Index(usize),
    /// Any item of an array.
    Item,
}

/// The greatest length of a tuple that is expected. The items of a longer array have the same type.
const MAX_TUPLE: usize = 16;

/// A number in JSON.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Number {
    Unsigned(u128),
    Signed(i128),
    Float(f64),
}

impl Number {
    /// Parses a number by the grammar of JSON. A number outside the range of `f64` counts as text.
    pub(super) fn parse(text: &str) -> Option<Self> {
        if !text.starts_with(|char: char| char == '-' || char.is_ascii_digit()) {
            return None;
        }
        serde_json::from_str::<serde::de::IgnoredAny>(text).ok()?;
        let float = text.parse().ok().filter(|float: &f64| float.is_finite());
        // In JSON, `-0` is a float.
        let is_integer = !text.contains(['.', 'e', 'E']) && text != "-0";
        let unsigned = text.parse().ok().map(Self::Unsigned);
        let integer = unsigned.or_else(|| text.parse().ok().map(Self::Signed)).filter(|_| is_integer);
        integer.or(float.map(Self::Float))
    }

    #[allow(clippy::cast_precision_loss, reason = "the record of errors has the same conversion")]
    pub(super) fn as_float(self) -> f64 {
        match self {
            Self::Unsigned(number) => number as f64,
            Self::Signed(number) => number as f64,
            Self::Float(number) => number,
        }
    }
}
