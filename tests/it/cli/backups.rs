//! Backups by command: made before a save, listed with what differs, restored by number or time.

use std::fs;

use super::{add, home};
use crate::harness::Home;

const BACKUPS: &str = ".local/state/attache/backups";

/// The visit `v.ron`: empty at 10:00, with a reception at 12:00, and without it at 14:00.
fn worked_on() -> Home {
    let home = home().at("2024-11-11T09:00:00Z");
    let id = add(&home, "item", &["title=Empfang", "day=12.11.", "start=10"]);
    let home = home.at("2024-11-11T11:00:00Z");
    home.attache(["set", "v.ron", &id, "start=10:15"]).ok();
    let home = home.at("2024-11-11T13:00:00Z");
    home.attache(["remove", "v.ron", &id]).ok();
    home
}

#[test]
fn a_command_sweeps_what_one_left_that_was_killed_while_it_saved() {
    let home = home();
    let stale = home.write(".attache-0123456789abcdef.tmp", "half");
    let file = fs::File::options().write(true).open(&stale).unwrap();
    file.set_modified(std::time::SystemTime::UNIX_EPOCH)
        .unwrap();
    let fresh = home.write(".attache-0123456789abcdee.tmp", "half");
    home.attache(["show", "v.ron"]).ok();
    assert!(stale.exists(), "reading changes nothing");
    add(&home, "item", &["title=Empfang"]);
    assert!(!stale.exists() && fresh.exists());
}

#[test]
fn a_command_backs_up_what_it_changes_once_an_hour() {
    let home = home().at("2024-11-11T09:00:00Z");
    let made = home.read("v.ron");
    add(&home, "item", &["title=Empfang"]);
    add(&home, "item", &["title=Essen"]);
    let second = home.read("v.ron");
    let home = home.at("2024-11-11T10:00:00Z");
    add(&home, "item", &["title=Abreise"]);
    let json = home.attache(["backups", "v.ron", "--format", "json"]).ok();
    let all: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    let held: Vec<String> = all
        .iter()
        .map(|one| fs::read_to_string(one["path"].as_str().unwrap()).unwrap())
        .collect();
    assert_eq!(held, [second, made]);
    assert_eq!(all[0]["number"], 1);
    assert_eq!(all[0]["at"], "2024-11-11T10:00:00.000Z");
    assert_eq!(all[0]["changes"][0]["what"], "Abreise");
}

#[test]
fn the_list_says_when_and_what_differs_in_each_language() {
    let mut home = worked_on();
    for (lang, lines) in [
        (
            "de",
            [
                "1  11.11.2024, 14:00 Uhr · 1\u{a0}KB · 1 Änderung: Empfang [2024-11-11T14:00:00+01:00]",
                "2  11.11.2024, 12:00 Uhr · 1\u{a0}KB · 1 Änderung: Empfang [2024-11-11T12:00:00+01:00]",
                "3  11.11.2024, 10:00 Uhr · 1\u{a0}KB · wie jetzt [2024-11-11T10:00:00+01:00]",
            ],
        ),
        (
            "en",
            [
                "1  11 November 2024, 14:00 · 1\u{a0}kB · 1 change: Empfang [2024-11-11T14:00:00+01:00]",
                "2  11 November 2024, 12:00 · 1\u{a0}kB · 1 change: Empfang [2024-11-11T12:00:00+01:00]",
                "3  11 November 2024, 10:00 · 1\u{a0}kB · as it is now [2024-11-11T10:00:00+01:00]",
            ],
        ),
        (
            "fr",
            [
                "1  11/11/2024 à 14\u{a0}h\u{a0}00 · 1\u{a0}ko · 1 modification\u{a0}: Empfang [2024-11-11T14:00:00+01:00]",
                "2  11/11/2024 à 12\u{a0}h\u{a0}00 · 1\u{a0}ko · 1 modification\u{a0}: Empfang [2024-11-11T12:00:00+01:00]",
                "3  11/11/2024 à 10\u{a0}h\u{a0}00 · 1\u{a0}ko · comme maintenant [2024-11-11T10:00:00+01:00]",
            ],
        ),
    ] {
        home = home.lang(lang);
        let told = home.attache(["backups", "v.ron"]).ok();
        let found = told.replace("\n     ", " ");
        let found: Vec<&str> = found.lines().map(str::trim).collect();
        assert_eq!(found, lines);
    }
}

