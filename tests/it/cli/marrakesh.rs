//! The Marrakesh visit planned by commands alone, and its day schedules handed out.

use crate::harness::Home;

const VISIT: &str = "delegation-aus-marrakesch-2024";

/// A German home whose library holds the visit, planned from nothing.
struct Planned {
    home: Home,
    reception: String,
    signing: String,
}

impl Planned {
    fn new() -> Self {
        let home = Home::new().lang("de");
        let from = ["--from", "11.11.2024", "--to", "15.11.2024"];
        let names = [
            "--host",
            "Landeshauptstadt Düsseldorf",
            "--guest",
            "Stadt Marrakesch",
        ];
        let new = ["new", "--title", "Delegation aus Marrakesch"];
        home.attache([&new[..], &from, &names].concat()).ok();
        let mut planned = Self {
            home,
            reception: String::new(),
            signing: String::new(),
        };
        planned.people();
        planned.programme();
        planned.letters();
        planned
    }

    /// Adds a record and returns its id; whatever it names is there already.
    #[track_caller]
    fn add(&self, kind: &str, pairs: &[&str]) -> String {
        let run = self.home.attache([&["add", VISIT, kind], pairs].concat());
        run.ok().trim_end().to_owned()
    }

    #[track_caller]
    fn set(&self, id: &str, pairs: &[&str]) {
        self.home
            .attache([&["set", VISIT, id], pairs].concat())
            .ok();
    }

    fn people(&self) {
        self.set(
            "visit",
            &[
                "title.fr=Visite d’une délégation de la Ville de Marrakech",
                "host_country=DE",
                "guest_country=MA",
            ],
        );
        self.add(
            "participant",
            &[
                "given=Achraf",
                "family=Berrazouk",
                "honorific=mr",
                "head=ja",
                "function=Stellvertretender Bürgermeister",
                "function.fr=Adjoint au maire",
                "organisation=Stadt Marrakesch",
                "phone=+212 600 000000",
                "diet=halal",
                "passport=AB1234567",
            ],
        );
        self.add("participant", &["count=3", "organisation=Stadt Marrakesch"]);
        self.add(
            "participant",
            &[
                "side=host",
                "title=Dr.",
                "given=Stephan",
                "family=Keller",
                "honorific=mr",
                "function=Oberbürgermeister",
                "function.fr=Maire de Düsseldorf",
            ],
        );
        self.add(
            "participant",
            &[
                "side=host",
                "given=Miriam",
                "family=Koch",
                "honorific=ms",
                "function=Beigeordnete für Kultur und Integration",
            ],
        );
        self.add(
            "participant",
            &[
                "side=third",
                "given=Boutaina",
                "family=Bouabid",
                "honorific=ms",
                "function=Generalkonsulin des Königreichs Marokko",
            ],
        );
        self.add(
            "place",
            &[
                "name=Rathaus",
                "name.fr=Hôtel de ville",
                "address=Marktplatz 2, 40213 Düsseldorf",
            ],
        );
    }

    fn programme(&mut self) {
        self.reception = self.add(
            "item",
            &[
                "title=Empfang durch den Oberbürgermeister",
                "title.fr=Accueil par le maire",
                "kind=welcome",
                "day=12.11.",
                "start=10",
                "end=10:45",
                "place=Rathaus",
                "room=Jan-Wellem-Saal",
                "host=Keller",
                "attend=gäste, +Bouabid",
                "points=Begrüßung durch den Oberbürgermeister; Gastgeschenk",
                "note=Büro OB rückfragen",
            ],
        );
        let after = format!("after={}", self.reception);
        self.signing = self.add(
            "item",
            &[
                "title=Unterzeichnung der Absichtserklärung",
                "title.fr=Signature de la déclaration d’intention",
                "kind=signing",
                &after,
            ],
        );
        self.add(
            "item",
            &[
                "title=Fachgespräch mit dem Kulturamt",
                "kind=talk",
                "day=12.11.",
                "status=requested",
            ],
        );
        self.add(
            "item",
            &[
                "title=Weiterreise nach Frankfurt am Main",
                "kind=departure",
                "day=Di",
            ],
        );
        self.add(
            "item",
            &[
                "title=Internationale Partnerschaftskonferenz",
                "kind=conference",
                "day=13.11.",
                "until=15.11.",
                "organiser=SKEW",
                "funder=BMZ",
            ],
        );
        self.add(
            "item",
            &[
                "title=Stadtführung",
                "kind=tour",
                "day=11.11.",
                "start=ca. 15",
            ],
        );
    }

