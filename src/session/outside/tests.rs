//! What came in is counted, told and named in each language.

use super::*;
use crate::{
    edit::apply,
    plan::{
        self,
        tests::{
            asker,
            fixture::{edits, visit},
        },
    },
};

fn arrived(counts: &[(Kind, Verb, usize)], raised: &[&str]) -> Arrived {
    Arrived {
        counts: counts.to_vec(),
        raised: raised.iter().map(|&own| own.to_owned()).collect(),
        settled: Vec::new(),
    }
}

#[test]
fn what_came_in_is_told_by_kind_and_by_what_was_done() {
    use Kind::{Item, Place, Task, Visit};
    use Verb::{Added, Changed, Removed};
    for (arrived, who, expected) in [
        (
            arrived(&[(Item, Changed, 2)], &[]),
            &["Meier"][..],
            [
                "2 Programmpunkte wurden von Meier geändert",
                "2 programme items were changed by Meier",
                "2 points du programme ont été modifiés par Meier",
            ],
        ),
        (
            arrived(&[(Item, Added, 1), (Task, Removed, 2)], &["Empfang: Zeit"]),
            &[],
            [
                "1 Programmpunkt wurde von anderer Seite hinzugefügt, 2 Aufgaben wurden \
                 entfernt; 1 Widerspruch ist zu entscheiden (Empfang: Zeit)",
                "1 programme item was added outside the app, 2 tasks were removed; \
                 1 conflict to settle (Empfang: Zeit)",
                "1 point du programme a été ajouté en dehors de l’application, 2 tâches ont été \
                 supprimées\u{a0}; 1 conflit à régler (Empfang: Zeit)",
            ],
        ),
        (
            arrived(&[(Place, Changed, 1), (Visit, Changed, 1)], &["a", "b"]),
            &["A\u{1b}[1mB", "Jan Kok"],
            [
                "1 Ort wurde von A␛[1mB und Jan Kok geändert, die Angaben zum Besuch wurden geändert; \
                 2 Widersprüche sind zu entscheiden (a; b)",
                "1 place was changed by A␛[1mB and Jan Kok, the details of the visit were changed; \
                 2 conflicts to settle (a; b)",
                "1 lieu a été modifié par A␛[1mB et Jan Kok, les informations sur la visite ont été \
                 modifiées\u{a0}; 2 conflits à régler (a; b)",
            ],
        ),
        (
            arrived(&[], &["Empfang: Zeit"]),
            &["Meier"],
            [
                "dasselbe wurde von Meier anders geändert; 1 Widerspruch ist zu entscheiden \
                 (Empfang: Zeit)",
                "the same was changed differently by Meier; 1 conflict to settle (Empfang: \
                 Zeit)",
                "la même chose a été modifiée autrement par Meier\u{a0}; 1 conflit à régler \
                 (Empfang: Zeit)",
            ],
        ),
        (
            Arrived {
                settled: ["a", "b", "c", "d"].map(str::to_owned).into(),
                ..arrived(&[], &[])
            },
            &["Meier"],
            [
                "4 Widersprüche wurden von Meier entschieden (a; b; c; …)",
                "4 conflicts were settled by Meier (a; b; c; …)",
                "4 conflits ont été réglés par Meier (a; b; c; …)",
            ],
        ),
        (
            arrived(&[], &[]),
            &[],
            [
                "die Angaben zum Besuch wurden von anderer Seite geändert",
                "the details of the visit were changed outside the app",
                "les informations sur la visite ont été modifiées en dehors de l’application",
            ],
        ),
    ] {
        let who: Vec<String> = who.iter().map(|&name| name.to_owned()).collect();
        for (lang, expected) in [Lang::De, Lang::En, Lang::Fr].into_iter().zip(expected) {
            assert_eq!(arrived.said(&who, lang), expected);
        }
    }
}

#[test]
fn what_came_in_is_counted_against_what_the_file_held() {
    let before = visit(&[("a", ""), ("b", ""), ("c", "")]);
    let mut after = before.clone();
    for (id, edit) in [("a", "title=A"), ("b", "title=B")] {
        let change = plan::set(&after, id, &edits(edit), asker(Lang::De)).unwrap();
        apply(&mut after, &change).unwrap();
    }
    let gone = plan::remove(&after, "c", Lang::De).unwrap();
    apply(&mut after, &gone).unwrap();
    let expected = [
        (Kind::Item, Verb::Changed, 2),
        (Kind::Item, Verb::Removed, 1),
    ];
    assert_eq!(counts(&before, &after), expected);
    assert_eq!(counts(&after, &after), []);
}
