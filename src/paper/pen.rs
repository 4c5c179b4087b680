//! What a paper is written with: the language, the visit as its reader may know it, and what the
//! paper has said so far.

use std::collections::{BTreeSet, HashSet};

use chrono::NaiveDate;

use super::{
    Document, Edition, Fact, Foot, Mailbox, Options, Posting, Remark, Sheet,
    document::{Block, Head as PaperHead},
    notice::Marks,
};
use crate::{
    audience::{Audience, Redacted},
    model::{
        FieldInfo, Head, Participant, Prose, Side, Text, Visit,
        head::{Confidentiality, Direction},
    },
    say,
    words::{Lang, Said, Speak, capitalised, date, shared, time},
};

/// What a paper is written with. It counts which texts are missing in the paper's language, and
/// remembers whom and what it has named: at first mention things are said in full.
pub(super) struct Pen<'a> {
    pub(super) known: &'a Redacted,
    pub(super) lang: Lang,
    /// Whom the paper has named in full.
    pub(super) named: HashSet<&'a str>,
    /// The places and items that it has told of in full.
    pub(super) told: HashSet<&'a str>,
    /// Whether it has said who leads the delegation.
    pub(super) introduced: bool,
    /// Whose own paper it is, where it is somebody's: it says what that one does and where he or
    /// she sits.
    pub(super) own: Option<&'a Participant>,
    /// Whether media calls have lines of their own.
    pub(super) calls_apart: bool,
    /// What it is printed on.
    pub(super) sheet: Sheet,
    /// What is not what its reader knew before.
    pub(super) marks: Marks,
    options: &'a Options,
    foreign: BTreeSet<(Lang, &'a str)>,
}

impl<'a> Pen<'a> {
    pub(super) fn new(known: &'a Redacted, options: &'a Options) -> Self {
        Self {
            marks: Marks::of(known, options),
            ..Self::without_marks(known, options)
        }
    }

    /// A pen that compares nothing.
    pub(super) fn without_marks(known: &'a Redacted, options: &'a Options) -> Self {
        Self {
            known,
            lang: options.lang,
            named: HashSet::new(),
            told: HashSet::new(),
            introduced: false,
            own: None,
            calls_apart: false,
            sheet: Sheet::Page,
            marks: Marks::default(),
            options,
            foreign: BTreeSet::new(),
        }
    }

    /// Says everything as if for the first time.
    pub(super) fn begin_anew(&mut self) {
        self.named.clear();
        self.told.clear();
        self.introduced = false;
    }

    /// Counts what another pen found in another language, where it stands in this paper.
    pub(super) fn count_foreign_of(&mut self, other: &Self, stands: impl Fn(&str) -> bool) {
        let foreign = other.foreign.iter().filter(|(_, text)| stands(text));
        self.foreign.extend(foreign.copied());
    }

