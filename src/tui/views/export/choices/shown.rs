//! What is chosen, as one reads it.

use super::{Choice, Choices, Stock};
use crate::{
    audience::Whose,
    model::Visit,
    words::{Lang, Said, date, joined},
};

impl Choices {
    /// What is chosen, as one reads it.
    pub(in crate::tui::views::export) fn shown(
        &self,
        choice: Choice,
        from: &Stock<'_>,
        lang: Lang,
    ) -> String {
        let nothing = || "–".to_owned();
        let issue = |number: Option<u32>| number.map_or_else(nothing, |number| number.to_string());
        match choice {
            Choice::Paper => self.paper.label.get(lang).to_owned(),
            Choice::Audience => self.audience.label().get(lang).to_owned(),
            Choice::Person => called(self.whose.as_ref(), &from.visit, lang),
            Choice::Day => match self.day(from) {
                Some(day) => format!(
                    "{} {}",
                    date::weekday_short(day, lang),
                    date::numeric(day, lang)
                ),
                None => ALL_OF_THEM.get(lang).to_owned(),
            },
            Choice::Letter => {
                let letter = self.letter(from);
                let letter = letter.and_then(|id| from.visit.letters.get(&id));
                let main = from.visit.main_lang();
                letter.map_or_else(nothing, |letter| letter.title_in_list(lang, main))
            }
            Choice::Lang => self.lang.label().get(lang).to_owned(),
            Choice::Beside => {
                let beside = self
                    .beside
                    .map(|beside| beside.label().get(lang).to_owned());
                beside.unwrap_or_else(nothing)
            }
            Choice::Format => self.format.label.get(lang).to_owned(),
            Choice::Issue => match self.version.issue {
                Some(number) => number.to_string(),
                None => Said::new("jetziger Stand", "as it is now", "état actuel")
                    .get(lang)
                    .to_owned(),
            },
            Choice::Since => issue(self.version.since),
            Choice::Tentative => self.tentative.label().get(lang).to_owned(),
        }
    }
}

const ALL_OF_THEM: Said = Said::new("alle", "all", "tous");

/// Whose paper it is, as one reads it.
pub(in crate::tui::views::export) fn called(
    whose: Option<&Whose>,
    visit: &Visit,
    lang: Lang,
) -> String {
    let called = match whose {
        None => None,
        Some(Whose::Person(id)) => visit
            .participants
            .get(id)
            .map(|person| person.name_in_list(lang)),
        Some(Whose::Vehicle(id)) => visit.vehicles.get(id).map(|vehicle| {
            let parts = [vehicle.name.as_str(), &vehicle.driver];
            joined(parts, ", ")
        }),
    };
    called.unwrap_or_else(|| ALL_OF_THEM.get(lang).to_owned())
}
