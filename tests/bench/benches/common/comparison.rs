//! Contenders that do the same work with the same input.

use std::hint::black_box;
use std::rc::Rc;

/// Some contenders with one input. The first one is the reference, which the others are compared with.
pub(crate) struct Comparison {
    pub(crate) case: &'static str,
    pub(crate) input: &'static str,
    pub(crate) entries: Vec<Entry>,
}

/// A contender together with its input.
pub(crate) struct Entry {
    pub(crate) contender: &'static str,
    pub(crate) bar: Option<Bar>,
    /// Makes what the given number of runs consume. This is not measured.
    pub(crate) prepare: Option<Box<dyn Fn(u64)>>,
    /// Runs the contender the given number of times, and drops each output.
    pub(crate) run: Box<dyn Fn(u64)>,
}

impl Entry {
    pub(crate) fn prepare(&self, times: u64) {
        if let Some(prepare) = &self.prepare {
            prepare(times);
        }
    }
}

/// The aim of a contender.
#[derive(Clone, Copy)]
pub(crate) struct Bar {
    /// The greatest ratio to the reference.
    pub(crate) ratio: f64,
    /// Whether the contender may allocate memory.
    pub(crate) may_allocate: bool,
}

impl From<f64> for Bar {
    fn from(ratio: f64) -> Self {
        Self { ratio, may_allocate: true }
    }
}

impl Comparison {
    pub(crate) const fn new(case: &'static str, input: &'static str) -> Self {
        Self { case, input, entries: Vec::new() }
    }

    /// Adds a contender.
    ///
    /// All contenders are called through a function pointer, so that none is inlined into the loop.
    pub(crate) fn contender<I: 'static, O: 'static>(
        mut self,
        contender: &'static str,
        input: &Rc<I>,
        run: fn(&I) -> O,
        bar: Option<Bar>,
    ) -> Self {
        let input = Rc::clone(input);
        let run = Box::new(move |times| {
            for _ in 0..times {
                black_box(&run(black_box(&input)));
            }
        });
        self.entries.push(Entry { contender, bar, prepare: None, run });
        self
    }
}
