//! What goes to the press: every fact of what was published, and nothing but what is public.

use attache::{
    audience::{Audience, redact},
    paper::{Document, Options},
    words::Lang,
};

use super::{
    DUESSELDORF, composed, date, facts::squeezed, printed::expect_text, rich, sample, text,
};

/// On the day of the signing, after it.
fn made(paper: &str, name: &str, audience: Audience, lang: Lang) -> Document {
    let now = date(2024, 11, 12).and_hms_opt(17, 0, 0).unwrap();
    let visit = if name == "rich" { rich() } else { sample(name) };
    composed(&redact(&visit, audience), paper, &Options::draft(lang, now))
}

const FOR: [Audience; 3] = [Audience::Press, Audience::Internal, Audience::Host];

/// Each fact of the press release of the visit, as the note says it in words of its own.
const RELEASE: &[&str] = &[
    "Oberbürgermeister Dr. Stephan Keller empfing am Dienstag, 12. November 2024,",
    "eine vierköpfige Delegation aus Marrakesch",
    "An ihrer Spitze stand Achraf Berrazouk, Stellvertretender Bürgermeister.",
    "Ziel des Besuchs ist die Vertiefung der Partnerschaft zwischen beiden Städten.",
    "unterzeichneten Düsseldorf und Marrakesch eine Absichtserklärung.",
    "für Marrakesch Achraf Berrazouk",
    "für Düsseldorf Miriam Koch, Beigeordnete für Kultur und Integration",
    "in seiner Begrüßungsrede",
    "wie sehr die marokkanische Gemeinschaft Düsseldorf kulturell bereichert",
    "beide Städte internationale Messe- und Wirtschaftsstandorte sind",
    "Neben den wirtschaftlichen Gemeinsamkeiten",
    "der Klimaschutz und die Integration von Geflüchteten im Mittelpunkt",
    "neue Lösungsansätze und Perspektiven",
    "2019 hatten Düsseldorf und Marrakesch eine Kooperationsvereinbarung geschlossen.",
    "Die Corona-Pandemie verzögerte die Umsetzung",
    "Förderung von Maßnahmen der nachhaltigen Entwicklung",
    "Intensivierung des Austauschs zwischen den Bürgerinnen und Bürgern",
    "Miriam Koch hob die Bedeutung der Kulturmetropole Marrakesch hervor",
    "bereichere die internationale Vernetzung",
    "trage zur Völkerverständigung bei",
    "Eine besondere Rolle spiele die marokkanische Gemeinschaft in Düsseldorf",
    "die seit Jahren den interkulturellen Dialog unterstützt",
    "Achraf Berrazouk freute sich, erstmals eine partnerschaftliche Zusammenarbeit mit einer \
     deutschen Stadt zu vertiefen",
    "„Marrakesch ist überzeugt vom Ansatz dezentraler Kooperationen und sieht großes Potenzial in \
     der Partnerschaft mit Düsseldorf.“",
    "Zum Programm des Besuchs gehörten außerdem",
    "Verein Düsseldorf-Marrakesch e.V.",
    "Stadtführung",
    "Fachgespräch mit dem Kulturamt und dem Amt für Migration und Integration",
    "Weiterreise nach Frankfurt am Main",
    "„Internationale Partnerschaftskonferenz für deutsche und nordafrikanische Kommunen“",
    "(Frankfurt am Main)",
    "Vom 13. bis 15. November 2024 steht die „Internationale Partnerschaftskonferenz",
    "Veranstalter: Servicestelle Kommunen in der Einen Welt (SKEW) von Engagement Global.",
    "Förderer: Bundesministerium für wirtschaftliche Zusammenarbeit und Entwicklung (BMZ).",
    "Schwerpunkte sind fachlicher Austausch, Vertiefung methodischer Kenntnisse und Verstetigung \
     kommunaler Zusammenarbeit.",
    "die SKEW unterstützt den Besuch im Rahmen dieses Projekts",
    "„Kommunale Partnerschaften zwischen deutschen und afrikanischen Kommunen – \
     Regionalschwerpunkt Nordafrika“",
    "mehrere Ratsbeschlüsse zur kommunalen Entwicklungszusammenarbeit",
    "trägt die Landeshauptstadt Düsseldorf durch internationale Kooperationen zu den globalen \
     Nachhaltigkeitszielen und zur Bekämpfung von Fluchtursachen bei",
    "ihre Erfahrung in Abfallmanagement, Klimaschutz, Migration und Integration",
];

