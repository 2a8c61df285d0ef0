use problem_core::FromProblem;

#[derive(FromProblem)]
#[problem(challenge = "Bearer")]
enum E {
    #[problem(type = "fields")]
    Fields {
        #[problem(header = "x-limit")]
        one: u32,
        #[problem(header = "X-Limit", default)]
        other: u32,
    },
    #[problem(status = 401)]
    Challenge(#[problem(header = "www-authenticate")] String),
    #[problem(type = "constant", header("link" = "</docs>; rel=help"), header("link" = "{next}"))]
    Constant { next: String },
    #[problem(type = "options")]
    Options {
        #[problem(header = "location")]
        one: Option<String>,
        #[problem(header = "location")]
        other: Option<String>,
    },
}

fn main() {}
