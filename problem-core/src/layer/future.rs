//! The future of a response behind the layer.

use super::capture::Capture;
use super::decide::{Decision, decide};
use super::reading::Reading;
use super::render::render;
use super::{Config, ProblemBody};
use crate::Report;
use crate::panicked::{Panicked, catch};
use crate::shared::status::is_error;
use bytes::Bytes;
use http::Response;
use http_body::Body;
use pin_project_lite::pin_project;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

pin_project! {
    /// The future of a response behind a [`ProblemLayer`](super::ProblemLayer).
    pub struct ProblemFuture<F, B> {
        #[pin]
        state: State<F, B>,
        capture: Capture,
        config: Arc<Config>,
    }
}

pin_project! {
    #[project = StateProjection]
    enum State<F, B> {
        Calling { #[pin] future: F },
        Reading { reading: Reading<B> },
        Deciding { decision: Option<Decision<B>> },
    }
}

impl<F, B> ProblemFuture<F, B> {
    pub(super) fn new(called: Result<F, Panicked>, capture: Capture, config: Arc<Config>) -> Self {
        let state = match called {
            Ok(future) => State::Calling { future },
            Err(panic) => State::Deciding { decision: Some(panicked(panic)) },
        };
        Self { state, capture, config }
    }
}

impl<F, B> fmt::Debug for ProblemFuture<F, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ProblemFuture").finish_non_exhaustive()
    }
}

impl<F, B, E> Future for ProblemFuture<F, B>
where
    F: Future<Output = Result<Response<B>, E>>,
    B: Body<Data = Bytes>,
{
    type Output = Result<Response<ProblemBody<B>>, E>;

    /// # Panics
    ///
    /// If it is polled again after it is ready.
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let mut this = self.project();
        loop {
            let decision = match this.state.as_mut().project() {
                StateProjection::Calling { future } => {
                    match catch(|| future.poll(context)) {
                        Ok(polled) => match ready!(polled)? {
                            error if is_error(error.status().as_u16()) => {
                                let (capture, config) = (&mut *this.capture, &*this.config);
                                // The body may panic when it is asked for its length.
                                catch(|| decide(error, capture, config)).unwrap_or_else(panicked)
                            }
                            // Returned at once, without a look at its header fields, since this is the usual response.
                            success => return Poll::Ready(Ok(success.map(ProblemBody::service))),
                        },
                        Err(panic) => panicked(panic),
                    }
                }
                StateProjection::Reading { reading } => {
                    ready!(reading.poll(context, this.capture, this.config))
                }
                StateProjection::Deciding { decision } => {
                    decision.take().expect("the future is not polled after it is ready")
                }
            };
            match decision {
                Decision::Pass(response) => return Poll::Ready(Ok(response)),
                // Dropping the future of the service may panic.
                Decision::Read(reading) => {
                    let _ = catch(|| this.state.set(State::Reading { reading }));
                }
                Decision::Render { head, report, matches_get } => {
                    let _ = catch(|| this.state.set(State::Deciding { decision: None }));
                    let (capture, config) = (&mut *this.capture, &*this.config);
                    match catch(|| render(head, report, matches_get, capture, config)) {
                        Ok(response) => return Poll::Ready(Ok(response)),
                        // An impl that the application wrote panicked. The report of this panic has no such impl.
                        Err(panic) => this.state.set(State::Deciding { decision: Some(panicked(panic)) }),
                    }
                }
            }
        }
    }
}

fn panicked<B>(panic: Panicked) -> Decision<B> {
    let report = Report::from(panic);
    let (mut head, ()) = Response::new(()).into_parts();
    head.status = report.http_status();
    Decision::Render { head, report, matches_get: true }
}
