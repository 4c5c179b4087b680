//! Lines of our own in a file that others keep lines in too.

/// The text with all of `ours` in this order at its end, or nothing if they stand in this order
/// already. What is not ours stays as it is, byte for byte.
pub(super) fn with(text: &str, ours: &[&str]) -> Option<String> {
    let mut wanted = ours.iter().peekable();
    for line in text.lines() {
        wanted.next_if(|own| **own == line.trim_end());
    }
    wanted.peek()?;
    // Later lines win over earlier ones, so those of ours that are there come to the end as well.
    let is_ours = |line: &&str| ours.contains(&line.trim_end());
    let kept = text.split_inclusive('\n').filter(|line| !is_ours(line));
    let mut text: String = kept.collect();
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    for own in ours {
        text.extend([own, "\n"]);
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: [&str; 3] = ["# ours", "*.ron a", "x.ron b"];

    #[test]
    fn our_lines_come_to_the_end_once_and_in_their_order() {
        let all = "# ours\n*.ron a\nx.ron b\n";
        for (text, expected) in [
            ("", Some(all.to_owned())),
            (all, None),
            ("# ours\r\n*.ron a\r\nx.ron b\r\n", None),
            ("# ours\n*.ron a\n\n*.txt c\nx.ron b", None),
            ("*.txt c", Some(format!("*.txt c\n{all}"))),
            ("*.txt c\r\n", Some(format!("*.txt c\r\n{all}"))),
            (
                "x.ron b\n  *.txt c\n*.ron a\n",
                Some(format!("  *.txt c\n{all}")),
            ),
            (
                "*.ron a\nx.ron b\n*.txt c\n",
                Some(format!("*.txt c\n{all}")),
            ),
            ("*.ron aa\n", Some(format!("*.ron aa\n{all}"))),
        ] {
            assert_eq!(with(text, &OURS), expected, "{text:?}");
            let again = expected.and_then(|text| with(&text, &OURS));
            assert_eq!(again, None, "{text:?}: once is enough");
        }
    }
}