    fn letters(&self) {
        let old = self.add(
            "letter",
            &[
                "title=Kooperationsvereinbarung 2019",
                "kind=cooperation-agreement",
                "steps=signed 30.08.2019; dormant",
                "delay=Corona-Pandemie",
            ],
        );
        let item = format!("item={}", self.signing);
        let predecessor = format!("predecessor={old}");
        let letter = self.add("letter", &["title=Absichtserklärung Düsseldorf–Marrakesch", "parties=Landeshauptstadt Düsseldorf | host | Düsseldorf\nStadt Marrakesch | guest | Marrakesch", "signatories=Koch | Beigeordnete für Kultur und Integration | Düsseldorf\nBerrazouk | Stellvertretender Bürgermeister | Marrakesch", "witnesses=Keller, Bouabid", &item, &predecessor]);
        self.set(&self.signing, &[&format!("letter={letter}")]);
        self.set(&letter, &["steps+=signed 12.11.2024"]);
        self.add("task", &["title=Dolmetscher beauftragen", "due=T-28"]);
    }
}

#[test]
fn everything_that_was_planned_is_shown() {
    let planned = Planned::new();
    let shown = planned.home.attache(["show", VISIT]).ok();
    for line in [
        "Montag, 11. November 2024",
        "ca. 15:00  Stadtführung",
        "Dienstag, 12. November 2024",
        "10:00–10:45  Empfang durch den Oberbürgermeister · Rathaus ·",
        "anschl.      Unterzeichnung der Absichtserklärung [",
        "Zeit offen   Fachgespräch mit dem Kulturamt · angefragt",
        "Internationale Partnerschaftskonferenz · Tag 2 von 3 [",
        "1  Achraf Berrazouk · Delegationsleitung · Stellvertretender Bürgermeister ·",
        "2  N. N. (3) · Stadt Marrakesch [",
        "Dr. Stephan Keller · Oberbürgermeister [",
        "unterzeichnet 12.11.2024  Absichtserklärung Düsseldorf–Marrakesch",
        "ruhend                    Kooperationsvereinbarung 2019",
        "Dolmetscher beauftragen [",
    ] {
        assert!(shown.contains(line), "{line} in\n{shown}");
    }
    let listed = planned.home.attache(["list"]).ok();
    assert!(
        listed.contains("6 Programmpunkte")
            && listed.contains("7 Personen")
            && listed.contains(VISIT),
        "{listed}"
    );
}

#[test]
fn a_late_flight_moves_the_morning() {
    let planned = Planned::new();
    planned
        .home
        .attache(["shift", VISIT, &planned.reception, "15", "--rest"])
        .ok();
    let shown = planned.home.attache(["show", VISIT]).ok();
    assert!(shown.contains("10:15–11:00  Empfang"), "{shown}");
}

#[test]
fn the_twelfth_is_handed_out_in_three_languages() {
    let home = Planned::new().home;
    for (lang, facts) in [
        (
            "de",
            &[
                "TAGESPROGRAMM",
                "Dienstag, 12. November 2024",
                "Stand: 11.11.2024, 14:00 Uhr",
                "10:00–10:45    Empfang durch den Oberbürgermeister",
                "Rathaus, Jan-Wellem-Saal",
                "Boutaina Bouabid",
                "Gastgeschenk",
                "anschl.        Unterzeichnung der Absichtserklärung",
                "Für Düsseldorf:",
                "Weiterreise nach Frankfurt am Main",
            ][..],
        ),
        (
            "en",
            &[
                "Tuesday 12 November 2024",
                "10:00–10:45",
                "As of 11 November 2024",
            ],
        ),
        (
            "fr",
            &[
                "PROGRAMME DE LA JOURNÉE",
                "Mardi 12 novembre 2024",
                "10 h 00 – 10 h 45    Accueil par le maire",
                "Hôtel de ville",
                "puis                 Signature de la déclaration d’intention",
            ],
        ),
    ] {
        let run = home.attache(["export", VISIT, "--day", "12.11.", "--lang", lang]);
        assert_eq!(run.status, Some(0), "{run}");
        for fact in facts {
            assert!(run.stdout.contains(fact), "{fact} in\n{}", run.stdout);
        }
        for secret in ["600 000000", "halal", "AB1234567", "rückfragen"] {
            assert!(!run.stdout.contains(secret), "{secret} in\n{}", run.stdout);
        }
    }
}
