//! Counts the allocations of a contender.

#![expect(unsafe_code, reason = "`GlobalAlloc` is an unsafe trait")]

use super::comparison::Entry;
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};

/// The allocations of a run, whether or not they were freed later.
///
/// A buffer that grows counts as another allocation, with its whole new size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Allocations {
    pub(super) count: u64,
    pub(super) bytes: u64,
}

/// Counts the allocations of a contender.
pub(super) fn count_allocations(entry: &Entry) -> Allocations {
    let count = || {
        entry.prepare(1);
        COUNT.store(0, Relaxed);
        BYTES.store(0, Relaxed);
        IS_COUNTING.store(true, Relaxed);
        (entry.run)(1);
        IS_COUNTING.store(false, Relaxed);
        Allocations { count: COUNT.load(Relaxed), bytes: BYTES.load(Relaxed) }
    };
    let allocations = count();
    assert_eq!(allocations, count(), "the count differs between two runs, {}", entry.contender);
    allocations
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// False while time is measured, so that each call costs only one more branch.
static IS_COUNTING: AtomicBool = AtomicBool::new(false);
static COUNT: AtomicU64 = AtomicU64::new(0);
static BYTES: AtomicU64 = AtomicU64::new(0);

/// The system allocator with counters.
struct Counting;

impl Counting {
    fn note(size: usize) {
        if IS_COUNTING.load(Relaxed) {
            COUNT.fetch_add(1, Relaxed);
            BYTES.fetch_add(size as u64, Relaxed);
        }
    }
}

// SAFETY: each method passes its arguments, and so the promises of its caller, to the same method of `System`, and
// returns its result. `note` neither allocates nor unwinds.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        Self::note(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        Self::note(layout.size());
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        Self::note(new_size);
        unsafe { System.realloc(pointer, layout, new_size) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        unsafe { System.dealloc(pointer, layout) }
    }
}
