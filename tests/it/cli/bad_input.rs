//! Bad files and bad values: one clear sentence, and the file byte for byte as it was.

use std::fs;

use super::{EMPTY, home};
use crate::harness::Home;

/// Every subcommand that reads a visit, with whatever else it needs.
const READERS: &[&[&str]] = &[
    &["show", "v.ron"],
    &["show", "v.ron", "visit", "--format", "json"],
    &["add", "v.ron", "item", "title=Empfang"],
    &["set", "v.ron", "visit", "note=x"],
    &["remove", "v.ron", "empfang-7k2f"],
    &["shift", "v.ron", "empfang-7k2f", "15"],
    &["move", "v.ron", "empfang-7k2f", "--start", "10:00"],
    &["swap", "v.ron", "empfang-7k2f", "abfahrt-7k2f"],
    &["duplicate", "v.ron", "empfang-7k2f"],
    &["export", "v.ron"],
    &["export", "v.ron", "-o", "paper.txt"],
];

/// Each reader refuses a file of these bytes in a sentence with each of these words.
#[track_caller]
fn refused(bytes: &[u8], words: [&[&str]; 3]) {
    for args in READERS {
        for (lang, words) in ["de", "en", "fr"].into_iter().zip(words) {
            let home = Home::new().lang(lang);
            home.write("v.ron", bytes);
            let told = home.attache(*args).refused();
            for word in words {
                assert!(told.contains(word), "{args:?}: {word} in {told}");
            }
            assert!(
                fs::read(home.path("v.ron")).unwrap() == bytes,
                "{args:?} changed the file"
            );
            let left: Vec<_> = fs::read_dir(home.path("")).unwrap().collect();
            assert_eq!(left.len(), 1, "{args:?} left {left:?}");
        }
    }
}

#[test]
fn no_file() {
    for args in READERS {
        let told = home()
            .attache(args.iter().map(|arg| arg.replace("v.ron", "w.ron")))
            .refused();
        assert!(
            told.contains("w.ron") && told.contains("does not exist"),
            "{told}"
        );
    }
}

#[test]
fn an_empty_file() {
    for bytes in ["", "\n \n", "\u{feff}"] {
        refused(
            bytes.as_bytes(),
            [&["v.ron", "leer"], &["v.ron", "empty"], &["v.ron", "vide"]],
        );
    }
}

#[test]
fn a_huge_file() {
    let bytes = vec![b' '; (16 << 20) + 1];
    refused(&bytes, [&["16 MiB"], &["16 MiB"], &["16\u{a0}Mio"]]);
}

#[test]
fn a_truncated_file() {
    let cut = &EMPTY[..EMPTY.len() - 4];
    refused(cut.as_bytes(), [&["Zeile 1"], &["Line 1"], &["Ligne 1"]]);
}

#[test]
fn a_broken_file() {
    let broken = EMPTY.replace("first: ", "first ");
    refused(broken.as_bytes(), [&["Zeile 1"], &["Line 1"], &["Ligne 1"]]);
    let no_date = EMPTY.replace("2024-11-11", "2024-02-31");
    refused(
        no_date.as_bytes(),
        [&["Zeile 1"], &["Line 1"], &["Ligne 1"]],
    );
}

#[test]
fn a_newer_file() {
    let newer = EMPTY.replace("format: 1", "format: 99");
    refused(
        newer.as_bytes(),
        [&["Format 99"], &["format 99"], &["format 99"]],
    );
}

#[test]
fn a_field_that_nobody_knows() {
    let unknown = EMPTY.replace("first: ", "gadget: 1,\n first: ");
    refused(unknown.as_bytes(), [&["gadget"], &["gadget"], &["gadget"]]);
}

#[test]
fn a_foreign_file() {
    refused(
        b"\x89PNG\r\n\x1a\n\xff\xfe",
        [&["Text"], &["text"], &["texte"]],
    );
    refused(
        b"{\"visit\": {}}",
        [
            &["keine Besuchsdatei"],
            &["not a visit"],
            &["pas un fichier de visite"],
        ],
    );
    refused(
        format!("(format: 1, visit: {}", "[".repeat(100_000)).as_bytes(),
        [&["Zeile"], &["Line"], &["Ligne"]],
    );
}

#[test]
fn conflict_markers() {
    let torn = EMPTY.replace(
        "title: \"Besuch\",",
        "\n<<<<<<< HEAD\ntitle: \"Besuch\",\n=======\ntitle: \"Visite\",\n>>>>>>> theirs\n",
    );
    refused(
        torn.as_bytes(),
        [&["git", "Zeile 2"], &["git", "line 2"], &["git", "ligne 2"]],
    );
}

#[test]
fn a_clock_that_is_none() {
    let home = home().at("yesterday");
    for args in READERS {
        let told = home.attache(*args).refused();
        assert!(
            told.contains("ATTACHE_NOW") && told.contains("yesterday"),
            "{told}"
        );
    }
    assert_eq!(home.read("v.ron"), EMPTY);
    assert!(home.attache(["--help"]).ok().starts_with("Plan"));
}

