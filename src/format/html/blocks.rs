//! What a paper says, block by block.

use maud::{Markup, html};

use super::{
    paragraph,
    words::{OneLine, Words},
};
use crate::{
    paper::{Block, Check, Detail, Document, Fact, Line, Row, Signature, Stretch, Table},
    words::{Lang, Said},
};

/// What a screen reader says of a line that has a bar in the margin.
const CHANGED: Said = Said::new("geändert:", "changed:", "modifié\u{a0}:").ar("تم تعديله:");
/// What it says of a box to tick.
const DONE: Said = Said::new("erledigt", "done", "fait").ar("أُنجز");
const OPEN: Said = Said::new("offen", "open", "à faire").ar("لم يُنجز بعد");

/// Letters of a word that a column of a table is made wide enough for; a longer one is broken.
const WORD: usize = 32;

/// Whether a cell has a word that no column has room for.
fn is_long(cell: &str) -> bool {
    cell.split_whitespace()
        .any(|word| word.chars().count() > WORD)
}

/// The body of a paper in one language, as it is written from top to bottom.
pub(super) struct Body<'a> {
    lang: Lang,
    /// What the columns of schedules are called.
    columns: Option<&'a (String, String)>,
    /// Whether those stand on the page already.
    said_columns: bool,
    /// Whether another language stands beside it, so that there is no room for a column of times.
    is_half: bool,
    /// How many headings there were; the last one says what a table is about.
    headings: usize,
}

impl<'a> Body<'a> {
    /// By itself.
    pub(super) fn whole(document: &'a Document) -> Self {
        Self {
            lang: document.lang,
            columns: document.columns.as_ref(),
            said_columns: false,
            is_half: false,
            headings: 0,
        }
    }

    /// With another language beside it.
    pub(super) fn half(document: &'a Document) -> Self {
        Self {
            is_half: true,
            ..Self::whole(document)
        }
    }

    pub(super) fn block(&mut self, block: &Block) -> Markup {
        let lang = self.lang;
        match block {
            Block::Heading(text) => {
                self.headings += 1;
                html! { h2 id=(self.heading()) { (self.words(text)) } }
            }
            Block::Schedule(stretches) => self.schedule(stretches),
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(table),
            Block::Paragraph(text) => paragraph("text", text, lang),
            Block::List(points) => html! {
                ul { @for point in points { li { (self.words(point)) } } }
            },
            Block::Checks(checks) => self.checks(checks),
            Block::Signatures(signatures) => self.signatures(signatures),
            Block::NewPage => html! { hr.new-page; },
        }
    }

