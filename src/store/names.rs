//! File names made from titles: letters, digits and `-`, short, and safe on every system.

use unicode_segmentation::UnicodeSegmentation;

/// The longest name that is made, in bytes, without its extension.
const LONGEST: usize = 80;
const FALLBACK: &str = "visit";
/// Names that Windows keeps for devices, with whatever extension.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// A file name for `title`, without an extension: words in small letters, joined by `-`.
pub fn slug(title: &str) -> String {
    let mut slug = String::new();
    for word in title.unicode_words() {
        let word: String = word.chars().flat_map(plain).collect();
        if word.is_empty() {
            continue;
        }
        let joined = slug.len() + usize::from(!slug.is_empty()) + word.len();
        if joined > LONGEST {
            if slug.is_empty() {
                slug = cut(&word);
            }
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word);
    }
    if slug.is_empty() {
        FALLBACK.to_owned()
    } else if is_device(&slug) {
        format!("{FALLBACK}-{slug}")
    } else {
        slug
    }
}

/// A character as file names have it: small, German umlauts written out, others dropped unless a
/// letter or digit.
fn plain(c: char) -> Vec<char> {
    let spelled = match c.to_lowercase().next() {
        Some('ä') => "ae",
        Some('ö') => "oe",
        Some('ü') => "ue",
        Some('ß') => "ss",
        _ => return c.to_lowercase().filter(|c| c.is_alphanumeric()).collect(),
    };
    spelled.chars().collect()
}

fn cut(word: &str) -> String {
    let mut end = LONGEST;
    while !word.is_char_boundary(end) {
        end -= 1;
    }
    word[..end].to_owned()
}

fn is_device(name: &str) -> bool {
    DEVICES.iter().any(|device| {
        name.strip_prefix(device)
            .is_some_and(|rest| rest.is_empty() || rest.parse::<u8>().is_ok_and(|n| n < 10))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn titles_become_names() {
        let cases = [
            (
                "Delegation aus Marrakesch, 2024",
                "delegation-aus-marrakesch-2024",
            ),
            ("Königlicher Besuch: Größe!", "koeniglicher-besuch-groesse"),
            ("../../etc/passwd", "etc-passwd"),
            ("زيارة مراكش", "زيارة-مراكش"),
            ("CON", "visit-con"),
            ("com7", "visit-com7"),
            ("Concert", "concert"),
            ("", "visit"),
            ("…!?", "visit"),
            ("a\u{1b}[31mb\u{202e}c", "a-31mbc"),
        ];
        for (title, expected) in cases {
            assert_eq!(slug(title), expected, "{title:?}");
        }
        assert_eq!(slug(&"wort ".repeat(50)).len(), 79);
        assert_eq!(slug(&"ف".repeat(50)).len(), 80);
    }

    proptest! {
        #[test]
        fn every_name_is_safe(title in any::<String>()) {
            let slug = slug(&title);
            prop_assert!(!slug.is_empty() && slug.len() <= LONGEST, "{slug}");
            prop_assert!(slug.chars().all(|c| c.is_alphanumeric() || c == '-'), "{slug}");
            prop_assert!(!slug.starts_with('-') && !is_device(&slug), "{slug}");
        }
    }
}
