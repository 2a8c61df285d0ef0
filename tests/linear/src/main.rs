//! Runs readers on inputs: `problem-linear [READER SHAPE SIZE]..`. Each case runs once, in the given order.
//!
//! It prints a line at the end of each case, so that the caller can tell which one takes too long.

use problem_linear::{measured, readers};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    for case in arguments.chunks(3) {
        let [reader, shape, size] = case else { panic!("expected READER SHAPE SIZE") };
        let reader =
            readers::all().find(|known| known.name == reader).expect("there is no reader with this name");
        let shape = reader
            .shapes()
            .find(|known| known.name == shape)
            .expect("the reader has no shape with this name");
        let input = shape.build(size.parse().expect("the size is not a number"));
        let length = input.len();
        let call = reader.prepare(input);
        measured(call);
        println!("{} {} {length}", reader.name, shape.name);
    }
}
