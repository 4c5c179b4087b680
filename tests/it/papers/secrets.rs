//! No paper tells its reader what is not for them. Every declared field carries a token of its own,
//! so that a new field is tried as soon as it is declared.

mod copies;

use attache::{
    audience::{Audience, Reader, redact},
    format::{self, Print},
    merge::merge,
    model::{AnyRecord, Kind, Shape, Sight, Visit},
    paper::{Block, Document, Paper, Tentative},
    words::Lang,
};

use super::{
    DUESSELDORF, Made,
    changing::{edited, put},
    composed, every_paper,
    facts::squeezed,
    for_the_programme,
    notices::asked,
    options, sample, text,
    tokens::{Token, filled, laden, with_vehicle},
};

#[test]
fn every_kind_of_secret_is_tried() {
    let (_, tokens) = laden();
    for sight in [
        Sight::Public,
        Sight::Programme,
        Sight::Reach,
        Sight::Care,
        Sight::Identity,
        Sight::Internal,
    ] {
        assert!(
            tokens.iter().any(|token| token.sights.contains(&sight)),
            "{sight:?}"
        );
    }
    for kind in Kind::ALL {
        assert!(tokens.iter().any(|token| token.kind == *kind), "{kind:?}");
    }
}

/// A document in every format that is text, from the first byte to the last.
fn written_out(document: &Document) -> Vec<(&'static str, String)> {
    let formats = format::ALL.iter().filter(|format| format.is_text);
    let written = formats.map(|format| {
        let bytes = format.write(&Print::plain(document)).unwrap();
        let bytes = String::from_utf8(bytes).unwrap();
        (format.token, squeezed(&bytes).to_lowercase())
    });
    written.collect()
}

#[test]
fn no_paper_tells_what_is_not_for_its_reader() {
    let (visit, tokens) = laden();
    for lang in Lang::ALL {
        for Made { wanted, document } in every_paper(&visit, lang) {
            let reader = &wanted.reader;
            let text = squeezed(&text(&document)).to_lowercase();
            let written = written_out(&document);
            let everything = squeezed(&format!("{document:?}")).to_lowercase();
            for token in tokens.iter().filter(|token| !token.is_for(reader)) {
                assert!(
                    !token.stands_in(&text) && !token.stands_in(&everything),
                    "{wanted:?} {lang:?}: {token:?}\n{text}"
                );
                for (format, bytes) in &written {
                    assert!(
                        !token.stands_in(bytes),
                        "{wanted:?} {lang:?} {format}: {token:?}"
                    );
                }
            }
        }
    }
}

/// What the other side of a conflict says is on nobody's paper, not even on our own.
#[test]
fn no_paper_tells_what_is_only_in_a_conflict() {
    let base = with_vehicle();
    let ((ours, own), (theirs, others)) = (filled(base.clone(), 0), filled(base.clone(), 1));
    let visit = merge(&base, &ours, &theirs).unwrap().visit;
    assert!(visit.conflicts.len() > 50, "{}", visit.conflicts.len());
    let held = format!("{:?}", visit.conflicts).to_lowercase();
    assert!(
        others
            .iter()
            .all(|token| token.stands_in(&held) || !token.is_word())
    );
    for lang in Lang::ALL {
        let mut seen = 0;
        for Made { wanted, document } in every_paper(&visit, lang) {
            let everything = squeezed(&format!("{document:?}")).to_lowercase();
            seen += own
                .iter()
                .filter(|token| token.stands_in(&everything))
                .count();
            for token in &others {
                assert!(
                    !token.stands_in(&everything),
                    "{wanted:?} {lang:?}: {token:?}"
                );
            }
        }
        assert!(seen > 100, "{seen} tokens of what stands");
    }
    for audience in Audience::ALL {
        let redacted = redact(&visit, *audience);
        assert!(redacted.visit().conflicts.is_empty(), "{audience:?}");
    }
}

/// Both versions, every field of some records another.
fn two_versions() -> (Visit, Visit, Vec<Token>) {
    let (old, mut tokens) = laden();
    let (new, others) = filled(old.clone(), 1);
    tokens.extend(others);
    (old, new, tokens)
}

