use problem_core::Problem;
use std::rc::Rc;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("log")]
enum Padded<'a> {
    #[problem(status = 409, detail = "{width:width$}|{width_}|{width:>width$}", instance = "/{width:>width$}")]
    Named { width: usize, width_: u8 },
    #[problem(status = 409, detail = "{w:w$}|{w_:w_$}|{w:w_$}")]
    Alike { w: usize, w_: usize },
    #[problem(status = 409, detail = "{0:1$}|{0:2$}|{0:3$}")]
    Pointers(u8, Box<usize>, &'a usize, Rc<usize>),
}

fn main() {
    let named = Padded::Named { width: 3, width_: 7 };
    assert_eq!(named.to_details().detail(), Some("  3|7|  3"));
    assert_eq!(Padded::Alike { w: 2, w_: 3 }.to_details().detail(), Some(" 2|  3|  2"));
    let pointers = Padded::Pointers(1, Box::new(2), &3, Rc::new(4));
    assert_eq!(pointers.to_details().detail(), Some(" 1|  1|   1"));
}
