//! Help and wrong usage, in each language.

use super::home;
use crate::harness::Home;

const LANGS: [&str; 3] = ["de", "en", "fr"];

/// The subcommands that the help names.
fn subcommands() -> Vec<String> {
    let help = Home::new().attache(["--help"]).ok();
    let lines = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    lines
        .take_while(|line| !line.is_empty())
        .filter(|line| !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_subcommand_says_everything_in_three_languages() {
    let english = [
        "Usage: ",
        "Options:",
        "Arguments:",
        "Show this help",
        "[OPTIONS]",
    ];
    let all = subcommands();
    assert!(all.len() > 5, "{all:?}");
    for name in &all {
        let [de, en, fr] = LANGS.map(|lang| Home::new().lang(lang).attache([name, "--help"]).ok());
        for text in english {
            assert!(!de.contains(text), "{name} in German says {text:?}:\n{de}");
        }
        for (one, other) in [(&de, &en), (&en, &fr), (&fr, &de)] {
            let same: Vec<&str> = one
                .lines()
                .filter(|line| line.contains(' ') && other.lines().any(|own| own == *line))
                .collect();
            assert!(
                same.is_empty(),
                "{name} says the same in two languages: {same:#?}"
            );
        }
        for text in [de, en, fr] {
            let wide = text.lines().find(|line| attache::display::width(line) > 80);
            assert_eq!(wide, None, "{name}");
        }
    }
}

/// Read like a manual: every help in one language.
#[test]
fn the_manual() {
    let home = Home::new().lang("de");
    let mut manual = home.attache(["--help"]).ok();
    for name in subcommands() {
        manual += &format!("\n{:═<80}\n\n", format!("══ attache {name} "));
        manual += &home.attache([name.as_str(), "--help"]).ok();
    }
    insta::assert_snapshot!(manual);
}

#[test]
fn the_language_is_that_of_argument_then_environment_then_configuration_then_locale() {
    let home = Home::new();
    let first = |home: &Home, args: &[&str]| {
        let help = home.attache(args).ok();
        help.lines().next().unwrap_or_default().to_owned()
    };
    let (de, en, fr) = (
        "Delegationsbesuche",
        "Plan delegation",
        "Préparer des visites",
    );
    assert!(first(&home, &["--help"]).starts_with(en));
    home.write(".config/attache/config.ron", "(lang: de)");
    assert!(first(&home, &["--help"]).starts_with(de));
    let home = home.with("ATTACHE_LANG", "fr");
    assert!(first(&home, &["--help"]).starts_with(fr));
    assert!(first(&home, &["--lang", "en", "--help"]).starts_with(en));
    assert!(first(&home, &["--lang=de", "--help"]).starts_with(de));
    assert!(first(&Home::new().lang("es_ES"), &["--help"]).starts_with(en));
}

#[test]
fn wrong_usage_is_told_in_the_language_with_the_usage() {
    for (args, de, en, fr) in [
        (
            &["show"][..],
            "Es fehlt: PFAD",
            "Missing: PATH",
            "Il manque\u{a0}: CHEMIN",
        ),
        (
            &["shw", "v.ron"],
            "Den Befehl „shw“ gibt es nicht; gemeint ist vielleicht show",
            "There is no command ‘shw’; perhaps show is meant",
            "La commande «\u{a0}shw\u{a0}» n’existe pas\u{a0}; peut-être show",
        ),
        (
            &["add", "v.ron", "itm"],
            "„ART“ kann nicht „itm“ sein; möglich: item, participant, letter, place, task oder vehicle",
            "‘KIND’ cannot be ‘itm’; possible: item, participant, letter, place, task or vehicle",
            "«\u{a0}TYPE\u{a0}» ne peut pas être «\u{a0}itm\u{a0}»\u{a0}; possible\u{a0}: item, participant, letter, place, task ou vehicle",
        ),
        (
            &["show", "v.ron", "--form", "json"],
            "„--form“ gibt es nicht; gemeint ist vielleicht --format",
            "There is no ‘--form’; perhaps --format is meant",
            "«\u{a0}--form\u{a0}» n’existe pas\u{a0}; peut-être --format",
        ),
        (
            &["show", "v.ron", "--format"],
            "Zu „--format FORMAT“ fehlt der Wert",
            "‘--format FORMAT’ needs a value",
            "Il manque la valeur de «\u{a0}--format FORMAT\u{a0}»",
        ),
        (
            &["show", "v.ron", "--format", "text", "--format", "json"],
            "„--format FORMAT“ darf nur einmal stehen",
            "‘--format FORMAT’ may be given only once",
            "«\u{a0}--format FORMAT\u{a0}» ne peut être donné qu’une fois",
        ),
        (
            &["v.ron", "show", "v.ron"],
            "„v.ron“ steht vor dem Befehl; der Pfad gehört dahinter",
            "‘v.ron’ stands before the command; the path goes after it",
            "«\u{a0}v.ron\u{a0}» précède la commande\u{a0}; le chemin se place après elle",
        ),
        (
            &["set", "v.ron", "visit", "title"],
            "„title“ ist kein Feld mit Wert; gemeint ist etwa title=Empfang",
            "‘title’ is not a key with a value, such as title=Reception",
            "«\u{a0}title\u{a0}» n’est pas un champ avec sa valeur, comme title=Accueil",
        ),
    ] {
        for (lang, expected) in [("de", de), ("en", en), ("fr", fr)] {
            let told = home().lang(lang).attache(args).misused();
            assert_eq!(told.lines().next(), Some(expected), "{args:?}");
            assert!(told.contains("attache "), "{told}");
        }
    }
}

#[test]
fn an_argument_that_steers_the_terminal_is_shown_harmless() {
    let told = home()
        .attache(["show", "v.ron", "--\u{1b}]0;x\u{7}"])
        .misused();
    assert!(told.contains('␛'), "{told}");
}

#[test]
fn every_shell_gets_its_completions() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = Home::new().attache(["completions", shell]).ok();
        for name in subcommands() {
            assert!(script.contains(&name), "{shell} does not know {name}");
        }
    }
    let told = Home::new().attache(["completions", "tcsh"]).misused();
    assert!(told.contains("fish"), "{told}");
}

#[test]
fn fields_lists_every_declared_key_with_its_choices() {
    let home = Home::new();
    for kind in attache::model::Kind::ALL {
        let text = home.attache(["fields", kind.token()]).ok();
        let json = home
            .attache(["fields", kind.token(), "--format", "json"])
            .ok();
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        let keys: Vec<&str> = attache::model::field::keys(kind.fields())
            .map(|key| key.info.key)
            .collect();
        let told: Vec<&str> = text
            .lines()
            .filter(|line| !line.starts_with("   "))
            .filter_map(|line| line.split_whitespace().next())
            .collect();
        assert_eq!(told, keys, "{kind:?}");
        let as_json: Vec<&str> = json
            .as_array()
            .unwrap()
            .iter()
            .map(|field| field["key"].as_str().unwrap())
            .collect();
        assert_eq!(as_json, keys, "{kind:?}");
    }
    let items = home.attache(["fields", "item"]).ok();
    for told in [
        "courtesy-call",
        "title.fr",
        "Example: 10:45",
        "Rows of: Speaker | Minutes | Topic",
    ] {
        assert!(items.contains(told), "{told} in {items}");
    }
}
