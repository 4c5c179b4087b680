//! What a press note says of a letter: who signs it for whom, in whose presence, what for.

use super::Story;
use crate::{
    model::{
        Letter, Side,
        head::Direction,
        letter::{LetterKind, Party, Signatory},
    },
    paper::pen::Pen,
    say,
    words::{Lang, Said, date, list, quoted},
};

const AIM: Said = Said::new("Ihr Ziel", "Its aim", "Son objectif").ar("الهدف");

impl<'a> Pen<'a> {
    /// What a letter of a kind is called in a sentence, without and with its article.
    pub(super) fn instrument(&self, kind: LetterKind) -> (&'static str, String) {
        let named = match kind {
            LetterKind::Intent => Said::new(
                "Absichtserklärung",
                "letter of intent",
                "une déclaration d’intention",
            )
            .ar("إعلان نوايا"),
            LetterKind::Memorandum => Said::new(
                "Gemeinsame Absichtserklärung",
                "memorandum of understanding",
                "un mémorandum d’entente",
            )
            .ar("مذكرة تفاهم"),
            LetterKind::Cooperation => Said::new(
                "Kooperationsvereinbarung",
                "cooperation agreement",
                "un accord de coopération",
            )
            .ar("اتفاقية تعاون"),
            LetterKind::Twinning => Said::new(
                "Vereinbarung zur Städtepartnerschaft",
                "twinning agreement",
                "un accord de jumelage",
            )
            .ar("اتفاقية توأمة"),
            LetterKind::Friendship => Said::new(
                "Freundschaftserklärung",
                "friendship agreement",
                "un pacte d’amitié",
            )
            .ar("ميثاق صداقة"),
        };
        let named = self.say(named);
        let with_article = match self.lang {
            Lang::De => format!("eine {named}"),
            Lang::En => format!("a {named}"),
            Lang::Fr | Lang::Ar => named.to_owned(),
        };
        (named, with_article)
    }

    /// "Düsseldorf und Marrakesch": whoever hands the note out comes first.
    pub(super) fn parties_of(&mut self, letter: &'a Letter) -> String {
        let own = match self.visit().head.direction {
            Direction::Incoming => Side::Host,
            Direction::Outgoing => Side::Guest,
        };
        let mut parties: Vec<&'a Party> = letter.parties.iter().collect();
        parties.sort_by_key(|party| party.side != own);
        let names = parties
            .into_iter()
            .map(|party| match self.text(&party.short) {
                "" => self.text(&party.name),
                short => short,
            });
        let names: Vec<&str> = names.collect();
        list(&names, self.lang)
    }

    /// The whole paragraph about what is signed.
    pub(super) fn signing_told(&mut self, letter: &'a Letter, story: &Story<'a>) -> String {
        let visit = self.visit();
        let item = visit.items.iter().find(|item| {
            item.letter.as_ref() == Some(&letter.id) || letter.item.as_ref() == Some(&item.id)
        });
        let day = item.and_then(|item| self.day_of(item));
        let day = letter.steps.signed_on().or(day);
        let was_signed = day.map_or(letter.steps.was_signed(), |day| self.has_been(day));
        let is_elsewhere = |at: &crate::model::Item| {
            story
                .reception
                .is_none_or(|own| own.place != at.place || own.room != at.room)
        };
        let place = item.filter(|item| is_elsewhere(item));
        let place = place.map_or_else(String::new, |item| self.place_told(item));
        let mut sentences = vec![self.signed(letter, day, was_signed, &place)];
        let purpose = self.prose(&letter.purpose);
        if purpose.is_empty() {
            sentences.extend(self.letter_topics(letter));
        } else {
            sentences.push(self.aim(AIM, purpose));
        }
        sentences.extend(self.signers(letter, was_signed));
        sentences.extend(self.witnesses_told(letter, was_signed));
        sentences.extend(self.goals(letter));
        sentences.join(" ")
    }

    fn signed(
        &mut self,
        letter: &'a Letter,
        day: Option<chrono::NaiveDate>,
        was_signed: bool,
        place: &str,
    ) -> String {
        let parties = self.parties_of(letter);
        let (_, what) = self.instrument(letter.kind);
        let what = match self.text(&letter.title) {
            "" => what,
            title => format!("{what}, {}", quoted(title, self.lang)),
        };
        let verb = if was_signed {
            Said::new("unterzeichneten", "signed", "ont signé").ar("تم")
        } else {
            Said::new("unterzeichnen", "will sign", "signeront").ar("سيتم")
        };
        let verb = self.say(verb);
        match day.map(|day| date::long(day, self.lang)) {
            Some(day) => say!(
                self.lang,
                "Am {day} {verb} {parties} {what}{place}.",
                "On {day} {parties} {verb} {what}{place}.",
                "Le {day}, {parties} {verb} {what}{place}.",
                "{verb} يوم {day} توقيع {what} بين {parties}{place}."
            ),
            None => say!(
                self.lang,
                "{parties} {verb} {what}{place}.",
                "{parties} {verb} {what}{place}.",
                "{parties} {verb} {what}{place}.",
                "{verb} توقيع {what} بين {parties}{place}."
            ),
        }
    }

