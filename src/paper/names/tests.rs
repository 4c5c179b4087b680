//! Names as each language and each paper writes them.

use chrono::NaiveDateTime;

use super::*;
use crate::{
    audience::{Audience, redact},
    model::{Head, Name, Numbers, Record, Text, Visit},
    paper::Options,
};

fn person(id: &str, honorific: Honorific, name: (&str, &str, &str), function: &str) -> Participant {
    let mut person = Participant::with_id(Id::parse(id).unwrap());
    let (title, given, family) = name;
    person.name = Name {
        honorific,
        title: title.to_owned(),
        ..Name::new(given, family)
    };
    person.function = Text::new(function);
    person
}

fn visit() -> Visit {
    let mut visit = Visit::new(Head::with_id(Id::parse("v").unwrap()));
    let mut unnamed = person("unnamed", Honorific::Unsaid, ("", "", ""), "");
    unnamed.count = Numbers::try_from((3, 3)).ok();
    unnamed.organisation = Text::new("Stadt Marrakesch");
    let mut king = person("king", Honorific::Unsaid, ("", "Charles III", ""), "");
    king.name_line = Text::new("König Charles III.");
    for person in [
        person(
            "keller",
            Honorific::Mr,
            ("Dr.", "Stephan", "Keller"),
            "Oberbürgermeister",
        ),
        person(
            "koch",
            Honorific::Ms,
            ("", "Miriam", "Koch"),
            "Beigeordnete für Kultur",
        ),
        person(
            "adjoint",
            Honorific::Mr,
            ("", "Achraf", "Berrazouk"),
            "Stellvertretender Bürgermeister",
        ),
        person("one", Honorific::Mr, ("", "Jan", "Meyer"), ""),
        person("two", Honorific::Mr, ("", "Tom", "Meyer"), ""),
        person("plain", Honorific::Unsaid, ("", "Kim", "Lee"), ""),
        unnamed,
        king,
    ] {
        visit.put(person.into_any());
    }
    visit
}

/// At first mention, then in a list, then in a sentence.
fn named(id: &str, lang: Lang) -> [String; 3] {
    let known = redact(&visit(), Audience::Internal);
    let options = Options::draft(lang, NaiveDateTime::default());
    let mut pen = Pen::new(&known, &options);
    let person = known.visit().participants.get(id).unwrap();
    [In::List, In::List, In::Sentence].map(|place| pen.name(person, place))
}

#[test]
fn arabic_names_stand_in_their_script_and_titles_in_words() {
    let mut visit = visit();
    let id = Id::parse("adjoint").unwrap();
    let mut person = visit.participants.get(&id).unwrap().clone();
    "أشرف برزوق".clone_into(&mut person.name.script);
    visit.put(person.into_any());
    let known = redact(&visit, Audience::Internal);
    let options = Options::draft(Lang::Ar, NaiveDateTime::default());
    let mut pen = Pen::new(&known, &options);
    for (id, expected) in [
        ("adjoint", "السيد أشرف برزوق"),
        ("keller", "السيد الدكتور Stephan Keller"),
        ("koch", "السيدة Miriam Koch"),
    ] {
        let id = Id::parse(id).unwrap();
        let person = known.visit().participants.get(&id).unwrap();
        assert_eq!(pen.name_alone(person), expected);
    }
    let person = known.visit().participants.get(&id).unwrap();
    assert_eq!(pen.latin_name(person), "السيد Achraf Berrazouk");
}

#[test]
fn in_full_at_first_then_short() {
    for (id, lang, expected) in [
        (
            "keller",
            Lang::De,
            [
                "Oberbürgermeister Dr. Stephan Keller",
                "Oberbürgermeister Dr. Keller",
                "Oberbürgermeister Dr. Keller",
            ],
        ),
        (
            "koch",
            Lang::De,
            [
                "Miriam Koch, Beigeordnete für Kultur",
                "Frau Koch",
                "Miriam Koch",
            ],
        ),
        (
            "adjoint",
            Lang::De,
            [
                "Achraf Berrazouk, Stellvertretender Bürgermeister",
                "Stellvertretender Bürgermeister Berrazouk",
                "Achraf Berrazouk",
            ],
        ),
        ("one", Lang::De, ["Jan Meyer"; 3]),
        ("plain", Lang::De, ["Kim Lee"; 3]),
        (
            "unnamed",
            Lang::De,
            ["N. N. (3), Stadt Marrakesch", "N. N. (3)", "N. N. (3)"],
        ),
        ("king", Lang::De, ["König Charles III."; 3]),
        (
            "keller",
            Lang::En,
            [
                "Dr Stephan Keller, Oberbürgermeister",
                "Dr Keller",
                "Dr Keller",
            ],
        ),
        (
            "keller",
            Lang::Fr,
            [
                "M. Stephan Keller, Oberbürgermeister",
                "M. Keller",
                "M. Keller",
            ],
        ),
        ("one", Lang::En, ["Mr Jan Meyer"; 3]),
        ("plain", Lang::Fr, ["Kim Lee"; 3]),
    ] {
        assert_eq!(named(id, lang), expected, "{id} {lang:?}");
    }
}

#[test]
fn a_name_by_itself_is_written_as_its_language_does() {
    let known = redact(&visit(), Audience::Internal);
    for (typed, expected) in [
        (
            "Herr Thomas Geisel",
            ["Thomas Geisel", "Mr Thomas Geisel", "M. Thomas Geisel"],
        ),
        (
            "Mme Dr. Awatif Berdai",
            ["Dr. Awatif Berdai", "Dr Awatif Berdai", "Mme Awatif Berdai"],
        ),
        ("Thomas Geisel", ["Thomas Geisel"; 3]),
        ("Frau", ["Frau"; 3]),
    ] {
        let said = Lang::ALL.map(|lang| {
            let options = Options::draft(lang, NaiveDateTime::default());
            Pen::new(&known, &options).spelled(typed)
        });
        assert_eq!(said, expected, "{typed}");
    }
}
