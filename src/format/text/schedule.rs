//! Lines of a programme: the times in a column of their own, or on a line of their own.

use super::{
    facts,
    setting::{GAP, Setting},
    strip::{Strip, lines},
};
use crate::{
    display::{Align, pad, width},
    paper::{Detail, Line, Stretch},
};

pub(super) fn laid(stretches: &[Stretch], set: &Setting) -> Vec<Strip> {
    let mut strips = Vec::new();
    for stretch in stretches {
        if !strips.is_empty() {
            strips.push(Strip::default());
        }
        match stretch {
            Stretch::One(line) if set.is_stacked() => strips.extend(stacked(line, set)),
            Stretch::One(line) => strips.extend(columns(line, "  ", set)),
            Stretch::Parallel { said, lines } => strips.extend(parallel(said, lines, set)),
        }
    }
    strips
}

/// What the columns are called.
pub(super) fn columns_named(when: &str, what: &str, set: &Setting) -> Vec<Strip> {
    let names = Line {
        when: vec![when.to_owned()],
        what: what.to_owned(),
        ..Line::default()
    };
    columns(&names, "", set)
}

/// Lines at the same time stand along one bar.
fn parallel(said: &str, parallel: &[Line], set: &Setting) -> Vec<Strip> {
    let times = if set.is_stacked() { 2 } else { set.times };
    let bar = |sign: &str, text: &str| {
        let before = " ".repeat(times - width(sign));
        set.strip(format!("{before}{sign}{text}"))
    };
    let said = lines(said, set.cols - times);
    let mut strips: Vec<Strip> = said.iter().map(|line| bar("┌ ", line)).collect();
    for (at, line) in parallel.iter().enumerate() {
        if at > 0 {
            strips.push(bar("│ ", ""));
        }
        if set.is_stacked() {
            let within = set.within(set.cols - times);
            strips.extend(stacked(line, &within).into_iter().map(|strip| Strip {
                text: format!("│ {}", strip.text),
                ..strip
            }));
        } else {
            strips.extend(columns(line, "│ ", set));
        }
    }
    strips
}

/// The time, then everything else below it.
fn stacked(line: &Line, set: &Setting) -> Vec<Strip> {
    let indent = if set.is_rtl() { 0 } else { 2 };
    let mut strips = set.some(&line.when.join(" "));
    let what = what(line, set.within(set.cols - indent));
    strips.extend(what.into_iter().map(|strip| Strip {
        text: format!("{}{}", " ".repeat(indent), strip.text),
        ..strip
    }));
    marked(strips, line)
}

/// The time in the first column, everything else in the second.
fn columns(line: &Line, bar: &str, set: &Setting) -> Vec<Strip> {
    let when: Vec<String> = line
        .when
        .iter()
        .flat_map(|when| lines(when, set.times - GAP))
        .collect();
    let what = what(line, set.within(set.cols - set.times));
    let row = |at: usize| {
        let when = when.get(at).map_or("", String::as_str);
        let when = pad(when, set.times - width(bar), Align::Left);
        let what = what.get(at).map_or("", |strip| strip.text.as_str());
        set.strip(format!("{when}{bar}{what}"))
    };
    let strips = (0..when.len().max(what.len())).map(row).collect();
    marked(strips, line)
}

/// What, and what is to be known about it.
fn what(line: &Line, set: Setting) -> Vec<Strip> {
    let mut strips = set.strips(&line.what);
    for detail in &line.details {
        match detail {
            Detail::Text(text) => strips.extend(set.strips(text)),
            Detail::Facts(facts) => strips.extend(facts::laid(facts, set)),
        }
    }
    strips
}

fn marked(mut strips: Vec<Strip>, line: &Line) -> Vec<Strip> {
    for strip in &mut strips {
        strip.changed = line.changed;
    }
    strips
}
