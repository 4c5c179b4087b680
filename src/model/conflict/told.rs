//! A conflict in words: what each version says, and why there is one.

use super::{Conflict, Version};
use crate::{
    model::{AnyRef, Entry, FieldInfo, Shape, View},
    words::{Lang, Said, capitalised, labelled},
};

/// Where a version has nothing.
const NOTHING: &str = "–";

const BOTH: Said = Said::new(
    "Beide Seiten haben das Feld geändert, jede anders",
    "Both sides changed the field, each in its own way",
    "Les deux parties ont modifié ce champ, chacune à sa façon",
);
const APART: Said = Said::new(
    "Jede Version geht für sich, beide zusammen nicht",
    "Each version is possible by itself, both together are not",
    "Chaque version est possible seule, les deux ensemble ne le sont pas",
);
const OURS_REMOVED: Said = Said::new(
    "Unsere Seite hat den Eintrag gelöscht, die andere hat ihn geändert",
    "Our side removed the record, the other changed it",
    "Notre partie a supprimé la fiche, l’autre l’a modifiée",
);
const OURS_REMOVED_NEEDED: Said = Said::new(
    "Unsere Seite hat den Eintrag gelöscht, die andere verweist neu darauf",
    "Our side removed the record, the other refers to it anew",
    "Notre partie a supprimé la fiche, l’autre y renvoie désormais",
);
const THEIRS_REMOVED: Said = Said::new(
    "Die andere Seite hat den Eintrag gelöscht, unsere hat ihn geändert",
    "The other side removed the record, ours changed it",
    "L’autre partie a supprimé la fiche, la nôtre l’a modifiée",
);
const THEIRS_REMOVED_NEEDED: Said = Said::new(
    "Die andere Seite hat den Eintrag gelöscht, unsere verweist neu darauf",
    "The other side removed the record, ours refers to it anew",
    "L’autre partie a supprimé la fiche, la nôtre y renvoie désormais",
);
const TWICE: Said = Said::new(
    "Beide Seiten haben unter derselben Kennung etwas Verschiedenes",
    "The two sides have different things under one id",
    "Les deux parties ont des choses différentes sous un même identifiant",
);

impl Conflict {
    /// What one version says, line by line: the value of the field, or what the record is called and
    /// the fields in which it differs from another version.
    pub fn told(&self, of: Version, view: View<'_>) -> Vec<String> {
        let Some(record) = self.record(of).map(|record| record.as_ref()) else {
            return vec![self.lacking(of, view.lang)];
        };
        let Some((at, info)) = self.field_info() else {
            return self.record_told(record, view);
        };
        let mut lines = value(record.fields().value(at), info, view);
        if lines.is_empty() {
            lines.push(NOTHING.to_owned());
        }
        lines
    }

    /// What is said where a version has no such record.
    fn lacking(&self, of: Version, lang: Lang) -> String {
        let removed = Said::new("gelöscht", "removed", "supprimé");
        let is_removed = of != Version::Base && self.field.is_none() && self.base.is_some();
        if is_removed {
            removed.get(lang)
        } else {
            NOTHING
        }
        .to_owned()
    }

    fn record_told(&self, record: AnyRef<'_>, view: View<'_>) -> Vec<String> {
        let title = record.title(view);
        let others: Vec<AnyRef<'_>> = self
            .records()
            .map(|other| other.as_ref())
            .filter(|other| other.kind() == record.kind() && *other != record)
            .collect();
        let kind = capitalised(record.kind().label().get(view.lang));
        let mut lines = vec![labelled(&kind, &title, view.lang)];
        for (at, info) in record.fields().info().iter().enumerate() {
            let own = record.fields().value(at);
            let differs = |other: &AnyRef<'_>| !other.fields().value(at).same(own);
            if others.iter().any(differs) {
                let told = value(own, info, view).join(", ");
                let told = if told.is_empty() { NOTHING } else { &told };
                lines.push(labelled(info.label.get(view.lang), told, view.lang));
            }
        }
        lines
    }

    /// What it is about: the record, by what it is called in the visit, and the field.
    pub fn subject(&self, view: View<'_>) -> String {
        let held = self.records().next().map(|record| record.as_ref());
        let record = view.visit.record(self.id()).or(held);
        let title = record.map_or_else(String::new, |record| record.title(view));
        let title = if title.is_empty() { self.id() } else { &title };
        match self.field_info() {
            Some((_, info)) => labelled(title, info.label.get(view.lang), view.lang),
            None => title.to_owned(),
        }
    }

    /// Why it is one, in a sentence.
    pub fn why(&self, lang: Lang) -> String {
        let versions = Version::ALL.map(|of| self.record(of));
        let said = match (&self.field, versions) {
            (Some(_), [base, ours, theirs]) if base == ours || base == theirs => APART,
            (Some(_), _) => BOTH,
            (None, [base, None, theirs]) if base == theirs => OURS_REMOVED_NEEDED,
            (None, [_, None, _]) => OURS_REMOVED,
            (None, [base, ours, None]) if base == ours => THEIRS_REMOVED_NEEDED,
            (None, [_, _, None]) => THEIRS_REMOVED,
            (None, _) => TWICE,
        };
        said.get(lang).to_owned()
    }

    /// The field as it stands in the visit meanwhile, where that is none of the versions any more.
    pub fn meanwhile(&self, view: View<'_>) -> Option<Vec<String>> {
        let (at, info) = self.field_info()?;
        let record = view.visit.record(self.id())?;
        let now = record.fields().value(at);
        let is_one = |of: Version| self.value(of).is_some_and(|value| value.same(now));
        let is_new = record.kind() == self.kind() && !Version::ALL.into_iter().any(is_one);
        is_new.then(|| value(now, info, view))
    }
}

/// A value as one would type it, line by line: a text language by language, what has parts part by
/// part.
fn value(value: &dyn Entry, info: &FieldInfo, view: View<'_>) -> Vec<String> {
    let part = |key: &str, label: &str| {
        let typed = value.typed_part(key, view);
        (!typed.is_empty()).then(|| labelled(label, &typed, view.lang))
    };
    let main = view.visit.main_lang();
    let others = Lang::WRITTEN.into_iter().filter(|lang| *lang != main);
    let typed: Vec<String> = match info.shape {
        Shape::Parts(parts) => parts
            .iter()
            .filter_map(|info| part(info.key, info.label.get(view.lang)))
            .collect(),
        shape if shape.is_worded() => std::iter::once(value.typed(view))
            .chain(others.filter_map(|lang| part(lang.code(), lang.code())))
            .collect(),
        _ => vec![value.typed(view)],
    };
    let lines = typed.iter().flat_map(|typed| typed.lines());
    lines
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The name by which arguments mean a conflict: `empfang-7k2f.title`, or the id for a whole record.
impl std::fmt::Display for Conflict {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.field {
            Some(field) => write!(f, "{}.{field}", self.id()),
            None => f.write_str(self.id()),
        }
    }
}
