//! Whole papers of the samples, line by line.

use attache::{audience::Audience, model::Visit, words::Lang};
use chrono::NaiveDate;

use super::{DUESSELDORF, HAMBURG, date, rich, sample, written};

/// Compares a paper of a visit as text with the file that is expected.
pub(super) fn expect(
    name: &str,
    paper: (&Visit, &str, Option<NaiveDate>),
    audience: Audience,
    lang: Lang,
) {
    let (visit, token, day) = paper;
    let text = written(visit, token, audience, lang, day);
    expect_text(name, lang, &text);
}

/// Compares with the file in `tests/expected`.
pub(super) fn expect_text(name: &str, lang: Lang, text: &str) {
    insta::with_settings!({
        snapshot_path => "../../expected",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, { insta::assert_snapshot!(format!("{name}-{}", lang.code()), text) });
}

#[test]
fn the_day_of_the_signing() {
    let visit = sample(DUESSELDORF);
    let tuesday = Some(date(2024, 11, 12));
    for lang in Lang::ALL {
        let paper = (&visit, "day", tuesday);
        expect(
            "marrakesh-day-delegation",
            paper,
            Audience::Delegation,
            lang,
        );
    }
    let paper = (&visit, "day", tuesday);
    expect(
        "marrakesh-day-internal",
        paper,
        Audience::Internal,
        Lang::De,
    );
    expect("marrakesh-day-press", paper, Audience::Press, Lang::Fr);
}

#[test]
fn the_whole_visit() {
    let visit = sample(DUESSELDORF);
    let paper = (&visit, "programme", None);
    for lang in Lang::ALL {
        expect(
            "marrakesh-programme-delegation",
            paper,
            Audience::Delegation,
            lang,
        );
    }
    expect(
        "marrakesh-programme-internal",
        paper,
        Audience::Internal,
        Lang::De,
    );
    expect(
        "marrakesh-programme-press",
        paper,
        Audience::Press,
        Lang::En,
    );
}

#[test]
fn a_day_in_two_groups() {
    let visit = sample(HAMBURG);
    for lang in Lang::ALL {
        let paper = (&visit, "day", None);
        expect("hamburg-day-delegation", paper, Audience::Delegation, lang);
    }
    let paper = (&visit, "day", None);
    expect("hamburg-day-press", paper, Audience::Press, Lang::De);
}

#[test]
fn a_visit_with_everything() {
    let visit = rich();
    let paper = (&visit, "programme", None);
    for lang in Lang::ALL {
        expect(
            "rich-programme-delegation",
            paper,
            Audience::Delegation,
            lang,
        );
    }
    expect(
        "rich-programme-internal",
        paper,
        Audience::Internal,
        Lang::De,
    );
    expect("rich-programme-press", paper, Audience::Press, Lang::De);
}
