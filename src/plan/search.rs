//! Searching everything in a visit: every field of every record, by its declaration.

use std::collections::HashMap;

use crate::{
    display,
    model::{AnyRef, FieldInfo, Kind, Visit, value::View},
    words::Lang,
};

/// A record in which all words of a search were found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The kind of the record.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The field that says why it was found, where its title does not.
    pub field: Option<FieldInfo>,
    /// The line of that field.
    pub line: String,
}

/// How well a word fits; less is better.
type Rank = u32;

const BEGINS_IN_TITLE: Rank = 0;
const WITHIN_TITLE: Rank = 2;
const BEGINS_ELSEWHERE: Rank = 4;
const WITHIN_ELSEWHERE: Rank = 8;
const IN_RELATED: Rank = 16;

/// The records in which each word of the text is found, whatever its case, accents and order; best
/// first. A record that refers to another is found by that one's title, too.
pub fn search(visit: &Visit, text: &str, lang: Lang) -> Vec<Hit> {
    let folded = display::fold(text);
    let words: Vec<&str> = words(&folded).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let view = View { visit, lang };
    let titles: HashMap<&str, String> = visit
        .all_records()
        .map(|record| (record.id(), display::fold(&record.title(view))))
        .collect();
    let mut hits: Vec<(Rank, bool, Hit)> = visit
        .all_records()
        .filter_map(|record| {
            let found = Found::of(record, &words, &titles, view)?;
            let is_whole = titles
                .get(record.id())
                .is_some_and(|title| *title == folded);
            Some((found.rank(), !is_whole, found.hit(record, view)))
        })
        .collect();
    hits.sort_by(|(rank_a, whole_a, a), (rank_b, whole_b, b)| {
        let key = |hit: &Hit| (hit.kind, hit.title.clone(), hit.id.clone());
        (whole_a, rank_a)
            .cmp(&(whole_b, rank_b))
            .then_with(|| key(a).cmp(&key(b)))
    });
    hits.into_iter().map(|(_, _, hit)| hit).collect()
}

/// The words of a folded text; in a script of its own they stand between spaces.
fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(|c: char| c == '-' || c.is_whitespace())
        .filter(|word| !word.is_empty())
}

/// The best that was found for each word so far, and the field that was needed for it.
struct Found<'a> {
    words: &'a [&'a str],
    ranks: Vec<Option<Rank>>,
    field: Option<(FieldInfo, String)>,
}