    pub(super) const fn visit(&self) -> &'a Visit {
        self.known.visit()
    }

    /// The participant whom the paper concerns alone.
    pub(super) fn reader(&self) -> Option<&'a Participant> {
        let id = self.known.reader().participant()?;
        self.visit().participants.get(id)
    }

    pub(super) fn is_internal(&self) -> bool {
        self.known.audience() == Audience::Internal
    }

    /// The day of the paper's "Stand".
    pub(super) const fn today(&self) -> NaiveDate {
        self.options.edition.at().date()
    }

    /// A text in the paper's language, else in whatever language there is.
    pub(super) fn text(&mut self, text: &'a Text) -> &'a str {
        match text.find(self.lang, self.visit().main_lang()) {
            None => "",
            Some(found) => {
                if found.lang != self.lang {
                    self.foreign.insert((found.lang, found.text));
                }
                found.text
            }
        }
    }

    /// The same for a text of several lines.
    pub(super) fn prose(&mut self, prose: &'a Prose) -> &'a str {
        self.text(&prose.0)
    }

    /// Several texts as one: "a, b", or "a, b; c" where commas are in them.
    pub(super) fn texts(&mut self, texts: &'a [Text]) -> String {
        let texts: Vec<&str> = texts.iter().map(|text| self.text(text)).collect();
        if texts.iter().any(|text| text.contains(',')) {
            self.series(&texts)
        } else {
            texts.join(self.comma())
        }
    }

    /// What parts two words of a series in the paper's language.
    pub(super) const fn comma(&self) -> &'static str {
        match self.lang {
            Lang::De | Lang::En | Lang::Fr => ", ",
            Lang::Ar => "، ",
        }
    }

    /// Parts that may have commas, one after the other; empty ones are left out.
    pub(super) fn series<S: AsRef<str>>(&self, parts: &[S]) -> String {
        let parts = parts
            .iter()
            .map(AsRef::as_ref)
            .filter(|part| !part.is_empty());
        let separator = match self.lang {
            Lang::De | Lang::En => "; ",
            Lang::Fr => "\u{a0}; ",
            Lang::Ar => "؛ ",
        };
        parts.collect::<Vec<&str>>().join(separator)
    }

    /// A label, its colon and what there is to say, on one line.
    pub(super) fn sentence(&self, label: Said, text: &str) -> String {
        format!("{} {text}", self.labelled(self.say(label)))
    }

    pub(super) const fn say(&self, said: Said) -> &'static str {
        said.get(self.lang)
    }

    /// A fact; its label gets the colon of the language.
    pub(super) fn fact(&self, label: Said, text: impl Into<String>) -> Fact {
        Fact {
            label: self.labelled(self.say(label)),
            text: text.into(),
        }
    }

    /// The label with the colon of the language.
    pub(super) fn labelled(&self, label: &str) -> String {
        say!(
            self.lang,
            "{label}:",
            "{label}:",
            "{label}\u{a0}:",
            "{label}:"
        )
    }

    /// The document of what was written.
    pub(super) fn finish(mut self, title: Said, subject: String, mut body: Vec<Block>) -> Document {
        body.extend(self.legend(&body));
        let head = self.head(title, subject);
        let posting = self.posting(title, &head);
        let foot = self.foot();
        let has_schedule = body.iter().any(|block| matches!(block, Block::Schedule(_)));
        let columns = has_schedule.then(|| self.columns());
        let remarks = Lang::WRITTEN.into_iter().filter_map(|shown| {
            let texts = self
                .foreign
                .iter()
                .filter(|(lang, _)| *lang == shown)
                .count();
            (texts > 0).then_some(Remark::Untranslated {
                texts,
                wanted: self.lang,
                shown,
            })
        });
        let open = self.known.conflicts();
        let open = (open > 0).then_some(Remark::OpenConflicts(open));
        Document {
            lang: self.lang,
            sheet: self.sheet,
            remarks: remarks.chain(open).collect(),
            head,
            columns,
            body,
            foot,
            posting,
        }
    }

    /// The document of what was written about what has been: nothing of that is subject to change.
    pub(super) fn finish_record(self, title: Said, subject: String, body: Vec<Block>) -> Document {
        let mut document = self.finish(title, subject, body);
        document.foot.note.clear();
        document
    }

    fn head(&mut self, title: Said, subject: String) -> PaperHead {
        let head = &self.visit().head;
        let lang = self.lang;
        let sender = match head.direction {
            Direction::Incoming => &head.host,
            Direction::Outgoing => &head.guest,
        };
        let days = head
            .first
            .map(|first| date::range(first, head.last.unwrap_or(first), lang));
        let visit: Vec<&str> = [self.text(&head.title), days.as_deref().unwrap_or_default()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        let marking = if self.is_marked(head.confidentiality) {
            capitals(head.confidentiality.label().get(lang))
        } else {
            String::new()
        };
        PaperHead {
            marking,
            sender: capitals(self.text(sender)),
            audience: self.distributed(),
            visit: visit.join(self.comma()),
            title: capitals(title.get(lang)),
            issue: self.issue(),
            subject,
            stamp: time::stamp(self.options.edition.at(), lang),
        }
    }

    /// Whether a paper says how it is to be handled. What goes to the press is public, and guests
    /// are not in the service whose use a paper may be for.
    fn is_marked(&self, confidentiality: Confidentiality) -> bool {
        let guests = match self.visit().head.direction {
            Direction::Incoming => Side::Guest,
            Direction::Outgoing => Side::Host,
        };
        let is_in_service = match self.known.audience() {
            Audience::Press => return false,
            Audience::Delegation => match self.visit().head.direction {
                Direction::Incoming => false,
                Direction::Outgoing => true,
            },
            Audience::Host => self.visit().head.direction == Direction::Incoming,
            Audience::Person => self.reader().is_none_or(|person| person.side != guests),
            _ => true,
        };
        match confidentiality {
            Confidentiality::Normal => false,
            Confidentiality::Office => is_in_service,
            Confidentiality::Restricted => true,
        }
    }

    /// Who holds the paper: an audience, or the one person whose it is.
    fn distributed(&mut self) -> String {
        match self.reader() {
            Some(person) => {
                let name = self.name_alone(person);
                distributed_to(&name, self.lang)
            }
            None => distribution(self.known.audience(), self.lang),
        }
    }

    /// "Fassung 2", or "Entwurf (nach Fassung 2)" where something changed since. Our own papers also
    /// say that conflicts are open; others are not to read of our disagreements, so whoever makes a
    /// paper for them is told beside it.
    fn issue(&self) -> String {
        let issue = self.edition();
        if self.known.conflicts() == 0 || !self.known.audience().plans() {
            return issue;
        }
        say!(
            self.lang,
            "{issue}, Widersprüche offen",
            "{issue}, conflicts open",
            "{issue}, conflits à régler",
            "{issue}، توجد تعارضات مفتوحة"
        )
    }

    fn edition(&self) -> String {
        let issue = capitalised(shared::ISSUE.get(self.lang));
        let draft = capitalised(shared::DRAFT.get(self.lang));
        match self.options.edition {
            Edition::Issue { number, .. } => format!("{issue}\u{a0}{number}"),
            Edition::Draft { after: None, .. } => draft,
            Edition::Draft {
                after: Some(number),
                ..
            } => say!(
                self.lang,
                "{draft} (nach {issue}\u{a0}{number})",
                "{draft} (after issue\u{a0}{number})",
                "{draft} (après la version\u{a0}{number})",
                "{draft} (بعد {issue}\u{a0}{number})"
            ),
        }
    }

    /// What a message that carries the paper says: one person's goes to that person, and what others
    /// hold about somebody to nobody by itself.
    fn posting(&self, title: Said, head: &PaperHead) -> Posting {
        let visit = self.visit();
        let person = self.known.reader().holder();
        let person = person.and_then(|id| visit.participants.get(id));
        let (_, contact) = self.contact();
        let about = self.labelled(&capitalised(title.get(self.lang)));
        let at = self.known.zone().instant(self.options.edition.at()).0;
        Posting {
            subject: format!("{about} {} ({})", head.visit, head.issue),
            to: person.and_then(|person| Mailbox::found_in(&person.email, &person.name.full())),
            from: Mailbox::found_in(contact, ""),
            at,
        }
    }

    /// Whom readers call and hear from, and what that is called.
    fn contact(&self) -> (Said, &'a str) {
        let head = &self.visit().head;
        match self.known.audience() {
            Audience::Press => (label(Head::FIELDS, "press_contact"), &head.press_contact),
            _ => (label(Head::FIELDS, "contact"), &head.contact),
        }
    }

    fn foot(&self) -> Foot {
        let (key, contact) = self.contact();
        Foot {
            note: shared::SUBJECT_TO_CHANGE.say(self.lang),
            contact: if contact.is_empty() {
                String::new()
            } else {
                self.sentence(key, contact)
            },
        }
    }
}

/// For whom a paper is, as its head says it.
pub(super) fn distribution(audience: Audience, lang: Lang) -> String {
    distributed_to(audience.label().get(lang), lang)
}

fn distributed_to(whom: &str, lang: Lang) -> String {
    say!(
        lang,
        "Verteiler: {whom}",
        "Distribution: {whom}",
        "Destinataires\u{a0}: {whom}",
        "المرسل إليهم: {whom}"
    )
}

fn capitals(text: &str) -> String {
    text.to_uppercase()
}

/// The label by which a field is declared. A key that is not declared does not compile.
pub(super) const fn label(fields: &[FieldInfo], key: &str) -> Said {
    let mut at = 0;
    while at < fields.len() {
        if is_same(fields[at].key, key) {
            return fields[at].label;
        }
        at += 1;
    }
    panic!("no field has this key")
}

const fn is_same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut at = 0;
    while at < a.len() {
        if a[at] != b[at] {
            return false;
        }
        at += 1;
    }
    true
}
