//! A text of a paper as it stands in HTML: made safe, escaped, and runs of another direction isolated.

use std::borrow::Cow;

use maud::Render;

use super::bidi::{Run, runs};
use crate::{
    display::{safe, safe_lines},
    words::Lang,
};

/// A text of a paper in the language of the paper.
pub(super) struct Words<'a> {
    text: Cow<'a, str>,
    is_right_to_left: bool,
}

impl<'a> Words<'a> {
    pub(super) fn new(text: &'a str, lang: Lang) -> Self {
        Self {
            text: safe_lines(text.trim()),
            is_right_to_left: lang.is_right_to_left(),
        }
    }
}

impl Render for Words<'_> {
    fn render_to(&self, out: &mut String) {
        for (at, line) in self.text.split('\n').enumerate() {
            if at > 0 {
                out.push_str("<br>");
            }
            for run in runs(line, self.is_right_to_left) {
                match run {
                    Run::Own(text) => escape(text, out),
                    Run::Other(text) => {
                        out.push_str("<bdi>");
                        escape(text, out);
                        out.push_str("</bdi>");
                    }
                    // Digits alone have no direction of their own that `bdi` could find.
                    Run::Number(text) => {
                        out.push_str("<bdi dir=\"ltr\">");
                        escape(text, out);
                        out.push_str("</bdi>");
                    }
                }
            }
        }
    }
}

/// The five characters that mean something in HTML; the library leaves the apostrophe as it is.
fn escape(text: &str, out: &mut String) {
    for (at, part) in text.split('\'').enumerate() {
        if at > 0 {
            out.push_str("&#39;");
        }
        part.render_to(out);
    }
}

/// A text for where no line can be broken and nothing be marked up: a title, an attribute.
pub(super) struct OneLine(String);

impl OneLine {
    pub(super) fn new(text: &str) -> Self {
        let lines = safe_lines(text.trim());
        let lines = lines.split('\n').map(str::trim);
        Self(safe(&lines.collect::<Vec<_>>().join(" ")).into_owned())
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Render for OneLine {
    fn render_to(&self, out: &mut String) {
        escape(&self.0, out);
    }
}
