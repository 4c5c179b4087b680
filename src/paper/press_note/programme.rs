//! What else belongs to the visit, and what comes next: the rest of the programme, conferences.

use chrono::NaiveDate;

use super::{Story, background::paragraph, stands_alone, words::stop};
use crate::{
    model::{Item, ItemKind},
    paper::{about::with_more, document::Block, facts::field, pen::Pen},
    say,
    words::{Lang, Said, date, quoted},
};

impl<'a> Pen<'a> {
    /// The items that are not told of elsewhere, by day.
    pub(super) fn programme_told(&mut self, story: &Story<'a>) -> Vec<Block> {
        let visit = self.visit();
        let mut points = Vec::new();
        let mut first = None;
        for (day, placed) in self.known.programme().days() {
            let items = placed.iter().filter(|placed| placed.day == Some(day));
            let items = items.filter_map(|placed| visit.items.get(&placed.id));
            let items: Vec<&'a Item> = items.filter(|item| !stands_alone(item, story)).collect();
            let told = items.into_iter().map(|item| self.item_told(item));
            let told: Vec<String> = told.collect();
            if !told.is_empty() {
                first = first.or(Some(day));
                let day = date::full_capital(day, self.lang);
                let label = self.labelled(&day);
                points.push(format!("{label} {}", self.series(&told)));
            }
        }
        let Some(first) = first else {
            return Vec::new();
        };
        let intro = if self.has_been(first) {
            Said::new(
                "Zum Programm des Besuchs gehörten außerdem:",
                "The programme of the visit also included:",
                "Le programme de la visite comprenait également\u{a0}:",
            )
            .ar("كما تضمن برنامج الزيارة:")
        } else {
            Said::new(
                "Zum Programm des Besuchs gehören außerdem:",
                "The programme of the visit also includes:",
                "Le programme de la visite comprend également\u{a0}:",
            )
            .ar("كما يتضمن برنامج الزيارة:")
        };
        let mut blocks = vec![Block::List(points)];
        // Where nothing was told before, the heading says enough.
        if story.reception.is_some() || story.letter.is_some() {
            blocks.insert(0, Block::Paragraph(self.say(intro).to_owned()));
        }
        blocks
    }

    /// "Stadtführung (Arabisches Straßenschild in der Ellerstraße)".
    fn item_told(&mut self, item: &'a Item) -> String {
        let (title, receives) = self.headline(item);
        let receives = receives.map(|fact| format!("{} {}", fact.label, fact.text));
        let labelled = [
            (field("organiser"), self.text(&item.organiser)),
            (field("funder"), self.text(&item.funder)),
        ];
        let [organiser, funder] = labelled.map(|(label, text)| match text {
            "" => String::new(),
            text => self.sentence(label, text),
        });
        let more = [
            self.place_named(item),
            self.texts(&item.points),
            receives.unwrap_or_default(),
            organiser,
            funder,
            self.prose(&item.remark).trim_end_matches('.').to_owned(),
        ];
        with_more(&title, &self.series(&more))
    }

    /// The conferences, each with who organises and funds it and what it is about.
    pub(super) fn next_told(&mut self, story: &Story<'a>) -> Vec<Block> {
        let visit = self.visit();
        let mut blocks = Vec::new();
        for (day, placed) in self.known.programme().days() {
            for placed in placed.iter().filter(|placed| placed.day == Some(day)) {
                let item = visit.items.get(&placed.id);
                let item = item.filter(|item| item.kind == ItemKind::Conference);
                let Some(item) = item.filter(|item| stands_alone(item, story)) else {
                    continue;
                };
                let sentences = self.conference(item, day, placed.until.unwrap_or(day));
                blocks.extend(paragraph(sentences));
            }
        }
        blocks
    }

    fn conference(&mut self, item: &'a Item, first: NaiveDate, last: NaiveDate) -> Vec<String> {
        let days = self.on_days(first, last);
        let title = quoted(self.item_called(item), self.lang);
        let place = self.place_told(item);
        let verb = if self.has_been(last) {
            Said::new("stand", "included", "comprenait").ar("تضمن")
        } else {
            Said::new("steht", "includes", "comprend").ar("يتضمن")
        };
        let verb = self.say(verb);
        let which = self.conference_called(item);
        let mut sentences = vec![say!(
            self.lang,
            "{days} {verb} {which}{title}{place} auf dem Programm.",
            "{days} the programme {verb} {which}{title}{place}.",
            "{days}, le programme {verb} {which}{title}{place}.",
            "{verb} البرنامج {days} {which}{title}{place}."
        )];
        let points = item.points.iter().map(|point| self.text(point));
        let points: Vec<&str> = points.collect();
        if !points.is_empty() {
            let points = self.enumerated(&points);
            sentences.push(say!(
                self.lang,
                "Schwerpunkte sind {points}.",
                "Its focus is on {points}.",
                "Thèmes\u{a0}: {points}.",
                "المحاور: {points}."
            ));
        }
        for (label, text) in [
            (field("organiser"), self.text(&item.organiser)),
            (field("funder"), self.text(&item.funder)),
        ] {
            if !text.is_empty() {
                sentences.push(stop(&self.sentence(label, text)));
            }
        }
        sentences.push(stop(self.prose(&item.remark)));
        sentences
    }

    /// "die Konferenz ", or the article alone where the title says what it is.
    fn conference_called(&mut self, item: &'a Item) -> &'static str {
        let title = self.item_called(item).to_lowercase();
        let word = Said::new("konferenz", "conference", "conférence").ar("مؤتمر");
        let says_so = title.contains(self.say(word));
        let said = match self.lang {
            // Only behind the noun itself the article is sure.
            Lang::Fr if says_so && !title.starts_with("conférence") => Said::same(""),
            _ if says_so => Said::new("die ", "the ", "la ").ar("المشاركة في "),
            _ => Said::new("die Konferenz ", "the conference ", "la conférence ").ar("مؤتمر "),
        };
        self.say(said)
    }
}
