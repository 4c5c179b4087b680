//! What a form says beside a field: what was understood, or why it is refused.

use chrono::NaiveDate;

use super::field::{Field, Seen, Wording};
use crate::{
    model::{
        AnyRef, Shape, Visit,
        field::find_key,
        value::{View, elements},
    },
    plan::{Asker, Preview, Refusal},
    say,
    tui::views::heads::heads_of,
    words::{Speak, date, entry, people, time},
};

/// What was made of a field of a record.
pub(super) fn of_field(field: &Field, preview: &Preview, asker: Asker) -> Seen {
    let view = View {
        visit: &preview.visit,
        lang: asker.lang,
    };
    let record = preview.record();
    let typed = if field.is_touched() {
        let key = record.and_then(|record| find_key(record.kind().fields(), &field.shown().key));
        let typed = key.zip(record).map(|(key, record)| key.typed(record, view));
        typed.unwrap_or_default()
    } else {
        // What nobody touched stands as one would type it; in a large visit names are dear to find.
        field.text().trim().to_owned()
    };
    let mut seen = seen(field, typed, preview, asker);
    if let (Some(AnyRef::Item(item)), "end") = (record, field.info.key)
        && let Some(minutes) = item.slot.minutes()
        && seen.refused.is_none()
        && !field.is_empty()
    {
        let length = time::duration(minutes.into(), asker.lang);
        let space = if seen.note.is_empty() { "" } else { ", " };
        seen.note.push_str(&format!("{space}{length}"));
    }
    seen
}

/// What was made of what is typed, where `typed` is how it would be typed once understood.
pub(super) fn seen(field: &Field, typed: String, preview: &Preview, asker: Asker) -> Seen {
    let is_own = |key: &str| field.wordings().iter().any(|own| own.key == key);
    let refused = preview.refused.iter().find(|(key, _)| is_own(key));
    let note = match refused {
        Some(_) => String::new(),
        None => note(field, &typed, preview, asker),
    };
    Seen {
        note,
        refused: refused.map(|(_, refusal)| reason(refusal, asker)),
        typed,
    }
}

/// A refusal beside its field, which need not be named again.
pub(super) fn reason(refusal: &Refusal, asker: Asker) -> String {
    match refusal {
        Refusal::Field { reason, .. } => reason.say(asker.lang),
        other => other.say(asker.lang),
    }
}

/// What was understood, where that is more than what stands there.
fn note(field: &Field, typed: &str, preview: &Preview, asker: Asker) -> String {
    let lang = asker.lang;
    let missing = field.missing();
    match field.info.shape {
        _ if field.is_empty() => String::new(),
        Shape::Words | Shape::Prose if !missing.is_empty() => {
            let codes: Vec<&str> = missing.into_iter().map(crate::words::Lang::code).collect();
            let codes = codes.join(", ");
            say!(
                lang,
                "fehlt: {codes}",
                "missing: {codes}",
                "manque\u{a0}: {codes}"
            )
        }
        Shape::Date => day(typed, asker).map_or_else(String::new, |day| {
            format!(
                "{} {}",
                date::weekday_short(day, lang),
                date::medium(day, lang)
            )
        }),
        Shape::Attendance => heads(preview, asker),
        Shape::Ref(_) | Shape::Refs(_) if is_made(typed, preview, asker) => {
            say!(lang, "+ wird angelegt", "+ will be made", "+ sera créé")
        }
        Shape::Words
        | Shape::Prose
        | Shape::Lines
        | Shape::Flag
        | Shape::Choice(_)
        | Shape::Rows(_) => String::new(),
        _ if typed == field.text().trim() => String::new(),
        _ => format!("= {typed}"),
    }
}

/// The day of a date that was understood.
pub(super) fn day(typed: &str, asker: Asker) -> Option<NaiveDate> {
    entry::date(typed, asker.today, asker.today, asker.lang).ok()
}

/// Whether one of the names is of a record that is made on the spot.
fn is_made(typed: &str, preview: &Preview, asker: Asker) -> bool {
    let visit: &Visit = &preview.visit;
    let lang = asker.lang;
    let mut made = preview.made.iter().filter_map(|id| visit.record(id));
    made.any(|made| {
        let title = made.title(View { visit, lang });
        elements(typed).any(|name| name == title || name == made.id())
    })
}

fn heads(preview: &Preview, asker: Asker) -> String {
    match preview.record() {
        Some(AnyRef::Item(item)) => people(heads_of(&item.attend, &preview.visit), asker.lang),
        _ => String::new(),
    }
}

/// Whether a refusal of the whole record is about this field.
pub(super) fn blames(refusal: &Refusal, field: &Field, asker: Asker) -> bool {
    let key = field.info.key;
    let is = |keys: &[&str]| keys.contains(&key);
    match refusal {
        Refusal::Field { key, .. } => field.wordings().iter().any(|own: &Wording| own.key == *key),
        Refusal::Needs(..) => is(&["title", "name"]),
        Refusal::OutsideVisit(outside, ..) => {
            is(&["day", "until"]) && day(&field.seen.typed, asker) == Some(*outside)
        }
        Refusal::NoDays => is(&["day", "first"]),
        Refusal::DaysOfVisit(..) => is(&["last"]),
        Refusal::NotACountry(text) => key.ends_with("country") && field.text().trim() == text,
        Refusal::Circle(_) => is(&["after"]),
        Refusal::Slot(_) | Refusal::LeavesDay(_) | Refusal::NoTime(_) => is(&["start"]),
        Refusal::Step(..) | Refusal::StepsOutOfOrder(..) => is(&["steps"]),
        Refusal::NoSuchParty(..) => is(&["party"]),
        _ => false,
    }
}
