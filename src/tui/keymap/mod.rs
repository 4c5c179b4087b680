//! The one table of keys: dispatch, footer, help, palette and the README's table read it.

mod context;

use crossterm::event::KeyCode;
use serde::Deserialize;
use thiserror::Error;

use super::{action::Action, key::Key};
use crate::{
    display, say,
    words::{Lang, Speak, quoted},
};
pub use context::Context;

/// Which keys do what in one context.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Section {
    context: Context,
    bindings: Vec<Binding>,
}

/// The keys of one action.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Binding {
    /// The keys; the first is the one that is shown.
    pub keys: Vec<Key>,
    /// What they do.
    pub action: Action,
    /// Whether the footer shows it.
    #[serde(default)]
    pub foot: bool,
}

/// A binding that a key leads to.
#[derive(Debug)]
pub struct Reach<'a> {
    /// Where it is bound.
    pub context: Context,
    /// What is bound.
    pub binding: &'a Binding,
    /// Those of its keys that arrive; never none.
    pub keys: Vec<Key>,
}

impl Reach<'_> {
    /// The key that is shown alone: the first, or the letter with which its word begins, so that
    /// each language is answered yes and no in its own way.
    pub fn shown(&self, lang: Lang) -> String {
        let word = self.binding.action.label().get(lang);
        let begins = |key: &&Key| word.starts_with(|c| key.code == KeyCode::Char(c));
        let own = self.keys.iter().filter(|key| key.writes()).find(begins);
        let key = own.or_else(|| self.keys.first());
        key.map_or_else(String::new, |key| key.shown(lang))
    }
}

/// All keys by context.
#[derive(Debug, Clone)]
pub struct Keymap {
    sections: Vec<Section>,
}

/// Why a person's own keymap cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}", self.say(Lang::En))]
pub struct KeymapError {
    /// Line and column.
    pub at: (usize, usize),
    /// What the parser says.
    pub reason: String,
}

impl Speak for KeymapError {
    fn say(&self, lang: Lang) -> String {
        let ((line, column), reason) = (self.at, display::safe(&self.reason));
        say!(
            lang,
            "keymap.ron, Zeile {line}, Spalte {column}: {reason}; es gelten die mitgelieferten Tasten",
            "keymap.ron, line {line}, column {column}: {reason}; the keys that came with the program apply",
            "keymap.ron, ligne {line}, colonne {column}\u{a0}: {reason}\u{a0}; les touches d’origine s’appliquent"
        )
    }
}

const BUILT_IN: &str = include_str!("../../../assets/keymap.ron");

fn parse(text: &str) -> Result<Vec<Section>, KeymapError> {
    ron::from_str(text).map_err(|error| KeymapError {
        at: (error.span.start.line, error.span.start.col),
        reason: error.code.to_string(),
    })
}

impl Keymap {
    /// The keys that come with the program.
    pub fn built_in() -> Self {
        // A test parses this text, so that it is never empty here.
        Self {
            sections: parse(BUILT_IN).unwrap_or_default(),
        }
    }

    /// These keys with a person's own in place of those for the same actions.
    pub fn with_own(mut self, text: &str) -> Result<Self, KeymapError> {
        for own in parse(text)? {
            let Some(section) = self.sections.iter_mut().find(|s| s.context == own.context) else {
                self.sections.push(own);
                continue;
            };
            for binding in own.bindings {
                for other in &mut section.bindings {
                    other.keys.retain(|key| !binding.keys.contains(key));
                }
                match section
                    .bindings
                    .iter_mut()
                    .find(|b| b.action == binding.action)
                {
                    Some(known) => known.keys = binding.keys,
                    None => section.bindings.push(binding),
                }
            }
        }
        Ok(self)
    }

    /// What a key does, where the innermost context comes first. Where text is typed, a key that
    /// writes does so.
    pub fn action(&self, contexts: &[Context], key: Key, typing: bool) -> Option<Action> {
        if typing && key.writes() {
            return None;
        }
        contexts
            .iter()
            .flat_map(|context| self.bindings(*context))
            .find(|binding| binding.keys.contains(&key))
            .map(|binding| binding.action)
    }

    /// The bindings of a context, in the order of the table.
    pub fn bindings(&self, context: Context) -> impl Iterator<Item = &Binding> {
        let sections = self
            .sections
            .iter()
            .filter(move |section| section.context == context);
        sections
            .flat_map(|section| &section.bindings)
            .filter(|binding| !binding.keys.is_empty())
    }

