//! The guards of what holds other values.

use super::{Guarded, Limits, check_name, is_readable};
use serde::ser::{
    Error, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant,
};
use serde_json::Value;

/// An array or object whose parts are guarded.
pub(super) struct Compound<'a, C> {
    inner: C,
    /// Those of the parts.
    limits: Limits<'a>,
    /// Whether the key of a map waits for its value.
    has_key: bool,
    /// Whether it is no struct, but JSON as text that serde_json passes off as one.
    is_text: bool,
    /// Whether that text has been written.
    has_text: bool,
}

impl<'a, C> Compound<'a, C> {
    pub(super) fn new(limits: Limits<'a>, inner: C) -> Self {
        Self { inner, limits, has_key: false, is_text: false, has_text: false }
    }

    pub(super) fn text(limits: Limits<'a>, inner: C) -> Self {
        Self { is_text: true, ..Self::new(limits, inner) }
    }

    fn guarded<'b, T: ?Sized>(&self, value: &'b T) -> Guarded<'b, T>
    where
        'a: 'b,
    {
        Guarded { value, limits: self.limits }
    }
}

macro_rules! array {
    ($($Trait:ident: $method:ident,)*) => {$(
        impl<C: $Trait> $Trait for Compound<'_, C> {
            type Ok = C::Ok;
            type Error = C::Error;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), C::Error> {
                let value = self.guarded(value);
                self.limits.note(self.inner.$method(&value))
            }

            fn end(self) -> Result<C::Ok, C::Error> {
                self.inner.end()
            }
        }
    )*};
}

array! {
    SerializeSeq: serialize_element,
    SerializeTuple: serialize_element,
    SerializeTupleStruct: serialize_field,
    SerializeTupleVariant: serialize_field,
}

impl<C: SerializeMap> SerializeMap for Compound<'_, C> {
    type Ok = C::Ok;
    type Error = C::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), C::Error> {
        if std::mem::replace(&mut self.has_key, true) {
            return self.limits.note(Err(C::Error::custom("a key without a value")));
        }
        let limits = Limits { is_key: true, ..self.limits };
        self.limits.note(self.inner.serialize_key(&Guarded { value: key, limits }))
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), C::Error> {
        if !std::mem::replace(&mut self.has_key, false) {
            return self.limits.note(Err(C::Error::custom("a value without a key")));
        }
        let value = self.guarded(value);
        self.limits.note(self.inner.serialize_value(&value))
    }

    fn end(self) -> Result<C::Ok, C::Error> {
        if self.has_key {
            return Err(C::Error::custom("a key without a value"));
        }
        self.inner.end()
    }
}

impl<C: SerializeStructVariant> SerializeStructVariant for Compound<'_, C> {
    type Ok = C::Ok;
    type Error = C::Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), C::Error> {
        let value = self.guarded(value);
        let checked = check_name(name).and_then(|()| self.inner.serialize_field(name, &value));
        self.limits.note(checked)
    }

    fn end(self) -> Result<C::Ok, C::Error> {
        self.inner.end()
    }
}

impl<C: SerializeStruct> SerializeStruct for Compound<'_, C> {
    type Ok = C::Ok;
    type Error = C::Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), C::Error> {
        let value = self.guarded(value);
        if !self.is_text {
            let checked = check_name(name).and_then(|()| self.inner.serialize_field(name, &value));
            return self.limits.note(checked);
        }
        let is_second = std::mem::replace(&mut self.has_text, true);
        let text = serde_json::to_value(&value).unwrap_or(Value::Null);
        if is_second || !is_readable(&text, self.limits.room) {
            return self.limits.note(Err(C::Error::custom("a text that is not to be read as JSON")));
        }
        self.limits.note(self.inner.serialize_field(name, &text))
    }

    fn end(self) -> Result<C::Ok, C::Error> {
        if self.is_text && !self.has_text {
            return Err(C::Error::custom("JSON as text without the text"));
        }
        self.inner.end()
    }
}
