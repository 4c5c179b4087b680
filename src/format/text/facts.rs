//! Facts with their labels.

use super::{
    setting::Setting,
    strip::{Strip, lines},
};
use crate::{
    display::{Align, pad, width},
    paper::Fact,
};

/// The most that a label takes of its line.
const LABEL: usize = 24;
/// In fewer columns texts follow their labels at once.
const BESIDE: usize = 36;

/// Facts with their texts in one column beside the labels, where there is room for that.
pub(super) fn laid(facts: &[Fact], set: Setting) -> Vec<Strip> {
    let most = LABEL.min(set.cols * 2 / 5);
    // On a card a label is rather followed at once than broken.
    let is_narrow = most < LABEL && facts.iter().any(|fact| width(&fact.label) > most);
    if set.is_rtl() || set.cols < BESIDE || is_narrow {
        return facts.iter().flat_map(|fact| run_in(fact, set)).collect();
    }
    let labels: Vec<Vec<String>> = facts.iter().map(|fact| lines(&fact.label, most)).collect();
    let widest = labels.iter().flatten().map(|label| width(label)).max();
    let indent = match widest.unwrap_or(0) {
        0 => 0,
        label => label + 1,
    };
    let mut strips = Vec::new();
    for (fact, label) in facts.iter().zip(labels) {
        let text = lines(&fact.text, set.cols - indent);
        for at in 0..label.len().max(text.len()) {
            let label = label.get(at).map_or("", String::as_str);
            let text = text.get(at).map_or("", String::as_str);
            strips.push(set.strip(format!("{}{text}", pad(label, indent, Align::Left))));
        }
    }
    strips
}

/// The text right after its label, further lines set in.
fn run_in(fact: &Fact, set: Setting) -> Vec<Strip> {
    if set.is_rtl() {
        let text = format!("{} {}", fact.label, fact.text);
        return set.some(text.trim_start());
    }
    if fact.label.is_empty() {
        return set.after("  ", &fact.text);
    }
    let whole = format!("{} {}", fact.label, fact.text);
    let lines = lines(&whole, set.cols - 2).into_iter().enumerate();
    let lines = lines.map(|(at, line)| if at == 0 { line } else { format!("  {line}") });
    lines.map(|line| set.strip(line)).collect()
}
