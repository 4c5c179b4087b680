//! Lines of a programme: a row each, the time in the first column.

use super::{
    paragraph::{Paragraph, said, some},
    setting::Setting,
    table::{Cell, Row, table},
    xml::Element,
};
use crate::{
    display::width,
    paper::{Detail, Fact, Line, Stretch},
};

/// The most that labels take of their line: a part of so many.
const LABEL: usize = 3;
/// In fewer letters texts follow their labels at once.
const ALIGNED: usize = 48;
/// How far further lines are set in then, in letters.
const IN: usize = 2;

pub(super) fn laid(
    stretches: &[Stretch],
    columns: Option<&(String, String)>,
    set: Setting,
) -> Vec<Element> {
    let times = times(stretches, set);
    let widths = [times, set.width - times];
    let inner = set.within(widths[1]);
    let mut rows = Vec::new();
    if let Some((when, what)) = columns.filter(|_| !set.is_card && !stretches.is_empty()) {
        let head = [when, what].map(|name| vec![said(set, "TableHeading", name)]);
        rows.push(Row {
            is_head: true,
            ..Row::of(head)
        });
    }
    for stretch in stretches {
        match stretch {
            Stretch::One(line) => rows.push(row(line, inner, false)),
            Stretch::Parallel { said: text, lines } => {
                let note = Cell {
                    parallel: true,
                    ..vec![said(inner, "ScheduleNote", text)].into()
                };
                rows.push(Row {
                    cells: vec![Cell::default(), note],
                    is_head: false,
                });
                rows.extend(lines.iter().map(|line| row(line, inner, true)));
            }
        }
    }
    table(set, "ScheduleTable", &widths, rows)
}

/// What the times take of the line.
fn times(stretches: &[Stretch], set: Setting) -> usize {
    let lines = stretches.iter().flat_map(|stretch| match stretch {
        Stretch::One(line) => std::slice::from_ref(line),
        Stretch::Parallel { lines, .. } => lines.as_slice(),
    });
    let when = lines.flat_map(|line| &line.when).map(String::as_str);
    let widest = set.widest(when, set.width / LABEL) + 2 * set.letter();
    widest.clamp(set.width / 6, set.width / LABEL)
}

fn row(line: &Line, inner: Setting, parallel: bool) -> Row {
    let when = line.when.iter();
    let when: Vec<Element> = when.map(|text| said(inner, "ScheduleTime", text)).collect();
    Row {
        cells: vec![
            Cell {
                changed: line.changed,
                ..when.into()
            },
            Cell {
                parallel,
                ..told(line, inner).into()
            },
        ],
        is_head: false,
    }
}

/// What, and what is to be known about it.
fn told(line: &Line, set: Setting) -> Vec<Element> {
    let mut told = vec![said(set, "ScheduleItem", &line.what)];
    for detail in &line.details {
        match detail {
            Detail::Text(text) => told.extend(some(set, "ScheduleDetail", text)),
            Detail::Facts(list) => told.extend(facts(list, set)),
        }
    }
    told
}

/// A line with its time above it, for where columns would be too narrow.
pub(super) fn stacked(line: &Line, set: Setting) -> Vec<Element> {
    let when = some(set, "ScheduleTime", &line.when.join(" "));
    when.into_iter().chain(told(line, set)).collect()
}

/// Facts as paragraphs, their texts aligned after a tab where every label leaves room for that.
pub(super) fn facts(facts: &[Fact], set: Setting) -> Vec<Element> {
    let labels = facts.iter().map(|fact| width(&fact.label)).max();
    let longest = labels.unwrap_or(0);
    let labels = (longest + 1) * set.letter();
    let is_aligned =
        longest > 0 && labels <= set.width / LABEL && set.width >= ALIGNED * set.letter();
    let paragraph = |fact: &Fact| {
        let paragraph = Paragraph::new(set, "ScheduleDetail");
        if fact.label.is_empty() && !is_aligned {
            return paragraph.text(&fact.text).done();
        }
        let indent = if is_aligned {
            labels
        } else {
            IN * set.letter()
        };
        let paragraph = paragraph
            .hanging(indent)
            .styled("FactLabelText", &fact.label);
        let paragraph = if is_aligned {
            paragraph.tab()
        } else {
            paragraph.text(" ")
        };
        paragraph.text(&fact.text).done()
    };
    facts.iter().map(paragraph).collect()
}
