//! A form that was left, as it was: what was typed, over what the visit holds by now; and what a form
//! does whose record somebody removed meanwhile.

use super::{
    Ask, Form,
    source::{Source, fields_of},
    typed, words,
};
use crate::{
    model::{AnyRecord, Visit, value::View},
    plan::{self, Refusal},
    say,
    store::Draft,
    tui::view::{Answer, Request, Scene},
    words::{capitalised, labelled, quoted},
};

impl Form {
    /// The form in which a draft was typed. What nobody typed is as the visit has it by now; what was
    /// typed over something that is no longer there is asked about when the form is accepted, as of
    /// any form. None where it was no form of a record, or nothing is known of a record that is gone.
    pub(in crate::tui::views) fn resumed(
        part: &str,
        draft: &Draft,
        scene: &Scene<'_>,
    ) -> Option<Self> {
        let visit = scene.visit()?;
        let (which, edits) = typed::read(part, &draft.typed)?;
        let gone = || {
            let base = draft.base.as_ref()?;
            Self::of_record(base, scene)
        };
        let mut form = match which {
            typed::Form::New(kind) => Self::add(kind, &[], scene)?,
            typed::Form::Of(id) => Self::of(id, scene).or_else(gone)?,
            typed::Form::Move(id) => Self::movement(id, scene).or_else(gone)?,
        };
        if let (Source::Record(opened), Some(base)) = (&mut form.source, &draft.base)
            && base.kind() == opened.last.kind()
        {
            opened.base = base.clone();
        }
        let view = View {
            visit,
            lang: scene.lang(),
        };
        let base = draft.base.as_ref();
        let base = base.map_or_else(Vec::new, |base| fields_of(base.as_ref(), view));
        for edit in &edits {
            let mut fields = form.fields.iter_mut();
            fields.find_map(|field| {
                let base = base.iter().find(|base| base.info.key == field.info.key);
                field.resume(&edit.key, base, &edit.text).then_some(())
            })?;
        }
        form.take_up(scene);
        Some(form)
    }

    /// Reads what was put back, and goes to where it is to be looked at first.
    fn take_up(&mut self, scene: &Scene<'_>) {
        if let Some(visit) = scene.visit() {
            // What nobody typed is known as it is by now.
            self.source.refresh(&mut self.fields, visit, scene.lang());
        }
        self.keeps();
        let torn = |form: &Self| {
            let mut fields = form.fields.iter();
            fields.position(|field| field.shown().theirs().is_some())
        };
        let touched = |form: &Self| form.fields.iter().position(super::Field::is_touched);
        if let Some(at) = torn(self).or_else(|| touched(self)) {
            self.go_to(at);
        }
        self.read(scene);
        self.told_gone(scene);
    }

    /// What is typed, by the names of its fields, and what stands there by now where somebody else
    /// changed the same.
    pub(in crate::tui::views) fn typed_said(&self, scene: &Scene<'_>) -> Vec<String> {
        let lang = scene.lang();
        let all = self.fields.iter().flat_map(|field| {
            let touched = field.wordings().iter().filter(|own| own.is_touched());
            touched.map(move |own| (field, own))
        });
        all.map(|(field, own)| {
            let label = field.info.label.get(lang);
            let label = match own.lang.filter(|_| own.key != field.info.key) {
                Some(lang) => format!("{label} ({})", lang.code()),
                None => label.to_owned(),
            };
            let said = labelled(&label, &own.text().replace('\n', " "), lang);
            match own.theirs() {
                Some(theirs) => format!("{said} ({})", words::by_now(theirs, lang)),
                None => said,
            }
        })
        .collect()
    }

    /// The visit as it would become, as far as what is typed is understood.
    pub(in crate::tui::views) fn would_be(&self, scene: &Scene<'_>) -> Option<Visit> {
        let preview = self
            .source
            .preview(&self.fields, scene.visit()?, scene.asker());
        Some(preview.visit)
    }

    /// Its record as it was last, where somebody removed it.
    pub(in crate::tui::views) fn gone(&self, scene: &Scene<'_>) -> Option<&AnyRecord> {
        self.source.gone(scene.visit()?)
    }

    /// Says where it is to be read that the record is gone.
    pub(super) fn told_gone(&mut self, scene: &Scene<'_>) {
        if let Some(gone) = self.gone(scene) {
            self.told = Some(removed(gone, scene));
        }
    }

