//! Runs readers on inputs: `problem-linear [READER SHAPE SIZE]..`, each once and in this order.
//!
//! It says so on a line of its own when one is done, so that who counts can tell the one that takes too long.

use problem_linear::{measured, readers};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    for case in arguments.chunks(3) {
        let [reader, shape, size] = case else { panic!("expected READER SHAPE SIZE") };
        let reader = readers::all().find(|known| known.name == reader).expect("no such reader");
        let shape = reader.shapes().find(|known| known.name == shape).expect("the reader has no such shape");
        let input = shape.build(size.parse().expect("the size is not a number"));
        let length = input.len();
        let call = reader.prepare(input);
        measured(call);
        println!("{} {} {length}", reader.name, shape.name);
    }
}
