//! Sensible names for the files of papers.

use super::order::{Order, Source};
use crate::{
    audience::{Audience, Whose},
    display,
    model::{Text, Visit, head::Direction},
    paper::{self, Edition},
    words::{Lang, Said, shared},
};

/// The longest name without its extension, in bytes.
const LONGEST: usize = 72;

impl Order {
    /// Whose visit, which day, which paper, for whom, about which letter, in which languages, which
    /// issue; with the extension. What is ordered decides and nothing else, so that a paper has one
    /// name wherever it is made; names of one visit's papers differ, and begin alike.
    pub fn file_name(&self, source: &Source) -> String {
        let (wanted, visit) = (&self.wanted, &*source.visit);
        let day = wanted.day.or(visit.head.first);
        let day = day.map_or_else(String::new, |day| day.format("%Y-%m-%d").to_string());
        let beside = self.beside.filter(|beside| *beside != self.lang);
        let issue = match source.edition {
            Edition::Issue { number, .. } => {
                format!("{} {number}", latin(shared::ISSUE, self.lang))
            }
            Edition::Draft { .. } => String::new(),
        };
        let paper = spelt(latin(wanted.paper.label, self.lang));
        let about = |whose| {
            let parts = [day.clone(), paper.clone(), self.for_whom(whose)];
            parts.join("-").trim_matches('-').to_owned()
        };
        let version = spelt(&format!(
            "{} {} {} {issue}",
            self.letter(visit).unwrap_or_default(),
            self.lang.code(),
            beside.map_or("", Lang::code),
        ));
        // The end tells papers of one visit apart, so that it is the beginning that gives way, and of a
        // name too long for that the end of the id stands for it.
        let room = LONGEST.saturating_sub(version.len() + 1);
        let whole = about(self.whose(visit));
        let about = if whole.len() <= room {
            whole
        } else {
            let reader = &wanted.reader;
            let in_short = reader.whose.as_ref().map(|own| end_of(own.id()).to_owned());
            cut(about(in_short), room)
        };
        let rest = format!("{about}-{version}");
        let name = cut(self.partner(visit), LONGEST.saturating_sub(rest.len() + 1));
        let name = format!("{name}-{rest}");
        format!("{}.{}", name.trim_matches('-'), self.format.extension)
    }

    /// The place of the partner, or the title of the visit.
    fn partner(&self, visit: &Visit) -> String {
        let (head, main) = (&visit.head, visit.main_lang());
        let partner = match head.direction {
            Direction::Incoming => &head.guest_place,
            Direction::Outgoing => &head.host_place,
        };
        let texts = [partner, &head.title].map(|text| spelt(latin_text(text, self.lang, main)));
        let known = texts.into_iter().find(|text| !text.is_empty());
        known.unwrap_or_else(|| spelt(latin(shared::VISIT, self.lang)))
    }

    /// The audience, or the one of it whom the paper is for; both where others hold it about
    /// somebody.
    fn for_whom(&self, whose: Option<String>) -> String {
        let reader = &self.wanted.reader;
        let audience = spelt(latin(reader.audience.label(), self.lang));
        let is_own = matches!(
            reader.audience,
            Audience::Person | Audience::Interpreter | Audience::Driver
        );
        match whose {
            None => audience,
            Some(name) if is_own => name,
            Some(name) => format!("{audience}-{name}"),
        }
    }

    /// The one whom the paper is for or about alone: by the id where the name can't be spelt, or is
    /// that of another too.
    fn whose(&self, visit: &Visit) -> Option<String> {
        let whose = self.wanted.reader.whose.as_ref()?;
        let names: Vec<(&str, String)> = match whose {
            Whose::Person(_) => {
                let people = visit.participants.iter();
                people
                    .map(|person| (person.id.as_str(), person.name_in_list(self.lang)))
                    .collect()
            }
            Whose::Vehicle(_) => {
                let vehicles = visit.vehicles.iter();
                vehicles
                    .map(|own| (own.id.as_str(), format!("{} {}", own.name, own.driver)))
                    .collect()
            }
        };
        let names: Vec<(&str, String)> = names
            .into_iter()
            .map(|(id, name)| (id, spelt(&name)))
            .collect();
        let (id, name) = names.iter().find(|(id, _)| *id == whose.id())?;
        let alike = names.iter().filter(|(_, other)| other == name).count();
        Some(if name.is_empty() || alike > 1 {
            (*id).to_owned()
        } else {
            name.clone()
        })
    }

    /// The letter that the paper is about, where it is not the only one that is signed: by the end
    /// of its id, which tells it apart.
    fn letter<'a>(&'a self, visit: &Visit) -> Option<&'a str> {
        let letter = self.wanted.letter.as_ref()?;
        (paper::only_signed(visit) != Some(letter)).then_some(end_of(letter.as_str()))
    }
}

/// The end of an id, which tells it apart.
fn end_of(id: &str) -> &str {
    let mut dashes = id.rmatch_indices('-').map(|(at, _)| at + 1);
    dashes.nth(1).map_or(id, |at| &id[at..])
}

/// A text as file names spell it, empty where it has no Latin letters.
fn spelt(text: &str) -> String {
    if display::slug(text).is_empty() {
        return String::new();
    }
    display::file_name(text).to_ascii_lowercase()
}

