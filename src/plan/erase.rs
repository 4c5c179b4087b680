//! Erasing a person: the record goes, and with it what other records say of it by name.

use std::collections::BTreeSet;

use super::{Draft, Refusal, find};
use crate::{
    display,
    edit::{Label, Transaction},
    model::{
        AnyRecord, AnyRef, Conflict, Name, Participant, Visit, participant::Honorific, value::View,
    },
    words::{Lang, Said},
};

/// What stands in place of a name that was erased.
const NOBODY: &str = "N. N.";
/// A shorter word would hit what is no name.
const SHORTEST: usize = 3;
/// A shorter family name is looked for as a whole word only: "Ott" is no trace of "Otto".
const SHORT_NAME: usize = 5;

/// Fields of other participants that are theirs, whatever they say.
const OWN: [&str; 3] = ["name", "phone", "email"];

/// How a person is written, as far as the records that were seen say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Traces {
    /// What stands for this person and nobody else; it is replaced.
    words: BTreeSet<String>,
    /// Family names, which others may have too; where one stands is told.
    names: BTreeSet<String>,
}

impl Traces {
    /// Adds what one version of the record says.
    pub fn add(&mut self, person: &Participant) {
        let family = &person.name.family;
        self.names
            .extend((!family.is_empty()).then(|| family.clone()));
        self.words.extend(ways_of_writing(person));
    }

    /// What stands for this person and nobody else who takes part in this visit; what somebody else
    /// has too, such as the telephone of an office, is only told.
    fn apart_from_others(&self, visit: &Visit, id: &str) -> Self {
        let others = visit
            .participants
            .iter()
            .filter(|other| other.id.as_str() != id);
        let others: Vec<String> = others.flat_map(ways_of_writing).collect();
        let is_shared = |word: &String| others.iter().any(|other| stands_in(other, word));
        let (shared, words) = self.words.iter().cloned().partition(is_shared);
        let names = &self.names | &shared;
        Self { words, names }
    }

    /// The text without the person, as [`reworded`](Self::reworded) in this visit or beside it.
    pub fn reworded_in(&self, visit: &Visit, id: &str, text: &str) -> Option<String> {
        self.apart_from_others(visit, id).reworded(text)
    }

    /// Adds what another account of the same person says.
    pub fn join(&mut self, other: &Self) {
        self.words.extend(other.words.iter().cloned());
        self.names.extend(other.names.iter().cloned());
    }

    /// Whether nothing is known of the person.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.names.is_empty()
    }

    /// The text without the person; none where the person does not stand in it.
    pub fn reworded(&self, text: &str) -> Option<String> {
        let mut words: Vec<&String> = self.words.iter().collect();
        // "Dr. Keller" must not leave "Stephan" of "Stephan Keller" behind.
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let mut reworded = None;
        for word in words {
            let now = reworded.as_deref().unwrap_or(text);
            if let Some(next) = replaced(now, word) {
                reworded = Some(next);
            }
        }
        reworded
    }

    /// The names as they stand in file names.
    pub fn slugs(&self) -> impl Iterator<Item = String> {
        let names = self
            .names
            .iter()
            .map(|name| display::file_name(name).to_lowercase());
        names.filter(|name| name.chars().count() >= SHORTEST)
    }

    /// Whether this is the person's name, as far as it says both parts.
    pub fn is_name(&self, name: &Name) -> bool {
        !name.given.is_empty()
            && self
                .words
                .contains(&format!("{} {}", name.given, name.family))
    }

    /// Whether a text may still speak of the person.
    pub fn may_stand_in(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        self.names.iter().chain(&self.words).any(|name| {
            let name = name.to_lowercase();
            let is_short = name.chars().count() < SHORT_NAME;
            text.match_indices(&name)
                .any(|(at, _)| !is_short || is_whole(&text, at, name.len()))
        })
    }
}

/// What a record says that stands for a person: names in each way of writing them, and numbers.
fn ways_of_writing(person: &Participant) -> Vec<String> {
    let name = &person.name;
    let (given, family) = (&name.given, &name.family);
    let mut words = vec![
        name.full(),
        name.script.clone(),
        person.passport.clone(),
        person.passport_name.clone(),
        person.phone.clone(),
        person.email.clone(),
    ];
    if !family.is_empty() {
        if !given.is_empty() {
            words.push(format!("{given} {family}"));
            words.push(format!("{family} {given}"));
            words.push(format!("{family}, {given}"));
        }
        if !name.title.is_empty() {
            words.push(format!("{} {family}", name.title));
        }
        if name.honorific != Honorific::Unsaid {
            let label = name.honorific.label();
            words.extend(Lang::ALL.map(|lang| format!("{} {family}", label.get(lang))));
        }
    }
    let upper: Vec<String> = words.iter().map(|word| word.to_uppercase()).collect();
    words.extend(upper);
    words.retain(|word| word.chars().count() >= SHORTEST);
    words
}

/// Whether the whole word stands in the text.
fn stands_in(text: &str, word: &str) -> bool {
    let mut found = text.match_indices(word);
    found.any(|(at, _)| is_whole(text, at, word.len()))
}

