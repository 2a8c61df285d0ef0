//! Tests of the owned problem details object.

use http::StatusCode;
use problem_core::{Problem, ProblemDetails};
use problem_tests::{body, wire};
use serde::de::value::{Error, MapDeserializer};
use serde::de::{Deserialize, Deserializer, IntoDeserializer, Visitor};
use serde_json::json;

fn full() -> ProblemDetails {
    ProblemDetails::new(StatusCode::FORBIDDEN)
        .with_type("https://example.com/probs/out-of-credit")
        .with_title("You do not have enough credit.")
        .with_detail("Your current balance is 30, but that costs 50.")
        .with_instance("/account/12345/msgs/abc")
        .with_extension("balance", &30)
        .with_extension("accounts", &["/account/12345", "/account/67890"])
}

#[test]
fn the_accessors_return_the_members() {
    let details = full();
    assert_eq!(details.type_uri(), "https://example.com/probs/out-of-credit");
    assert_eq!(details.title(), Some("You do not have enough credit."));
    assert_eq!(details.status(), Some(StatusCode::FORBIDDEN));
    assert_eq!(details.detail(), Some("Your current balance is 30, but that costs 50."));
    assert_eq!(details.instance(), Some("/account/12345/msgs/abc"));
    assert_eq!(details.extensions().len(), 2);
    assert_eq!(details.extension("balance"), Some(30));
    assert_eq!(details.extension::<Vec<String>>("accounts").unwrap().len(), 2);
    assert_eq!(details.extension::<bool>("balance"), None);
    assert_eq!(details.extension::<Option<u8>>("cost"), None, "absent is not null");

    assert_eq!(details.with_status(StatusCode::GONE).status(), Some(StatusCode::GONE));

    let bare = ProblemDetails::new(StatusCode::GONE);
    assert_eq!(bare.type_uri(), "about:blank");
    assert_eq!((bare.title(), bare.detail(), bare.instance()), (None, None, None));
    assert!(bare.extensions().is_empty());
}

#[test]
fn an_extension_replaces_an_earlier_one_but_not_a_standard_member() {
    let details =
        full().with_extension("balance", &20).with_extension("title", "another").with_extension("status", &1);
    assert_eq!(details.extension("balance"), Some(20));
    assert_eq!(details.extensions().len(), 2);
    assert_eq!(details.title(), Some("You do not have enough credit."));
}

#[test]
fn a_response_has_all_members() {
    assert_eq!(
        wire(&full()),
        format!(
            "403\ncontent-type: application/problem+json\n\n\
            {{\"type\":\"https://example.com/probs/out-of-credit\",\"title\":\"You do not have enough credit.\",\
            \"status\":403,\"detail\":\"Your current balance is 30, but that costs 50.\",\
            \"instance\":\"/account/12345/msgs/abc\",{}}}",
            in_map_order(&full()),
        )
    );
    assert_eq!(
        body(&ProblemDetails::new(StatusCode::PAYLOAD_TOO_LARGE)),
        "{\"type\":\"about:blank\",\"title\":\"Content Too Large\",\"status\":413,\
        \"detail\":\"The content of the request is too large.\"}"
    );
    assert_eq!(
        body(&ProblemDetails::new(StatusCode::from_u16(599).unwrap()).with_type("/x")),
        "{\"type\":\"/x\",\"title\":\"Server Error\",\"status\":599,\
        \"detail\":\"The server failed to answer the request.\"}"
    );
}

/// Returns the extension members in the order of `serde_json::Map`, which its feature `preserve_order` changes.
fn in_map_order(details: &ProblemDetails) -> String {
    let object = serde_json::to_string(details.extensions()).unwrap();
    object[1..object.len() - 1].to_owned()
}

#[test]
fn serialising_keeps_the_members_unchanged() {
    let serialised = |details: &ProblemDetails| serde_json::to_value(details).unwrap();
    assert_eq!(serialised(&ProblemDetails::new(StatusCode::OK)), json!({ "status": 200 }));
    assert_eq!(
        serialised(&ProblemDetails::new(StatusCode::GONE).with_extension("none", &())),
        json!({ "status": 410, "none": null })
    );
    assert_eq!(
        serde_json::to_string(&full().with_extension("balance", &1)).unwrap(),
        format!(
            "{{\"type\":\"https://example.com/probs/out-of-credit\",\"title\":\"You do not have enough credit.\",\
            \"status\":403,\"detail\":\"Your current balance is 30, but that costs 50.\",\
            \"instance\":\"/account/12345/msgs/abc\",{}}}",
            in_map_order(&full().with_extension("balance", &1)),
        )
    );
}

