use problem_core::{Problem, Report};

#[derive(Debug, thiserror::Error)]
#[error("failed")]
struct Failed;

fn read() -> Result<String, Report> {
    Ok(std::fs::read_to_string("page.html")?)
}

fn fail() -> Result<(), Report> {
    Err(Failed)?
}

fn send(problem: &dyn Problem) {
    println!("{:?}", problem.to_response());
}

fn main() {
    let _ = read();
    send(&fail().unwrap_err());
}
