//! Names of files and ids, made of letters, digits and `-` only.

/// Leaves room for an extension within 80 bytes.
const FILE_NAME_BYTES: usize = 72;
/// An id is typed and read by people.
const SLUG_BYTES: usize = 32;
/// Files that Windows takes for a device, whatever their extension.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// A file name without extension: ASCII letters, digits and `-`, never empty, never a device.
///
/// With an extension of up to seven letters it stays within 80 bytes.
pub fn file_name(text: &str) -> String {
    let name = dashed(text, FILE_NAME_BYTES);
    if name.is_empty() {
        "unnamed".to_owned()
    } else if is_device(&name) {
        format!("x-{name}")
    } else {
        name
    }
}

/// The readable part of an id: lower-case ASCII letters, digits and `-`.
///
/// Empty where the text has nothing that can be written in ASCII; the caller then says what kind
/// of record it is.
pub fn slug(text: &str) -> String {
    let mut slug = dashed(text, SLUG_BYTES);
    slug.make_ascii_lowercase();
    slug
}

/// A text for comparing, whatever its case, accents and punctuation: `Jan-Wellem Saal` is
/// `jan-wellem-saal`. A text that has no Latin spelling is compared in its own script.
pub fn fold(text: &str) -> String {
    let mut folded = dashed(text, usize::MAX);
    folded.make_ascii_lowercase();
    if folded.is_empty() {
        folded = text.trim().to_lowercase();
    }
    folded
}

/// Words joined by `-`, as many as `bytes` allow; a single longer word is cut.
fn dashed(text: &str, bytes: usize) -> String {
    let ascii = transliterated(text);
    let mut out = String::new();
    for word in ascii.split(|c: char| !c.is_ascii_alphanumeric()) {
        if word.is_empty() {
            continue;
        }
        if out.is_empty() {
            out.push_str(&word[..word.len().min(bytes)]);
        } else if out.len() + 1 + word.len() <= bytes {
            out.push('-');
            out.push_str(word);
        } else {
            break;
        }
    }
    out
}

fn is_device(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let port = |kind| {
        name.strip_prefix(kind)
            .is_some_and(|rest: &str| rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_digit()))
    };
    DEVICES.contains(&name.as_str()) || port("com") || port("lpt")
}

/// `text` in ASCII; what has no Latin spelling becomes a space.
fn transliterated(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            // Typed and printed apostrophes are the same to whoever reads.
            '\'' => {}
            _ if c.is_ascii() => out.push(c),
            // A decomposed umlaut; other marks and apostrophes leave the word whole.
            '\u{308}' if out.ends_with(['a', 'o', 'u', 'A', 'O', 'U']) => out.push('e'),
            '\u{300}'..='\u{36f}' | '’' | 'ʿ' | 'ʾ' | '\u{ad}' | '\u{200b}'..='\u{200d}' => {}
            _ => latin(c, &mut out),
        }
    }
    out
}

fn latin(c: char, out: &mut String) {
    let lower = c.to_lowercase().next().unwrap_or(c);
    let Some(spelling) = spelling(lower) else {
        out.push(' ');
        return;
    };
    let mut letters = spelling.chars();
    if let Some(first) = letters.next() {
        out.push(if lower == c {
            first
        } else {
            first.to_ascii_uppercase()
        });
    }
    out.extend(letters);
}

/// How German and French papers spell a lower-case Latin letter in ASCII.
const fn spelling(c: char) -> Option<&'static str> {
    Some(match c {
        'ä' | 'æ' => "ae",
        'ö' | 'œ' => "oe",
        'ü' => "ue",
        'ß' => "ss",
        'à' | 'á' | 'â' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ' | 'ả' | 'ª' => "a",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ð' | 'ď' | 'đ' | 'ḍ' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ' | 'ẽ' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' | 'ǧ' => "g",
        'ĥ' | 'ħ' | 'ḥ' | 'ḫ' => "h",
        'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ị' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ŋ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ọ' | 'º' => "o",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'ṣ' => "s",
        'ţ' | 'ť' | 'ŧ' | 'ț' | 'ṭ' => "t",
        'þ' => "th",
        'ù' | 'ú' | 'û' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ụ' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' | 'ẓ' => "z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_spelled_in_ascii() {
        for (text, name) in [
            ("Tagesprogramm 12.11.2024", "Tagesprogramm-12-11-2024"),
            ("Düsseldorf – Köln/Größe", "Duesseldorf-Koeln-Groesse"),
            ("Du\u{308}sseldorf", "Duesseldorf"),
            ("Élysée, l’été à Noël", "Elysee-lete-a-Noel"),
            ("L'été d’Ahmed", "Lete-dAhmed"),
            ("Łódź Škoda Øre Œuvre", "Lodz-Skoda-Ore-Oeuvre"),
            ("../../etc/passwd", "etc-passwd"),
            ("أشرف", "unnamed"),
            ("", "unnamed"),
            ("...", "unnamed"),
            ("CON", "x-CON"),
            ("nul.", "x-nul"),
            ("lpt1", "x-lpt1"),
            ("com10", "com10"),
            ("confer", "confer"),
        ] {
            assert_eq!(file_name(text), name, "{text:?}");
        }
    }

    #[test]
    fn long_names_end_with_a_whole_word() {
        let long = "Unterzeichnung der Absichtserklärung ".repeat(5);
        assert_eq!(
            file_name(&long),
            "Unterzeichnung-der-Absichtserklaerung-Unterzeichnung-der"
        );
        assert_eq!(file_name(&"x".repeat(200)).len(), 72);
    }

    #[test]
    fn slugs_are_short_and_lower_case() {
        for (text, id) in [
            ("Achraf Berrazouk", "achraf-berrazouk"),
            ("N. N.", "n-n"),
            ("Unterzeichnung der Absichtserklärung", "unterzeichnung-der"),
            ("مراكش", ""),
        ] {
            assert_eq!(slug(text), id, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_gives_a_harmless_name(text in any::<String>()) {
            let name = file_name(&text);
            prop_assert!(!name.is_empty() && name.len() <= 72, "{name}");
            prop_assert!(name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'));
            prop_assert!(!name.starts_with('-') && !name.ends_with('-') && !is_device(&name));
            prop_assert_eq!(file_name(&name), name);
        }
    }
}