    /// The key of an action as a sentence names it; where it has none, the action's own name.
    pub fn shown(&self, context: Context, action: Action, lang: Lang) -> String {
        let bound = self.bindings(context).find(|own| own.action == action);
        let key = bound.and_then(|binding| binding.keys.first());
        key.map_or_else(
            || quoted(action.label().get(lang), lang),
            |key| key.shown(lang),
        )
    }

    /// The bindings whose keys arrive from these contexts, innermost first: a key means what the
    /// innermost context says, and where text is typed, a key that writes does.
    pub fn reachable(&self, contexts: &[Context], typing: bool) -> Vec<Reach<'_>> {
        let mut taken: Vec<Key> = Vec::new();
        let mut reachable = Vec::new();
        for context in contexts {
            for binding in self.bindings(*context) {
                let arrives = |key: &&Key| !(taken.contains(key) || typing && key.writes());
                let keys: Vec<Key> = binding.keys.iter().filter(arrives).copied().collect();
                if !keys.is_empty() {
                    taken.extend(&keys);
                    reachable.push(Reach {
                        context: *context,
                        binding,
                        keys,
                    });
                }
            }
        }
        reachable
    }

    /// Every context with its bindings, for the README.
    pub fn all(&self) -> impl Iterator<Item = (Context, &[Binding])> {
        self.sections
            .iter()
            .map(|section| (section.context, section.bindings.as_slice()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_names_the_key_that_is_bound() {
        let own = "[(context: People, bindings: [(keys: [\"x\"], action: Add), (keys: [], action: Edit)])]";
        let keymap = Keymap::built_in().with_own(own).unwrap();
        let shown = |context, action| keymap.shown(context, action, Lang::De);
        assert_eq!(shown(Context::People, Action::Add), "x");
        assert_eq!(shown(Context::Letters, Action::Add), "a");
        assert_eq!(shown(Context::People, Action::Edit), "„ändern“");
    }

    #[test]
    fn the_built_in_keys_are_whole() {
        let sections = parse(BUILT_IN).unwrap();
        for section in &sections {
            let mut keys: Vec<_> = section.bindings.iter().flat_map(|b| &b.keys).collect();
            let count = keys.len();
            keys.sort_by_key(|key| format!("{key:?}"));
            keys.dedup();
            assert_eq!(
                keys.len(),
                count,
                "a key stands twice in {:?}",
                section.context
            );
        }
        let bound = |action| {
            sections
                .iter()
                .any(|s| s.bindings.iter().any(|b| b.action == action))
        };
        let unbound: Vec<_> = Action::ALL
            .iter()
            .filter(|action| !bound(**action))
            .collect();
        assert_eq!(unbound, Vec::<&Action>::new());
    }

    #[test]
    fn own_keys_replace_those_of_the_same_action() {
        let own = "[(context: Global, bindings: [(keys: [\"<C-q>\"], action: Quit)])]";
        let keymap = Keymap::built_in().with_own(own).unwrap();
        let does = |key| keymap.action(&[Context::Global], Key::parse(key).unwrap(), false);
        assert_eq!((does("<C-q>"), does("q")), (Some(Action::Quit), None));
    }

    #[test]
    fn a_key_that_arrives_elsewhere_is_not_told() {
        let keymap = Keymap::built_in();
        let keys = |contexts: &[Context], typing, action| -> Vec<String> {
            let all = keymap.reachable(contexts, typing);
            let found = all.into_iter().find(|reach| reach.binding.action == action);
            let keys = found.map_or_else(Vec::new, |reach| reach.keys);
            keys.into_iter().map(|key| key.shown(Lang::En)).collect()
        };
        let form = [Context::Form, Context::Global];
        assert_eq!(keys(&form, true, Action::Help), ["F1"]);
        assert_eq!(keys(&form, false, Action::Help), ["?", "F1"]);
        let read = [Context::Read, Context::Global];
        assert_eq!(keys(&read, false, Action::Quit), ["Ctrl+Q"]);
    }

    #[test]
    fn each_language_has_its_own_yes() {
        let keymap = Keymap::built_in();
        for (lang, yes) in [(Lang::De, "j"), (Lang::En, "y"), (Lang::Fr, "o")] {
            let reachable = keymap.reachable(&[Context::Ask], false);
            let reach = reachable.iter().find(|r| r.binding.action == Action::Yes);
            assert_eq!(reach.map(|reach| reach.shown(lang)).as_deref(), Some(yes));
        }
    }

    #[test]
    fn a_broken_table_says_where() {
        let error = Keymap::built_in()
            .with_own("[(context: Nowhere)]")
            .unwrap_err();
        assert_eq!(error.at.0, 1);
    }
}
