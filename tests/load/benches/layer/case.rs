//! A case: services that answer the same request.

use crate::agreement::Check;
use crate::common::comparison::{Bar, Comparison, Entry};
use crate::connection::Connection;
use crate::exchange::Exchange;
use crate::request::Sample;
use axum::body::Body;
use bytes::Bytes;
use http::{Request, Response};
use std::convert::Infallible;
use std::error::Error;
use std::rc::Rc;
use tower::Service;

pub(crate) struct Case {
    /// The services behind a server. The bars are for these.
    served: Comparison,
    /// The same services, called directly: what the layer costs by itself.
    called: Comparison,
    sample: Sample,
    checks: Vec<Check>,
}

impl Case {
    pub(crate) fn new(case: &'static str, input: String, sample: Sample) -> Self {
        // The tables of the benchmarks name their inputs by constants. There are few of them, and they live as long as
        // the benchmark.
        let input = input.leak();
        let comparison = |way: &str| Comparison::new(format!("{way}: {case}").leak(), input);
        Self { served: comparison("HTTP/1.1"), called: comparison("by itself"), sample, checks: Vec::new() }
    }

    /// Adds a service. The first one is the reference.
    pub(crate) fn service<S, B>(
        mut self,
        contender: &'static str,
        service: S,
        expected: Response<Bytes>,
        bar: Option<f64>,
    ) -> Self
    where
        S: Service<Request<Body>, Response = Response<B>, Error = Infallible> + Clone + 'static,
        B: http_body::Body<Data = Bytes, Error: Into<Box<dyn Error + Send + Sync>>> + 'static,
    {
        let connection = Rc::new(Connection::new(service.clone(), &self.sample));
        let exchange = Rc::new(Exchange::new(service, self.sample.clone()));
        let (served, called, prepared) = (Rc::clone(&connection), Rc::clone(&exchange), Rc::clone(&exchange));
        self.checks.push(Check {
            name: format!("{}, {}, {contender}", self.served.case, self.served.input),
            respond: Box::new(move || served.respond()),
            expected: expected.clone(),
        });
        self.checks.push(Check {
            name: format!("{}, {}, {contender}", self.called.case, self.called.input),
            respond: Box::new(move || called.respond()),
            expected,
        });
        self.served.entries.push(Entry {
            contender,
            bar: bar.map(Bar::from),
            prepare: None,
            run: Box::new(move |times| connection.run(times)),
        });
        self.called.entries.push(Entry {
            contender,
            bar: None,
            prepare: Some(Box::new(move |times| prepared.prepare(times))),
            run: Box::new(move |times| exchange.run(times)),
        });
        self
    }

    /// Returns the checks, and the comparisons of both ways to call the services.
    pub(crate) fn split(self) -> (Vec<Check>, [Comparison; 2]) {
        (self.checks, [self.served, self.called])
    }
}
