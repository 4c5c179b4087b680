//! Papers say every fact that their reader may know, each once, within the page.

use attache::{
    audience::{Audience, Redacted, redact},
    display,
    model::{AnyRef, Item, Key, Kind, Shape, View, field},
    words::Lang,
};
use chrono::NaiveDate;

use super::{DUESSELDORF, HAMBURG, Made, OF_THE_PROGRAMME, every_paper, sample, text, written};

/// A text without white space and bars, so that it is found wherever its lines were broken.
pub(super) fn squeezed(text: &str) -> String {
    let kept = text
        .chars()
        .filter(|c| !c.is_whitespace() && !"│┌─".contains(*c));
    kept.collect()
}

/// What stands beside the column of times, squeezed.
pub(super) fn beside_times(text: &str) -> String {
    let columns = ["Programmpunkt", "Programme"];
    let mut lines = text.lines();
    let header = lines.find_map(|line| {
        let at = columns.iter().find_map(|word| line.rfind(word))?;
        (at > 0 && !line.starts_with("PROG")).then_some(at)
    });
    let times = header.unwrap_or(0);
    let beside = text
        .lines()
        .map(|line| line.chars().skip(times).collect::<String>());
    squeezed(&beside.collect::<Vec<_>>().join("\n"))
}

/// The wordings of a record in a language, under the keys of their fields.
fn wordings(record: AnyRef<'_>, known: &Redacted, lang: Lang) -> Vec<(&'static str, String)> {
    let view = View {
        visit: known.visit(),
        lang,
    };
    let keys = field::keys(record.fields().info());
    let texts = keys.filter(|key| {
        matches!(
            key.info.shape,
            Shape::Words | Shape::Prose | Shape::Line | Shape::Lines
        )
    });
    let texts = texts.map(|key| {
        let key = match key.info.shape {
            Shape::Words | Shape::Prose => Key {
                lang: Some(lang),
                ..key
            },
            _ => key,
        };
        (key.info.key, key.typed(record, view))
    });
    texts.filter(|(_, text)| !text.is_empty()).collect()
}

/// Whether somebody's function says the body already: "maire de Düsseldorf", of the "Ville de
/// Düsseldorf".
fn names_its_body(record: AnyRef<'_>, known: &Redacted, lang: Lang, body: &str) -> bool {
    let AnyRef::Participant(person) = record else {
        return false;
    };
    let function = person.function.get(lang, known.visit().main_lang());
    super::names_body(function, body)
}

/// Whether an item stands on a paper about a day, or on the one about all.
fn is_on(item: &Item, known: &Redacted, day: Option<NaiveDate>) -> bool {
    day.is_none_or(|day| {
        known
            .programme()
            .day(day)
            .iter()
            .any(|placed| placed.id == item.id)
    })
}

/// Calls for every paper of the samples, for every audience, in every language.
fn for_every_paper(check: impl Fn(&Redacted, Lang, Option<NaiveDate>, &str)) {
    for name in [DUESSELDORF, HAMBURG] {
        let visit = sample(name);
        for lang in Lang::ALL {
            for Made { wanted, document } in every_paper(&visit, lang) {
                if OF_THE_PROGRAMME.contains(&wanted.paper.token) {
                    assert_eq!(document.remarks, [], "{name} {lang:?} {wanted:?}");
                    let known = redact(&visit, wanted.reader);
                    check(&known, lang, wanted.day, &text(&document));
                }
            }
        }
    }
}

#[test]
fn nothing_stands_over_the_edge() {
    for_every_paper(|_, _, _, text| {
        assert!(text.ends_with('\n') && !text.ends_with("\n\n"));
        for line in text.lines() {
            assert!(display::width(line) <= 80, "{line}");
            assert_eq!(line.trim_end(), line);
            assert!(
                !line.contains(|c: char| c.is_control() || "\u{a0}\u{202f}".contains(c)),
                "{line}"
            );
        }
    });
}

#[test]
fn every_item_stands_on_its_days_and_nowhere_else() {
    for_every_paper(|known, lang, day, text| {
        let beside = beside_times(text);
        for item in known.visit().items.iter() {
            let title = squeezed(item.title.get(lang, known.visit().main_lang()));
            let days = match item.slot.until {
                Some(until) if day.is_none() => (until - item.slot.day.unwrap()).num_days() + 1,
                _ => i64::from(is_on(item, known, day)),
            };
            // "Accueil" also begins the title of another item.
            let others = known.visit().items.iter().filter(|other| {
                let longer = squeezed(other.title.get(lang, known.visit().main_lang()));
                other.id != item.id && longer.contains(&title) && is_on(other, known, day)
            });
            let expected = usize::try_from(days).unwrap() + others.count();
            let found = beside.matches(&title).count();
            assert_eq!(found, expected, "{title} on {day:?} in {lang:?}:\n{text}");
        }
    });
}

