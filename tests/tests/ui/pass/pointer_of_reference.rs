use problem_core::Problem;
use std::fmt::Debug;
use thiserror::Error;

#[derive(Debug)]
struct Opaque(#[allow(dead_code)] u8);

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError<'a, T: Debug> {
    #[problem(status = 404, detail = "There is nothing at {0:p}.", instance = "/{0:p}")]
    NotFound(&'a T),
    #[problem(status = 410, header("x-place" = "{place:#p}"))]
    Gone { place: &'a T },
}

fn main() {
    static PLACE: Opaque = Opaque(7);
    let instance = format!("/{:p}", &PLACE);
    assert_eq!(LookupError::NotFound(&PLACE).to_details().instance(), Some(instance.as_str()));
    let detail = format!("There is nothing at {:p}.", &PLACE);
    assert_eq!(LookupError::NotFound(&PLACE).to_details().detail(), Some(detail.as_str()));
    let header = format!("{:#p}", &PLACE);
    assert_eq!(LookupError::Gone { place: &PLACE }.to_response().headers()["x-place"], header.as_str());
}
