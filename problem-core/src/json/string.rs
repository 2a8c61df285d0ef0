/// How long the string is, quotes included, that a JSON text begins with; all of the text if it does not end.
pub(crate) fn string_length(json: &[u8]) -> usize {
    let mut position = 1;
    while let Some(byte) = json.get(position) {
        position += match byte {
            b'"' => return position + 1,
            b'\\' => 2,
            _ => 1,
        };
    }
    json.len()
}
