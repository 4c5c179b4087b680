//! A form that was left, as it was: what was typed, over what the visit holds by now; and what a form
//! does whose record somebody removed meanwhile.

use super::{
    Ask, Form,
    source::{Source, fields_of},
    typed, words,
};
use crate::{
    model::{AnyRecord, Kind, Visit, value::View},
    plan::{self, Refusal},
    say,
    store::Draft,
    tui::view::{Answer, Request, Scene},
    words::{Lang, capitalised, labelled, quoted},
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
        // Nobody else can have changed what is not in the visit yet.
        let base = match &form.source {
            Source::New(record) => Some(record),
            _ => draft.base.as_ref(),
        };
        let base = base.map_or_else(Vec::new, |base| fields_of(base.as_ref(), view));
        for edit in &edits {
            let mut fields = form.fields.iter_mut();
            fields.find_map(|field| {
                let base = base.iter().find(|base| base.info.key == field.info.key);
                field.resume(&edit.key, base, &edit.text).then_some(())
            })?;
            // What is typed for the next one may be what stood there, where this one moves it.
            form.read(scene);
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

    /// Says where it is to be read that the record is gone, until it is there again.
    pub(super) fn told_gone(&mut self, scene: &Scene<'_>) {
        let gone = self.gone(scene).map(|gone| removed(gone, scene));
        if std::mem::replace(&mut self.is_gone, gone.is_some()) || gone.is_some() {
            self.told = gone;
        }
    }

    /// Asks whether a record that is gone is to be made again with what is typed. A person is not:
    /// perhaps they were erased.
    pub(super) fn make_again(&self, gone: &AnyRecord, scene: &Scene<'_>) -> Result<Ask, Refusal> {
        let lang = scene.lang();
        let removed = removed(gone, scene);
        if gone.kind() == Kind::Participant {
            let reason = not_again(&removed, lang);
            let question = say!(
                lang,
                "{reason}. Was hier steht, lässt sich vorher abschreiben. Verwerfen?",
                "{reason}. What stands here can be copied first. Discard it?",
                "{reason}. Ce qui figure ici peut d’abord être recopié. L’abandonner\u{a0}?"
            );
            let on_yes = vec![(self.keep)(None), Request::Close(None)];
            return Ok(Ask::then(question, on_yes));
        }
        let visit = scene
            .visit()
            .ok_or_else(|| Refusal::NoSuchRecord(gone.id().to_owned()))?;
        let transaction = plan::make_again(visit, gone, &self.edits(), scene.asker())?;
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

/// That a person who was removed, as `removed` says, is not put back.
pub(in crate::tui::views) fn not_again(removed: &str, lang: Lang) -> String {
    say!(
        lang,
        "{removed}, vielleicht mit Absicht, und wird nicht wieder angelegt",
        "{removed}, perhaps on purpose, and is not made again",
        "{removed}\u{a0}; c’est peut-être voulu, et la fiche n’est pas recréée"
    )
}

#[cfg(test)]
mod tests;
