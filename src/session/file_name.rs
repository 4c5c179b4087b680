//! Sensible names for the files of papers.

use super::order::{Order, Source};
use crate::{
    audience::Whose,
    display,
    model::{Visit, head::Direction},
    paper::Edition,
    words::shared,
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
            Edition::Issue { number, .. } => format!("{} {number}", shared::ISSUE.get(self.lang)),
            Edition::Draft { .. } => String::new(),
        };
        let audience = wanted.reader.audience.label().get(self.lang);
        let rest = display::file_name(&format!(
            "{day} {} {} {} {beside} {issue}",
            wanted.paper.label.get(self.lang),
            self.whose(visit).as_deref().unwrap_or(audience),
            self.lang.code(),
        ));
        // The end tells papers of one visit apart, so that it is the beginning that gives way.
        let mut name = display::file_name(&self.partner(visit));
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
            return head.title.get(self.lang, main).to_owned();
        }
        let visit = shared::VISIT.get(self.lang);
        format!("{visit} {}", partner.get(self.lang, main))
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
