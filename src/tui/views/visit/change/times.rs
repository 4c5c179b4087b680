//! Changing when items take place and how certain they are.

use chrono::NaiveDate;

use crate::{
    display,
    edit::Transaction,
    model::{ItemStatus, Visit},
    plan::{self, Attend as Change, Edit, Refusal, Shifted},
    say,
    tui::{
        action::Action,
        keymap::Context,
        view::{Reply, Request, Scene},
        views::{
            ask::Ask,
            attend::Attend,
            pick::{Choice, Pick},
            prompt::Prompt,
            visit::{Tab, VisitView},
        },
    },
    words::{Lang, Speak, capitalised, date, entry, quoted, time},
};

/// A refusal with the key that helps, where there is one.
pub(super) fn told(refusal: &Refusal, scene: &Scene<'_>) -> String {
    let lang = scene.lang();
    let Refusal::Fixed(title) = refusal else {
        return refusal.say(lang);
    };
    let title = quoted(&display::safe(title), lang);
    let key = scene.key(Context::Schedule, Action::Fix);
    say!(
        lang,
        "{title} hat eine feste Zeit; dort mit {key} lösen oder die Uhrzeit selbst eingeben",
        "{title} has a fixed time; let it go there with {key}, or type the time itself",
        "{title} a un horaire fixe\u{a0}; libérez-le avec {key} ou saisissez l’heure"
    )
}

/// The requests for a shift: what overlaps since stays to be read.
fn shifted(planned: Result<Shifted, Refusal>, scene: &Scene<'_>) -> Result<Vec<Request>, String> {
    let lang = scene.lang();
    let shifted = planned.map_err(|refusal| told(&refusal, scene))?;
    let mut requests = vec![Request::Commit(shifted.transaction)];
    let overlaps: Vec<String> = shifted.overlaps.iter().map(|o| o.say(lang)).collect();
    if !overlaps.is_empty() {
        requests.push(Request::Fail(overlaps.join("; ")));
    }
    Ok(requests)
}

pub(super) fn shift(visit: &Visit, id: &str, minutes: i64, rest: bool, scene: &Scene<'_>) -> Reply {
    match shifted(plan::shift(visit, id, minutes, rest, scene.lang()), scene) {
        Ok(requests) => Reply::Done(requests),
        Err(refusal) => Reply::one(Request::Fail(refusal)),
    }
}

pub(super) fn shift_by(id: String, lang: Lang) -> Request {
    let title = say!(
        lang,
        "Ab hier um wie viele Minuten schieben?",
        "Shift from here by how many minutes?",
        "Décaler à partir d’ici de combien de minutes\u{a0}?"
    );
    let prompt = Prompt::new(title, "+15")
        .checked(|text, scene| {
            let minutes = entry::minutes(text).map_err(|error| error.say(scene.lang()))?;
            let length = time::duration(minutes.abs(), scene.lang());
            Ok(if minutes < 0 {
                say!(
                    scene.lang(),
                    "{length} früher",
                    "{length} earlier",
                    "{length} plus tôt"
                )
            } else {
                say!(
                    scene.lang(),
                    "{length} später",
                    "{length} later",
                    "{length} plus tard"
                )
            })
        })
        .then(move |text, scene| {
            let lang = scene.lang();
            let minutes = entry::minutes(text).map_err(|error| error.say(lang))?;
            let visit = scene.visit().ok_or_else(String::new)?;
            shifted(plan::shift(visit, &id, minutes, true, lang), scene)
        });
    Request::open(prompt)
}

pub(super) fn room(id: String, lang: Lang) -> Request {
    let title = say!(
        lang,
        "Wie viele Minuten davor freimachen?",
        "Free how many minutes before it?",
        "Libérer combien de minutes avant\u{a0}?"
    );
    let prompt = Prompt::new(title, "15")
        .checked(move |text, scene| {
            Ok(time::duration(
                room_typed(text, scene.lang())?.into(),
                scene.lang(),
            ))
        })
        .then(move |text, scene| {
            let (lang, minutes) = (scene.lang(), room_typed(text, scene.lang())?);
            let visit = scene.visit().ok_or_else(String::new)?;
            shifted(plan::make_room(visit, &id, minutes, lang), scene)
        });
    Request::open(prompt)
}

/// The minutes to be freed; freeing none is none.
fn room_typed(text: &str, lang: Lang) -> Result<u16, String> {
    let minutes = entry::minutes(text).map_err(|error| error.say(lang))?;
    let length = u16::try_from(minutes).ok().filter(|minutes| *minutes > 0);
    length.ok_or_else(|| {
        say!(
            lang,
            "Bitte eine Dauer größer als null, etwa 20",
            "Type a length above zero, such as 20",
            "Indiquez une durée positive, par exemple 20"
        )
    })
}

