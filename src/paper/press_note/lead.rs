//! The head of a press note: who received whom, when and where, what for.

use super::{Story, words::stop};
use crate::{
    model::{Item, Part, Participant, participant::Honorific},
    paper::{names::In, pen::Pen},
    say,
    words::{Lang, Said, capitalised, date, joined, list},
};

const AIM: Said = Said::new(
    "Ziel des Besuchs",
    "The aim of the visit",
    "L’objectif de la visite",
)
.ar("هدف الزيارة");

fn is_woman(person: &Participant) -> bool {
    person.name.honorific == Honorific::Ms
}

impl<'a> Pen<'a> {
    /// Who signs what, else the visit.
    pub(super) fn headline_of_note(&mut self, story: &Story<'a>) -> String {
        let Some(letter) = story.letter.filter(|letter| letter.parties.len() > 1) else {
            let title = self.text(&self.visit().head.title);
            return capitalised(title);
        };
        let parties = self.parties_of(letter);
        let (bare, with_article) = self.instrument(letter.kind);
        say!(
            self.lang,
            "{parties} unterzeichnen {bare}",
            "{parties} sign {with_article}",
            "{parties} signent {with_article}",
            "توقيع {bare} بين {parties}"
        )
    }

    pub(super) fn lead(&mut self, story: &Story<'a>) -> String {
        let mut sentences = vec![match story.reception {
            Some(item) => self.received(item),
            None => self.visited(),
        }];
        sentences.extend(self.leader());
        if let Some(item) = story.reception {
            sentences.extend(self.also_there(item));
            sentences.extend(self.agenda(item));
        }
        let head = &self.visit().head;
        let purpose = self.prose(&head.purpose);
        sentences.push(self.aim(AIM, purpose));
        sentences.push(self.topics_told());
        sentences.retain(|sentence| !sentence.is_empty());
        sentences.join(" ")
    }

    /// "Oberbürgermeister Dr. Stephan Keller empfing am …".
    fn received(&mut self, item: &'a Item) -> String {
        let visit = self.visit();
        let Some(day) = self.day_of(item) else {
            return self.visited();
        };
        let hosts = item.host.iter();
        let hosts: Vec<&'a Participant> =
            hosts.filter_map(|id| visit.participants.get(id)).collect();
        let names = hosts.iter().map(|host| self.name(host, In::List));
        let names: Vec<String> = names.collect();
        let hosts_named = Self::closed(list(&names, self.lang));
        let has_been = self.has_been(day);
        let verb = match (has_been, hosts.len() > 1) {
            (true, false) => Said::new("empfing", "received", "a reçu").ar("استقبل"),
            (true, true) => Said::new("empfingen", "received", "ont reçu").ar("استقبل"),
            (false, false) => Said::new("empfängt", "will receive", "recevra").ar("يستقبل"),
            (false, true) => Said::new("empfangen", "will receive", "recevront").ar("يستقبل"),
        };
        let mut verb = self.say(verb);
        // An Arabic verb before its subject agrees with the first one that it has.
        if self.lang == Lang::Ar && hosts.first().is_some_and(|host| is_woman(host)) {
            verb = if has_been {
                "استقبلت"
            } else {
                "تستقبل"
            };
        }
        let day = date::full(day, self.lang);
        let delegation = self.delegation_from();
        let place = self.place_told(item);
        say!(
            self.lang,
            "{hosts_named} {verb} am {day}, {delegation}{place}.",
            "On {day}, {hosts_named} {verb} {delegation}{place}.",
            "Le {day}, {hosts_named} {verb} {delegation}{place}.",
            "{verb} {hosts_named} يوم {day} {delegation}{place}."
        )
    }

    /// The visit as a whole, where nobody is said to receive.
    fn visited(&mut self) -> String {
        let head = &self.visit().head;
        let Some(first) = head.first else {
            return stop(self.text(&head.title));
        };
        let days = self.on_days(first, head.last.unwrap_or(first));
        let has_been = self.has_been(first);
        let delegation = self.delegation_from();
        let place = match self.text(&head.host_place) {
            "" => self.text(&head.host),
            place => place,
        };
        let verb = if has_been {
            Said::new("war", "was", "a été reçue").ar("زار")
        } else {
            Said::new("ist", "will be", "sera reçue").ar("يزور")
        };
        let verb = self.say(verb);
        // Of those who come it is said who acts.
        let delegation = match self.lang {
            Lang::Ar => delegation.replacen("وفدا", "وفد", 1),
            _ => delegation,
        };
        say!(
            self.lang,
            "{days} {verb} {delegation} zu Gast in {place}.",
            "{days}, {delegation} {verb} a guest of {place}.",
            "{days}, {delegation} {verb} à {place}.",
            "{verb} {delegation} {place} {days}."
        )
    }

