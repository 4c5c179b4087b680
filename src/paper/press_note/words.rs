//! How sentences of a press note are built from what stands in fields.

use chrono::NaiveDate;

use crate::{
    paper::pen::Pen,
    say,
    words::{Lang, Said, capitalised, date},
};

/// The text as a sentence: with a full stop, unless it ends by itself.
pub(super) fn stop(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() || text.ends_with(['.', '!', '?', '“', '”', '’', '»', '…']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

/// "de Marrakech", "d’Exempleville", "du Havre".
pub(super) fn of_in_french(name: &str) -> String {
    let is_vowel = |c: char| "aeiouyâàäéèêëîïôöûüh".contains(c.to_lowercase().next().unwrap_or(c));
    if let Some(rest) = name.strip_prefix("Le ") {
        format!("du {rest}")
    } else if let Some(rest) = name.strip_prefix("Les ") {
        format!("des {rest}")
    } else if name.starts_with(is_vowel) {
        format!("d’{name}")
    } else {
        format!("de {name}")
    }
}

/// Whether a German text begins with a noun that is feminine for sure.
fn begins_feminine(text: &str) -> bool {
    let word = text.split_whitespace().next().unwrap_or_default();
    let ends = ["ung", "heit", "keit", "schaft", "ion", "tät"];
    let but = ["sprung", "schwung", "dung", "stadion"];
    word.starts_with(char::is_uppercase)
        && ends.iter().any(|end| word.ends_with(end))
        && !but.iter().any(|end| word.to_lowercase().ends_with(end))
}

/// Whether a French text begins with an infinitive.
fn begins_with_infinitive(text: &str) -> bool {
    let word = text.split_whitespace().next().unwrap_or_default();
    word.len() > 4 && ["er", "ir", "re"].iter().any(|end| word.ends_with(end))
}

fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}

/// So many people, in words up to twelve.
fn in_words(number: u32, words: [&str; 11]) -> String {
    let at = number
        .checked_sub(2)
        .and_then(|at| usize::try_from(at).ok());
    let word = at.and_then(|at| words.get(at));
    word.map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

impl Pen<'_> {
    /// "Ziel des Besuchs ist die Vertiefung …", where the text allows that; else behind a colon.
    pub(super) fn aim(&self, whose: Said, text: &str) -> String {
        let whose = self.say(whose);
        let text = stop(text);
        if text.is_empty() {
            return text;
        }
        match self.lang {
            Lang::De if begins_feminine(&text) => format!("{whose} ist die {text}"),
            Lang::En if text.starts_with("To ") || text.starts_with("to ") => {
                format!("{whose} is {}", uncapitalised(&text))
            }
            Lang::Fr if begins_with_infinitive(&text) => {
                format!("{whose} est {}", of_in_french(&uncapitalised(&text)))
            }
            _ => format!("{} {text}", self.labelled(whose)),
        }
    }

    /// "eine vierköpfige Delegation aus Marrakesch", of those who come.
    pub(super) fn delegation_from(&mut self) -> String {
        let head = &self.visit().head;
        let place = self.text(&head.guest_place);
        let guests = self.known.guests().filter(|guests| *guests > 1);
        let delegation = match (self.lang, guests) {
            (Lang::De, None) => "eine Delegation".to_owned(),
            (Lang::De, Some(n)) => format!("eine {} Delegation", headed(n)),
            (Lang::En, None) => "a delegation".to_owned(),
            (Lang::En, Some(n)) => format!("a delegation of {}", in_words(n, ENGLISH)),
            (Lang::Fr, None) => "une délégation".to_owned(),
            (Lang::Fr, Some(n)) => {
                format!("une délégation de {} personnes", in_words(n, FRENCH))
            }
            (Lang::Ar, None) => "وفدا".to_owned(),
            (Lang::Ar, Some(2)) => "وفدا من شخصين".to_owned(),
            (Lang::Ar, Some(n @ 3..=10)) => format!("وفدا من {n} أشخاص"),
            (Lang::Ar, Some(n)) => format!("وفدا من {n} شخصا"),
        };
        if place.is_empty() {
            let guest = self.text(&head.guest);
            return crate::paper::about::with_more(&delegation, guest);
        }
        let of_place = of_in_french(place);
        say!(
            self.lang,
            "{delegation} aus {place}",
            "{delegation} from {place}",
            "{delegation} venue {of_place}",
            "{delegation} قادما من {place}"
        )
    }

    /// "Vom 13. bis 15. November 2024", "Am 13. November 2024".
    pub(super) fn on_days(&self, first: NaiveDate, last: NaiveDate) -> String {
        let (lang, end) = (self.lang, date::long(last, self.lang));
        if first == last {
            return say!(lang, "Am {end}", "On {end}", "Le {end}", "يوم {end}");
        }
        match lang {
            Lang::De => format!("Vom {}", date::range(first, last, lang)),
            Lang::Fr | Lang::Ar => capitalised(&date::range(first, last, lang)),
            Lang::En => {
                let begin = date::long(first, lang);
                let month = |text: &str| text.split_once(' ').map(|(_, rest)| rest.to_owned());
                let begin = match begin.split_once(' ') {
                    Some((day, _)) if month(&begin) == month(&end) => day.to_owned(),
                    _ => begin,
                };
                format!("From {begin} to {end}")
            }
        }
    }

    /// The texts as a list of a sentence; "sowie" before the last where there is an "und" in one.
    pub(super) fn enumerated<S: AsRef<str>>(&self, texts: &[S]) -> String {
        let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
        let and = Said::new(" und ", " and ", " et ").ar(" و");
        let has_links = texts.iter().any(|text| text.contains(self.say(and)));
        let Some((last, before)) = texts.split_last() else {
            return String::new();
        };
        if !has_links || before.is_empty() {
            return crate::words::list(&texts, self.lang);
        }
        let link = Said::new("sowie", "as well as", "ainsi que").ar("وكذلك");
        format!("{} {} {last}", before.join(self.comma()), self.say(link))
    }

    /// What comes before the verb or the end: a name with its function after it gets the comma that
    /// closes it.
    pub(super) fn closed(name: String) -> String {
        if name.contains("، ") {
            format!("{name}،")
        } else if name.contains(", ") {
            format!("{name},")
        } else {
            name
        }
    }
}

/// "vierköpfige".
fn headed(number: u32) -> String {
    let words = [
        "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
    ];
    if (2..=12).contains(&number) {
        format!("{}köpfige", in_words(number, words))
    } else {
        format!("{number}-köpfige")
    }
}

const ENGLISH: [&str; 11] = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
];
const FRENCH: [&str; 11] = [
    "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_bent_where_that_is_sure() {
        for (name, expected) in [
            ("Marrakech", "de Marrakech"),
            ("Exempleville", "d’Exempleville"),
            ("Le Havre", "du Havre"),
        ] {
            assert_eq!(of_in_french(name), expected);
        }
        for (text, expected) in [
            ("Vertiefung der Partnerschaft", true),
            ("Ursprung", false),
            ("Jugendaustausch", false),
            ("neue Förderung", false),
        ] {
            assert_eq!(begins_feminine(text), expected, "{text}");
        }
        assert_eq!(headed(4), "vierköpfige");
        assert_eq!(headed(20), "20-köpfige");
        assert_eq!(stop("Ende"), "Ende.");
        assert_eq!(stop("Ende.“"), "Ende.“");
    }
}
