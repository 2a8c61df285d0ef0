//! Blocks of code in Markdown.

/// Returns the content of every block with this language.
pub(crate) fn blocks<'a>(markdown: &'a str, language: &str) -> Vec<&'a str> {
    let fence = format!("\n```{language}\n");
    let rest = markdown.split(fence.as_str()).skip(1);
    rest.map(|block| &block[..block.find("```").expect("the block ends")]).collect()
}

/// Returns the commands of a shell session, each with the lines below it.
pub(crate) fn steps(session: &str) -> Vec<(&str, String)> {
    let mut steps: Vec<(&str, String)> = Vec::new();
    for line in session.lines() {
        match (line.strip_prefix("$ "), steps.last_mut()) {
            (Some(command), _) => steps.push((command, String::new())),
            (None, Some((_, output))) => output.extend([line, "\n"]),
            (None, None) => panic!("{line:?} is before the first command"),
        }
    }
    steps
}
