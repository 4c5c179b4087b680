//! Backups as they are made, found and let go.

use std::fs;

use super::*;

fn text(id: &str, title: &str) -> String {
    format!(
        "(\n    format: 1,\n    visit: (\n        id: \"{id}\",\n        title: \"{title}\",\n    ),\n)\n"
    )
}

fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

struct Bench {
    home: tempfile::TempDir,
    backups: Backups,
}

impl Bench {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let backups = Backups::at(home.path().join("state/backups"));
        Self { home, backups }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    /// What the backups of a file hold, the newest first.
    fn held(&self, name: &str) -> Vec<String> {
        let all = self.backups.of(&self.path(name)).into_iter();
        all.map(|one| String::from_utf8_lossy(&one.bytes().unwrap()).into_owned())
            .collect()
    }
}

#[test]
fn what_does_not_say_of_what_it_is_is_strange() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("backups");
    let backups = Backups::at(folder.clone());
    let path = home.path().join("visit.ron");
    fs::write(&path, "x").unwrap();
    let own = backups.make(&path).unwrap().unwrap().path;
    assert!(backups.strange().is_empty());
    let other = own.with_file_name("visit.ron");
    fs::write(&other, "x").unwrap();
    fs::write(own.with_file_name(".visit.tmp"), "x").unwrap();
    let lost = folder.join("lost");
    fs::create_dir(&lost).unwrap();
    let mut found = backups.strange();
    found.sort();
    let mut expected = [other, lost];
    expected.sort();
    assert_eq!(found, expected);
}

#[test]
fn a_backup_is_the_file_byte_for_byte_and_never_twice_in_a_row() {
    let bench = Bench::new();
    for bytes in [&b"\xef\xbb\xbf(a)\r\n"[..], b"\xff\x00", b"<<<<<<< HEAD"] {
        let path = bench.write("visit.ron", bytes);
        let made = bench.backups.make(&path).unwrap().unwrap();
        assert_eq!(fs::read(&made.path).unwrap(), bytes);
        let again = bench.backups.make(&path).unwrap().unwrap();
        assert_eq!(again, made);
    }
    assert_eq!(bench.backups.of(&bench.path("visit.ron")).len(), 3);
    let none = bench.backups.make(&bench.path("none.ron")).unwrap();
    assert_eq!(none, None);
    assert!(bench.backups.of(&bench.path("none.ron")).is_empty());
}

#[test]
fn an_older_version_may_come_back_and_the_order_is_kept() {
    let mut bench = Bench::new();
    bench.backups = bench.backups.with_clock(Some(at("2024-11-12 14:00")));
    for text in ["a", "b", "a", "c"] {
        let path = bench.write("visit.ron", text);
        bench.backups.make(&path).unwrap();
    }
    assert_eq!(bench.held("visit.ron"), ["c", "a", "b", "a"]);
}

#[test]
fn a_command_makes_one_when_the_newest_is_older_than_an_hour() {
    let bench = Bench::new();
    let cases = [
        ("2024-11-12 14:00", 1),
        ("2024-11-12 14:59", 1),
        ("2024-11-12 15:00", 2),
        ("2024-11-12 15:30", 2),
        // The clock was put back: the newest is of the future, and says nothing about its age.
        ("2024-11-12 09:00", 3),
    ];
    for (nth, (now, expected)) in cases.into_iter().enumerate() {
        let path = bench.write("visit.ron", nth.to_string());
        let backups = bench.backups.clone().with_clock(Some(at(now)));
        backups.before_save(&path).unwrap();
        assert_eq!(backups.of(&path).len(), expected, "{now}");
    }
}