#[test]
fn nothing_is_withheld() {
    for_every_paper(|known, lang, day, text| {
        let whole = squeezed(text).to_lowercase();
        let beside = beside_times(text).to_lowercase();
        let says = |fact: &str| {
            let fact = squeezed(fact).to_lowercase();
            whole.contains(&fact) || beside.contains(&fact)
        };
        for record in known.visit().all_records() {
            let stands = match record {
                AnyRef::Item(item) => is_on(item, known, day),
                AnyRef::Place(_) | AnyRef::Vehicle(_) | AnyRef::Task(_) => false,
                AnyRef::Visit(_) | AnyRef::Participant(_) | AnyRef::Letter(_) => day.is_none(),
            };
            if !stands {
                continue;
            }
            for (key, fact) in wordings(record, known, lang) {
                let is_elsewhere = record.kind() == Kind::Visit && key.starts_with(['g', 'h'])
                    || matches!(key, "honorific" | "title" | "script" if record.kind() == Kind::Participant)
                    || key == "report" && !known.audience().plans()
                    || key == "organisation" && names_its_body(record, known, lang, &fact);
                assert!(
                    is_elsewhere || says(&fact),
                    "{} {key} {lang:?}: {fact}\n{text}",
                    record.id()
                );
            }
        }
        for item in known
            .visit()
            .items
            .iter()
            .filter(|item| is_on(item, known, day))
        {
            let main = known.visit().main_lang();
            let texts = item
                .points
                .iter()
                .chain(item.speeches.iter().map(|row| &row.topic));
            for text in texts.map(|text| text.get(lang, main)) {
                assert!(says(text), "{}: {text}", item.id);
            }
        }
    });
}

#[test]
fn what_is_told_once_is_not_told_again() {
    for_every_paper(|known, lang, day, text| {
        let whole = squeezed(text);
        let main = known.visit().main_lang();
        for person in known.visit().participants.iter().filter(|_| day.is_some()) {
            let function = squeezed(person.function.get(lang, main));
            // The German short form repeats a function of one or two words.
            if function.is_empty() || lang == Lang::De {
                continue;
            }
            let found = whole.matches(&function).count();
            assert!(found <= 1, "{function} stands {found} times:\n{text}");
        }
        let organisers = known
            .visit()
            .items
            .iter()
            .map(|item| item.organiser.get(lang, main));
        for organiser in organisers.filter(|text| !text.is_empty()) {
            assert!(
                whole.matches(&squeezed(organiser)).count() <= 1,
                "{organiser}:\n{text}"
            );
        }
    });
}

/// What was published about the visit, in the words that the sample has for it.
const PUBLISHED: &[&str] = &[
    "Dienstag, 12. November 2024",
    "Oberbürgermeister Dr. Stephan Keller",
    "Delegation (4 Personen), Leitung: Achraf Berrazouk, Stellvertretender Bürgermeister",
    "N. N. (3)",
    "Barrazzouk",
    "Vertiefung der Partnerschaft zwischen beiden Städten",
    "Unterzeichnung der Absichtserklärung",
    "Für Düsseldorf: Miriam Koch, Beigeordnete für Kultur und Integration",
    "wie sehr die marokkanische Gemeinschaft Düsseldorf kulturell bereichert",
    "internationale Messe- und Wirtschaftsstandorte",
    "Klimaschutz",
    "Integration von Geflüchteten",
    "neue Lösungsansätze und Perspektiven",
    "Kooperationsvereinbarung Düsseldorf–Marrakesch (30. August 2019)",
    "Thomas Geisel, Oberbürgermeister",
    "Awatif Berdai",
    "Corona-Pandemie",
    "nachhaltigen Entwicklung fördern",
    "Austausch zwischen den Bürgerinnen und Bürgern intensivieren",
    "Kulturmetropole Marrakesch",
    "internationale Vernetzung und trage zur Völkerverständigung bei",
    "seit Jahren den interkulturellen Dialog",
    "erstmals eine partnerschaftliche Zusammenarbeit mit einer deutschen Stadt",
    "Marrakesch ist überzeugt vom Ansatz dezentraler Kooperationen und sieht großes Potenzial in \
     der Partnerschaft mit Düsseldorf.",
    "Verein Düsseldorf-Marrakesch e.V.",
    "Arabisches Straßenschild in der Ellerstraße",
    "Rathaus, Jan-Wellem-Saal",
    "Gastgeschenk",
    "Boutaina Bouabid, Generalkonsulin des Königreichs Marokko",
    "Fachgespräch mit dem Kulturamt und dem Amt für Migration und Integration",
    "Weiterreise nach Frankfurt am Main",
    "Internationale Partnerschaftskonferenz für deutsche und nordafrikanische Kommunen (1. Tag von 3)",
    "Servicestelle Kommunen in der Einen Welt (SKEW) von Engagement Global",
    "(BMZ)",
    "Vertiefung methodischer Kenntnisse, Verstetigung kommunaler Zusammenarbeit",
    "Kommunale Partnerschaften zwischen deutschen und afrikanischen Kommunen – Regionalschwerpunkt \
     Nordafrika",
    "die SKEW unterstützt den Besuch im Rahmen dieses Projekts",
    "mehrere Ratsbeschlüsse zur kommunalen Entwicklungszusammenarbeit",
    "globalen Nachhaltigkeitszielen und zur Bekämpfung von Fluchtursachen",
    "Abfallmanagement, Klimaschutz, Migration und Integration",
];

#[test]
fn everything_published_comes_out() {
    let visit = sample(DUESSELDORF);
    let programme = written(&visit, "programme", Audience::Internal, Lang::De, None);
    let (whole, beside) = (squeezed(&programme), beside_times(&programme));
    for fact in PUBLISHED.iter().map(|fact| squeezed(fact)) {
        assert!(
            whole.contains(&fact) || beside.contains(&fact),
            "{fact}\n{programme}"
        );
    }
}
