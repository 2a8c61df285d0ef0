use problem_core::Problem;

#[derive(Debug, Problem)]
enum LookupError<T, const N: usize> {
    NotFound([T; N]),
}

fn main() {}
