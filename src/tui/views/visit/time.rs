//! An item's time as the schedule shows it: short, with its qualifier.

use chrono::NaiveDate;

use crate::{
    model::{Clock, End, Item, Placed, Start},
    say,
    words::{Lang, shared},
};

fn clock(clock: Clock) -> String {
    let mut text = format!("{:02}:{:02}", clock.hour(), clock.minute());
    if clock.plus() > 0 {
        text.push_str(&format!("+{}", clock.plus()));
    }
    text
}

/// The time of an item on one of its days.
pub(super) fn of(item: &Item, placed: &Placed, day: Option<NaiveDate>, lang: Lang) -> String {
    if let Some((nth, of)) = day.and_then(|day| placed.day_of_days(day)) {
        return say!(
            lang,
            "Tag {nth} von {of}",
            "day {nth} of {of}",
            "jour {nth} sur {of}"
        );
    }
    let slot = &item.slot;
    let end = match slot.end {
        End::At(end) => Some(clock(end)),
        End::Open | End::Lasts(_) => None,
    };
    let word = |word: crate::words::Said, at: Clock| format!("{} {}", word.get(lang), clock(at));
    let start = match &slot.start {
        Start::Open => {
            return match end {
                Some(end) => format!("{} {end}", shared::UNTIL.get(lang)),
                None => say!(lang, "Zeit offen", "time open", "à préciser"),
            };
        }
        Start::At(at) => clock(*at),
        Start::About(at) => word(shared::ABOUT, *at),
        Start::From(at) => word(shared::FROM, *at),
        Start::Latest(at) => {
            let at = clock(*at);
            say!(lang, "spät. {at}", "by {at}", "av. {at}")
        }
        Start::After(_) => shared::FOLLOWING.get(lang).to_owned(),
        Start::AllDay => return shared::ALL_DAY.get(lang).to_owned(),
    };
    match end {
        Some(end) if matches!(slot.start, Start::At(_) | Start::About(_) | Start::From(_)) => {
            format!("{start}–{end}")
        }
        _ => start,
    }
}
