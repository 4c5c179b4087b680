//! The checklist before, and the report after a visit.

use attache::{
    audience::{Audience, redact},
    model::{AnyRecord, Prose, Text, Visit},
    paper::{Block, Document, Options},
    words::Lang,
};
use chrono::NaiveDate;

use super::{
    DUESSELDORF, changing::put, composed, date, facts::squeezed, printed::expect_text, rich,
    sample, text,
};

fn made(visit: &Visit, paper: &str, audience: Audience, now: NaiveDate, lang: Lang) -> Document {
    let now = now.and_hms_opt(9, 0, 0).unwrap();
    let options = Options::draft(lang, now);
    composed(&redact(visit, audience), paper, &options)
}

fn checklist(now: NaiveDate, lang: Lang) -> Document {
    made(
        &sample(DUESSELDORF),
        "checklist",
        Audience::Internal,
        now,
        lang,
    )
}

#[test]
fn tasks_stand_on_the_days_that_they_are_due_the_open_ones_first() {
    let list = checklist(date(2024, 11, 4), Lang::De);
    let headings = list.body.iter().filter_map(|block| match block {
        Block::Heading(text) => Some(text.as_str()),
        _ => None,
    });
    let headings: Vec<&str> = headings.collect();
    assert_eq!(
        headings,
        [
            "Montag, 28. Oktober 2024 (T-14)",
            "Montag, 4. November 2024 (T-7)"
        ]
    );
    let checks = list.body.iter().filter_map(|block| match block {
        Block::Checks(checks) => Some(checks.iter().map(|check| check.done).collect()),
        _ => None,
    });
    let done: Vec<Vec<bool>> = checks.collect();
    assert_eq!(done, [vec![true], vec![false, true]]);
}

#[test]
fn a_task_is_overdue_the_day_after() {
    for (now, is_late) in [(date(2024, 11, 4), false), (date(2024, 11, 5), true)] {
        let list = text(&checklist(now, Lang::De));
        assert_eq!(list.contains("überfällig"), is_late, "{list}");
    }
}

/// The sample with an address for a letter of thanks and a gift.
fn thanked() -> Visit {
    let mut visit = sample(DUESSELDORF);
    let mut person = visit
        .participants
        .get("boutaina-bouabid-t6hx")
        .unwrap()
        .clone();
    person.postal = Prose(Text::new(
        "Generalkonsulat\nMusterstraße 1\n40210 Düsseldorf",
    ));
    person.salutation = Text::new("Sehr geehrte Frau Generalkonsulin,");
    person.closing = Text::new("Mit vorzüglicher Hochachtung");
    person.gift_given = Text::new("Bildband");
    put(&mut visit, AnyRecord::Participant(Box::new(person)));
    visit
}

#[test]
fn each_to_be_thanked_stands_with_what_the_letter_needs() {
    let now = date(2024, 11, 18);
    let report = text(&made(
        &thanked(),
        "report",
        Audience::Internal,
        now,
        Lang::De,
    ));
    let whole = squeezed(&report);
    for fact in [
        "Boutaina Bouabid, Generalkonsulin des Königreichs Marokko",
        "Dank für: Teilnahme: Empfang (12.11.2024)",
        "Anschrift: Generalkonsulat Musterstraße 1 40210 Düsseldorf",
        "Anrede im Brief: Sehr geehrte Frau Generalkonsulin,",
        "Schlussformel: Mit vorzüglicher Hochachtung",
        "Dank für: Empfang (12.11.2024); Ansprache: Empfang (12.11.2024)",
        "Bildband",
    ] {
        assert!(whole.contains(&squeezed(fact)), "{fact}\n{report}");
    }
    let for_hosts = text(&made(&thanked(), "report", Audience::Host, now, Lang::De));
    for secret in ["Musterstraße", "Hochachtung", "Bildband"] {
        assert!(!for_hosts.contains(secret), "{secret}\n{for_hosts}");
    }
}

#[test]
fn what_did_not_take_place_is_told_apart() {
    let now = date(2024, 10, 30);
    let report = text(&made(&rich(), "report", Audience::Internal, now, Lang::De));
    let (held, not_held) = report.split_once("Nicht stattgefunden").unwrap();
    assert!(held.contains("16:10"), "{report}");
    for title in [
        "Pressegespräch",
        "Abendessen",
        "Gespräch mit der Universität",
        "Führung durch das Mathematikum",
    ] {
        assert!(!held.contains(title), "{title}\n{report}");
        assert!(not_held.contains(title), "{title}\n{report}");
    }
}

#[test]
fn whole_papers_before_and_after() {
    for lang in Lang::WRITTEN {
        let list = checklist(date(2024, 11, 5), lang);
        expect_text("marrakesh-checklist-internal", lang, &text(&list));
        let now = date(2024, 11, 18);
        let report = made(&thanked(), "report", Audience::Internal, now, lang);
        expect_text("marrakesh-report-internal", lang, &text(&report));
    }
    let now = date(2024, 10, 30);
    let report = made(&rich(), "report", Audience::Internal, now, Lang::De);
    expect_text("rich-report-internal", Lang::De, &text(&report));
}
