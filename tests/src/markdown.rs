//! Code blocks in Markdown, and the shell sessions in them.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Parser, Tag, TagEnd};
use std::ops::Range;

/// A fenced code block.
#[derive(Debug)]
pub struct Block<'a> {
    pub language: CowStr<'a>,
    /// The place of its content in the Markdown.
    pub content: Range<usize>,
}

/// A line of a session that begins with `$ `, and the output below it.
#[derive(Debug)]
pub struct Step<'a> {
    pub command: &'a str,
    pub output: String,
}

/// Returns the fenced code blocks, in order.
#[must_use]
pub fn blocks(markdown: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut open: Option<Block<'_>> = None;
    for (event, range) in Parser::new(markdown).into_offset_iter() {
        match (event, &mut open) {
            (Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))), _) => {
                open = Some(Block { language, content: 0..0 });
            }
            (Event::Text(_), Some(block)) if block.content.is_empty() => block.content = range,
            (Event::Text(_), Some(block)) => block.content.end = range.end,
            (Event::End(TagEnd::CodeBlock), _) => blocks.extend(open.take()),
            _ => {}
        }
    }
    blocks
}

/// Returns the content of the code blocks with this language, in order.
#[must_use]
pub fn code<'a>(markdown: &'a str, language: &str) -> Vec<&'a str> {
    let blocks = blocks(markdown).into_iter().filter(|block| *block.language == *language);
    blocks.map(|block| &markdown[block.content]).collect()
}

/// Returns the steps of a shell session, in order.
///
/// # Panics
///
/// Panics if the session begins with output.
#[must_use]
pub fn steps(session: &str) -> Vec<Step<'_>> {
    let mut steps: Vec<Step<'_>> = Vec::new();
    for line in session.lines() {
        match line.strip_prefix("$ ") {
            Some(command) => steps.push(Step { command, output: String::new() }),
            None => steps.last_mut().expect("a command before its output").output.extend([line, "\n"]),
        }
    }
    steps
}

/// Returns the output of curl without the header fields that differ from run to run or follow from the body.
#[must_use]
pub fn shown(output: &str) -> String {
    let is_shown = |line: &&str| !line.starts_with("date: ") && !line.starts_with("content-length: ");
    output.lines().filter(is_shown).flat_map(|line| [line, "\n"]).collect()
}
