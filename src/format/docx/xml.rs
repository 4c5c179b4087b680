//! Elements of XML, written so that they are well formed whatever their text is.

use std::fmt::Display;

/// An element, what it carries and what is in it.
#[derive(Debug, Clone)]
pub(super) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    inside: Vec<Node>,
}

#[derive(Debug, Clone)]
enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    pub(super) const fn new(name: &'static str) -> Self {
        Self {
            name,
            attributes: Vec::new(),
            inside: Vec::new(),
        }
    }

    /// An element that is its name and one value, as most of a word processor's are.
    pub(super) fn val(name: &'static str, value: impl Display) -> Self {
        Self::new(name).with("w:val", value)
    }

    pub(super) fn with(mut self, attribute: &'static str, value: impl Display) -> Self {
        self.attributes.push((attribute, value.to_string()));
        self
    }

    pub(super) fn put(mut self, inside: Self) -> Self {
        self.inside.push(Node::Element(inside));
        self
    }

    pub(super) fn all(mut self, inside: impl IntoIterator<Item = Self>) -> Self {
        self.inside.extend(inside.into_iter().map(Node::Element));
        self
    }

    pub(super) fn text(mut self, text: impl Into<String>) -> Self {
        self.inside.push(Node::Text(text.into()));
        self
    }

    /// A whole part of a file.
    pub(super) fn part(&self) -> String {
        let mut out = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#.to_owned();
        out.push('\n');
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(self.name);
        for (name, value) in &self.attributes {
            out.push(' ');
            out.push_str(name);
            out.push_str("=\"");
            escape(value, out);
            out.push('"');
        }
        if self.inside.is_empty() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        for node in &self.inside {
            match node {
                Node::Element(element) => element.write(out),
                Node::Text(text) => escape(text, out),
            }
        }
        out.push_str("</");
        out.push_str(self.name);
        out.push('>');
    }
}

/// Text as it may stand in an element or an attribute; what XML has no place for becomes U+FFFD.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\u{fffe}' | '\u{ffff}' => out.push(char::REPLACEMENT_CHARACTER),
            _ if c.is_control() => out.push(char::REPLACEMENT_CHARACTER),
            _ => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_become_an_element() {
        let element = Element::new("w:t")
            .with("w:val", "\"<\n")
            .text("a < b & c\u{0}\u{ffff}");
        assert!(
            element
                .part()
                .ends_with("<w:t w:val=\"&quot;&lt;&#10;\">a &lt; b &amp; c\u{fffd}\u{fffd}</w:t>")
        );
        assert!(
            Element::val("w:b", 0)
                .part()
                .ends_with("<w:b w:val=\"0\"/>")
        );
    }
}
