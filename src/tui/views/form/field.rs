//! One field of a form: what is typed for it, in each language that it may have.

use crate::{
    model::{FieldInfo, Shape},
    plan::Edit,
    tui::line::Line,
    words::Lang,
};

/// What is typed for one key; of a text, in one language.
#[derive(Debug, Clone, Default)]
pub(super) struct Wording {
    /// The key as an edit names it, such as `title` or `title.fr`.
    pub(super) key: String,
    /// Which language, of a text.
    pub(super) lang: Option<Lang>,
    /// What is typed.
    pub(super) line: Line,
    /// What the visit has now.
    was: String,
    /// What it becomes by itself: what the visit has, or what that becomes by what is typed elsewhere,
    /// as an end moves with its start.
    by_itself: String,
    /// What stood there before anybody typed.
    first: String,
    /// Somebody else has changed it while it was changed here.
    torn: bool,
}

impl Wording {
    /// A wording as the visit has it; of a field in languages, in one of them.
    pub(super) fn new(key: String, lang: Option<Lang>, was: String) -> Self {
        Self {
            key,
            lang,
            line: Line::new(was.clone()),
            first: was.clone(),
            by_itself: was.clone(),
            was,
            torn: false,
        }
    }

    /// What is typed.
    pub(super) fn text(&self) -> &str {
        self.line.text()
    }

    /// What it would change in the visit.
    fn edit(&self) -> Option<Edit> {
        (self.text().trim() != self.by_itself.trim()).then(|| Edit::set(&self.key, self.text()))
    }

    /// Whether somebody has typed here.
    pub(super) fn is_touched(&self) -> bool {
        self.text() != self.first
    }

    /// What the visit has now, where somebody else has changed it while it was changed here.
    pub(super) fn theirs(&self) -> Option<&str> {
        self.torn.then_some(self.was.as_str())
    }

    /// Puts back what was typed in a form that was left, where the visit has something else. `base`
    /// is what it was typed over; where that is not known, whatever stands there may be another's.
    fn resume(&mut self, base: Option<&str>, typed: &str) {
        let was = self.was.trim();
        if typed.trim() != self.by_itself.trim() {
            self.torn = base.map_or(!was.is_empty(), |base| base.trim() != was);
            self.line.replace(typed);
        }
    }

    /// Takes in what the visit has now; what was typed stays.
    fn refresh(&mut self, now: String) {
        if now == self.was {
            return;
        }
        if self.is_touched() {
            self.torn = self.text().trim() != now.trim();
        } else {
            self.show(now.clone());
        }
        self.by_itself.clone_from(&now);
        self.was = now;
    }

    /// Shows what it becomes by what is typed elsewhere, or, where that changes nothing here, what
    /// the visit has; what was typed or proposed stays.
    fn follow(&mut self, along: Option<String>) {
        if self.text() != self.by_itself {
            return;
        }
        let along = along.unwrap_or_else(|| self.was.clone());
        if along != self.by_itself {
            self.show(along.clone());
            self.by_itself = along;
        }
    }

    /// Puts a text there that nobody has typed.
    fn show(&mut self, text: String) {
        self.line = Line::new(text.clone());
        self.first = text;
    }
}

/// What was made of what is typed.
#[derive(Debug, Clone, Default)]
pub(super) struct Seen {
    /// The value as one would type it, once it is understood.
    pub(super) typed: String,
    /// What is shown beside the field.
    pub(super) note: String,
    /// Why it is refused.
    pub(super) refused: Option<String>,
}

/// One field.
#[derive(Debug, Clone)]
pub(super) struct Field {
    /// Its declaration.
    pub(super) info: FieldInfo,
    /// What was understood.
    pub(super) seen: Seen,
    wordings: Vec<Wording>,
    at: usize,
}

impl Field {
    /// A field with its wordings, of which the first shows; there is always one.
    pub(super) fn new(info: FieldInfo, first: Wording, others: Vec<Wording>) -> Self {
        Self {
            info,
            seen: Seen::default(),
            wordings: std::iter::once(first).chain(others).collect(),
            at: 0,
        }
    }

    /// The wording that shows.
    pub(super) fn shown(&self) -> &Wording {
        &self.wordings[self.at]
    }

    /// What is typed for the wording that shows.
    pub(super) fn line(&mut self) -> &mut Line {
        &mut self.wordings[self.at].line
    }

    /// The text of the wording that shows.
    pub(super) fn text(&self) -> &str {
        self.shown().text()
    }

    /// Every wording.
    pub(super) fn wordings(&self) -> &[Wording] {
        &self.wordings
    }

    /// Shows the next language; whether there is one.
    pub(super) fn next_lang(&mut self) -> bool {
        self.at = (self.at + 1) % self.wordings.len();
        self.wordings.len() > 1
    }

    /// Shows the wording of a key; whether it is one of this field.
    pub(super) fn show(&mut self, key: &str) -> bool {
        let found = self.wordings.iter().position(|wording| wording.key == key);
        self.at = found.unwrap_or(self.at);
        found.is_some()
    }

