//! Issues are whole, numbered once each and never changed; what is broken is named.

use chrono::NaiveDate;

use super::*;
use crate::{
    model::{Head, Id},
    words::{Lang, Speak},
};

fn at(hour: u32) -> NaiveDateTime {
    let day = NaiveDate::from_ymd_opt(2024, 11, 11).unwrap();
    day.and_hms_opt(hour, 0, 0).unwrap()
}

fn visit(title: &str) -> Visit {
    let mut head = Head::with_id(Id::parse("besuch-7k2f").unwrap());
    head.title = title.into();
    Visit::new(head)
}

/// A folder with nothing in it, and where a visit in it would be.
fn home() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("besuch.ron");
    (folder, path)
}

#[test]
fn a_visit_is_frozen_under_the_next_number() {
    let (folder, path) = home();
    assert_eq!(issues(&path).unwrap(), []);
    assert_eq!(newest(&path).unwrap(), None);
    let first = freeze(&path, &visit("A"), at(14), " an die\n Delegation ").unwrap();
    assert_eq!(
        (first.number, first.note.as_str()),
        (1, "an die Delegation")
    );
    let second = freeze(&path, &visit("B"), at(15), "").unwrap();
    assert_eq!(issues(&path).unwrap(), [first, second.clone()]);
    assert_eq!(frozen(&path, 1).unwrap(), visit("A"));
    let newest = newest(&path).unwrap().unwrap();
    assert_eq!(newest.issue, second);
    assert!(newest.is(&visit("B")) && !newest.is(&visit("A")));
    let names = fs::read_dir(folder.path().join("besuch.files")).unwrap();
    assert_eq!(names.count(), 2, "tidy");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "tidy");
}

#[test]
fn an_issue_that_says_nothing_new_is_refused() {
    let (_folder, path) = home();
    freeze(&path, &visit("A"), at(14), "").unwrap();
    let error = freeze(&path, &visit("A"), at(15), "again").unwrap_err();
    assert!(error.say(Lang::De).contains("Seit Fassung 1"), "{error}");
    assert_eq!(issues(&path).unwrap().len(), 1);
}

#[test]
fn issues_made_at_once_have_numbers_of_their_own() {
    let (_folder, path) = home();
    std::thread::scope(|scope| {
        for of_thread in 0..6 {
            let path = &path;
            scope.spawn(move || freeze(path, &visit(&of_thread.to_string()), at(14), "").unwrap());
        }
    });
    let made = issues(&path).unwrap();
    let numbers: Vec<_> = made.iter().map(|issue| issue.number).collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6]);
    let mut titles: Vec<_> = numbers
        .iter()
        .map(|number| {
            frozen(&path, *number)
                .unwrap()
                .head
                .title
                .get(Lang::De, Lang::De)
                .to_owned()
        })
        .collect();
    titles.sort_unstable();
    assert_eq!(titles, ["0", "1", "2", "3", "4", "5"], "none is another's");
}

#[test]
fn papers_come_back_byte_for_byte_and_are_not_replaced() {
    let (_folder, path) = home();
    freeze(&path, &visit("A"), at(14), "").unwrap();
    let name = "Tagesprogramm-12-11-2024.pdf";
    assert_eq!(kept(&path, 1, name).unwrap(), None);
    keep(&path, 1, name, b"\0paper").unwrap();
    keep(&path, 1, name, b"\0paper").unwrap();
    let error = keep(&path, 1, name, b"other").unwrap_err();
    assert!(matches!(error, IssueError::KeptOther { .. }), "{error}");
    assert_eq!(kept(&path, 1, name).unwrap().unwrap(), b"\0paper");
    for name in [
        "../visit.ron",
        "a/b.txt",
        "..",
        "",
        ".txt",
        "con.txt",
        "ä.txt",
    ] {
        let error = keep(&path, 1, name, b"x").unwrap_err();
        assert!(matches!(error, IssueError::Name(_)), "{name}: {error}");
        assert!(kept(&path, 1, name).is_err());
    }
    let error = keep(&path, 2, name, b"x").unwrap_err();
    assert!(matches!(error, IssueError::Missing { .. }), "{error}");
}

#[test]
fn half_an_issue_of_a_killed_program_counts_for_nothing_and_goes() {
    let (_folder, path) = home();
    let files = files_of(&path);
    let half = files.join(".attache-0123456789abcdef.tmp");
    fs::create_dir_all(&half).unwrap();
    fs::write(half.join(VISIT), "(form").unwrap();
    assert_eq!(issues(&path).unwrap(), []);
    assert_eq!(freeze(&path, &visit("A"), at(14), "").unwrap().number, 1);
    assert!(half.exists(), "somebody may be at it");
    let now = std::time::SystemTime::now() + std::time::Duration::from_hours(2);
    assert_eq!(super::super::sweep::sweep_folders(&files, now), 1);
    assert!(!half.exists() && issues(&path).unwrap().len() == 1);
}