    /// Asks whether a record that is gone is to be made again with what is typed.
    pub(super) fn make_again(&self, gone: &AnyRecord, scene: &Scene<'_>) -> Result<Ask, Refusal> {
        let visit = scene
            .visit()
            .ok_or_else(|| Refusal::NoSuchRecord(gone.id().to_owned()))?;
        let transaction = plan::make_again(visit, gone, &self.edits(), scene.asker())?;
        let lang = scene.lang();
        let removed = removed(gone, scene);
        let question = say!(
            lang,
            "{removed}. Mit dem, was hier steht, wieder anlegen?",
            "{removed}. Make it again with what stands here?",
            "{removed}. Recréer avec ce qui figure ici\u{a0}?"
        );
        let id = gone.id().to_owned();
        let on_yes = vec![
            Request::Commit(transaction),
            (self.keep)(None),
            Request::Close(Some(Answer::Record(id))),
        ];
        Ok(Ask::then(question, on_yes))
    }
}

/// That the record of a form was removed of which nothing else is known.
pub(in crate::tui::views) fn lost(part: &str, scene: &Scene<'_>) -> Option<String> {
    let (typed::Form::Of(id) | typed::Form::Move(id), _) = typed::read(part, "")? else {
        return None;
    };
    let is_gone = scene.visit()?.record(id).is_none();
    is_gone.then(|| {
        say!(
            scene.lang(),
            "Der Eintrag, zu dem es gehörte, wurde inzwischen gelöscht",
            "The record that it was of has been removed meanwhile",
            "La fiche à laquelle il se rapportait n’existe plus"
        )
    })
}

