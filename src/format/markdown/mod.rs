//! Markdown with GitHub's tables and task lists, to be read as it is or pasted elsewhere.
//!
//! Two languages stand one after the other: a table's cell in Markdown holds one line, and a programme
//! squeezed into such cells could be read neither as text nor when shown. Text stays in its logical
//! order, which whatever shows it sets from right to left by itself.

mod escape;

use escape::{cell, inline, lines};

use super::{Format, Print};
use crate::{
    format::house::Spoken,
    paper::{Block, Check, Detail, Document, Fact, Head, Line, Signature, Stretch, Table},
    words::{Lang, Said},
};

pub(super) const FORMAT: Format = Format {
    token: "markdown",
    label: Said::same("Markdown"),
    extension: "md",
    is_text: true,
    write: |print| Ok(write(print).into_bytes()),
};

/// What stands beside the time of a changed line.
const CHANGED: Said = Said::new("(geändert)", "(changed)", "(modifié)").ar("(تم تعديله)");
/// Where somebody signs.
const SIGN_HERE: &str = "────────────────────────";
/// A line from edge to edge; dashes would make a heading of the text above.
const RULE: &str = "* * *";

fn write(print: &Print<'_>) -> String {
    let mut page = Page {
        parts: Vec::new(),
        lang: print.document.lang,
        bullet: '-',
    };
    page.document(print, print.document);
    if let Some(beside) = print.beside {
        page.parts.push(RULE.to_owned());
        page.lang = beside.lang;
        page.document(print, beside);
    }
    let mut out = page.parts.join("\n\n");
    out.push('\n');
    out
}

/// Parts of a page with an empty line between any two.
struct Page {
    parts: Vec<String>,
    lang: Lang,
    /// What the items of the list at hand begin with; two lists with the same would become one.
    bullet: char,
}

impl Page {
    fn document(&mut self, print: &Print<'_>, document: &Document) {
        let house = print.house.in_lang(self.lang);
        self.head(house, &document.head);
        self.part(RULE.to_owned());
        for block in &document.body {
            self.block(block);
        }
        self.part(RULE.to_owned());
        let foot = &document.foot;
        self.broken([&*foot.note, &*foot.contact, house.footer]);
    }

    fn part(&mut self, part: String) {
        if !part.is_empty() {
            self.parts.push(part);
        }
    }