#[test]
fn a_broken_issue_is_named_and_its_number_not_given_again() {
    let (_folder, path) = home();
    freeze(&path, &visit("A"), at(14), "").unwrap();
    let own = files_of(&path).join("issue-1");
    let good = fs::read_to_string(own.join(ABOUT)).unwrap();
    for bad in [
        "",
        "(format: 1)",
        "(format: 1, at: \"yesterday\")",
        "(format: 9, at: \"2024-11-11T14:00:00\")",
        "(format: 1, at: \"2024-11-11T14:00:00\", more: 1)",
    ] {
        fs::write(own.join(ABOUT), bad).unwrap();
        let error = issues(&path).unwrap_err();
        for lang in Lang::ALL {
            assert!(error.say(lang).contains("issue.ron"), "{bad}: {error}");
        }
        assert!(freeze(&path, &visit("B"), at(15), "").is_err());
    }
    fs::write(own.join(ABOUT), good).unwrap();
    fs::remove_file(own.join(VISIT)).unwrap();
    assert!(frozen(&path, 1).unwrap_err().to_string().contains(VISIT));
    fs::remove_dir_all(&own).unwrap();
    for other in [
        "issue-0",
        "issue-01",
        "issue-x",
        "issue-99999999999",
        "scan.pdf",
    ] {
        fs::create_dir(files_of(&path).join(other)).unwrap();
    }
    assert_eq!(issues(&path).unwrap(), []);
}

#[cfg(unix)]
#[test]
fn links_are_not_followed_and_issues_are_private() {
    use std::os::unix::fs::{MetadataExt, symlink};
    let (folder, path) = home();
    let at_name = |name: &str| folder.path().join(name);
    fs::create_dir(at_name("elsewhere")).unwrap();
    symlink(at_name("elsewhere"), files_of(&path)).unwrap();
    assert!(freeze(&path, &visit("A"), at(14), "").is_err());
    assert_eq!(fs::read_dir(at_name("elsewhere")).unwrap().count(), 0);
    fs::remove_file(files_of(&path)).unwrap();

    freeze(&path, &visit("A"), at(14), "").unwrap();
    let own = files_of(&path).join("issue-1");
    symlink(at_name("elsewhere"), own.join("papers")).unwrap();
    assert!(keep(&path, 1, "a.txt", b"x").is_err());
    assert_eq!(fs::read_dir(at_name("elsewhere")).unwrap().count(), 0);
    symlink(at_name("elsewhere"), files_of(&path).join("issue-2")).unwrap();
    assert!(issues(&path).is_err());
    fs::remove_file(files_of(&path).join("issue-2")).unwrap();
    for (file, mode) in [("", 0o700), (VISIT, 0o600), (ABOUT, 0o600)] {
        assert_eq!(fs::metadata(own.join(file)).unwrap().mode() & 0o777, mode);
    }

    // A link to the visit leads to the same issues.
    fs::write(&path, "x").unwrap();
    symlink(&path, at_name("elsewhere/link.ron")).unwrap();
    assert_eq!(issues(&at_name("elsewhere/link.ron")).unwrap().len(), 1);
}

#[test]
fn a_sample_has_no_issues() {
    let sample = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/assets/samples/hamburg-2023.ron"
    );
    let error = freeze(Path::new(sample), &visit("A"), at(14), "").unwrap_err();
    assert!(matches!(error, IssueError::Sample { .. }), "{error}");
    assert!(!files_of(Path::new(sample)).exists());
}

#[test]
fn what_is_gone_or_something_else_is_told_as_part_of_an_issue() {
    for (file, content) in [
        ("visit.ron", Some("")),
        ("visit.ron", Some("no visit")),
        ("visit.ron", None),
        ("issue.ron", Some("")),
        ("issue.ron", None),
    ] {
        let (folder, path) = home();
        freeze(&path, &visit("A"), at(14), "").unwrap();
        let file = folder.path().join("besuch.files/issue-1").join(file);
        match content {
            Some(content) => fs::write(&file, content).unwrap(),
            None => fs::remove_file(&file).unwrap(),
        }
        let error = newest(&path).unwrap_err();
        assert!(
            matches!(&error, IssueError::Damaged { path } if *path == file),
            "{error}"
        );
    }
}

#[test]
fn an_issue_that_is_not_there_is_told_with_those_that_are() {
    let (_folder, path) = home();
    freeze(&path, &visit("A"), at(14), "").unwrap();
    let told = frozen(&path, 9).unwrap_err().say(Lang::De);
    assert!(told.ends_with("keine Fassung 9, nur 1"), "{told}");
}