#[test]
fn no_paper_that_is_compared_tells_what_is_not_for_its_reader() {
    let (old, new, tokens) = two_versions();
    for lang in Lang::ALL {
        let mut notices = 0;
        for wanted in attache::paper::set::all(&new) {
            let Ok(document) = wanted.compose(&new, &asked(&old, &wanted.reader, lang)) else {
                continue;
            };
            notices += usize::from(wanted.paper.token == "changes");
            let text = squeezed(&text(&document)).to_lowercase();
            let everything = squeezed(&format!("{document:?}")).to_lowercase();
            let reader = &wanted.reader;
            for token in tokens.iter().filter(|token| !token.is_for(reader)) {
                assert!(
                    !token.stands_in(&text) && !token.stands_in(&everything),
                    "{wanted:?} {lang:?}: {token:?}\n{text}"
                );
            }
        }
        assert!(notices > 10, "{notices} notices");
    }
}

/// What a notice tells otherwise: precedence as the order that comes of it.
const TOLD_OTHERWISE: &[&str] = &["rank", "order", "since"];

#[test]
fn a_notice_to_those_who_plan_tells_of_every_field() {
    let (old, new, tokens) = two_versions();
    let reader = Reader::from(Audience::Internal);
    for lang in Lang::ALL {
        let notice = Paper::named("changes").unwrap();
        let known = redact(&new, reader.clone());
        let document = notice.compose(&known, &asked(&old, &reader, lang)).unwrap();
        let rows = document.body.iter().filter_map(|block| match block {
            Block::Table(table) => Some(&table.rows),
            _ => None,
        });
        let cells = rows.flatten().flat_map(|row| &row.cells);
        let text = cells.map(|cell| squeezed(cell)).collect::<String>();
        let text = text.to_lowercase();
        for token in tokens.iter().filter(|token| token.is_for(&reader)) {
            let is_told = !TOLD_OTHERWISE.contains(&token.key);
            assert_eq!(
                token.stands_in(&text),
                is_told,
                "{lang:?} {token:?}\n{text}"
            );
        }
    }
}

/// What these papers leave to others, with the paper that it belongs to.
const ELSEWHERE: &[(Kind, &[&str], &str)] = &[
    (
        Kind::Visit,
        &[
            "host_place",
            "host_country",
            "guest",
            "guest_place",
            "guest_country",
            "retain_until",
        ],
        "they say whose visit it is; the title says that",
    ),
    (
        Kind::Participant,
        &[
            "count",
            "offices",
            "rank",
            "order",
            "rank_reason",
            "since",
            "postal",
            "salutation",
            "spoken",
            "closing",
            "email",
            "diet",
            "access",
            "health",
            "lodging_room",
            "gift_planned",
            "gift_given",
            "spellings",
            "replies",
        ],
        "the delegation list, the greeting order, the meal sheet and the rooms",
    ),
    (
        Kind::Item,
        &["report"],
        "the press note; the planners' programme has it",
    ),
    (
        Kind::Letter,
        &["scan", "checksum"],
        "the register of letters",
    ),
    (Kind::Place, &["note"], "the driver's list"),
    (Kind::Vehicle, &["seats", "note"], "the driver's list"),
    (
        Kind::Task,
        &["title", "due", "owner", "done_on", "note"],
        "the checklist",
    ),
];

#[test]
fn everything_else_is_told() {
    let (visit, tokens) = laden();
    for audience in for_the_programme() {
        let known = redact(&visit, *audience);
        for lang in Lang::ALL {
            let document = composed(&known, "programme", &options(lang, None));
            let text = squeezed(&text(&document)).to_lowercase();
            for token in tokens
                .iter()
                .filter(|token| token.is_for(&(*audience).into()))
            {
                let elsewhere = ELSEWHERE
                    .iter()
                    .any(|(kind, keys, _)| *kind == token.kind && keys.contains(&token.key));
                let elsewhere = elsewhere && !(audience.plans() && token.key == "report");
                assert!(
                    elsewhere != token.stands_in(&text),
                    "{audience:?} {lang:?}: {token:?}\n{text}"
                );
            }
        }
    }
}