#[test]
fn one_is_restored_by_number_or_time_and_that_can_be_taken_back() {
    for which in [
        "2",
        "12:30",
        "11.11. 12:00",
        "2024-11-11T11:00:00.000Z",
        "2024-11-11T12:00:00+01:00",
    ] {
        let home = worked_on();
        let gone = home.read("v.ron");
        let told = home.attache(["restore", "v.ron", which, "--yes"]).ok();
        assert!(told.contains("11 November 2024, 12:00"), "{told}");
        assert!(told.contains("Empfang"), "{told}");
        assert!(home.read("v.ron").contains("Empfang"), "{which}");
        // What was there is the newest now, and never two are alike in a row.
        home.attache(["restore", "v.ron", "1", "--yes"]).ok();
        assert_eq!(home.read("v.ron"), gone);
    }
}

#[test]
fn nothing_is_replaced_without_a_yes() {
    let home = worked_on();
    let before = home.read("v.ron");
    let run = home.attache(["restore", "v.ron", "1"]);
    assert_eq!(run.status, Some(1), "{run}");
    assert!(
        run.stdout.contains("Empfang") && run.stderr.contains("--yes"),
        "{run}"
    );
    assert_eq!(home.read("v.ron"), before);
    let answered = home.run(
        "sh",
        [
            "-c",
            &format!("echo y | {} restore v.ron 1", env!("CARGO_BIN_EXE_attache")),
        ],
    );
    let (told, _) = answered.told();
    assert!(
        told.contains("is as it was on 11 November 2024, 14:00 again"),
        "{told}"
    );
    assert_ne!(home.read("v.ron"), before);
}

#[test]
fn one_is_written_beside_but_over_nothing() {
    let home = worked_on();
    let before = home.read("v.ron");
    let told = home
        .attache(["restore", "v.ron", "1", "-o", "old.ron"])
        .ok();
    assert_eq!(told, "old.ron\n");
    assert!(home.read("old.ron").contains("Empfang"));
    assert_eq!(home.read("v.ron"), before);
    let refused = home
        .attache(["restore", "v.ron", "3", "-o", "old.ron"])
        .refused();
    assert!(refused.contains("is there already"), "{refused}");
}

#[test]
fn a_damaged_file_names_its_backup_and_the_command_that_restores_it() {
    let good = worked_on().read("v.ron");
    let conflict = format!("<<<<<<< HEAD\n{good}=======\n{good}>>>>>>> main\n");
    for damage in [
        "",
        "rubbish",
        conflict.as_str(),
        &good[..good.len() / 2],
        "\u{1}",
    ] {
        let home = worked_on();
        home.write("v.ron", damage);
        let told = home.attache(["show", "v.ron"]).refused();
        assert!(
            told.contains("‘attache restore v.ron 2024-11-11T14:00:00+01:00’"),
            "{told}"
        );
        assert!(told.contains("11 November 2024, 14:00"), "{told}");
        let (listed, note) = home.attache(["backups", "v.ron"]).told();
        assert!(
            listed.contains("Besuch") && note.contains("cannot be read"),
            "{listed}{note}"
        );
        let (_, note) = home.attache(["restore", "v.ron", "1", "--yes"]).told();
        assert!(note.contains("cannot be read"), "{note}");
        assert!(home.read("v.ron").contains("Empfang"));
        if !damage.is_empty() {
            home.attache(["restore", "v.ron", "1", "-o", "damaged"])
                .ok();
            assert_eq!(home.read("damaged"), damage, "it is not lost either");
            let restored = home.read("v.ron");
            let refused = home.attache(["restore", "v.ron", "1"]).refused();
            assert!(refused.contains("This backup cannot be read"), "{refused}");
            assert!(refused.contains(BACKUPS), "where it lies: {refused}");
            assert!(!refused.contains("Restore it?"), "{refused}");
            assert_eq!(home.read("v.ron"), restored);
        }
    }
}

/// Two clones hold the same visit in files of one name.
#[test]
fn a_backup_of_another_clone_is_offered_only_where_there_is_no_own_and_with_whose_it_is() {
    let home = worked_on();
    let text = home.read("v.ron");
    let marked = format!("<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> main\n");
    home.write("other/v.ron", &marked);
    let refused = home.attache(["show", "other/v.ron"]).refused();
    assert!(refused.contains("no backup of this file"), "{refused}");
    assert!(
        refused.contains("/v.ron’, which holds the same"),
        "{refused}"
    );
    let listed = home.attache(["backups", "other/v.ron"]).told().0;
    assert!(listed.contains("/v.ron’ · "), "{listed}");

    home.write("other/v.ron", &text);
    let home = home.at("2024-11-11T15:00:00Z");
    home.attache(["set", "other/v.ron", "visit", "note=New"])
        .ok();
    let home = home.at("2024-11-11T17:00:00Z");
    home.attache(["set", "v.ron", "visit", "note=Newer"]).ok();
    home.write("other/v.ron", &marked);
    let refused = home.attache(["show", "other/v.ron"]).refused();
    assert!(
        refused.contains("attache restore other/v.ron 2024-11-11T16:00:00+01:00"),
        "{refused}"
    );
    assert!(!refused.contains("holds the same"), "{refused}");
}

