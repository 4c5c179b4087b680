//! Text as a shell takes it for one argument of a command that a person may copy.

/// The text as it is where that is plain, else between apostrophes.
pub fn argument(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "/.-_".contains(c);
    let is_option = text.starts_with('-');
    if !text.is_empty() && !is_option && text.chars().all(is_plain) {
        text.to_owned()
    } else {
        let dotted = if is_option { "./" } else { "" };
        format!("'{dotted}{}'", text.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_takes_it_for_one_argument() {
        for (text, expected) in [
            ("besuch.ron", "besuch.ron"),
            ("/srv/Besuche/Köln.ron", "/srv/Besuche/Köln.ron"),
            ("mein besuch.ron", "'mein besuch.ron'"),
            ("l'hôtel.ron", r"'l'\''hôtel.ron'"),
            ("-x.ron", "'./-x.ron'"),
            ("$(id)", "'$(id)'"),
            ("", "''"),
        ] {
            assert_eq!(argument(text), expected);
        }
    }
}
