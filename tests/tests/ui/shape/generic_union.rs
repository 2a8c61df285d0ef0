use problem_core::Problem;

#[derive(Problem)]
union Overlap<'a, T: Copy, const N: usize> {
    one: &'a T,
    many: [T; N],
}

fn main() {}