    fn leader(&mut self) -> Option<String> {
        let known = self.known;
        let head = known.people().find(|person| person.head)?;
        let has_been = self.visit().head.first.is_none_or(|day| self.has_been(day));
        let name = self.name(head, In::List);
        let leads = if is_woman(head) {
            "وترأس"
        } else {
            "ويرأس"
        };
        let verb = if has_been {
            Said::new("stand", "was", "était")
        } else {
            Said::new("steht", "is", "est")
        };
        let verb = self.say(verb);
        Some(stop(&say!(
            self.lang,
            "An ihrer Spitze {verb} {name}",
            "It {verb} led by {name}",
            "Elle {verb} conduite par {name}",
            "{leads} الوفد {name}"
        )))
    }

    /// Who else is named as being there.
    fn also_there(&mut self, item: &'a Item) -> Option<String> {
        let known = self.known;
        let others = known.people().filter(|person| {
            item.attend.part_of(person) == Some(Part::Attends)
                && !person.head
                && !item.host.contains(&person.id)
        });
        let names = others.map(|person| self.name(person, In::List));
        let names: Vec<String> = names.collect();
        if names.is_empty() {
            return None;
        }
        let has_been = self.day_of(item).is_none_or(|day| self.has_been(day));
        let verb = match (has_been, names.len() > 1) {
            (true, false) => Said::new("nahm", "was", "s’est tenue").ar("حضر"),
            (true, true) => Said::new("nahmen", "was", "s’est tenue").ar("حضر"),
            (false, false) => Said::new("nimmt", "will be", "se tiendra").ar("سيحضر"),
            (false, true) => Said::new("nehmen", "will be", "se tiendra").ar("سيحضر"),
        };
        let (verb, names) = (self.say(verb), list(&names, self.lang));
        let closed = Self::closed(names.clone());
        let of_names = super::words::of_in_french(&names);
        Some(stop(&say!(
            self.lang,
            "An der Begegnung {verb} auch {closed} teil",
            "The meeting {verb} also attended by {names}",
            "La rencontre {verb} en présence {of_names}",
            "كما {verb} اللقاء {names}"
        )))
    }

    /// What belongs to the reception besides.
    fn agenda(&mut self, item: &'a Item) -> Option<String> {
        let points = item.points.iter().map(|point| self.text(point).to_owned());
        let mut points: Vec<String> = points.collect();
        points.retain(|point| !point.is_empty());
        if points.is_empty() {
            return None;
        }
        let is_one = points.len() == 1;
        let points = self.enumerated(&points);
        let label = if is_one {
            Said::new(
                "Weiterer Programmpunkt",
                "Also on the agenda",
                "Également au programme",
            )
        } else {
            Said::new(
                "Weitere Programmpunkte",
                "Also on the agenda",
                "Également au programme",
            )
        };
        let label = label.ar("كما تضمن اللقاء");
        Some(stop(&self.sentence(label, &points)))
    }

    fn topics_told(&mut self) -> String {
        let head = &self.visit().head;
        let topics = head.topics.iter().map(|topic| self.text(topic));
        let topics: Vec<&str> = topics.collect();
        if topics.is_empty() {
            return String::new();
        }
        if let [topic] = topics.as_slice() {
            return stop(&say!(
                self.lang,
                "Im Mittelpunkt steht das Thema {topic}",
                "The main topic is {topic}",
                "Thème principal\u{a0}: {topic}",
                "أهم المواضيع: {topic}"
            ));
        }
        let topics = self.enumerated(&topics);
        say!(
            self.lang,
            "Im Mittelpunkt stehen die Themen {topics}.",
            "The main topics are {topics}.",
            "Les principaux thèmes sont les suivants\u{a0}: {topics}.",
            "أهم المواضيع: {topics}."
        )
    }

    /// " (Rathaus, Jan-Wellem-Saal)", where it is known.
    pub(super) fn place_told(&mut self, item: &'a Item) -> String {
        crate::paper::about::with_more("", &self.place_named(item))
    }

    /// The same without brackets.
    pub(super) fn place_named(&mut self, item: &'a Item) -> String {
        let place = item.place.as_ref();
        let place = place.and_then(|id| self.visit().places.get(id));
        let place = place.map_or("", |place| self.text(&place.name));
        let parts = [place, self.text(&item.room)];
        joined(parts, self.comma())
    }
}