impl<'a> Found<'a> {
    /// What a record has of the words; none unless it has them all.
    fn of(
        record: AnyRef<'_>,
        words: &'a [&'a str],
        titles: &HashMap<&str, String>,
        view: View<'_>,
    ) -> Option<Self> {
        let mut found = Self {
            words,
            ranks: vec![None; words.len()],
            field: None,
        };
        if let Some(title) = titles.get(record.id()) {
            found.note(title, BEGINS_IN_TITLE, WITHIN_TITLE);
        }
        let fields = record.fields();
        for (at, info) in fields.info().iter().enumerate() {
            let value = fields.value(at);
            if value.is_empty() {
                continue;
            }
            value.texts(view, &mut |text| found.look(info, text));
        }
        for link in record.links() {
            if let Some(title) = titles.get(link.id.as_str()) {
                found.note(title, IN_RELATED, IN_RELATED);
            }
        }
        found.ranks.iter().all(Option::is_some).then_some(found)
    }

    fn look(&mut self, info: &FieldInfo, text: &str) {
        let folded = display::fold(text);
        let is_title = matches!(info.key, "title" | "name" | "spellings");
        let (begins, within) = if is_title {
            (BEGINS_IN_TITLE, WITHIN_TITLE)
        } else {
            (BEGINS_ELSEWHERE, WITHIN_ELSEWHERE)
        };
        let is_better = self.note(&folded, begins, within);
        if is_better && !is_title {
            let has_word = |line: &&str| {
                let line = display::fold(line);
                self.words.iter().any(|word| line.contains(word))
            };
            let line = text.lines().find(has_word).unwrap_or(text);
            self.field = Some((*info, line.trim().to_owned()));
        }
    }

    /// Notes which words a text has; whether it has one better than any text before.
    fn note(&mut self, folded: &str, begins: Rank, within: Rank) -> bool {
        let mut is_better = false;
        for (word, best) in self.words.iter().zip(&mut self.ranks) {
            if best.is_some_and(|best| best <= begins) || !folded.contains(word) {
                continue;
            }
            let rank = if words(folded).any(|own| own.starts_with(word)) {
                begins
            } else {
                within
            };
            if best.is_none_or(|best| rank < best) {
                *best = Some(rank);
                is_better = true;
            }
        }
        is_better
    }

    fn rank(&self) -> Rank {
        self.ranks.iter().flatten().sum()
    }

    fn hit(self, record: AnyRef<'_>, view: View<'_>) -> Hit {
        let (field, line) = self.field.unzip();
        Hit {
            kind: record.kind(),
            id: record.id().to_owned(),
            title: record.title(view),
            field,
            line: line.unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::{Item, Letter, Place, arbitrary::visits},
        plan::tests::fixture::{person, visit, with},
    };
    use proptest::{prop_assert, proptest};

    fn found(visit: &Visit, text: &str) -> Vec<String> {
        let hits = search(visit, text, Lang::De);
        hits.into_iter().map(|hit| hit.id).collect()
    }

    fn planned() -> Visit {
        let mut visit = visit(&[]);
        person(
            &mut visit,
            "keller",
            "given=Stephan side=host spellings=Kellér; phone=+49 211 1",
        );
        with::<Place>(
            &mut visit,
            "rathaus",
            "name=Rathaus address=Marktplatz 2, Düsseldorf",
        );
        with::<Item>(
            &mut visit,
            "empfang",
            "title=Empfang im Rathaus title.fr=Accueil à l’hôtel de ville day=24.10. start=10:15 host=keller",
        );
        with::<Item>(
            &mut visit,
            "fahrt",
            "title=Fahrt place=rathaus note=Büro OB rückfragen",
        );
        with::<Letter>(
            &mut visit,
            "loi",
            "title=Absichtserklärung commitments=Fachaustausch | Kulturamt",
        );
        visit
    }

    #[test]
    fn every_field_of_every_record_is_searched_and_the_best_comes_first() {
        let visit = planned();
        for (text, expected) in [
            ("rathaus", &["rathaus", "empfang", "fahrt"][..]),
            ("Empfang", &["empfang"]),
            ("rathaus empf", &["empfang"]),
            ("HOTEL DE VILLE", &["empfang"]),
            ("accueil l'hotel", &["empfang"]),
            ("keller", &["keller", "empfang"]),
            ("kellér steph", &["keller", "empfang"]),
            ("dusseldorf", &[]),
            ("duesseldorf", &["rathaus", "fahrt"][..1]),
            ("rückfragen", &["fahrt"]),
            ("fachaus kultur", &["loi"]),
            ("10:15", &["empfang"]),
            ("24.10.", &["besuch-7k2f", "empfang"]),
            ("+49 211", &["keller"]),
            ("", &[]),
            ("  ", &[]),
            ("xyzzy", &[]),
        ] {
            assert_eq!(found(&visit, text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_hit_says_where_it_was_found() {
        let visit = planned();
        let hit = &search(&visit, "rückfragen", Lang::De)[0];
        assert_eq!(
            (hit.field.map(|field| field.key), hit.line.as_str()),
            (Some("note"), "Büro OB rückfragen")
        );
        assert_eq!(search(&visit, "empfang", Lang::De)[0].field, None);
    }

    proptest! {
        #[test]
        fn each_record_is_found_by_its_title(visit in visits()) {
            for record in visit.all_records() {
                let title = record.title(View { visit: &visit, lang: Lang::De });
                prop_assert!(title.is_empty() || found(&visit, &title).iter().any(|id| id == record.id()), "{title}");
            }
        }
    }
}
