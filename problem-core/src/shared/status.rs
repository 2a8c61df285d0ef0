//! The registered phrase of each HTTP error status code, and a sentence about it for people.

/// Returns whether a problem can be sent with a status code, which has to be a 4xx or 5xx (RFC 9110, section 15).
pub(crate) const fn is_error(code: u16) -> bool {
    matches!(code, 400..=599)
}

/// Returns the registered phrase of an error status code (RFC 9110, section 16.2).
///
/// For a code without a phrase, this is the name of its class.
pub(crate) fn phrase(code: u16) -> &'static str {
    match find(code) {
        Some(status) => status.phrase,
        None if code < 500 => "Client Error",
        None => "Server Error",
    }
}

/// Returns the standard sentence of a status code: the `detail` of a problem that does not write its own.
pub(crate) fn sentence(code: u16) -> &'static str {
    match find(code) {
        Some(status) => status.sentence,
        None if code < 500 => "The request cannot be answered as it was sent.",
        None => "The server failed to answer the request.",
    }
}

/// A row of [`STATUSES`].
pub(crate) struct RegisteredStatus {
    pub(crate) code: u16,
    pub(crate) phrase: &'static str,
    sentence: &'static str,
}

fn find(code: u16) -> Option<&'static RegisteredStatus> {
    let index = STATUSES.binary_search_by_key(&code, |status| status.code).ok()?;
    Some(&STATUSES[index])
}

const fn status(code: u16, phrase: &'static str, sentence: &'static str) -> RegisteredStatus {
    RegisteredStatus { code, phrase, sentence }
}

/// All registered error status codes that have a phrase, sorted by code. 418 is reserved and has none.
pub(crate) const STATUSES: &[RegisteredStatus] = &[
    status(400, "Bad Request", "The request is malformed."),
    status(401, "Unauthorized", "Valid credentials are needed to make this request."),
    status(402, "Payment Required", "This request needs a payment first."),
    status(403, "Forbidden", "The credentials do not allow this request."),
    status(404, "Not Found", "There is nothing at this address."),
    status(405, "Method Not Allowed", "The resource does not support the method of the request."),
    status(406, "Not Acceptable", "The resource has no representation that the request accepts."),
    status(407, "Proxy Authentication Required", "The proxy needs valid credentials for this request."),
    status(408, "Request Timeout", "The request did not arrive in time."),
    status(409, "Conflict", "The request conflicts with the current state of the resource."),
    status(410, "Gone", "The resource has been removed for good."),
    status(411, "Length Required", "The request must state the length of its content."),
    status(412, "Precondition Failed", "A precondition of the request does not hold."),
    status(413, "Content Too Large", "The content of the request is too large."),
    status(414, "URI Too Long", "The address of the request is too long."),
    status(415, "Unsupported Media Type", "The format of the request's content is not supported."),
    status(416, "Range Not Satisfiable", "The requested range cannot be served."),
    status(417, "Expectation Failed", "The expectation of the request cannot be met."),
    status(421, "Misdirected Request", "This server does not answer for the requested address."),
    status(
        422,
        "Unprocessable Content",
        "The content of the request is well formed but cannot be processed.",
    ),
    status(423, "Locked", "The resource is locked."),
    status(424, "Failed Dependency", "Another request that this one depends on has failed."),
    status(425, "Too Early", "The request came too early to be processed safely."),
    status(426, "Upgrade Required", "The request must be made with another protocol."),
    status(428, "Precondition Required", "The request must be made conditional."),
    status(429, "Too Many Requests", "Too many requests came in too short a time."),
    status(431, "Request Header Fields Too Large", "The header fields of the request are too large."),
    status(451, "Unavailable For Legal Reasons", "The resource is not available for legal reasons."),
    status(500, "Internal Server Error", "The server met an unexpected condition."),
    status(501, "Not Implemented", "The server does not support what the request needs."),
    status(502, "Bad Gateway", "An upstream server sent an invalid response."),
    status(503, "Service Unavailable", "The service is not available at the moment."),
    status(504, "Gateway Timeout", "An upstream server did not answer in time."),
    status(505, "HTTP Version Not Supported", "The server does not support the HTTP version of the request."),
    status(506, "Variant Also Negotiates", "The server cannot choose a representation of the resource."),
    status(507, "Insufficient Storage", "The server has no room to store what the request needs."),
    status(508, "Loop Detected", "The server met an endless loop while processing the request."),
    status(510, "Not Extended", "The request lacks an extension that the server needs."),
    status(511, "Network Authentication Required", "You must sign in to get access to the network."),
];