    /// Texts below each other in one paragraph.
    fn broken<'t>(&mut self, texts: impl IntoIterator<Item = &'t str>) {
        let all = texts.into_iter().flat_map(lines).collect();
        self.part(joined(all, 0));
    }

    fn head(&mut self, house: Spoken<'_>, head: &Head) {
        self.part(bold(&head.marking));
        let sender = if house.name.is_empty() {
            &head.sender
        } else {
            house.name
        };
        let address = house.address.iter().map(String::as_str);
        self.broken(std::iter::once(sender).chain(address));
        self.broken([&*head.audience, &*head.visit]);
        let title = inline(&head.title);
        if !title.is_empty() {
            self.part(format!("# {title}"));
        }
        self.part(bold(&head.subject));
        self.broken([&*head.issue, &*head.stamp]);
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(text) => {
                let text = inline(text);
                if !text.is_empty() {
                    self.part(format!("## {text}"));
                }
            }
            Block::Schedule(stretches) => {
                let items = stretches.iter().map(|stretch| self.stretch(stretch));
                let items = items.collect();
                self.list(items);
            }
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(table),
            Block::Paragraph(text) => self.broken([&**text]),
            Block::List(points) => {
                let points = points.iter().map(|point| joined(lines(point), 2));
                self.list(points.collect());
            }
            Block::Checks(checks) => self.list(checks.iter().map(check).collect()),
            Block::Signatures(signatures) => {
                for signature in signatures {
                    self.part(signed(signature));
                }
            }
            Block::NewPage => self.part(RULE.to_owned()),
        }
    }

    fn list(&mut self, items: Vec<String>) {
        let bullet = self.bullet;
        self.bullet = if bullet == '-' { '*' } else { '-' };
        let items = items.into_iter().filter(|item| !item.is_empty());
        let items: Vec<String> = items.map(|item| format!("{bullet} {item}")).collect();
        self.part(items.join("\n"));
    }

    fn stretch(&self, stretch: &Stretch) -> String {
        match stretch {
            Stretch::One(line) => self.line(line, 2),
            Stretch::Parallel {
                said,
                lines: parallel,
            } => {
                let mut out = joined(lines(said), 2);
                for line in parallel {
                    out += &format!("\n  + {}", self.line(line, 4));
                }
                out
            }
        }
    }

    /// The time and what happens in one line, everything else below it.
    fn line(&self, line: &Line, indent: usize) -> String {
        let changed = if line.changed {
            format!("*{}*", CHANGED.get(self.lang))
        } else {
            String::new()
        };
        let when = bold(&line.when.join(" "));
        let first = [when, changed, inline(&line.what)];
        let first = first.into_iter().filter(|part| !part.is_empty());
        let mut all = vec![first.collect::<Vec<_>>().join(" ")];
        for detail in &line.details {
            match detail {
                Detail::Text(text) => all.extend(lines(text)),
                Detail::Facts(facts) => all.extend(facts.iter().map(labelled)),
            }
        }
        joined(all, indent)
    }

    /// One item a label, with all that stands under it.
    fn facts(&mut self, facts: &[Fact]) {
        let groups = facts.chunk_by(|_, next| next.label.is_empty());
        let items = groups.map(|group| {
            let texts = group.iter().map(|fact| match fact.label.as_str() {
                "" => joined(lines(&fact.text), 2),
                label => {
                    let text = joined(lines(&fact.text), 2);
                    format!("{} {text}", bold(label)).trim().to_owned()
                }
            });
            joined(texts.collect(), 2)
        });
        let items = items.collect();
        self.list(items);
    }

    fn table(&mut self, table: &Table) {
        let rows = table.rows.iter();
        let widest = rows.clone().map(|row| row.cells.len()).max().unwrap_or(0);
        let columns = table.columns.len().max(widest);
        if columns == 0 {
            return;
        }
        let line = |cells: &[String], before: &str| {
            let cells =
                (0..columns).map(|at| cells.get(at).map_or_else(String::new, |text| cell(text)));
            let cells = cells.enumerate().map(|(at, cell)| match at {
                0 => format!("{before}{cell}"),
                _ => cell,
            });
            format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
        };
        let changed = format!("*{}* ", CHANGED.get(self.lang));
        let mut out = vec![
            line(&table.columns, ""),
            format!("|{}", " --- |".repeat(columns)),
        ];
        out.extend(rows.map(|row| line(&row.cells, if row.changed { &changed } else { "" })));
        self.part(out.join("\n"));
    }
}

/// Lines below each other, the later ones indented.
fn joined(lines: Vec<String>, indent: usize) -> String {
    let lines = lines.into_iter().filter(|line| !line.is_empty());
    lines
        .collect::<Vec<_>>()
        .join(&format!("\\\n{}", " ".repeat(indent)))
}

fn bold(text: &str) -> String {
    let text = inline(text);
    if text.is_empty() {
        text
    } else {
        format!("**{text}**")
    }
}

fn labelled(fact: &Fact) -> String {
    let parts = [inline(&fact.label), inline(&fact.text)];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}

/// A box to tick, as GitHub writes it.
fn check(check: &Check) -> String {
    let mark = if check.done { "[x]" } else { "[ ]" };
    let first = [mark.to_owned(), bold(&check.when), inline(&check.what)];
    let first = first.into_iter().filter(|part| !part.is_empty());
    let mut all = vec![first.collect::<Vec<_>>().join(" ")];
    all.extend(check.details.iter().flat_map(|text| lines(text)));
    joined(all, 2)
}

fn signed(signature: &Signature) -> String {
    let mut all = lines(&signature.party);
    all.push(SIGN_HERE.to_owned());
    all.extend(signature.signatory.iter().flat_map(|text| lines(text)));
    joined(all, 0)
}

#[cfg(test)]
mod tests;
