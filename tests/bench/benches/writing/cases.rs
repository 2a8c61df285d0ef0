//! The cases, with inputs that differ in what matters: lengths, characters to escape, and the digits of numbers.

use super::entry::EntryInput;
use super::input::Input;

pub(crate) const CONSTANT: &str = "constant body";
pub(crate) const FORMATTED: &str = "formatted detail";
pub(crate) const MEMBERS: &str = "3 members, instance";
pub(crate) const HEADER_FIELDS: &str = "2 header fields";
pub(crate) const LIST: &str = "list of 100 objects";
pub(crate) const LONG_DETAIL: &str = "detail of 4 KiB";

/// An input of a case.
pub(crate) struct Written {
    pub(crate) case: &'static str,
    pub(crate) name: &'static str,
    pub(crate) input: Input,
}

/// Returns the inputs of all cases.
pub(crate) fn all() -> Vec<Written> {
    let of = |case, inputs: Vec<(&'static str, Input)>| {
        inputs.into_iter().map(move |(name, input)| Written { case, name, input })
    };
    of(CONSTANT, constant())
        .chain(of(FORMATTED, formatted()))
        .chain(of(MEMBERS, members()))
        .chain(of(HEADER_FIELDS, header_fields()))
        .chain(of(LIST, list()))
        .chain(of(LONG_DETAIL, long_detail()))
        .collect()
}

fn constant() -> Vec<(&'static str, Input)> {
    vec![
        ("about:blank", Input::NotFound),
        ("absolute type", Input::PlanExpired),
        ("type under a base, long detail with escapes", Input::BadName),
    ]
}

fn formatted() -> Vec<(&'static str, Input)> {
    let texts =
        |resource, current, limit, tier| Input::ResourceLimitExceeded { resource, current, limit, tier };
    vec![
        ("2 numbers of 1 digit", Input::QuotaUsedUp { used: 3, limit: 3 }),
        ("2 numbers of 20 digits", Input::QuotaUsedUp { used: u64::MAX, limit: u64::MAX - 1 }),
        ("2 texts, 2 numbers", texts("Secret", 250, 250, "team")),
        ("2 long texts, 2 numbers", texts(LONG_TEXTS[0], 81_734, 100_000, LONG_TEXTS[1])),
        ("2 texts with escapes, 2 numbers", texts("The \"Secret\"", 250, 250, "a\\b\n")),
        ("2 non-ASCII texts, 2 numbers", texts("Schlüssel", 250, 250, "チーム")),
    ]
}

fn members() -> Vec<(&'static str, Input)> {
    let vault = |vault, current, limit, tier| Input::VaultLimitExceeded { vault, current, limit, tier };
    let folder = |folder, current, limit, tier| Input::FolderLimitExceeded { folder, current, limit, tier };
    vec![
        ("number in the instance", vault(81_734, 250, 250, "team")),
        ("numbers of 1 digit", vault(7, 3, 3, "free")),
        ("numbers of 20 digits", vault(u64::MAX, u64::MAX - 1, u64::MAX - 2, "enterprise")),
        ("text in the instance", folder("invoices", 250, 250, "team")),
        ("texts to escape", folder("invoices/2026 \"new\"", 250, 250, "<b>\"team\" & 'co'\\\n")),
        ("non-ASCII texts", folder("Verträge", 250, 250, "チーム")),
        ("long texts", folder(LONG_TEXTS[0], 250, 250, LONG_TEXTS[1])),
    ]
}

fn header_fields() -> Vec<(&'static str, Input)> {
    vec![
        ("2 numbers", Input::RateLimited { wait: 30, limit: 50 }),
        ("2 numbers of 20 digits", Input::RateLimited { wait: u64::MAX, limit: u64::MAX - 1 }),
        (
            "number, text",
            Input::Maintenance { wait: 600, page: "https://status.example.com/incidents/81734" },
        ),
    ]
}

fn list() -> Vec<(&'static str, Input)> {
    let entries = |start: u64, text, ratio, versions| Input::Locked {
        entries: (0..100).map(|index| EntryInput { id: start + index, text, ratio, versions }).collect(),
    };
    vec![
        ("short ASCII texts", entries(1_000, "invoices", 0.25, 0)),
        ("texts with escapes", entries(1_000, "C:\\new \"invoices\"\n", 0.25, 0)),
        ("non-ASCII texts", entries(1_000, "Verträge 契約書", 0.25, 0)),
        ("numbers of 1 to 3 digits", entries(0, "invoices", 1.0, 0)),
        ("numbers of 20 digits", entries(u64::MAX - 99, "invoices", 0.123_456_789_012_345_67, 0)),
        ("long texts", entries(1_000, LONG_TEXTS[0], 0.25, 0)),
        ("nested lists", entries(1_000, "invoices", 0.25, 3)),
    ]
}

fn long_detail() -> Vec<(&'static str, Input)> {
    let detail = |unit: &str| Input::Upstream { message: unit.repeat(4096 / unit.len()) };
    let plain_then = |length: usize, end: &str| detail(&(ASCII[..length - end.len()].to_owned() + end));
    vec![
        ("plain ASCII", detail(&ASCII[..512])),
        ("plain non-ASCII", detail("größere Fehler, 失敗しました; ")),
        ("an escape in 8 bytes", plain_then(8, "\"")),
        ("an escape in 64 bytes", plain_then(64, "\n")),
        ("an escape in 512 bytes", plain_then(512, "\\")),
        ("a control character in 16 bytes", plain_then(16, "\u{1b}")),
    ]
}

const LONG_TEXTS: [&str; 2] = [
    "Annual statements of all subsidiaries and of the parent company, with notes",
    "enterprise plan with the extended retention of audit logs and a second region",
];

/// Text without characters to escape.
const ASCII: &str = concat!(
    "upstream connect error or disconnect/reset before headers: the backend 10.4.17.203:8443 closed the connection, ",
    "and the retry policy allows no further attempt. Request 7f3a9c51 to GET /v1/vaults/81734/entries?limit=100 took ",
    "30004 ms in zone eu-central-1b (cluster blue, revision 2026-04-14). The circuit breaker opened after 5 failures ",
    "within 60 s; it closes again in 25 s. Nothing was written, so that the request can be repeated safely with the ",
    "same idempotency key. Ask the team on call if this happens more than once an hour, and name the request.",
);
