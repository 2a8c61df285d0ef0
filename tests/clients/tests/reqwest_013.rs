//! reqwest 0.13.

use problem_core::client::accept_problems;
use problem_core::client::reqwest_013::OkOrProblem as _;
use reqwest::Client;
use tokio::runtime::Builder;

problem_clients::test_client!(call_with);

fn call_with(url: &str, Call { is_head, is_unlabelled, limit }: Call) -> Called {
    block_on(async {
        let request = if is_head { client().head(url) } else { client().get(url) };
        let response = request.send().await?;
        let response = match (is_unlabelled, limit) {
            (false, None) => response.ok_or_problem().await?,
            (false, Some(limit)) => response.ok_or_problem_within(limit).await?,
            (true, None) => response.ok_or_unlabelled_problem().await?,
            (true, Some(limit)) => response.ok_or_unlabelled_problem_within(limit).await?,
        };
        Ok((response.status(), response.text().await?))
    })
}

fn client() -> Client {
    Client::builder().no_proxy().build().unwrap()
}

/// Runs a future. The bound checks that a caller could spawn it.
fn block_on<T>(future: impl Future<Output = T> + Send) -> T {
    Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

#[test]
fn accept_problems_extends_the_accept_field_of_the_caller() {
    let server = Server::start([LIMIT]);
    let mut request = client().get(server.url()).header("accept", "application/json").build().unwrap();
    accept_problems(request.headers_mut());
    block_on(client().execute(request)).unwrap();
    let request = &server.requests()[0];
    let accept: Vec<_> = request.lines().filter(|line| line.starts_with("accept:")).collect();
    assert_eq!(accept, ["accept: application/json, application/problem+json"]);
}