#[test]
fn the_note_states_every_fact_of_the_release() {
    for audience in FOR {
        let note = text(&made("press-note", DUESSELDORF, audience, Lang::De));
        let whole = squeezed(&note);
        for fact in RELEASE {
            assert!(whole.contains(&squeezed(fact)), "{fact}\n{note}");
        }
    }
}

#[test]
fn whoever_checks_it_reads_what_the_press_reads() {
    for paper in ["press-note", "press-programme"] {
        for name in [DUESSELDORF, "rich"] {
            for lang in Lang::WRITTEN {
                let bodies = FOR.map(|audience| made(paper, name, audience, lang).body);
                assert!(
                    bodies[0] == bodies[1] && bodies[0] == bodies[2],
                    "{paper} {name} {lang:?}"
                );
            }
        }
    }
}

#[test]
fn no_sentence_is_left_in_two_languages_where_the_texts_are_there() {
    for paper in ["press-note", "press-programme"] {
        for lang in Lang::ALL {
            let document = made(paper, DUESSELDORF, Audience::Press, lang);
            assert_eq!(document.remarks, [], "{paper} {lang:?}");
        }
    }
}

#[test]
fn before_the_day_the_note_announces() {
    let before = date(2024, 11, 4).and_hms_opt(9, 0, 0).unwrap();
    let known = redact(&sample(DUESSELDORF), Audience::Press);
    for (lang, facts) in [
        (Lang::De, ["empfängt am Dienstag", "gehören außerdem"]),
        (
            Lang::En,
            ["will receive a delegation of four", "also includes"],
        ),
        (
            Lang::Fr,
            [
                "recevra une délégation de quatre personnes",
                "comprend également",
            ],
        ),
    ] {
        let note = text(&composed(
            &known,
            "press-note",
            &Options::draft(lang, before),
        ));
        for fact in facts {
            assert!(squeezed(&note).contains(&squeezed(fact)), "{fact}\n{note}");
        }
    }
}

#[test]
fn the_press_is_called_before_the_event() {
    let programme = text(&made("press-programme", "rich", Audience::Press, Lang::De));
    let call = programme.find("15:45").unwrap();
    let event = programme.find("Höflichkeitsbesuch").unwrap();
    assert!(call < event, "{programme}");
    assert_eq!(programme.matches("Foyer").count(), 1, "{programme}");
    assert!(programme.contains("Bildtermin zu Beginn"), "{programme}");
    for hidden in [
        "Abendessen",
        "Universität",
        "Pressegespräch",
        "Mathematikum",
    ] {
        assert!(!programme.contains(hidden), "{hidden}\n{programme}");
    }
}

#[test]
fn whole_papers_for_the_press() {
    for lang in Lang::WRITTEN {
        let note = made("press-note", DUESSELDORF, Audience::Press, lang);
        expect_text("marrakesh-press-note", lang, &text(&note));
        let programme = made("press-programme", "rich", Audience::Press, lang);
        expect_text("rich-press-programme", lang, &text(&programme));
    }
    let programme = made("press-programme", DUESSELDORF, Audience::Press, Lang::De);
    expect_text("marrakesh-press-programme", Lang::De, &text(&programme));
    let note = made("press-note", "rich", Audience::Press, Lang::De);
    expect_text("rich-press-note", Lang::De, &text(&note));
}
