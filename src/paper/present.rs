//! Who is there: the delegation as a whole, and the names of the others in their precedence.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::{document::Detail, heads::Heads, names::In, pen::Pen};
use crate::{
    audience::Audience,
    model::{Base, Item, Part, Participant, Side},
    say,
    words::{Lang, Said},
};

const ATTENDING: Said = Said::new("Es nehmen teil", "Attending", "Participent").ar("الحاضرون");
const ATTENDS: Said = Said::new("Es nimmt teil", "Attending", "Participe").ar("الحاضرون");
const AMONG_THEM: Said =
    Said::new("Unter anderem mit", "Among others", "Avec notamment").ar("من بين الحاضرين");
pub(super) const OPTIONAL: Said = Said::new(
    "Teilnahme freigestellt",
    "Attendance optional",
    "Présence facultative",
)
.ar("الحضور اختياري");

impl<'a> Pen<'a> {
    /// Who is there on a day, unless it is everyone; whoever else the line names is not said again.
    /// Of parallel items it is always said.
    pub(super) fn present(
        &mut self,
        item: &'a Item,
        day: Option<NaiveDate>,
        said: &HashSet<&str>,
        parallel: bool,
    ) -> Vec<Detail> {
        let known = self.known;
        let there = |person: &&Participant| day.is_none_or(|day| person.is_present(day));
        let (mut attending, mut optional): (Vec<&'a Participant>, Vec<&'a Participant>) =
            (Vec::new(), Vec::new());
        let mut is_everyone = item.attend.base == Base::Everyone;
        let mut has_all_guests = matches!(item.attend.base, Base::Everyone | Base::Guests);
        for person in known.people().filter(there) {
            match item.attend.part_of(person) {
                Some(Part::Attends) => attending.push(person),
                Some(Part::Optional) => optional.push(person),
                None => is_everyone = false,
            }
            let is_missing = item.attend.part_of(person) != Some(Part::Attends);
            has_all_guests &= person.side != Side::Guest || !is_missing;
        }
        let mut details = Vec::new();
        if !is_everyone {
            details.extend(self.attending(item, attending, said, (has_all_guests, parallel)));
        }
        optional.retain(|person| !said.contains(person.id.as_str()));
        if !optional.is_empty() {
            let names = self.listed(&optional);
            details.push(Detail::Facts(vec![self.fact(OPTIONAL, names)]));
        }
        details
    }

    fn attending(
        &mut self,
        item: &'a Item,
        mut people: Vec<&'a Participant>,
        said: &HashSet<&str>,
        (has_all_guests, parallel): (bool, bool),
    ) -> Option<Detail> {
        let guests: Vec<&'a Participant> = people
            .iter()
            .copied()
            .filter(|person| person.side == Side::Guest)
            .collect();
        if has_all_guests {
            people.retain(|person| person.side != Side::Guest);
        }
        people.retain(|person| !said.contains(person.id.as_str()));
        if has_all_guests {
            // That the delegation is there goes without saying, except to those who plan.
            let is_implied = self.introduced && !parallel && !self.is_internal();
            if people.is_empty() && is_implied {
                return None;
            }
            let mut terms = vec![self.delegation(&guests)];
            if !people.is_empty() {
                terms.push(self.listed(&people));
            }
            return Some(Detail::Text(self.series(&terms)));
        }
        if people.is_empty() {
            return None;
        }
        let names = self.listed(&people);
        let fact = match &item.attend.base {
            Base::Group(group) => super::Fact {
                label: self.labelled(group),
                text: names,
            },
            _ => self.fact(self.attending_label(&people), names),
        };
        Some(Detail::Facts(vec![fact]))
    }

    /// The press does not hear of those who are not named yet: of the guests it is told that these
    /// are some.
    fn attending_label(&self, people: &[&Participant]) -> Said {
        let named = |person: &&Participant| person.side == Side::Guest && person.name.is_known();
        let known = self
            .known
            .people()
            .filter(named)
            .map(|person| person.heads().1);
        let is_whole = self.known.guests() == Some(known.sum());
        let has_guests = people.iter().any(|person| person.side == Side::Guest);
        match people {
            _ if self.known.audience() == Audience::Press && has_guests && !is_whole => AMONG_THEM,
            [one] if one.name.is_known() => ATTENDS,
            _ => ATTENDING,
        }
    }

    /// The delegation as a whole; at first mention with its number and who leads it.
    fn delegation(&mut self, guests: &[&'a Participant]) -> String {
        let word = Said::new("Delegation", "Delegation", "Délégation")
            .ar("الوفد")
            .get(self.lang);
        if std::mem::replace(&mut self.introduced, true) {
            return word.to_owned();
        }
        let people = self.heads(guests);
        let Some(head) = guests.iter().find(|person| person.head) else {
            return format!("{word}{people}");
        };
        let head = self.name(head, In::Sentence);
        say!(
            self.lang,
            "{word}{people}, Leitung: {head}",
            "{word}{people} led by {head}",
            "{word}{people} conduite par {head}",
            "{word}{people} برئاسة {head}"
        )
    }

    /// How many they are, where that is known: " (4 Personen)".
    pub(super) fn heads(&self, people: &[&Participant]) -> String {
        let is_counted = |person: &&&Participant| person.name.is_known() || person.count.is_some();
        let heads: Heads = people.iter().map(|person| Heads::of(person)).sum();
        if heads.most < 2 || !people.iter().all(|person| is_counted(&person)) {
            return String::new();
        }
        let word = match self.lang {
            Lang::De => "Personen",
            Lang::En => "people",
            Lang::Fr => "personnes",
            Lang::Ar => match heads.most {
                2 if heads.least == 2 => return " (شخصان)".to_owned(),
                0..=10 => "أشخاص",
                _ => "شخصا",
            },
        };
        format!(" ({heads}\u{a0}{word})")
    }
}