/// Fixes a start or lets it go.
pub(super) fn fix(visit: &Visit, id: &str, scene: &Scene<'_>) -> Result<Transaction, Refusal> {
    let fixed = visit.items.get(id).is_some_and(|item| item.slot.fixed);
    let edit = Edit::set("fixed", if fixed { "no" } else { "yes" });
    plan::set(visit, id, &[edit], scene.asker())
}

pub(super) fn status(visit: &Visit, id: String, lang: Lang) -> Request {
    let now = visit
        .items
        .get(id.as_str())
        .map_or_else(ItemStatus::default, |item| item.status);
    let choices = ItemStatus::ALL
        .iter()
        .map(|status| Choice::new(status.token(), status.label().get(lang)))
        .collect();
    let title = capitalised(Action::Confirm.label().get(lang));
    let pick = Pick::new(title, choices)
        .at(now.token())
        .then(move |picked, scene| {
            let chosen = ItemStatus::ALL.iter().find(|s| picked == [s.token()]);
            let (Some(visit), Some(status)) = (scene.visit(), chosen) else {
                return Vec::new();
            };
            let lang = scene.lang();
            let planned = plan::set_status(visit, &[&id], *status, lang);
            let commit = vec![Request::plan(planned, lang)];
            let theirs = visit.items.get(id.as_str()).map(|item| item.status);
            match theirs.filter(|theirs| *theirs != now && theirs != status) {
                Some(theirs) => {
                    let ask = Ask::replacing(theirs.label().get(lang), commit, lang);
                    vec![Request::open(ask)]
                }
                None => commit,
            }
        });
    Request::open(pick)
}

/// The other days of the visit, with how many items they have.
pub(super) fn other_days(view: &VisitView, scene: &Scene<'_>) -> Vec<(NaiveDate, usize)> {
    let (Some(session), Tab::Day(here)) = (scene.session, view.tab(scene)) else {
        return Vec::new();
    };
    let days = session.visit().days().filter(|day| *day != here);
    days.map(|day| (day, session.programme().day(day).len()))
        .collect()
}

pub(super) fn duplicate_day(view: &VisitView, scene: &Scene<'_>) -> Reply {
    let lang = scene.lang();
    let Tab::Day(from) = view.tab(scene) else {
        return Reply::Pass;
    };
    let days = other_days(view, scene);
    let choices = days
        .iter()
        .map(|(day, items)| {
            let (one, many) = (crate::words::shared::ITEM, crate::words::shared::ITEMS);
            let note = crate::words::count(*items, one, many, lang);
            Choice::new(day.to_string(), date::full(*day, lang)).noted(note)
        })
        .collect();
    let title = say!(
        lang,
        "Alle Punkte dieses Tages kopieren auf",
        "Copy all items of this day to",
        "Copier tous les points de ce jour vers"
    );
    let pick = Pick::new(title, choices).then(move |picked, scene| {
        let chosen = days.iter().find(|(day, _)| picked == [day.to_string()]);
        let (Some(visit), Some((to, _))) = (scene.visit(), chosen) else {
            return Vec::new();
        };
        let planned = plan::duplicate_day(visit, from, *to, scene.lang());
        vec![Request::plan(planned, scene.lang())]
    });
    Reply::open(pick)
}

/// Who attends an item.
pub(super) fn attendance(visit: &Visit, id: String, scene: &Scene<'_>) -> Request {
    let item = visit.items.get(id.as_str());
    let now = item.map(|item| item.attend.clone()).unwrap_or_default();
    let title = item.map_or("", |item| item.title.get(scene.lang(), visit.main_lang()));
    let list = Attend::new(title, now, scene).of_item(id.as_str());
    let attend = list.then(move |attend, scene| {
        let mut requests = vec![Request::Close(None)];
        let is_so = |visit: &&Visit| {
            let item = visit.items.get(id.as_str());
            item.is_some_and(|item| item.attend == attend)
        };
        if let Some(visit) = scene.visit().filter(|visit| !is_so(visit)) {
            let planned = plan::attend(visit, &[&id], &Change::Set(attend), scene.lang());
            requests.push(Request::plan(planned, scene.lang()));
        }
        requests
    });
    Request::open(attend)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_is_more_than_nothing() {
        for (text, expected) in [("20", Some(20)), ("0", None), ("-5", None), ("x", None)] {
            assert_eq!(room_typed(text, Lang::De).ok(), expected, "{text}");
        }
    }
}
