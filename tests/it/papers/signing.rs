//! The signing run sheet and the register of letters.

use attache::{
    audience::{Audience, redact},
    model::{
        Letter, Record, Side, Text, Visit,
        letter::{Original, Party, Signatory},
    },
    paper::{Block, Document, Options, Paper, Refusal},
    words::Lang,
};

use super::{
    DUESSELDORF, changing::put, composed, date, facts::squeezed, options, printed::expect_text,
    sample, text,
};

const LETTER: &str = "absichtserklaerung-2024-f8jt";

fn run_sheet(visit: &Visit, audience: Audience, lang: Lang) -> Document {
    let known = redact(visit, audience);
    let letter = visit.letters.get(LETTER).unwrap().id.clone();
    let options = Options {
        letter: Some(letter),
        ..options(lang, None)
    };
    composed(&known, "signing", &options)
}

fn tables(document: &Document) -> Vec<Vec<Vec<String>>> {
    let tables = document.body.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table.rows.iter().map(|row| row.cells.clone()).collect()),
        _ => None,
    });
    tables.collect()
}

fn with_letter(change: impl FnOnce(&mut Letter)) -> Visit {
    let mut visit = sample(DUESSELDORF);
    let mut letter = visit.letters.get(LETTER).unwrap().clone();
    change(&mut letter);
    put(&mut visit, letter.into_any());
    visit
}

#[test]
fn the_visitor_sits_at_the_hosts_right_and_each_party_is_first_in_its_own() {
    let sheet = run_sheet(&sample(DUESSELDORF), Audience::Delegation, Lang::De);
    let [seats, originals] = &tables(&sheet)[..] else {
        panic!("{sheet:?}")
    };
    assert_eq!(seats[0][0], "links");
    assert!(seats[0][1].starts_with("Achraf Berrazouk"), "{seats:?}");
    assert_eq!(seats[1][2], "Düsseldorf");
    assert_eq!(originals[0], ["1", "Marrakesch", "links", "Marrakesch"]);
    assert_eq!(originals[1], ["2", "Düsseldorf", "links", "Düsseldorf"]);
    let signatures = sheet.body.iter().filter_map(|block| match block {
        Block::Signatures(all) => Some(all.iter().map(|one| one.party.as_str()).collect()),
        _ => None,
    });
    let signatures: Vec<Vec<&str>> = signatures.collect();
    assert_eq!(
        signatures,
        [
            ["Für Marrakesch", "Für Düsseldorf"],
            ["Für Düsseldorf", "Für Marrakesch"]
        ]
    );
}

#[test]
fn an_arabic_text_is_signed_first_on_the_right() {
    for (typed, expected) in [
        ("ar", "rechts"),
        ("de", "links"),
        ("both", "links; im Text von rechts nach links: rechts"),
    ] {
        let visit = with_letter(|letter| {
            let tongue = |code: &str| attache::model::Tongue {
                code: code.to_owned(),
                level: String::new(),
            };
            letter.languages = match typed {
                "both" => vec![tongue("de"), tongue("ar")],
                code => vec![tongue(code)],
            };
        });
        let sheet = run_sheet(&visit, Audience::Host, Lang::De);
        assert_eq!(tables(&sheet)[1][0][3], expected, "{typed}");
    }
}

/// The alternat goes by the data: three parties sign each of three originals, and each comes by.
#[test]
fn with_three_parties_each_original_goes_round() {
    let visit = with_letter(|letter| {
        letter.parties.0.push(Party {
            name: Text::new("Engagement Global"),
            side: Side::Third,
            short: Text::default(),
        });
        letter.signatories.0.push(Signatory {
            person: attache::model::Who::Named("Eva Muster".to_owned()),
            capacity: Text::new("Geschäftsführerin"),
            party: "Engagement Global".to_owned(),
        });
        letter.originals.0.push(Original {
            keeper: "Engagement Global".to_owned(),
            first: "Engagement Global".to_owned(),
            languages: Vec::new(),
        });
    });
    let sheet = text(&run_sheet(&visit, Audience::Internal, Lang::De));
    let whole = squeezed(&sheet);
    for fact in [
        "vor Marrakesch Original 1, vor Düsseldorf Original 2, vor Engagement Global Original 3",
        "vor Marrakesch Original 3, vor Düsseldorf Original 1, vor Engagement Global Original 2",
        "vor Marrakesch Original 2, vor Düsseldorf Original 3, vor Engagement Global Original 1",
        "3. Unterschrift: Jede Seite unterzeichnet an 3. Stelle.",
        "Flaggen: Marrakesch; Düsseldorf; Engagement Global",
        "Namensschilder: Achraf Berrazouk; Miriam Koch; Eva Muster",
    ] {
        assert!(whole.contains(&squeezed(fact)), "{fact}\n{sheet}");
    }
}

#[test]
fn a_letter_without_a_signing_has_no_run_sheet() {
    let visit = sample(DUESSELDORF);
    let known = redact(&visit, Audience::Internal);
    let paper = Paper::named("signing").unwrap();
    let older = visit
        .letters
        .get("kooperationsvereinbarung-2019-s2wu")
        .unwrap();
    let asked = Options {
        letter: Some(older.id.clone()),
        ..options(Lang::De, None)
    };
    assert!(matches!(
        paper.compose(&known, &asked),
        Err(Refusal::Nothing { .. })
    ));
    // There is only one to be signed, so it need not be named.
    assert!(paper.compose(&known, &options(Lang::De, None)).is_ok());
    let none = redact(&sample(super::HAMBURG), Audience::Internal);
    let refused = paper.compose(&none, &options(Lang::De, None));
    assert_eq!(refused.err(), Some(Refusal::LetterMissing));
}

fn register(now: chrono::NaiveDate, lang: Lang) -> String {
    let visit = with_letter(|letter| {
        letter.commitments.0[0].due = Some(date(2025, 6, 30));
        "Kulturamt".clone_into(&mut letter.commitments.0[0].owner);
    });
    let known = redact(&visit, Audience::Internal);
    let at = now.and_hms_opt(9, 0, 0).unwrap();
    text(&composed(&known, "register", &Options::draft(lang, at)))
}

#[test]
fn what_a_letter_still_asks_for_stands_once_and_says_when_it_is_late() {
    for (now, is_late) in [(date(2025, 6, 30), false), (date(2025, 7, 1), true)] {
        let register = register(now, Lang::De);
        assert_eq!(register.contains("überfällig"), is_late, "{register}");
        let whole = squeezed(&register);
        for once in ["Kulturamt", "Thomas Geisel", "Corona"] {
            assert_eq!(
                whole.matches(&squeezed(once)).count(),
                1,
                "{once}\n{register}"
            );
        }
        assert!(whole.contains(&squeezed("Abgelöst durch: Absichtserklärung")));
    }
}

#[test]
fn whole_papers_of_a_signing() {
    let visit = sample(DUESSELDORF);
    for lang in Lang::WRITTEN {
        let sheet = run_sheet(&visit, Audience::Delegation, lang);
        expect_text("marrakesh-signing-delegation", lang, &text(&sheet));
        let register = register(date(2025, 7, 1), lang);
        expect_text("marrakesh-register-internal", lang, &register);
    }
}