    fn words<'t>(&self, text: &'t str) -> Words<'t> {
        Words::new(text, self.lang)
    }

    /// What names the heading at hand within the page.
    fn heading(&self) -> String {
        format!("{}-{}", self.lang.code(), self.headings)
    }

    /// What says what a table is about, if anything above it does.
    fn named_by(&self) -> Option<String> {
        (self.headings > 0).then(|| self.heading())
    }

    /// A table for whoever reads it, though it is laid out as blocks: browsers part a heading from a
    /// table that begins the next page, but not from a block. The roles keep it a table.
    fn schedule(&mut self, stretches: &[Stretch]) -> Markup {
        if self.is_half {
            return html! { @for stretch in stretches { (self.narrow(stretch)) } };
        }
        let columns = self.columns;
        let class = if std::mem::replace(&mut self.said_columns, true) {
            "unseen"
        } else {
            "seen"
        };
        html! {
            table.schedule role="table" aria-labelledby=[self.named_by()] {
                @if let Some((when, what)) = columns {
                    thead class=(class) role="rowgroup" {
                        tr role="row" {
                            th scope="col" role="columnheader" { (self.words(when)) }
                            th scope="col" role="columnheader" { (self.words(what)) }
                        }
                    }
                }
                @for stretch in stretches { (self.stretch(stretch)) }
            }
        }
    }

    fn stretch(&self, stretch: &Stretch) -> Markup {
        match stretch {
            Stretch::One(line) => html! { tbody role="rowgroup" { (self.line(line)) } },
            Stretch::Parallel { said, lines } => html! {
                tbody.parallel role="rowgroup" {
                    tr role="row" {
                        td role="cell" {}
                        th.said scope="rowgroup" role="rowheader" { (self.words(said)) }
                    }
                    @for line in lines { (self.line(line)) }
                }
            },
        }
    }

    fn line(&self, line: &Line) -> Markup {
        html! {
            tr role="row" class=[line.changed.then_some("changed")] {
                th scope="row" role="rowheader" { (self.when(line)) }
                td role="cell" { (self.what(line)) }
            }
        }
    }

    /// The same where there is no room for a table: the time above.
    fn narrow(&self, stretch: &Stretch) -> Markup {
        let line = |line: &Line| {
            html! {
                div class=(if line.changed { "line changed" } else { "line" }) {
                    div.when { (self.when(line)) }
                    (self.what(line))
                }
            }
        };
        match stretch {
            Stretch::One(one) => line(one),
            Stretch::Parallel { said, lines } => html! {
                div.parallel {
                    (paragraph("said", said, self.lang))
                    @for one in lines { (line(one)) }
                }
            },
        }
    }

    fn when(&self, line: &Line) -> Markup {
        html! {
            @if line.changed { (self.unseen(CHANGED)) }
            @for (at, when) in line.when.iter().enumerate() {
                (paragraph(if at == 0 { "time" } else { "more" }, when, self.lang))
            }
        }
    }

    /// Words for those who cannot see a sign.
    fn unseen(&self, said: Said) -> Markup {
        html! { span.unseen { (said.get(self.lang)) " " } }
    }

    fn what(&self, line: &Line) -> Markup {
        html! {
            (paragraph("what", &line.what, self.lang))
            @for detail in &line.details {
                @match detail {
                    Detail::Text(text) => (paragraph("", text, self.lang)),
                    Detail::Facts(facts) => (self.facts(facts)),
                }
            }
        }
    }

    /// Facts under their labels; what has none belongs to the label before.
    fn facts(&self, facts: &[Fact]) -> Markup {
        let first = facts.iter().position(|fact| !fact.label.is_empty());
        let (bare, labelled) = facts.split_at(first.unwrap_or(facts.len()));
        html! {
            @for fact in bare { (paragraph("", &fact.text, self.lang)) }
            @if !labelled.is_empty() {
                dl {
                    @for fact in labelled {
                        @if !fact.label.is_empty() { dt { (self.words(&fact.label)) } }
                        dd { (self.words(&fact.text)) }
                    }
                }
            }
        }
    }

    /// A table. Narrow screens show each row by itself, every cell with what its column is called;
    /// the roles keep it a table for screen readers when it no longer looks like one.
    fn table(&self, table: &Table) -> Markup {
        let columns = table.columns.iter();
        let labels: Vec<OneLine> = columns.map(|text| OneLine::new(text)).collect();
        let has_head = labels.iter().any(|label| !label.is_empty());
        html! {
            table.rows role="table" aria-labelledby=[self.named_by()] {
                @if has_head {
                    thead role="rowgroup" {
                        tr role="row" {
                            @for column in &table.columns {
                                @if column.is_empty() {
                                    td role="cell" {}
                                } @else {
                                    th scope="col" role="columnheader" { (self.words(column)) }
                                }
                            }
                        }
                    }
                }
                tbody role="rowgroup" {
                    @for row in &table.rows { (self.row(row, &labels)) }
                }
            }
        }
    }

    fn row(&self, row: &Row, labels: &[OneLine]) -> Markup {
        html! {
            tr role="row" class=[row.changed.then_some("changed")] {
                @for (at, cell) in row.cells.iter().enumerate() {
                    td role="cell" class=[is_long(cell).then_some("long")] data-label=[labels.get(at).filter(|label| !label.is_empty())] {
                        @if row.changed && at == 0 { (self.unseen(CHANGED)) }
                        (self.words(cell))
                    }
                }
            }
        }
    }

    fn checks(&self, checks: &[Check]) -> Markup {
        let has_times = checks.iter().any(|check| !check.when.is_empty());
        html! {
            ul class=(if has_times { "checks timed" } else { "checks" }) {
                @for check in checks {
                    @let (said, mark) = if check.done { (DONE, "✓") } else { (OPEN, "") };
                    li {
                        span.box role="img" aria-label=(said.get(self.lang)) data-mark=(mark) {}
                        @if has_times { span.when { (self.words(&check.when)) } }
                        div {
                            (paragraph("what", &check.what, self.lang))
                            @for detail in &check.details { (paragraph("", detail, self.lang)) }
                        }
                    }
                }
            }
        }
    }

    /// A line to sign on above each name.
    fn signatures(&self, signatures: &[Signature]) -> Markup {
        html! {
            div.signatures {
                @for signature in signatures {
                    div {
                        (paragraph("party", &signature.party, self.lang))
                        div.signatory {
                            @for text in &signature.signatory { (paragraph("", text, self.lang)) }
                        }
                    }
                }
            }
        }
    }
}