/// That a record was removed, by what it is called.
pub(in crate::tui::views) fn removed(gone: &AnyRecord, scene: &Scene<'_>) -> String {
    let lang = scene.lang();
    let kind = capitalised(gone.kind().label().get(lang));
    let title = scene.visit().map_or_else(String::new, |visit| {
        let known = plan::known(visit, gone);
        known.as_ref().title(View { visit, lang })
    });
    let name = if title.trim().is_empty() {
        kind
    } else {
        format!("{kind} {}", quoted(&title, lang))
    };
    say!(
        lang,
        "{name} wurde inzwischen gelöscht",
        "{name} has been removed meanwhile",
        "{name} n’existe plus"
    )
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            field::Field,
            tests::{SAMPLES, on},
        },
        *,
    };
    use crate::{
        model::{AnyRef, Item},
        plan::Edit,
        tui::{
            action::Action,
            view::{Effect, Reply, View as _},
        },
        words::Lang,
    };

    const RECEPTION: &str = "empfang-4rwt";

    fn reception(scene: &Scene<'_>) -> Item {
        let visit = scene.visit().unwrap();
        visit.items.get(RECEPTION).unwrap().clone()
    }

    /// The form that goes on, of an item whose note was `base`, with `typed` in it.
    fn resumed(base: Option<&str>, typed: &str, scene: &Scene<'_>) -> Form {
        let base = base.map(|note| {
            let mut item = reception(scene);
            note.clone_into(&mut item.note.0);
            AnyRef::Item(&item).to_owned()
        });
        let typed = typed.to_owned();
        let draft = Draft { typed, base };
        Form::resumed(&format!("item {RECEPTION}"), &draft, scene).unwrap()
    }

    fn field<'a>(form: &'a Form, key: &str) -> &'a Field {
        let mut fields = form.fields.iter();
        fields.find(|field| field.info.key == key).unwrap()
    }

    #[test]
    fn field_by_field_what_one_side_changed_is_taken_and_what_both_changed_is_asked() {
        // In the sample nothing stands in the note, and the room is the Jan-Wellem-Saal.
        on(&SAMPLES[..1], &[Lang::De, Lang::Fr], |scene| {
            let room = "Jan-Wellem-Saal";
            for (base, typed, edits, asked) in [
                // Nobody touched anything; somebody else changed the note.
                (Some("alt"), "", &[][..], None),
                // Only here.
                (Some(""), "note=neu", &[("note", "neu")], None),
                // Here the room, elsewhere the note.
                (Some("alt"), "room=Foyer", &[("room", "Foyer")], None),
                // Both the same.
                (Some("alt"), "note=", &[], None),
                // Both, differently.
                (
                    Some("alt"),
                    "note=neu",
                    &[("note", "neu")],
                    Some(("note", "")),
                ),
                // Nothing is known of what it was typed over: what stands there may be another's.
                (None, "note=neu", &[("note", "neu")], None),
                (
                    None,
                    "room=Foyer",
                    &[("room", "Foyer")],
                    Some(("room", room)),
                ),
                (None, "room=Jan-Wellem-Saal", &[], None),
            ] {
                let mut form = resumed(base, typed, scene);
                let edits: Vec<_> = edits.iter().map(|(k, t)| Edit::set(*k, *t)).collect();
                assert_eq!(form.edits(), edits, "{base:?} {typed}");
                assert_eq!(form.is_touched(), !edits.is_empty(), "{typed}");
                let theirs = form
                    .fields
                    .iter()
                    .find_map(|field| Some((field.info.key, field.shown().theirs()?)));
                assert_eq!(theirs, asked, "{base:?} {typed}");
                // As any form it asks once, and then does as it is told.
                let commits = |reply| {
                    let Reply::Done(requests) = reply else {
                        return false;
                    };
                    let mut requests = requests.iter();
                    requests.any(|request| matches!(request, Request::Commit(_)))
                };
                let at_once = commits(form.act(Action::Accept, scene));
                assert_eq!(at_once, asked.is_none(), "{base:?} {typed}");
                assert!(at_once || commits(form.act(Action::Accept, scene)));
            }
        });
    }

    #[test]
    fn it_is_kept_again_with_what_it_was_typed_over() {
        on(&SAMPLES[..1], &[Lang::De], |scene| {
            let form = resumed(Some("alt"), "note=neu\nroom=Foyer", scene);
            let Request::Run(Effect::Draft { part, text }) = form.kept() else {
                panic!("it is kept");
            };
            let draft = Draft::read(&text.unwrap());
            assert_eq!(part, format!("item {RECEPTION}"));
            assert_eq!(draft.typed, "room=Foyer\nnote=neu");
            let Some(AnyRecord::Item(base)) = draft.base else {
                panic!("it was of an item");
            };
            assert_eq!(base.note.0, "alt");
            // Killed once more, it is asked as before.
            let form = resumed(Some(&base.note.0), &draft.typed, scene);
            assert_eq!(field(&form, "note").shown().theirs(), Some(""));
        });
    }

    #[test]
    fn what_was_half_typed_is_no_reason_to_refuse_all() {
        on(&SAMPLES[..1], &[Lang::De], |scene| {
            let mut form = resumed(Some(""), "note=neu\nend=nach Ti", scene);
            assert!(field(&form, "end").seen.refused.is_some());
            let would_be = form.would_be(scene).unwrap();
            let item = would_be.items.get(RECEPTION).unwrap();
            assert_eq!(item.note.0, "neu", "what is understood shows");
            form.act(Action::Accept, scene);
            assert_eq!(form.focused().info.key, "end");
        });
    }

    #[test]
    fn a_record_that_is_gone_is_made_again_if_one_says_so() {
        on(&SAMPLES[..1], &[Lang::De], |scene| {
            let mut item = reception(scene);
            item.id = crate::model::Id::parse("weg-7k2f").unwrap();
            item.title = "Stadtführung".into();
            let draft = |base| Draft {
                typed: "note=neu".to_owned(),
                base,
            };
            let base = Some(AnyRef::Item(&item).to_owned());
            let mut form = Form::resumed("item weg-7k2f", &draft(base), scene).unwrap();
            let gone = form.gone(scene).unwrap();
            assert_eq!(
                removed(gone, scene),
                "Programmpunkt „Stadtführung“ wurde inzwischen gelöscht"
            );
            let Reply::Done(requests) = form.act(Action::Accept, scene) else {
                panic!("it asks");
            };
            let [Request::Open(mut ask)] = <[Request; 1]>::try_from(requests).ok().unwrap() else {
                panic!("it asks");
            };
            let Reply::Done(requests) = ask.act(Action::Yes, scene) else {
                panic!("it is made");
            };
            let made = requests.into_iter().find_map(|request| match request {
                Request::Commit(transaction) => transaction.changes.into_iter().next(),
                _ => None,
            });
            let Some(AnyRecord::Item(made)) = made.and_then(|change| change.after) else {
                panic!("it is made");
            };
            assert_eq!(
                (made.id.as_str(), made.note.0.as_str()),
                ("weg-7k2f", "neu")
            );
            // Of what nothing is known nothing can be made.
            assert!(Form::resumed("item weg-7k2f", &draft(None), scene).is_none());
        });
    }
}
