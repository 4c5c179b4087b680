//! The guide for IT departments tells the truth: its commands do what it says, one after another.

use std::{env, fs, path::Path};

use super::home;

/// The visit that the guide speaks of.
const SAMPLE: &str = "duesseldorf-marrakesch-2024.ron";
const GUIDE: &str = include_str!("../../../assets/docs/git.md");

/// The commands, in the order in which they stand.
fn commands() -> Vec<String> {
    let mut blocks = GUIDE.split("\n```sh\n").skip(1);
    let blocks = blocks.by_ref().filter_map(|rest| rest.split_once("\n```"));
    blocks.map(|(block, _)| block.to_owned()).collect()
}

#[test]
fn its_commands_do_what_it_says() {
    let blocks = commands();
    assert!(blocks.len() > 5, "{blocks:?}");
    let program = Path::new(env!("CARGO_BIN_EXE_attache"));
    let path = env::var("PATH").unwrap_or_default();
    let path = format!("{}:{path}", program.parent().unwrap().display());
    let home = home().with("PATH", &path);
    let system = home.path("gitconfig").display().to_string();
    let home = home
        .with("GIT_CONFIG_NOSYSTEM", "0")
        .with("GIT_CONFIG_SYSTEM", &system);
    fs::create_dir_all(home.path("srv/git")).unwrap();
    home.copy(&format!("assets/samples/{SAMPLE}"));
    for block in blocks {
        let block = block.replace("/srv/git", "srv/git");
        let run = home.run("sh", ["-euc", &block]);
        // Where git is to stop, the guide says so.
        let stops = block.contains("# stops");
        assert_eq!(run.status, Some(i32::from(stops)), "{block}\n{run}");
        let says = block.lines().filter_map(|line| line.split_once('#'));
        let says = says.filter_map(|(_, remark)| remark.split_once("says: "));
        for (_, told) in says {
            assert!(
                run.stdout.contains(told) || run.stderr.contains(told),
                "{told}\n{run}"
            );
        }
    }
    let visit = home.read(&format!("anna/{SAMPLE}"));
    assert_eq!(visit, home.read(&format!("ben/{SAMPLE}")));
    assert!(!visit.contains("conflicts"), "{visit}");
}

#[test]
fn readme_leads_to_it() {
    let readme = include_str!("../../../README.md");
    assert!(readme.contains("(assets/docs/git.md)"));
}
