//! Sensible names for the files of papers.

use super::order::{Order, Source};
use crate::{
    audience::Whose,
    display,
    model::{Text, Visit, head::Direction},
    paper::Edition,
    words::{Lang, Said, shared},
};

/// The longest name without its extension, in bytes.
const LONGEST: usize = 72;

impl Order {
    /// Whose visit, which day, which paper, for whom, in which language, which issue; with the
    /// extension. Names of one visit's papers differ, and begin alike.
    pub fn file_name(&self, source: &Source) -> String {
        let (wanted, visit) = (&self.wanted, &*source.visit);
        let day = wanted.day.or(visit.head.first);
        let day = day.map_or_else(String::new, |day| day.format("%Y-%m-%d").to_string());
        let beside = self.beside.map_or("", |lang| lang.code());
        let issue = match source.edition {
            Edition::Issue { number, .. } => {
                format!("{} {number}", latin(shared::ISSUE, self.lang))
            }
            Edition::Draft { .. } => String::new(),
        };
        let audience = latin(wanted.reader.audience.label(), self.lang);
        let rest = display::file_name(&format!(
            "{day} {} {} {} {beside} {issue}",
            latin(wanted.paper.label, self.lang),
            self.whose(visit).as_deref().unwrap_or(audience),
            self.lang.code(),
        ));
        // The end tells papers of one visit apart, so that it is the beginning that gives way.
        let partner = self.partner(visit);
        let is_spelt = !display::slug(&partner).is_empty();
        let visit = latin(shared::VISIT, self.lang);
        let mut name = display::file_name(if is_spelt { &partner } else { visit });
        let room = LONGEST.saturating_sub(rest.len() + 1);
        while name.len() > room {
            name.truncate(name.rfind('-').unwrap_or(0));
        }
        let name = format!("{name}-{rest}").to_ascii_lowercase();
        format!("{}.{}", name.trim_matches('-'), self.format.extension)
    }

    /// "Besuch Marrakesch", or the title of the visit.
    fn partner(&self, visit: &Visit) -> String {
        let (head, main) = (&visit.head, visit.main_lang());
        let partner = match head.direction {
            Direction::Incoming => &head.guest_place,
            Direction::Outgoing => &head.host_place,
        };
        if partner.is_empty() {
            return latin_text(&head.title, self.lang, main).to_owned();
        }
        let visit = latin(shared::VISIT, self.lang);
        format!("{visit} {}", latin_text(partner, self.lang, main))
    }

    /// The one whom the paper is for alone, or the letter that it is about.
    fn whose(&self, visit: &Visit) -> Option<String> {
        let wanted = &self.wanted;
        let letter = wanted.letter.as_ref().map(ToString::to_string);
        match &wanted.reader.whose {
            Some(Whose::Person(id)) => visit
                .participants
                .get(id)
                .map(|person| person.name_in_list(self.lang)),
            Some(Whose::Vehicle(id)) => visit
                .vehicles
                .get(id)
                .map(|vehicle| format!("{} {}", vehicle.name, vehicle.driver)),
            None => letter,
        }
    }
}

/// A word as a file name can spell it: in English where the language has no Latin letters.
fn latin(said: Said, lang: Lang) -> &'static str {
    if lang.is_right_to_left() {
        said.get(Lang::En)
    } else {
        said.get(lang)
    }
}

/// The same of a text of the visit, which else is in its main language.
fn latin_text(text: &Text, lang: Lang, main: Lang) -> &str {
    let lang = if lang.is_right_to_left() { main } else { lang };
    text.get(lang, main)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::set;

    #[test]
    fn a_name_says_what_it_is_in_any_script() {
        let open = |title: &str| {
            let id = crate::model::Id::parse("besuch-7k2f").unwrap();
            let mut visit = Visit::new(crate::model::Head::with_id(id));
            visit.head.title = title.into();
            visit
        };
        for (title, lang, expected) in [
            (
                "Besuch aus Gießen",
                Lang::De,
                "besuch-aus-giessen-programm-delegation-de.txt",
            ),
            (
                "Besuch aus Gießen",
                Lang::Ar,
                "besuch-aus-giessen-programme-delegation-ar.txt",
            ),
            (
                "日本語訪問団",
                Lang::De,
                "besuch-programm-delegation-de.txt",
            ),
        ] {
            let visit = std::sync::Arc::new(open(title));
            let wanted = set::Wanted {
                paper: crate::paper::Paper::named("programme").unwrap(),
                reader: crate::audience::Audience::Delegation.into(),
                day: None,
                letter: None,
            };
            let source = Source::draft(visit, chrono::NaiveDateTime::default());
            assert_eq!(Order::text(wanted, lang).file_name(&source), expected);
        }
    }
}
