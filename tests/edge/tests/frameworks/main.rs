//! Sends the same requests to every framework. No handler sees any of them.
//!
//! The text files here hold the responses of each framework. `UPDATE_EXPECT=1` rewrites them.

mod actix_web;
mod axum;
mod guide;
mod poem;
mod requests;
mod rocket;
mod salvo;

use expect_test::{ExpectFile, expect_file};
use requests::{Answer, answers};
use std::net::SocketAddr;

/// Compares what a framework sends with the file of its name, and with its column of the table in the guide.
fn check<F: Future<Output = SocketAddr>>(framework: &str, serve: impl FnOnce() -> F, expected: &ExpectFile) {
    let answers = answers(serve);
    let text: Vec<_> = answers.iter().map(Answer::to_string).collect();
    expected.assert_eq(&text.join("\n"));
    let observed: Vec<_> = answers.iter().map(|answer| (answer.name, &*answer.summary)).collect();
    assert_eq!(guide::column(framework), observed);
}

#[test]
fn axum_behind_the_layer() {
    check("axum", axum::serve, &expect_file!["axum.txt"]);
}

#[test]
fn actix_web_with_its_hooks() {
    check("actix-web", actix_web::serve, &expect_file!["actix_web.txt"]);
}

#[test]
fn poem_with_its_hooks() {
    check("poem", poem::serve, &expect_file!["poem.txt"]);
}

#[test]
fn rocket_with_its_catchers() {
    check("rocket", rocket::serve, &expect_file!["rocket.txt"]);
}

#[test]
fn salvo_with_its_catcher() {
    check("salvo", salvo::serve, &expect_file!["salvo.txt"]);
}
