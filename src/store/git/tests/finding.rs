//! Which repository a file is in, whose it is, and how it is configured.

use std::fs;

use super::*;

#[test]
fn settings_are_read_written_and_taken_away() {
    let world = World::new();
    let (repo, _) = world.clone("first");
    assert_eq!(config(&repo, "merge.attache.name"), Ok(None));
    for value in ["one", "two 'words' %O\nand a line"] {
        set_config(&repo, "merge.attache.name", value).unwrap();
        assert_eq!(
            config(&repo, "merge.attache.name"),
            Ok(Some(value.to_owned()))
        );
    }
    for _ in 0..2 {
        unset_config(&repo, "merge.attache.name").unwrap();
        assert_eq!(config(&repo, "merge.attache.name"), Ok(None));
    }
}

#[test]
fn a_repository_is_found_from_inside_and_through_links() {
    let world = World::new();
    let (repo, _) = world.clone("first");
    fs::create_dir(repo.root().join("sub")).unwrap();
    let found = repository(&repo.root().join("sub/not-there-yet.ron")).unwrap();
    assert_eq!(found.root(), repo.root());
    assert_eq!(
        found.inside(&repo.root().join("sub/x.ron")),
        Some("sub/x.ron".into())
    );
    assert!(repository(&world.path("visit.ron")).is_none());
    fs::write(repo.root().join("sub/x.ron"), TEXT).unwrap();
    commit(&world.repo("first"), &repo.root().join("sub/x.ron"), "x").unwrap();
    world.in_folder("first", &["worktree", "add", "--quiet", "../tree"]);
    let tree = world.repo("tree");
    assert_eq!(tree.root(), world.path("tree"));
    assert_eq!(tree.git_dir(), repo.git_dir().join("worktrees/tree"));
    assert_eq!(
        status(&tree, &tree.root().join("sub/x.ron"))
            .unwrap()
            .branch
            .as_deref(),
        Some("tree")
    );
    #[cfg(unix)]
    {
        let link = world.path("link.ron");
        std::os::unix::fs::symlink(repo.root().join("sub/x.ron"), &link).unwrap();
        assert_eq!(repository(&link).unwrap().root(), repo.root());
    }
}

#[cfg(unix)]
#[test]
fn a_repository_of_somebody_else_is_not_touched() {
    use std::os::unix::fs::chown;
    if !rustix::process::geteuid().is_root() {
        // Only root can give a folder to somebody else.
        return;
    }
    let world = World::new();
    let (repo, file) = world.clone("first");
    let root = repo.root().to_owned();
    for part in [root.clone(), root.join(".git")] {
        chown(&part, Some(65534), None).unwrap();
        assert_eq!(
            look_for(&file).unwrap_err(),
            GitError::Foreign(root.clone())
        );
        assert!(repository(&file).is_none());
        chown(&part, Some(0), None).unwrap();
        assert!(repository(&file).is_some());
    }
    fs::write(&file, TEXT).unwrap();
    commit(&repo, &file, "x").unwrap();
    world.in_folder("first", &["worktree", "add", "--quiet", "../tree"]);
    let of_tree = world.path("tree/visit.ron");
    chown(root.join(".git"), Some(65534), None).unwrap();
    assert!(matches!(look_for(&of_tree), Err(GitError::Foreign(_))));
}
