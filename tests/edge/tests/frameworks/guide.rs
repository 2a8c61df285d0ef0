//! The table in the guide.

const PAGE: &str = include_str!("../../../../problem-core/src/guide/edge.md");

/// Returns the rows of the table that compares the frameworks: the request, and what a framework sends.
pub(crate) fn column(framework: &str) -> Vec<(&'static str, &'static str)> {
    let mut rows = PAGE.lines().skip_while(|line| !line.starts_with("| request |"));
    let head = cells(rows.next().expect("the page has the table"));
    let index = head.iter().position(|cell| *cell == framework).expect("the framework has a column");
    let rows = rows.skip(1).take_while(|line| line.starts_with('|')).map(cells);
    rows.map(|cells| (cells[0], cells[index])).collect()
}

fn cells(row: &'static str) -> Vec<&'static str> {
    row.trim_matches('|').split('|').map(str::trim).collect()
}
