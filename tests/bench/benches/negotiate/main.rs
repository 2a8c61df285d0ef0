//! The choice of a format for the requests of real clients, compared with the least work that any choice must do.
//!
//! Run it like the benchmark `response`.

#[path = "../common/mod.rs"]
mod common;

mod agreement;
mod clients;
mod scan;

use crate::clients::{CLIENTS, Client};
use crate::common::comparison::{Bar, Comparison};
use problem_core::Format;
use std::rc::Rc;

fn main() {
    common::run(agreement::assert_agreement, CLIENTS.iter().map(comparison).collect());
}

fn comparison(client: &Client) -> Comparison {
    let headers = Rc::new(client.headers());
    Comparison::new("negotiate", client.name).contender("the scan", &headers, scan::scan, None).contender(
        "Format::negotiate",
        &headers,
        Format::negotiate,
        Some(Bar { ratio: 1.25, may_allocate: false }),
    )
}
