//! The objects in the list that an error carries.

use serde::Serialize;

#[derive(Debug, Serialize)]
pub(crate) struct Entry {
    id: u64,
    name: String,
    is_locked: bool,
    ratio: f64,
    size: Option<u64>,
    owner: Option<String>,
    versions: Vec<Version>,
}

#[derive(Debug, Serialize)]
struct Version {
    number: u64,
    author: String,
    tags: Vec<String>,
}

/// The plain values that an [`Entry`] is constructed from.
#[derive(Debug)]
pub(crate) struct EntryInput {
    pub(crate) id: u64,
    pub(crate) text: &'static str,
    pub(crate) ratio: f64,
    /// The number of versions, and of the tags of each version.
    pub(crate) versions: u64,
}

impl EntryInput {
    pub(crate) fn entry(&self) -> Entry {
        let Self { id, text, ratio, versions } = *self;
        let text = || text.to_owned();
        let tags = || (0..versions).map(|_| text()).collect();
        let version = |number| Version { number, author: text(), tags: tags() };
        Entry {
            id,
            name: text(),
            is_locked: id % 2 == 0,
            ratio,
            size: (id % 3 == 0).then_some(id),
            owner: (id % 5 == 0).then(text),
            versions: (0..versions).map(version).collect(),
        }
    }
}
