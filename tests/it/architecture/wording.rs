//! What stands in the sources in three languages is set as each language sets it.

use proc_macro2::{TokenStream, TokenTree};

use super::{shipped, source::without_tests};

/// The quotation marks that a text in German does not have, for „…“ is German; ’ is an apostrophe too.
const GERMAN: &[char] = &['«', '»', '”', '‘', '‚'];
/// Those that an English text does not have, beside ‘…’.
const ENGLISH: &[char] = &['«', '»', '“', '”', '„', '‚'];
/// Those that a French text does not have, beside « … ».
const FRENCH: &[char] = &['“', '”', '„', '‘', '‚'];

/// Where every text is a message, read alone or on a line of its own.
const MESSAGES: &[&str] = &["src/tui/", "src/store/git/why.rs", "src/model/conflict/"];

#[test]
fn each_language_has_its_own_signs() {
    let mut seen = 0;
    let mut found = Vec::new();
    for (path, text) in shipped() {
        let tokens = text.parse().expect("what compiles has tokens");
        for [de, en, fr] in triples(tokens) {
            seen += 1;
            let all = [&de, &en, &fr].into_iter();
            found.extend(all.filter(|text| lacks_its_stop(text)).map(|text| {
                format!("{path}: several sentences without a full stop at the end: {text}")
            }));
            let is_message = MESSAGES.iter().any(|folder| path.starts_with(folder));
            let all = [&de, &en, &fr].into_iter();
            found.extend(
                all.filter(|text| is_message && has_a_stray_stop(text))
                    .map(|text| format!("{path}: one sentence with a full stop: {text}")),
            );
            let set = [(&de, GERMAN), (&en, ENGLISH), (&fr, FRENCH)].into_iter();
            found.extend(
                set.filter(|(text, foreign)| text.contains(*foreign))
                    .map(|(text, _)| {
                        format!("{path}: quotation marks of another language: {text}")
                    }),
            );
            found.extend(english(&en).map(|what| format!("{path}: {what}: {en}")));
            found.extend(french(&fr).map(|what| format!("{path}: {what}: {fr}")));
        }
    }
    assert!(seen > 1000, "only {seen} sentences were read");
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn what_is_set_wrongly_is_caught() {
    let wrong = [
        "a ; b",
        "a: b",
        "a ?",
        "« a\u{a0}»",
        "«\u{a0}a »",
        "l’hôte",
        "l'an",
    ];
    for text in wrong {
        assert!(french(text).is_some(), "{text}");
    }
    for text in [
        "a\u{a0}; b",
        "10:00, title:fr=, ?nom",
        "l’hôtel",
        "«\u{a0}a\u{a0}»",
    ] {
        assert!(french(text).is_none(), "{text}");
    }
    assert!(english("say \"yes\"").is_some() && english("the visit's").is_some());
    for text in ["Es geht. Bitte warten", "{path} fehlt. {what} tun"] {
        assert!(lacks_its_stop(text), "{text}");
    }
    for text in [
        "Es geht",
        "Es geht. Bitte warten.",
        "N. N. kommt",
        "Nein. {cause}",
        "am 12. Mai",
    ] {
        assert!(!lacks_its_stop(text), "{text}");
    }
    for text in ["Es geht.", "{path} fehlt.", "Es geht: {what} fehlt."] {
        assert!(has_a_stray_stop(text), "{text}");
    }
    for text in [
        "Es geht",
        "Es geht. Bitte warten.",
        "{why} Bitte warten.",
        "15 Min.",
        "Seite préc.",
    ] {
        assert!(!has_a_stray_stop(text), "{text}");
    }
    let code = r#"say!(lang, "a", "b", "c\u{a0}!"); f("x", "y"); m! { A ["d", "e", "f"] ["g"] }"#;
    let said = triples(code.parse().expect("tokens"));
    assert_eq!(said, [["a", "b", "c\u{a0}!"], ["d", "e", "f"]]);
}

/// Three texts in a row, parted by commas, are one sentence in German, English and French.
fn triples(stream: TokenStream) -> Vec<[String; 3]> {
    let mut found = Vec::new();
    let mut row: Vec<String> = Vec::new();
    let close = |row: &mut Vec<String>, found: &mut Vec<[String; 3]>| {
        found.extend(<[String; 3]>::try_from(std::mem::take(row)));
    };
    for token in without_tests(stream) {
        match token {
            TokenTree::Literal(literal) => row.extend(text_of(&literal.to_string())),
            TokenTree::Punct(comma) if comma.as_char() == ',' => {}
            other => {
                close(&mut row, &mut found);
                if let TokenTree::Group(group) = other {
                    found.extend(triples(group.stream()));
                }
            }
        }
    }
    close(&mut row, &mut found);
    found
}

/// What a plain text says, with the escapes that the sources use.
fn text_of(literal: &str) -> Option<String> {
    let inside = literal.strip_prefix('"')?.strip_suffix('"')?;
    let lines: Vec<&str> = inside.split("\\\n").map(str::trim_start).collect();
    let text = lines.concat().replace("\\\"", "\"");
    Some(
        text.replace("\\u{a0}", "\u{a0}")
            .replace("\\u{202f}", "\u{202f}"),
    )
}

/// What a person types, and the files say: it is in no language.
const TYPED: &[&str] = &["groupe:", "(format: "];

/// A message of one sentence ends without a full stop, one of several with its sign. What a text
/// ends with in braces brings its own.
fn lacks_its_stop(text: &str) -> bool {
    is_several(text) && !text.ends_with(['.', '?', '!', '…', ':', '}', '»', '“', '’', ')'])
}

/// Whether a text is one sentence and yet ends with a full stop. What begins with braces may follow
/// a sentence that they bring.
fn has_a_stray_stop(text: &str) -> bool {
    let follows = text.split_once("} ").is_some_and(|(before, rest)| {
        before.starts_with('{') && rest.starts_with(|c: char| c.is_uppercase() || c == '{')
    });
    let short = [
        "Min.", "Std.", "Nr.", "No.", "Dok.", "Doc.", "Pers.", "préc.", "suiv.", "N. N.",
    ];
    let is_short = short.iter().any(|short| text.ends_with(short));
    text.ends_with('.') && !is_short && !follows && !is_several(text)
}

/// Whether there is more than one sentence.
fn is_several(text: &str) -> bool {
    // The point of "den 12. Mai" may stand behind braces.
    let shortened = ["{day}. ", "N. N.", "Dr. ", "M. ", "ca. ", "z. B. "];
    let text = shortened
        .iter()
        .fold(text.trim_end().to_owned(), |text, short| {
            text.replace(short, "")
        });
    let begins = |rest: &str| rest.starts_with(|c: char| c.is_uppercase() || c == '{');
    let is_end =
        |before: &str| before.ends_with(|c: char| c.is_alphabetic() || "})”“’»\u{a0}".contains(c));
    let mut breaks = [". ", "! ", "? "].into_iter().flat_map(|sign| {
        text.match_indices(sign)
            .map(move |(at, sign)| (at, at + sign.len()))
    });
    breaks.any(|(at, next)| is_end(&text[..at]) && begins(&text[next..]))
}

/// What a typewriter writes for it; an apostrophe stands between letters.
fn english(text: &str) -> Option<&'static str> {
    let letters: Vec<char> = text.chars().collect();
    let is_apostrophe = |at: &[char]| matches!(at, [before, '\'', after] if before.is_alphabetic() && after.is_alphabetic());
    if letters.windows(3).any(is_apostrophe) {
        return Some("typewriter apostrophe");
    }
    text.contains('"').then_some("typewriter quotation marks")
}

fn french(text: &str) -> Option<&'static str> {
    let text = TYPED
        .iter()
        .fold(text.to_owned(), |text, typed| text.replace(typed, ""));
    let letters: Vec<char> = text.chars().collect();
    let kept = |at: Option<usize>| {
        at.and_then(|at| letters.get(at))
            .is_none_or(|sign| matches!(sign, '\u{a0}' | '\u{202f}'))
    };
    let loose = letters.iter().enumerate().any(|(at, sign)| match sign {
        '«' => !kept(Some(at + 1)),
        '»' => !kept(at.checked_sub(1)),
        // A sign before a letter ends no word: 10:00, title:fr, ?name.
        ';' | ':' | '!' | '?' => {
            let ends = letters.get(at + 1).is_none_or(|next| next.is_whitespace());
            ends && !kept(at.checked_sub(1))
        }
        _ => false,
    });
    let host = text.to_lowercase().replace("hôtel", "");
    if loose {
        Some("no no-break space beside ; : ! ? « »")
    } else if host.contains("hôte") {
        Some("hôte means both sides")
    } else {
        text.contains('\'').then_some("typewriter apostrophe")
    }
}
