//! The letters of a visit: where each stands, who signed it, what it renews and intends.

use chrono::NaiveDate;

use super::{
    document::{Block, Fact},
    pen::{Pen, label},
};
use crate::{
    model::{
        Letter, LetterState, Tongue,
        letter::{Commitment, CommitmentState, LetterKind, Original, Party, Validity},
    },
    say,
    words::{Lang, Said, capitalised, date, joined},
};

const STATE: Said = Said::new("Stand", "Status", "État").ar("الوضعية");

const KEPT: Said = Said::new("Verbleib", "kept by", "conservés par").ar("تحتفظ بها");

/// What a field of a letter is called.
pub(super) const fn field(key: &str) -> Said {
    label(Letter::FIELDS, key)
}

impl<'a> Pen<'a> {
    /// Each letter with what is public of it, the newest first.
    pub(super) fn letters(&mut self) -> Vec<Block> {
        let visit = self.visit();
        self.newest_first()
            .into_iter()
            .flat_map(|letter| {
                let title = letter.title_in_list(self.lang, visit.main_lang());
                [
                    Block::Heading(capitalised(&title)),
                    Block::Facts(self.letter(letter)),
                ]
            })
            .collect()
    }

    /// The letters, the one signed last first.
    pub(super) fn newest_first(&self) -> Vec<&'a Letter> {
        let mut letters: Vec<&'a Letter> = self.visit().letters.iter().collect();
        letters.sort_by_key(|letter| std::cmp::Reverse(letter.steps.signed_on()));
        letters
    }

    fn letter(&mut self, letter: &'a Letter) -> Vec<Fact> {
        let mut facts = vec![self.fact(STATE, self.steps(letter))];
        let parties = letter.parties.iter().map(|party| self.party_named(party));
        let parties: Vec<String> = parties.collect();
        self.push_texts(&mut facts, [(field("parties"), self.series(&parties))]);
        facts.extend(self.signatories(letter, true));
        let texts = [
            (field("witnesses"), self.names(letter.witnesses.iter())),
            (field("place"), self.place_signed(letter)),
            (field("predecessor"), self.predecessor(letter)),
            (field("delay"), self.prose(&letter.delay).to_owned()),
            (field("purpose"), self.prose(&letter.purpose).to_owned()),
            (field("topics"), self.texts(&letter.topics)),
            (field("sdgs"), numbers(&letter.sdgs)),
            (field("validity"), self.validity(letter)),
            (field("languages"), self.tongues(&letter.languages)),
            (field("authentic"), self.tongues(&letter.authentic)),
            (field("originals"), self.originals(letter)),
            (field("remark"), self.prose(&letter.remark).to_owned()),
        ];
        self.push_texts(&mut facts, texts);
        let commitments = letter
            .commitments
            .iter()
            .map(|row| self.commitment(row))
            .collect();
        self.push_list(&mut facts, field("commitments"), commitments);
        let supporters = letter
            .supporters
            .iter()
            .map(|row| self.supporter(row))
            .collect();
        self.push_list(&mut facts, field("supporters"), supporters);
        let bases = letter
            .legal_bases
            .iter()
            .map(|row| self.legal_basis(row))
            .collect();
        self.push_list(&mut facts, field("legal_bases"), bases);
        let internals = [
            (field("register"), letter.register.clone()),
            (field("file_no"), letter.file_no.clone()),
            (field("note"), letter.note.0.clone()),
        ];
        self.push_texts(&mut facts, internals);
        facts
    }

    /// "Stadt Marrakesch", with what it is called below where that is another name.
    fn party_named(&mut self, party: &'a Party) -> String {
        match (self.text(&party.name), self.text(&party.short)) {
            ("", short) => short.to_owned(),
            (name, short) if name.contains(short) => name.to_owned(),
            (name, short) => super::about::with_more(name, short),
        }
    }

    pub(super) fn place_signed(&mut self, letter: &'a Letter) -> String {
        let place = letter.place.as_ref();
        let place = place.and_then(|id| self.visit().places.get(id));
        place.map_or_else(String::new, |place| self.text(&place.name).to_owned())
    }

    pub(super) fn tongues(&self, tongues: &[Tongue]) -> String {
        let names: Vec<&str> = tongues
            .iter()
            .map(|tongue| tongue.name(self.lang))
            .collect();
        names.join(self.comma())
    }

    /// "2 (Verbleib: Marrakesch; Düsseldorf)".
    pub(super) fn originals(&mut self, letter: &'a Letter) -> String {
        let originals = letter
            .originals
            .iter()
            .map(|row| self.original(letter, row));
        let originals: Vec<String> = originals.collect();
        let kept = self.series(&originals);
        match originals.len() {
            0 => String::new(),
            number if kept.is_empty() => number.to_string(),
            number => format!("{number}{}{}", self.comma(), self.sentence(KEPT, &kept)),
        }
    }

    /// "Düsseldorf (Deutsch, Französisch)", and who is named first where it is not the keeper.
    fn original(&mut self, letter: &'a Letter, row: &'a Original) -> String {
        let first = match self.party_called(letter, &row.first) {
            first if !first.is_empty() && row.first != row.keeper => {
                self.sentence(label(Original::FIELDS, "first"), first)
            }
            _ => String::new(),
        };
        let more = self.series(&[first, self.tongues(&row.languages)]);
        super::about::with_more(self.party_called(letter, &row.keeper), &more)
    }

    /// "unterzeichnet am 12. November 2024; ruhend".
    pub(super) fn steps(&self, letter: &Letter) -> String {
        self.series(&self.each_step(letter))
    }

    /// The same, one a step.
    pub(super) fn each_step(&self, letter: &Letter) -> Vec<String> {
        if letter.steps.0.is_empty() {
            return vec![self.state_of(letter, letter.steps.state())];
        }
        let said = letter.steps.0.iter().map(|step| {
            let state = self.state_of(letter, step.state);
            match step.date.map(|day| date::long(day, self.lang)) {
                None => state,
                Some(day) => say!(
                    self.lang,
                    "{state} am {day}",
                    "{state} on {day}",
                    "{state} le {day}",
                    "{state} بتاريخ {day}"
                ),
            }
        });
        said.collect()
    }

    /// What a state is called of this letter: in French it agrees with "déclaration".
    pub(super) fn state_of(&self, letter: &Letter, state: LetterState) -> String {
        let said = self.say(state.label());
        let is_bent = matches!(
            state,
            LetterState::Agreed
                | LetterState::Approved
                | LetterState::Signed
                | LetterState::Expired
                | LetterState::Terminated
        );
        if is_bent && self.lang == Lang::Fr && letter.kind == LetterKind::Intent {
            format!("{said}e")
        } else {
            said.to_owned()
        }
    }

    pub(super) fn predecessor(&self, letter: &Letter) -> String {
        let visit = self.visit();
        let before = letter
            .predecessor
            .as_ref()
            .filter(|own| own.visit.is_none());
        let before = before.and_then(|own| visit.letters.get(&own.letter));
        before.map_or_else(String::new, |before| {
            let title = before.title_in_list(self.lang, visit.main_lang());
            let title = capitalised(&title);
            match before.steps.signed_on() {
                Some(day) => format!("{title} ({})", date::long(day, self.lang)),
                None => title,
            }
        })
    }

    pub(super) fn validity(&self, letter: &Letter) -> String {
        let kind = match letter.validity {
            Validity::Unsaid => "",
            other => self.say(other.label()),
        };
        let until = letter.valid_until.map_or_else(String::new, |day| {
            let day = date::long(day, self.lang);
            say!(
                self.lang,
                "bis {day}",
                "until {day}",
                "jusqu’au {day}",
                "إلى غاية {day}"
            )
        });
        joined([kind, &until], self.comma())
    }

    /// "Fachaustausch (Kulturamt; bis 31. Dezember 2025; erfüllt)".
    pub(super) fn commitment(&mut self, row: &'a Commitment) -> String {
        let due = self.until(row.due);
        let state = match row.state {
            CommitmentState::Open => "",
            other => self.say(other.label()),
        };
        let more = self.series(&[row.owner.as_str(), &due, state, &row.note.0]);
        super::about::with_more(self.text(&row.what), &more)
    }

    fn until(&self, day: Option<NaiveDate>) -> String {
        day.map_or_else(String::new, |day| {
            let day = date::long(day, self.lang);
            say!(
                self.lang,
                "bis {day}",
                "by {day}",
                "d’ici au {day}",
                "قبل {day}"
            )
        })
    }
}

pub(super) fn numbers(numbers: &[u32]) -> String {
    let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
    numbers.join(", ")
}
