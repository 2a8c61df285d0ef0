//! Checks that all contenders write the same response, since a contender that wrote less would be faster.

use crate::writing::cases::{self, Written};
use crate::{constant_text, contenders};
use axum_core::response::Response;
use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use http_body_util::BodyExt;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

pub(crate) fn assert_agreement(written: &Written) {
    let Written { case, name, input } = written;
    let derived = parts(contenders::derive(input));
    assert_eq!(derived, parts(contenders::hand_written(input)), "{case}, {name}");
    if *case == cases::CONSTANT {
        assert_eq!(derived, parts(constant_text::respond(input)), "{case}, {name}");
    }
}

fn parts(response: Response) -> (StatusCode, HeaderMap, Bytes) {
    let (parts, body) = response.into_parts();
    // The whole body is in memory, so that nothing ever waits for it.
    let mut collecting = pin!(body.collect());
    let Poll::Ready(body) = collecting.as_mut().poll(&mut Context::from_waker(Waker::noop())) else {
        panic!("the body is not complete")
    };
    (parts.status, parts.headers, body.expect("the body is in memory").to_bytes())
}