#[test]
fn display_shows_the_status_the_title_and_the_detail() {
    assert_eq!(
        full().to_string(),
        "403 You do not have enough credit.: Your current balance is 30, but that costs 50."
    );
    assert_eq!(ProblemDetails::new(StatusCode::GONE).to_string(), "410 Gone");
    for (code, text) in [
        (200, "200 about:blank"),
        (399, "399 about:blank"),
        (400, "400 Bad Request"),
        (599, "599 Server Error"),
        (600, "600 about:blank"),
    ] {
        assert_eq!(ProblemDetails::new(StatusCode::from_u16(code).unwrap()).to_string(), text);
    }
}

#[test]
fn debug_names_every_member() {
    assert_eq!(
        format!(
            "{:?}",
            ProblemDetails::new(StatusCode::GONE).with_detail("gone").with_extension("more", &true)
        ),
        "ProblemDetails { type: None, title: None, status: Some(410), detail: Some(\"gone\"), instance: None, \
         extensions: {\"more\": Bool(true)} }"
    );
}

#[test]
fn an_absent_type_equals_about_blank() {
    let bare = ProblemDetails::new(StatusCode::GONE);
    assert_eq!(bare.clone().with_type("about:blank"), bare);
    assert_ne!(bare.clone().with_type("/gone"), bare);
    assert_ne!(bare.clone().with_title("Gone"), bare);
    assert_ne!(bare.clone().with_detail("gone"), bare);
    assert_ne!(bare.clone().with_instance("/gone"), bare);
    assert_ne!(bare.clone().with_extension("gone", &true), bare);
    assert_ne!(ProblemDetails::new(StatusCode::NOT_FOUND), bare);
}

#[test]
fn details_are_as_small_as_a_pointer() {
    assert_eq!(size_of::<ProblemDetails>(), size_of::<usize>());
    assert_eq!(size_of::<Result<(), ProblemDetails>>(), size_of::<usize>());
}

#[test]
fn the_details_of_a_problem_can_be_changed_and_sent_again() {
    #[derive(Debug, thiserror::Error, Problem)]
    #[error("log")]
    #[problem(status = 409, type = "/full", detail = "{0} left")]
    struct Full(#[problem(extension = "left")] u8);

    let details = Full(1).to_details().with_instance("/full/1");
    assert_eq!(
        body(&details),
        "{\"type\":\"/full\",\"title\":\"Full\",\"status\":409,\"detail\":\"1 left\",\"instance\":\"/full/1\",\
        \"left\":1}"
    );
}

/// A value of a format that marks optional values and newtypes.
enum Marked {
    Absent,
    Present(i64),
    Newtype(i64),
}

impl IntoDeserializer<'_, Error> for Marked {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Marked {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Absent => visitor.visit_none(),
            Self::Present(number) => visitor.visit_some(number.into_deserializer()),
            Self::Newtype(number) => visitor.visit_newtype_struct(number.into_deserializer()),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// Some formats have values that JSON lacks. As a standard member, such a value is ignored like one of the wrong type.
#[test]
fn details_are_read_from_other_formats() {
    fn status<'de>(value: impl IntoDeserializer<'de, Error>) -> Result<Option<u16>, Error> {
        let members = MapDeserializer::new([("status", value)].into_iter());
        ProblemDetails::deserialize(members).map(|details| details.status().map(|status| status.as_u16()))
    }
    assert_eq!(status(404_u16), Ok(Some(404)));
    assert_eq!(status(404_i64), Ok(Some(404)));
    assert_eq!(status(404.0), Ok(Some(404)));
    assert_eq!(status(Marked::Present(404)), Ok(Some(404)));
    assert_eq!(status(Marked::Newtype(404)), Ok(Some(404)));
    assert_eq!(status(Marked::Absent), Ok(None));
    assert_eq!(status(true), Ok(None));
    assert_eq!(status(()), Ok(None));
    assert_eq!(status(&b"404"[..]), Ok(None));
    assert_eq!(status(i128::MIN), Ok(None));
    assert_eq!(status(u128::MAX), Ok(None));
}

#[test]
fn a_member_has_all_its_digits_whether_or_not_the_others_were_read() {
    let json = format!(r#"{{"wide":{},"wide":{},"single":0.1}}"#, 1, u128::MAX);
    let details = ProblemDetails::from_json(json.as_bytes()).unwrap();
    for _ in 0..2 {
        assert_eq!(details.extension("wide"), Some(u128::MAX));
        assert_eq!(details.extension("single"), Some(0.1_f32));
        assert_eq!(details.clone().with_extension("wide", &5).extension("wide"), Some(5_u8));
        assert_eq!(details.extensions().len(), 2);
    }
}