/// The text with the whole word replaced wherever it stands.
fn replaced(text: &str, word: &str) -> Option<String> {
    let mut out = String::new();
    let mut done = 0;
    for (at, _) in text.match_indices(word) {
        if at >= done && is_whole(text, at, word.len()) {
            out.push_str(&text[done..at]);
            out.push_str(NOBODY);
            done = at + word.len();
        }
    }
    (done > 0).then(|| out + &text[done..])
}

/// Whether no letter or digit stands right before or after.
fn is_whole(text: &str, at: usize, len: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + len..].chars().next();
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

/// Erases a person from a visit: the record, every reference, and every text in which the person
/// is named. Unlike [`remove`](super::remove()), no name is kept.
///
/// A person whom the visit does not hold (any more) is still taken out of its texts.
pub fn erase(visit: &Visit, id: &str, traces: &Traces) -> Transaction {
    let traces = &traces.apart_from_others(visit, id);
    let mut draft = Draft::new(visit);
    if visit.participants.get(id).is_some() {
        draft.remove(id);
    }
    for record in visit.all_records().filter(|record| record.id() != id) {
        let mut changed = record.to_owned();
        take_out(&mut changed, id, traces);
        draft.put(changed);
    }
    // The label stays in the history and in messages: it does not name the person.
    let mut transaction = draft.finish(Label::new(ERASED, ""));
    for conflict in visit.conflicts.iter() {
        let without = without(conflict, id, traces);
        if without.as_ref() != Some(conflict) {
            if !transaction.settled.contains(conflict) {
                transaction.settled.push(conflict.clone());
            }
            transaction.raised.extend(without);
        }
    }
    transaction
}

/// A conflict without the person; none where it is about that record.
fn without(conflict: &Conflict, id: &str, traces: &Traces) -> Option<Conflict> {
    if conflict.id() == id {
        return None;
    }
    let changed = |record: &AnyRecord| {
        let mut changed = record.clone();
        take_out(&mut changed, id, traces);
        changed
    };
    Some(Conflict {
        field: conflict.field.clone(),
        base: conflict.base.as_ref().map(changed),
        ours: conflict.ours.as_ref().map(changed),
        theirs: conflict.theirs.as_ref().map(changed),
    })
}

/// Takes the person out of another record.
fn take_out(record: &mut AnyRecord, id: &str, traces: &Traces) {
    let refers = record.as_ref().links().iter().any(|link| link.id == id);
    let is_participant = matches!(record, AnyRecord::Participant(_));
    let fields = record.fields_mut();
    for at in 0..fields.info().len() {
        let is_own = is_participant && OWN.contains(&fields.info()[at].key);
        let value = fields.value_mut(at);
        if refers {
            value.forget(id);
        }
        if !is_own {
            value.reword(&|text| traces.reworded(text));
        }
    }
}

/// The participant of this id; none where the visit holds nobody and nothing of this id.
///
/// # Errors
/// The id is that of another record.
pub fn erasable<'a>(visit: &'a Visit, id: &str) -> Result<Option<&'a Participant>, Refusal> {
    match find::participant(visit, id) {
        Err(Refusal::NoSuchRecord(_)) => Ok(None),
        found => found.map(Some),
    }
}

const ERASED: Said = Said::new(
    "Daten der Person gelöscht",
    "person erased",
    "données de la personne effacées",
);

/// A field in which a person may still be named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The record.
    pub record: String,
    /// The field's key.
    pub field: &'static str,
}

