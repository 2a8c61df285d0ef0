//! Tests of texts that no impl of `Serialize` writes, but a person or another program may.

use super::{Color, Kind, Nested, Optional, Unit};
use crate::{One, XML, read, response};
use std::collections::BTreeMap;

#[test]
fn a_text_is_read_only_if_it_fits_the_type() {
    macro_rules! texts {
        ($($ty:ty: $($text:literal => $expected:expr,)*)*) => {$($({
            let members = concat!("<type>urn:e:one</type><value>", $text, "</value>");
            let xml = format!("<problem xmlns='urn:ietf:rfc:7807'>{members}</problem>");
            let value = read::<One<$ty>>(response(409, XML[0], xml)).ok().map(|one| one.value);
            let expected: Option<$ty> = $expected;
            assert_eq!(value, expected, "{}: {:?}", stringify!($ty), $text);
        })*)*};
    }
    texts! {
        u8:
            " 7\n" => Some(7), "\t255\r\n" => Some(255), "256" => None, "-1" => None, "+7" => None,
            "07" => None,
            "7.0" => None, "7e0" => None, "" => None, " " => None, "seven" => None, "\"7\"" => None,
            "7 8" => None,
            "7<!-- -->8" => Some(78), "&#55;" => Some(7), "<![CDATA[7]]>" => Some(7), "<i>7</i>" => None,
            "\u{a0}7" => None, "0x7" => None, "7_0" => None, "null" => None, "true" => None, "[7]" => None,
            "<a>7</a>" => None, "<f xmlns=''>8</f>7" => Some(7),
        i64: "-0" => None, "- 7" => None, "-7" => Some(-7), "9223372036854775808" => None,
        u128: "340282366920938463463374607431768211456" => None, "1e2" => None,
        f64:
            "7" => Some(7.0), " 7.5 " => Some(7.5), "1e2" => Some(100.0), ".5" => None, "5." => None,
            "NaN" => None,
            "INF" => None, "1e400" => None, "-" => None, "" => None,
        bool:
            "true" => Some(true), " false\n" => Some(false), "1" => None, "0" => None, "True" => None,
            "" => None,
            "t<?pi?>rue" => Some(true),
        char: "a" => Some('a'), "ab" => None, "" => None, " a" => None,
        String: "<i/>" => None, "<a/>" => None, " 7\n" => Some(" 7\n".to_owned()),
        // A value that the field cannot hold counts as absent, and an absent value is read like `null`.
        (): "" => Some(()), " \n" => Some(()), "<!-- -->" => Some(()), "x" => Some(()), "<i/>" => Some(()),
        Vec<()>: "<i/><i> </i>" => Some(vec![(), ()]), "<i>x</i>" => None,
        Vec<Unit>: "<i/><i> </i>" => Some(vec![Unit, Unit]), "<i>x</i>" => None, "<i><a/></i>" => None,
        Option<u8>:
            "7" => Some(Some(7)), "" => Some(None), "\n" => Some(None), "x" => Some(None),
            "<i/>" => Some(None),
        Option<String>: "" => Some(Some(String::new())), " " => Some(Some(" ".to_owned())),
        Vec<u8>:
            "" => Some(vec![]), "\n  " => Some(vec![]), "\n<i>7</i>\n<i> 8 </i>\n" => Some(vec![7, 8]),
            "7" => None,
            "x<i>7</i>" => Some(vec![7]), "<i/>" => None, "<a/>" => None, "<i>7</i><a/>" => None,
        Vec<Option<u8>>: "<i/><i> </i><i>7</i>" => Some(vec![None, None, Some(7)]),
        (u8, u8):
            "<i>7</i><i>8</i>" => Some((7, 8)), "<i>7</i>" => None, "<i>7</i><i>8</i><i>9</i>" => None,
            "" => None,
        BTreeMap<String, u8>:
            " " => Some(BTreeMap::new()), "\n<a>7</a>\n" => Some(BTreeMap::from([("a".to_owned(), 7)])),
            "<a/>" => None, "x" => None, "<i>7</i>" => None, "<i>7</i><a>8</a>" =>
            Some(BTreeMap::from([("a".to_owned(), 8), ("i".to_owned(), 7)])),
        Optional:
            "" => Some(Optional { a: None, b: None }),
            "<b/>" => Some(Optional { a: None, b: Some(vec![]) }),
            "<a/><b/>" => Some(Optional { a: None, b: Some(vec![]) }),
            "<c/>" => Some(Optional { a: None, b: None }), "x" => None, "<i/>" => None,
        Nested: "<unknown/>" => None,
        Color:
            "red" => Some(Color::Red), "<red/>" => Some(Color::Red), "Red" => None, "" => None,
            "<red>x</red>" => None,
            "<red/><dark-blue/>" => None, "<i>red</i>" => None,
        Kind<u8>:
            "<newtype> 7 </newtype>" => Some(Kind::Newtype(7)), "newtype" => None, "<newtype/>" => None,
            "<tuple><i>1</i><i>2</i></tuple>" => Some(Kind::Tuple(1, 2)),
            "<struct><a>1</a><b/></struct>" => Some(Kind::Struct { a: 1, b: None }),
    }
}