/// As many whole words as there is room for.
fn cut(mut name: String, room: usize) -> String {
    while name.len() > room {
        name.truncate(name.rfind('-').unwrap_or(0));
    }
    name
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

    const SAMPLE: &str = "assets/samples/duesseldorf-marrakesch-2024.ron";

    fn sample() -> std::sync::Arc<Visit> {
        let opened = crate::store::open(std::path::Path::new(SAMPLE)).unwrap();
        std::sync::Arc::new(opened.visit)
    }

    fn wanted(paper: &str, reader: crate::audience::Reader) -> set::Wanted {
        set::Wanted {
            paper: crate::paper::Paper::named(paper).unwrap(),
            reader,
            day: None,
            letter: None,
        }
    }

    #[test]
    fn the_only_letter_to_be_signed_need_not_be_named() {
        let source = Source::draft(sample(), chrono::NaiveDateTime::default());
        let order = Order::text(wanted("signing", Audience::Internal.into()), Lang::De);
        let unnamed = order.file_name(&source);
        assert_eq!(
            unnamed,
            "marrakesch-2024-11-11-ablauf-der-unterzeichnung-intern-de.txt"
        );
        let named = |letter: &crate::model::Id<crate::model::Letter>| {
            let mut order = order.clone();
            order.wanted.letter = Some(letter.clone());
            order.file_name(&source)
        };
        let only = paper::only_signed(&source.visit).unwrap();
        assert_eq!(named(only), unnamed);
        let letters = source.visit.letters.iter().map(|letter| &letter.id);
        for other in letters.filter(|id| *id != only) {
            assert_ne!(named(other), unnamed);
        }
    }

    #[test]
    fn no_two_papers_of_a_visit_share_a_name() {
        let mut visit = (*sample()).clone();
        // Two whose names look alike, and one whose name has no Latin letters.
        let people: Vec<_> = visit.participants.iter().cloned().collect();
        for (number, name) in [(1, None), (2, None), (3, Some("أشرف"))] {
            let mut twin = people[0].clone();
            twin.id = crate::model::Id::parse(&format!("x-{number}")).unwrap();
            if let Some(name) = name {
                twin.name = crate::model::Name::default();
                twin.name.family = name.to_owned();
            }
            visit.participants.put(twin);
        }
        // Two whose names are alike as far as there is room.
        for (id, family) in [("y-1a", "Berrada"), ("y-2b", "Bennani")] {
            let mut own = people[0].clone();
            own.id = crate::model::Id::parse(&format!("mohammed-{id}")).unwrap();
            own.name.given = "Mohammed El Amine Abderrahmane Mustapha Abdellatif".to_owned();
            own.name.family = family.to_owned();
            visit.participants.put(own);
        }
        let source = Source::draft(visit.into(), chrono::NaiveDateTime::default());
        let all = set::all(&source.visit);
        for lang in [Lang::De, Lang::Fr, Lang::Ar] {
            let names: Vec<String> = all
                .iter()
                .map(|wanted| Order::text(wanted.clone(), lang).file_name(&source))
                .collect();
            let mut once = names.clone();
            once.sort();
            once.dedup();
            assert_eq!(once.len(), names.len(), "{names:#?}");
            for name in &names {
                assert!(name.len() <= 80 && name.ends_with(&format!("-{}.txt", lang.code())));
            }
        }
    }

    #[test]
    fn a_language_beside_itself_is_none() {
        let source = Source::draft(sample(), chrono::NaiveDateTime::default());
        let mut order = Order::text(wanted("programme", Audience::Press.into()), Lang::De);
        let alone = order.file_name(&source);
        order.beside = Some(Lang::De);
        assert_eq!(order.file_name(&source), alone);
        order.beside = Some(Lang::Fr);
        assert_eq!(
            order.file_name(&source),
            "marrakesch-2024-11-11-programm-presse-de-fr.txt"
        );
    }

    #[test]
    fn a_long_name_gives_way_at_the_beginning() {
        let mut visit = (*sample()).clone();
        visit.head.guest_place = "Frankfurt am Main".into();
        let id = visit.participants.iter().next().unwrap().id.clone();
        let mut person = visit.participants.get(&id).unwrap().clone();
        person.name.family = "von Trapp-Hohenstein zu Wallenburg-Ellrichshausen".to_owned();
        visit.participants.put(person);
        let source = Source::draft(visit.into(), chrono::NaiveDateTime::default());
        let whom = id.clone();
        let reader = crate::audience::Reader::person(Audience::Person, id);
        let name = Order::text(wanted("person", reader), Lang::De).file_name(&source);
        assert!(name.len() <= 80 && name.ends_with("-de.txt"), "{name}");
        let short = end_of(whom.as_str());
        assert!(
            name.contains(&format!("2024-11-11-persoenliches-programm-{short}-")),
            "{name}"
        );
        let of_all = Order::text(wanted("register", Audience::Internal.into()), Lang::De);
        assert_eq!(
            of_all.file_name(&source),
            "frankfurt-am-2024-11-11-register-der-partnerschaftsdokumente-intern-de.txt"
        );
    }
}
