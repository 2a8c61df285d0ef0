use problem_core::FromProblem;

macro_rules! not_found {
    ($path:ty) => {
        #[derive(FromProblem)]
        #[problem(status = 404)]
        struct NotFound {
            #[problem(extension)]
            path: $path,
        }
    };
}

// The derive reports the error, and rustc adds where the macro is called.
not_found!(&'static str);

fn main() {}