#[test]
fn a_configuration_that_is_broken() {
    let home = home();
    home.write(".config/attache/config.ron", "(lang: nl)");
    for args in READERS {
        let told = home.attache(*args).refused();
        assert!(
            told.contains("config.ron") && told.contains("line 1"),
            "{told}"
        );
    }
    assert_eq!(home.read("v.ron"), EMPTY);
    home.attache(["--version"]).ok();
}

#[test]
fn a_folder_in_place_of_a_visit() {
    let home = home();
    fs::create_dir(home.path("folder")).unwrap();
    for args in READERS {
        let args = args.iter().map(|arg| arg.replace("v.ron", "folder"));
        let told = home.attache(args).refused();
        assert!(told.contains("is a folder"), "{told}");
    }
}

#[test]
fn the_screen_opens_no_visit_that_is_not_there() {
    for args in [&["none.ron"][..], &["none/v.ron"]] {
        let told = home().attache(args).refused();
        assert!(told.contains("does not exist"), "{told}");
    }
}

#[test]
fn a_file_that_holds_escape_sequences() {
    let steering = EMPTY.replace("\"Besuch\"", "\"a\u{1b}]0;b\u{7}c\"");
    let home = Home::new();
    home.write("v.ron", &steering);
    for args in [
        &["show", "v.ron"][..],
        &["show", "v.ron", "--format", "json"],
    ] {
        let run = home.attache(args);
        let shown = if run.status == Some(0) {
            run.ok()
        } else {
            run.refused()
        };
        assert!(!shown.contains('\u{1b}'), "{shown}");
    }
    let told = home.attache(["show", "v\u{1b}[2J.ron"]).refused();
    assert!(told.contains("v␛[2J.ron"), "{told}");
}

/// Runs a command as somebody whom rights apply to: for root they do not, so root becomes nobody.
#[cfg(unix)]
fn without_root(home: &Home, args: &[&str]) -> Option<(Option<i32>, String)> {
    use std::os::unix::{fs::PermissionsExt, process::CommandExt};
    const NOBODY: u32 = 65534;

    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_attache"));
    command
        .args(args)
        .env_clear()
        .envs(home.env().iter().cloned())
        .current_dir(home.path(""));
    if rustix::process::geteuid().is_root() {
        fs::set_permissions(home.path(""), fs::Permissions::from_mode(0o777)).unwrap();
        command.uid(NOBODY).gid(NOBODY);
    }
    // Where nobody may not even run the program there is nothing to be tried.
    let run = command.output().ok()?;
    assert!(run.stdout.is_empty());
    Some((run.status.code(), String::from_utf8(run.stderr).unwrap()))
}

#[cfg(unix)]
#[test]
fn a_folder_or_file_without_rights() {
    use std::os::unix::fs::PermissionsExt;

    for (folder_mode, file_mode) in [
        (0o000, 0o600),
        (0o555, 0o444),
        (0o555, 0o666),
        (0o777, 0o000),
    ] {
        let home = Home::new();
        home.write("folder/v.ron", EMPTY);
        let set_mode = |inside: &str, mode| {
            fs::set_permissions(home.path(inside), fs::Permissions::from_mode(mode)).unwrap();
        };
        set_mode("folder/v.ron", file_mode);
        set_mode("folder", folder_mode);
        let run = without_root(&home, &["set", "folder/v.ron", "visit", "note=x"]);
        set_mode("folder", 0o700);
        set_mode("folder/v.ron", 0o600);
        let Some((status, told)) = run else { return };
        assert_eq!((status, told.lines().count()), (Some(1), 1), "{told}");
        assert!(told.contains("folder/v.ron"), "{told}");
        assert_eq!(home.read("folder/v.ron"), EMPTY);
        assert_eq!(fs::read_dir(home.path("folder")).unwrap().count(), 1);
    }
}

/// What came of running `show` with this as its standard output.
#[cfg(unix)]
fn shown_to(home: &Home, stdout: std::process::Stdio) -> (Option<i32>, String) {
    let run = std::process::Command::new(env!("CARGO_BIN_EXE_attache"))
        .args(["show", "v.ron"])
        .env_clear()
        .envs(home.env().iter().cloned())
        .current_dir(home.path(""))
        .stdout(stdout)
        .stderr(std::process::Stdio::piped())
        .output()
        .unwrap();
    (run.status.code(), String::from_utf8(run.stderr).unwrap())
}

#[cfg(unix)]
#[test]
fn that_nobody_reads_on_is_no_failure_but_a_full_disk_is() {
    let home = home();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    assert_eq!(shown_to(&home, writer.into()), (Some(0), String::new()));
    if let Ok(full) = fs::File::options().write(true).open("/dev/full") {
        let (status, told) = shown_to(&home, full.into());
        assert_eq!((status, told.lines().count()), (Some(1), 1), "{told}");
    }
}