    /// Who signs for whom.
    pub(super) fn signers(&mut self, letter: &'a Letter, was_signed: bool) -> Option<String> {
        let rows: Vec<&'a Signatory> = letter.signatories.iter().collect();
        let many = rows.len() > 1;
        let each = rows.into_iter().map(|row| {
            let party = self.party_called(letter, &row.party);
            let name = self.signer(row);
            if party.is_empty() {
                say!(self.lang, "{name}", "by {name}", "{name}", "{name}")
            } else {
                say!(
                    self.lang,
                    "für {party} {name}",
                    "for {party} by {name}",
                    "pour {party}, {name}",
                    "عن {party}: {name}"
                )
            }
        });
        let mut each: Vec<String> = each.collect();
        let last = each.pop()?;
        if matches!(self.lang, Lang::De | Lang::En) {
            each = each.into_iter().map(Self::closed).collect();
        }
        each.push(last);
        let each = match self.lang {
            Lang::De | Lang::En => list(&each, self.lang),
            Lang::Fr | Lang::Ar => self.series(&each),
        };
        let verb = match (was_signed, many) {
            (true, true) => Said::new("Die Unterschriften leisteten", "was", "Ont signé"),
            (true, false) => Said::new("Die Unterschrift leistete", "was", "A signé"),
            (false, true) => Said::new("Die Unterschriften leisten", "will be", "Signeront"),
            (false, false) => Said::new("Die Unterschrift leistet", "will be", "Signera"),
        };
        let verb = self.say(verb);
        Some(super::words::stop(&say!(
            self.lang,
            "{verb} {each}",
            "It {verb} signed {each}",
            "{verb}\u{a0}: {each}",
            "التوقيع: {each}"
        )))
    }

    /// In full where the note has not named him or her yet.
    fn signer(&mut self, row: &'a Signatory) -> String {
        let person = row.person.participant();
        match person {
            Some(id) if self.named.contains(id.as_str()) => self.card(row),
            _ => self.signatory(row, true),
        }
    }

    fn witnesses_told(&mut self, letter: &'a Letter, was_signed: bool) -> Option<String> {
        let visit = self.visit();
        let people = letter.witnesses.iter();
        let people = people.filter_map(|id| visit.participants.get(id));
        let people: Vec<_> = people.collect();
        let names: Vec<String> = people
            .into_iter()
            .map(|person| {
                if self.named.contains(person.id.as_str()) {
                    self.name_alone(person)
                } else {
                    self.name(person, crate::paper::names::In::List)
                }
            })
            .collect();
        if names.is_empty() {
            return None;
        }
        let verb = match (was_signed, names.len() > 1) {
            (true, false) => Said::new("war", "was", "a eu lieu").ar("تم"),
            (true, true) => Said::new("waren", "was", "a eu lieu").ar("تم"),
            (false, false) => Said::new("ist", "will be", "aura lieu").ar("سيتم"),
            (false, true) => Said::new("sind", "will be", "aura lieu").ar("سيتم"),
        };
        let (verb, names) = (self.say(verb), list(&names, self.lang));
        let of_names = super::words::of_in_french(&names);
        Some(super::words::stop(&say!(
            self.lang,
            "Bei der Unterzeichnung anwesend {verb} {names}",
            "The signing {verb} attended by {names}",
            "La signature {verb} en présence {of_names}",
            "{verb} التوقيع بحضور {names}"
        )))
    }

    fn letter_topics(&mut self, letter: &'a Letter) -> Option<String> {
        let topics = letter.topics.iter().map(|topic| self.text(topic));
        let topics: Vec<&str> = topics.collect();
        if topics.is_empty() {
            return None;
        }
        if let [topic] = topics.as_slice() {
            return Some(super::words::stop(&say!(
                self.lang,
                "Thema ist {topic}",
                "Its topic is {topic}",
                "Thème\u{a0}: {topic}",
                "الموضوع: {topic}"
            )));
        }
        let topics = self.enumerated(&topics);
        Some(say!(
            self.lang,
            "Themen sind {topics}.",
            "Its topics are {topics}.",
            "Thèmes\u{a0}: {topics}.",
            "المواضيع: {topics}."
        ))
    }

    fn goals(&self, letter: &Letter) -> Option<String> {
        if letter.sdgs.is_empty() {
            return None;
        }
        let goals: Vec<String> = letter.sdgs.iter().map(u32::to_string).collect();
        let goals = list(&goals, self.lang);
        Some(say!(
            self.lang,
            "Bezug genommen wird auf die Nachhaltigkeitsziele der Vereinten Nationen mit den Nummern {goals}.",
            "It refers to the Sustainable Development Goals of the United Nations with the numbers {goals}.",
            "Objectifs de développement durable des Nations unies visés\u{a0}: {goals}.",
            "أهداف التنمية المستدامة للأمم المتحدة المعنية: {goals}."
        ))
    }
}