/// Two clones whose folders are of one name too; the other was worked on later.
#[test]
fn own_backups_come_first_and_those_of_another_copy_say_of_which_file_they_are() {
    let home = home().at("2024-11-11T09:00:10Z");
    let text = home.read("v.ron");
    for copy in ["a/lib/v.ron", "b/lib/v.ron"] {
        home.write(copy, &text);
    }
    home.attache(["set", "a/lib/v.ron", "visit", "note=A"]).ok();
    let home = home.at("2024-11-11T11:00:20Z");
    home.attache(["set", "b/lib/v.ron", "visit", "note=B"]).ok();
    let home = home.at("2024-11-11T11:00:30Z");
    home.attache(["set", "a/lib/v.ron", "visit", "note=AA"])
        .ok();
    let home = home.at("2024-11-11T13:00:00Z");
    home.attache(["set", "b/lib/v.ron", "visit", "note=BB"])
        .ok();

    let told = home.attache(["backups", "a/lib/v.ron"]).ok();
    let rows = told.replace("\n     ", " ");
    let starts = [
        "1  11 November 2024, 12:00:30 · 1\u{a0}kB · 1 change: Visit [2024-11-11T12:00:30+01:00]",
        "2  11 November 2024, 10:00 · 1\u{a0}kB · 1 change: Visit [2024-11-11T10:00:10+01:00]",
        "3  11 November 2024, 14:00 · 1\u{a0}kB · of ‘b/lib/v.ron’ · 1 change: Visit [2024-11-11T14:00:00+01:00]",
        "4  11 November 2024, 12:00:20 · 1\u{a0}kB · of ‘b/lib/v.ron’ · 1 change: Visit [2024-11-11T12:00:20+01:00]",
    ];
    let found: Vec<&str> = rows.lines().map(str::trim).collect();
    assert_eq!(found, starts);

    let asked = |which: &str| {
        let run = home.attache(["restore", "a/lib/v.ron", which]);
        assert_eq!(run.status, Some(1), "{run}");
        run.stdout
    };
    for (which, expected) in [
        ("12:00", "12:00:30\n  When restored: 1 change"),
        ("14:30", "12:00:30\n  When restored: 1 change"),
        ("2024-11-11T12:30:00+01:00", "12:00:30\n  When restored"),
        ("11:00", "10:00\n  When restored: 1 change"),
        ("3", "14:00\n  Of the file ‘b/lib/v.ron’\n  When restored"),
        (
            "2024-11-11T12:00:20+01:00",
            "12:00:20\n  Of the file ‘b/lib/v.ron’\n  When restored",
        ),
    ] {
        let told = asked(which);
        assert!(told.contains(expected), "{which}: {told}");
    }
    let done = home.attache(["restore", "a/lib/v.ron", "3", "--yes"]).ok();
    assert!(
        done.contains("is now what the file ‘b/lib/v.ron’ was on 11 November 2024, 14:00"),
        "{done}"
    );
    assert!(home.read("a/lib/v.ron").contains("\"B\""));
}

#[test]
fn a_file_that_is_gone_or_was_renamed_has_its_backups_still() {
    let home = worked_on();
    fs::rename(home.path("v.ron"), home.path("w x.ron")).unwrap();
    let told = home.attache(["backups", "w x.ron"]).ok();
    assert!(
        told.contains("14:00") && told.contains(" · of ‘v.ron’ · "),
        "{told}"
    );
    fs::remove_file(home.path("w x.ron")).unwrap();
    let refused = home.attache(["show", "v.ron"]).refused();
    assert!(
        refused.contains("‘attache restore v.ron 2024-11-11T14:00:00+01:00’"),
        "{refused}"
    );
    let (_, note) = home.attache(["restore", "v.ron", "1", "--yes"]).told();
    assert!(note.contains("no longer there"), "{note}");
    assert!(home.read("v.ron").contains("Empfang"));
}