    /// Puts a text there that is accepted with the rest, though nobody has typed it; only where
    /// the key is one of the field's.
    pub(super) fn propose(&mut self, key: &str, text: &str) {
        for wording in self.wordings.iter_mut().filter(|own| own.key == key) {
            wording.show(text.to_owned());
        }
    }

    /// What it would change in the visit.
    pub(super) fn edits(&self) -> impl Iterator<Item = Edit> {
        self.wordings.iter().filter_map(Wording::edit)
    }

    /// Whether somebody has typed here.
    pub(super) fn is_touched(&self) -> bool {
        self.wordings.iter().any(Wording::is_touched)
    }

    /// Whether nothing is said in any language.
    pub(super) fn is_empty(&self) -> bool {
        self.wordings
            .iter()
            .all(|wording| wording.text().trim().is_empty())
    }

    /// Whether the visit has nothing for the wording that shows.
    pub(super) fn was_empty(&self) -> bool {
        self.shown().was.is_empty()
    }

    /// The languages of a text that have no wording, where another one has.
    pub(super) fn missing(&self) -> Vec<Lang> {
        let is_empty = |wording: &&Wording| wording.text().trim().is_empty();
        if self.is_empty() {
            return Vec::new();
        }
        let missing = self.wordings.iter().filter(is_empty);
        // Arabic is for those papers that are wanted in it.
        let langs = missing.filter_map(|wording| wording.lang);
        langs.filter(|lang| Lang::ALL.contains(lang)).collect()
    }

    /// Puts back what was typed for a key, of which that is shown; whether the key is one of the
    /// field's. `base` is the field as it was when that was typed.
    pub(super) fn resume(&mut self, key: &str, base: Option<&Self>, typed: &str) -> bool {
        let Some(at) = self.wordings.iter().position(|own| own.key == key) else {
            return false;
        };
        let base = base.and_then(|base| base.wordings.get(at));
        self.wordings[at].resume(base.map(Wording::text), typed);
        let own = &self.wordings[at];
        if own.torn || own.is_touched() && !self.shown().torn {
            self.at = at;
        }
        true
    }

    /// Takes in what the visit has now for each wording.
    pub(super) fn refresh(&mut self, now: &[Wording]) {
        for (wording, now) in self.wordings.iter_mut().zip(now) {
            wording.refresh(now.text().to_owned());
        }
    }

    /// Shows what it becomes by what is typed in other fields; none where they do not change it.
    pub(super) fn follow(&mut self, along: Option<&[Wording]>) {
        for (at, wording) in self.wordings.iter_mut().enumerate() {
            let along = along.and_then(|along| along.get(at));
            wording.follow(along.map(|along| along.text().to_owned()));
        }
    }

    /// What the visit has of a wording that was changed here and elsewhere; it is said once.
    pub(super) fn take_torn(&mut self) -> Option<String> {
        let torn = self.wordings.iter_mut().position(|wording| wording.torn)?;
        self.at = torn;
        self.wordings[torn].torn = false;
        Some(self.wordings[torn].was.clone())
    }

    /// Whether the text itself is edited in its line; otherwise something is opened or switched.
    pub(super) const fn is_line(&self) -> bool {
        !matches!(
            self.info.shape,
            Shape::Flag
                | Shape::Choice(_)
                | Shape::Ref(_)
                | Shape::Refs(_)
                | Shape::Zone
                | Shape::Rows(_)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Kind;

    fn field() -> Field {
        let info = Kind::Place.fields()[0];
        let wording =
            |key: &str, lang, text: &str| Wording::new(key.to_owned(), Some(lang), text.to_owned());
        let french = wording("name.fr", Lang::Fr, "");
        Field::new(info, wording("name", Lang::De, "Rathaus"), vec![french])
    }

    #[test]
    fn only_what_was_changed_is_an_edit() {
        let mut field = field();
        assert_eq!(field.edits().count(), 0);
        assert_eq!(field.missing(), [Lang::Fr]);
        assert!(field.next_lang());
        field.line().paste("Hôtel de ville ");
        let edits: Vec<Edit> = field.edits().collect();
        assert_eq!(edits, [Edit::set("name.fr", "Hôtel de ville ")]);
        assert!(field.is_touched() && field.missing().is_empty());
    }

    #[test]
    fn what_changes_underneath_comes_in_where_nobody_typed() {
        let mut field = field();
        let now = |name: &str| [Wording::new("name".into(), Some(Lang::De), name.into())];
        field.refresh(&now("Rathaus Mitte"));
        assert_eq!(field.text(), "Rathaus Mitte");
        field.line().paste("!");
        field.refresh(&now("Altes Rathaus"));
        assert_eq!(field.text(), "Rathaus Mitte!");
        assert_eq!(field.take_torn().as_deref(), Some("Altes Rathaus"));
        assert_eq!(field.take_torn(), None);
        assert_eq!(field.edits().count(), 1);
    }
}