/// The fields of a visit that may still speak of a person: somebody else may have the same name.
pub fn mentions(visit: &Visit, traces: &Traces) -> Vec<Mention> {
    let view = View {
        visit,
        lang: Lang::De,
    };
    let speaks = |record: AnyRef<'_>, at: usize| {
        let mut found = false;
        let value = record.fields().value(at);
        value.texts(view, &mut |text| found |= traces.may_stand_in(text));
        found
    };
    let of_record = |record: AnyRef<'_>| {
        let info = record.fields().info();
        let fields = (0..info.len()).filter(|at| speaks(record, *at));
        let found = fields.map(|at| Mention {
            record: record.id().to_owned(),
            field: info[at].key,
        });
        found.collect::<Vec<_>>()
    };
    visit.all_records().flat_map(of_record).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        edit,
        model::{Item, Letter, Task, Vehicle, value::Entry},
        plan::tests::fixture::{person, visit, with},
    };

    fn keller() -> Traces {
        let mut visit = visit(&[]);
        person(
            &mut visit,
            "keller",
            "title=Dr. given=Stephan honorific=mr phone=+49-211-1 script=كيلر",
        );
        let mut traces = Traces::default();
        traces.add(visit.participants.get("keller").unwrap());
        traces
    }

    #[test]
    fn a_name_goes_in_each_way_of_writing_it() {
        for (text, expected) in [
            ("Empfang durch Dr. Stephan keller", "Empfang durch N. N."),
            ("Stephan keller, Dr. keller", "N. N., N. N."),
            ("keller, Stephan", "N. N."),
            ("STEPHAN KELLER", "N. N."),
            ("M. keller arrive", "N. N. arrive"),
            ("Tel. +49-211-1.", "Tel. N. N.."),
            ("كيلر", "N. N."),
        ] {
            assert_eq!(keller().reworded(text).as_deref(), Some(expected), "{text}");
        }
        for text in ["Stephan kellermann", "im keller", "+49-211-12", ""] {
            assert_eq!(keller().reworded(text), None, "{text}");
        }
    }

    #[test]
    fn what_may_still_be_the_person_is_told() {
        for (text, expected) in [
            ("Büro keller", true),
            ("Kellers Rede", true),
            ("Stephan", false),
            ("Büro", false),
        ] {
            assert_eq!(keller().may_stand_in(text), expected, "{text}");
        }
        let mut short = Traces::default();
        short.names.insert("Ott".to_owned());
        assert!(short.may_stand_in("Frau Ott spricht"));
        assert!(!short.may_stand_in("Otto spricht"));
    }

    #[test]
    fn what_others_have_too_is_told_and_stays() {
        let shared = "title=Dr. honorific=mr phone=+212 5 1 email=protocole@example.org";
        let mut visit = visit(&[]);
        for (id, given) in [("a", "Achraf"), ("b", "Badr")] {
            with::<Participant>(
                &mut visit,
                id,
                &format!("{shared} given={given} family=Alaoui"),
            );
        }
        with::<Participant>(
            &mut visit,
            "c",
            "given=Karl family=Koch phone=+49 1 contact=Achraf Alaoui",
        );
        let note = "note=M. Alaoui, DR. ALAOUI, +212 5 1, Achraf Alaoui, protocole@example.org";
        with::<Item>(&mut visit, "i", &format!("title=Empfang {note}"));
        let mut traces = Traces::default();
        traces.add(visit.participants.get("a").unwrap());
        // Where there was nobody else, it was this person's own.
        traces.words.insert("+49 1".to_owned());
        let others = visit.participants.get("b").cloned();
        let transaction = erase(&visit, "a", &traces);
        edit::apply(&mut visit, &transaction).unwrap();
        assert_eq!(visit.participants.get("b").cloned(), others);
        let koch = visit.participants.get("c").unwrap();
        assert_eq!(
            (koch.phone.as_str(), koch.contact.as_str()),
            ("+49 1", NOBODY)
        );
        let view = View {
            visit: &visit,
            lang: Lang::De,
        };
        assert_eq!(
            visit.items.get("i").unwrap().note.typed(view),
            "M. Alaoui, DR. ALAOUI, +212 5 1, N. N., protocole@example.org"
        );
        let told = mentions(&visit, &traces);
        assert!(told.iter().any(|mention| mention.record == "i"), "{told:?}");
    }

    #[test]
    fn neither_the_record_nor_a_name_is_left() {
        let mut visit = visit(&[]);
        let fields = "given=Stephan passport=C01X00T47 email=sk@example.org";
        person(&mut visit, "keller", fields);
        person(&mut visit, "koch", "given=Miriam contact=Stephan keller");
        with::<Vehicle>(&mut visit, "wagen", "name=wagen driver=Stephan keller");
        with::<Item>(
            &mut visit,
            "a",
            "title=Empfang durch Stephan keller host=keller attend=alle, -keller \
             speeches=keller | 5 seats=wagen | keller | vorn note=sk@example.org",
        );
        with::<Item>(&mut visit, "b", "title=keller-Stiftung");
        with::<Letter>(
            &mut visit,
            "loi",
            "title=loi signatories=keller | Oberbürgermeister witnesses=Stephan keller",
        );
        with::<Task>(
            &mut visit,
            "t",
            "title=Stephan keller anrufen owner=Stephan keller",
        );
        let mut traces = Traces::default();
        traces.add(visit.participants.get("keller").unwrap());
        let before = visit.clone();
        let transaction = erase(&visit, "keller", &traces);
        edit::apply(&mut visit, &transaction).unwrap();
        assert_eq!(visit.faults(), []);
        let text = format!("{visit:?}");
        for word in ["Stephan", "C01X00T47", "sk@example.org", "\"keller\""] {
            assert!(!text.contains(word), "{word} in {text}");
        }
        let view = View {
            visit: &visit,
            lang: Lang::De,
        };
        let item = visit.items.get("a").unwrap();
        assert_eq!(item.title.typed(view), "Empfang durch N. N.");
        // What another record says of the function is no longer about this person.
        let letter = visit.letters.get("loi").unwrap();
        assert_eq!(letter.signatories.typed(view), " | Oberbürgermeister");
        assert_eq!(
            mentions(&visit, &traces),
            [Mention {
                record: "b".to_owned(),
                field: "title"
            }]
        );
        // Nothing else was touched, and the history does not name the person either.
        assert_eq!(visit.participants.iter().count(), 1);
        assert_ne!(before, visit);
        assert_eq!(
            transaction.label.said(Lang::De),
            "Daten der Person gelöscht"
        );
        assert_eq!(erase(&visit, "keller", &traces).changes, []);
    }
}