#[test]
fn what_is_not_there_is_refused_in_words() {
    let home = worked_on();
    for (which, expected) in [
        ("0", "the 3 that there are"),
        ("4", "the 3"),
        ("1.1.1990", "the 3"),
    ] {
        let refused = home.attache(["restore", "v.ron", which, "--yes"]).refused();
        assert!(refused.contains(expected), "{refused}");
    }
    home.attache(["restore", "v.ron", "nonsense", "--yes"])
        .refused();
    home.attache(["backups", "none.ron"]).refused();
    home.copy("assets/samples/duesseldorf-marrakesch-2024.ron");
    let name = "duesseldorf-marrakesch-2024.ron";
    let (listed, note) = home.attache(["backups", name]).told();
    assert!(listed.is_empty() && note.contains("no backup"), "{note}");
    let refused = home.attache(["restore", name, "1", "--yes"]).refused();
    assert!(refused.contains("There is no backup of"), "{refused}");
}

/// A full disk, or anything else in the way of the state folder.
#[test]
fn what_cannot_be_backed_up_is_saved_all_the_same_and_said() {
    let home = home();
    home.write(BACKUPS, "in the way");
    let run = home.attache(["add", "v.ron", "item", "title=Empfang"]);
    let (_, note) = run.told();
    assert!(note.contains("No backup of"), "{note}");
    assert!(home.read("v.ron").contains("Empfang"));
}

#[cfg(unix)]
#[test]
fn backups_are_private_under_any_umask() {
    use std::os::unix::fs::MetadataExt;
    for umask in ["000", "022", "777"] {
        let home = home();
        let command = format!(
            "umask {umask}; {} add v.ron item title=Empfang",
            env!("CARGO_BIN_EXE_attache")
        );
        home.run("sh", ["-c", &command]);
        let mode = |path: &std::path::Path| fs::metadata(path).unwrap().mode() & 0o777;
        let folder = home.path(BACKUPS);
        assert_eq!(mode(&folder), 0o700, "{umask}");
        let own = fs::read_dir(&folder)
            .unwrap()
            .next()
            .unwrap()
            .unwrap()
            .path();
        assert_eq!(mode(&own), 0o700, "{umask}");
        let files: Vec<_> = fs::read_dir(&own)
            .unwrap()
            .map(|one| one.unwrap().path())
            .collect();
        assert_eq!(files.len(), 2);
        for file in files {
            assert_eq!(mode(&file), 0o600, "{umask} {}", file.display());
        }
    }
}

#[test]
fn the_time_of_a_message_means_the_same_backup_whatever_is_made_since() {
    let home = worked_on();
    let good = home.read("v.ron");
    home.write("v.ron", "rubbish");
    let told = home.attache(["show", "v.ron"]).refused();
    let (_, time) = told.split_once("attache restore v.ron ").unwrap();
    let time = time.split_once('’').unwrap().0;
    home.attache(["restore", "v.ron", "3", "--yes"]).told();
    home.write("v.ron", good);
    home.attache(["restore", "v.ron", time, "--yes"]).ok();
    assert!(home.read("v.ron").contains("Empfang"));
}

/// A visit in Marrakesh that is planned elsewhere, where the clock may show another hour.
#[test]
fn when_a_backup_was_made_is_told_and_asked_for_by_the_clock_of_the_machine() {
    let morocco = "Africa/Casablanca";
    for (zone, expected, stamp) in [
        ("Europe/Berlin", "11 May 2024, 15:00", "15:00:00+02:00"),
        (":Europe/Berlin", "11 May 2024, 15:00", "15:00:00+02:00"),
        (morocco, "11 May 2024, 14:00", "14:00:00+01:00"),
        ("Asia/Tokyo", "11 May 2024, 22:00", "22:00:00+09:00"),
        (
            "CET-1CEST,M3.5.0,M10.5.0/3",
            "11 May 2024, 15:00",
            "15:00:00+02:00",
        ),
        ("UTC", "11 May 2024, 13:00", "13:00:00Z"),
        ("", "11 May 2024, 13:00", "13:00:00Z"),
        ("Nowhere/At_All", "11 May 2024, 13:00", "13:00:00Z"),
        ("\u{1b}[2J", "11 May 2024, 13:00", "13:00:00Z"),
        ("/", "11 May 2024, 13:00", "13:00:00Z"),
    ] {
        let home = home().at("2024-05-11T13:00:00Z").with("TZ", zone);
        home.attache(["set", "v.ron", "visit", &format!("zone={morocco}")])
            .ok();
        let told = home.attache(["backups", "v.ron"]).ok();
        assert!(told.contains(expected), "{zone:?}: {told}");
        assert!(told.contains(stamp), "{zone:?}: {told}");
        let (_, time) = expected.split_once(", ").unwrap();
        let run = home.attache(["restore", "v.ron", time, "--yes"]);
        assert!(run.ok().contains(expected), "{zone:?}");
    }
}