#[test]
fn they_are_found_under_another_name_and_when_the_file_is_gone_or_broken() {
    let bench = Bench::new();
    let (old, now) = (text("a-7k2f", "x"), text("a-7k2f", "y"));
    let first = bench.write("first.ron", &old);
    bench.backups.make(&first).unwrap();
    fs::rename(&first, bench.path("second.ron")).unwrap();
    assert_eq!(bench.held("second.ron"), [old.as_str()], "by its id");
    assert_eq!(bench.held("first.ron"), [old.as_str()], "by its old path");
    let second = bench.write("second.ron", &now);
    bench.backups.make(&second).unwrap();
    assert_eq!(bench.held("second.ron"), [now.as_str(), &old]);
    // Nothing tells the id any more but what was made of this path before.
    for broken in ["", "rubbish"] {
        bench.write("second.ron", broken);
        assert_eq!(bench.held("second.ron"), [now.as_str(), &old], "{broken:?}");
    }
    let conflict = format!("<<<<<<< HEAD\n{now}=======\n{old}>>>>>>> main\n");
    bench.write("third.ron", conflict);
    assert_eq!(bench.held("third.ron"), [now.as_str(), &old]);
    fs::remove_file(&second).unwrap();
    assert_eq!(bench.held("second.ron"), [now.as_str(), &old]);
    assert_eq!(bench.backups.all_of("a-7k2f").len(), 2);
    assert!(bench.backups.all_of("b-7k2f").is_empty());
}

#[test]
fn what_is_broken_is_kept_with_the_visit_that_it_was() {
    let bench = Bench::new();
    let path = bench.write("visit.ron", text("a-7k2f", "x"));
    bench.backups.make(&path).unwrap();
    bench.write("visit.ron", "rubbish");
    bench.backups.make(&path).unwrap();
    let all = bench.backups.all_of("a-7k2f");
    assert_eq!(all.len(), 2);
    assert!(all[0].open().is_err() && all[1].open().is_ok());
}

#[test]
fn visits_of_one_name_are_kept_apart() {
    let bench = Bench::new();
    for id in ["a-7k2f", "b-7k2f"] {
        let path = bench.write("visit.ron", text(id, "x"));
        bench.backups.make(&path).unwrap();
    }
    assert_eq!(bench.backups.all_of("a-7k2f").len(), 1);
    // At this path both have been.
    assert_eq!(bench.held("visit.ron").len(), 2);
}

#[test]
fn one_path_said_in_several_ways_is_one() {
    let bench = Bench::new();
    fs::create_dir(bench.path("sub")).unwrap();
    let path = bench.write("visit.ron", "a");
    bench.backups.make(&path).unwrap();
    let mut ways = vec![bench.path("sub/../visit.ron"), bench.path("./visit.ron")];
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&path, bench.path("link.ron")).unwrap();
        std::os::unix::fs::symlink(bench.home.path(), bench.path("sub/up")).unwrap();
        ways.extend([bench.path("link.ron"), bench.path("sub/up/visit.ron")]);
    }
    for way in ways {
        assert_eq!(bench.backups.of(&way).len(), 1, "{}", way.display());
    }
}

#[test]
fn old_ones_are_let_go_by_the_rule() {
    let bench = Bench::new();
    let start = at("2024-01-01 00:30");
    for hour in 0..24 * 40 {
        if hour % 7 != 0 {
            continue;
        }
        let path = bench.write("visit.ron", hour.to_string());
        let now = Some(start + TimeDelta::hours(hour));
        bench.backups.clone().with_clock(now).make(&path).unwrap();
    }
    let all = bench.backups.of(&bench.path("visit.ron"));
    assert!((33..45).contains(&all.len()), "{}", all.len());
    assert_eq!(bench.held("visit.ron")[0], "959");
}

#[cfg(unix)]
#[test]
fn backups_are_private_and_lie_outside_the_library() {
    use std::os::unix::fs::MetadataExt;
    let bench = Bench::new();
    let path = bench.write("visit.ron", "a");
    let made = bench.backups.make(&path).unwrap().unwrap();
    let rights = |path: &Path| fs::metadata(path).unwrap().mode() & 0o777;
    let folder = made.path.parent().unwrap();
    assert_eq!(rights(&made.path), 0o600);
    assert_eq!(rights(&folder.join(ORIGIN)), 0o600);
    for folder in [folder, folder.parent().unwrap(), &bench.path("state")] {
        assert_eq!(rights(folder), 0o700, "{}", folder.display());
    }
}
