//! Beginning a visit.

use super::{Asker, Draft, Edit, Refusal, readable_id, set::edited};
use crate::{
    model::{Head, Record, Visit, Zone},
    words::Said,
};

/// A new visit with fields as a person types them, such as `title`, `first`, `last`, `host` and
/// `guest`. Its main language is that of whoever asks, its zone the German one, and a visit with
/// one day only ends on it. Without days it is a dossier.
pub fn new_visit(edits: &[Edit], asker: Asker) -> Result<Visit, Refusal> {
    let title = edits.iter().find(|edit| edit.key == "title");
    let title = title.map_or("", |edit| edit.text.trim());
    if title.is_empty() {
        let what = Said::new("ein Titel", "a title", "un intitulé");
        return Err(Refusal::Needs(crate::model::Kind::Visit, what));
    }
    let visit = Visit::new(Head {
        language: asker.lang,
        zone: Some(Zone::BERLIN),
        ..Head::with_id(readable_id(Head::KIND, title))
    });
    let mut draft = Draft::new(&visit);
    let head = visit.head.clone().into_any();
    edited(&mut draft, &head, edits, asker)?;
    let mut visit = draft.preview();
    visit.head.last = visit.head.last.or(visit.head.first);
    Ok(visit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::arbitrary::first_day,
        plan::tests::{
            asker,
            fixture::{edits, why},
        },
        words::Lang,
    };

    #[test]
    fn a_visit_begins_with_what_was_typed() {
        let typed = edits(
            "title=Delegation aus Marrakesch first=11.11. last=15. host=Stadt Düsseldorf guest_country=MA",
        );
        let visit = new_visit(&typed, asker(Lang::Fr)).unwrap();
        let head = &visit.head;
        assert!(head.id.as_str().starts_with("delegation-aus-marrakesch-"));
        let days: Vec<String> = visit.days().map(|day| day.to_string()).collect();
        assert_eq!((days.len(), days[0].as_str()), (5, "2024-11-11"));
        assert_eq!((head.language, head.zone), (Lang::Fr, Some(Zone::BERLIN)));
        assert_eq!(head.host.get(Lang::Fr, Lang::Fr), "Stadt Düsseldorf");
        assert_eq!(visit.faults(), []);
    }

    #[test]
    fn one_day_is_enough_and_none_makes_a_dossier() {
        let one = new_visit(&edits("title=Empfang first=24.10.2024"), asker(Lang::De)).unwrap();
        assert_eq!(
            (one.head.first, one.head.last),
            (Some(first_day()), Some(first_day()))
        );
        let dossier = new_visit(&edits("title=مراكش"), asker(Lang::De)).unwrap();
        assert_eq!(dossier.head.first, None);
        assert!(
            dossier.head.id.as_str().starts_with("visit-"),
            "{}",
            dossier.head.id
        );
    }

    #[test]
    fn what_cannot_be_is_refused() {
        for (typed, begins) in [
            ("first=11.11.", "Besuch: Es fehlt noch ein Titel"),
            ("title=x last=11.11.", "Der Besuch hat noch keine Tage"),
            ("title=x first=31.2.2024", "Erster Tag: "),
            (
                "title=x first=2.11.2024 last=1.11.2024",
                "Vom 02.11.2024 bis zum 01.11.2024",
            ),
            (
                "title=x wetter=gut",
                "Besuch: Das Feld „wetter“ gibt es nicht",
            ),
        ] {
            let said = why(new_visit(&edits(typed), asker(Lang::De)));
            assert!(said.starts_with(begins), "{typed}: {said}");
        }
    }
}
