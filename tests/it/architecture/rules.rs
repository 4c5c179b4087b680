//! Which folder may use which, and what only some of them may touch: the table and its reading.

use super::source::Source;

/// Each folder of `src` and the folders that it may use, itself aside.
///
/// `display` (text made safe, cut and slugged) stands below everything but `words`, so that any
/// folder may use it. The two front ends do not know each other. `lib.rs` and `main.rs` may use all.
const MAY_USE: &str = "
    words:
    display:
    model:    display words
    edit:     display words model
    plan:     display words model edit
    check:    display words model
    merge:    display words model edit
    audience: display model
    paper:    display words model audience
    format:   display words paper
    exchange: display words model plan audience
    store:    display words model format
    session:  display words model edit plan check merge audience paper format exchange store
    cli:      display words model edit plan check merge audience paper format exchange store session
    tui:      display words model edit plan check merge audience paper format exchange store session
";

/// Macros stand at the root of the crate and belong to a folder all the same.
const MACROS: &[(&str, &str)] = &[("say", "words")];

/// What only some may use: what to call it, who may, the paths that lead there, the methods.
const RESERVED: &[Reserved] = &[
    Reserved {
        told: "knows the screen",
        for_only: "src/tui/",
        paths: "ratatui crossterm tui_input",
        methods: "",
    },
    Reserved {
        told: "touches the disk",
        for_only: "src/store/ src/cli/ src/tui/driver.rs src/tui/driver/",
        paths: "std::fs rustix::fs tempfile xattr notify",
        methods: "canonicalize is_dir is_file read_dir read_link symlink_metadata try_exists",
    },
    Reserved {
        told: "starts programs",
        for_only: "src/store/git/",
        paths: "std::process::Command",
        methods: "",
    },
];

struct Reserved {
    told: &'static str,
    for_only: &'static str,
    paths: &'static str,
    methods: &'static str,
}

/// Macros that stand for work not done.
const UNDONE: &str = "todo unimplemented";

/// What is wrong with a file of `src`, given its path from the repository's root.
pub(super) fn complaints(path: &str, text: &str) -> Vec<String> {
    let module = module_of(path);
    let source = Source::read(&module, text);
    let mut found = Vec::new();
    if !text.starts_with("//!") {
        found.push("does not begin with //! and what it is for".to_owned());
    }
    match &module[..] {
        [] => {}
        [name] if !path.ends_with("/mod.rs") => found.push(format!("{name} belongs into a folder")),
        [folder, ..] => found.extend(crossed(folder, &source)),
    }
    for reserved in RESERVED {
        found.extend(reserved.taken(path, &source));
    }
    let undone = source.macros.iter().filter(|name| listed(UNDONE, name));
    found.extend(undone.map(|name| format!("leaves work undone: {name}!")));
    found.iter().map(|what| format!("{path}: {what}")).collect()
}

/// What `folder` uses although the table does not say so.
fn crossed(folder: &str, source: &Source) -> Vec<String> {
    let head = format!("{folder}:");
    let mut rows = MAY_USE.lines().map(str::trim);
    let Some(allowed) = rows.find_map(|row| row.strip_prefix(&head)) else {
        return vec![format!("folder {folder} is not in the table")];
    };
    let inside = source.paths.iter().filter(|names| names[0] == "crate");
    inside
        .map(|names| {
            let own = MACROS.iter().find(|(name, _)| *name == names[1]);
            own.map_or(names[1].as_str(), |(_, home)| home)
        })
        .filter(|target| *target != folder && !listed(allowed, target))
        .map(|target| format!("{folder} may not use {target}"))
        .collect()
}

impl Reserved {
    /// What the file at `path` uses although it is not among those who may.
    fn taken(&self, path: &str, source: &Source) -> Vec<String> {
        if self
            .for_only
            .split(' ')
            .any(|place| path.starts_with(place))
        {
            return Vec::new();
        }
        let paths = source.paths.iter().map(|names| names.join("::"));
        let paths = paths.filter(|names| {
            let mut reserved = self.paths.split(' ').map(|path| format!("{path}::"));
            reserved.any(|path| format!("{names}::").starts_with(&path))
        });
        let methods = source
            .members
            .iter()
            .filter(|name| listed(self.methods, name));
        let methods = methods.map(|name| format!(".{name}()"));
        paths
            .chain(methods)
            .map(|what| format!("{}: {what}", self.told))
            .collect()
    }
}

/// `src/model/slot.rs` is the module `model::slot`; `mod.rs`, `lib.rs` and `main.rs` add no name.
pub(super) fn module_of(path: &str) -> Vec<String> {
    let inside = path.trim_start_matches("src/").trim_end_matches(".rs");
    let names = inside
        .split('/')
        .filter(|name| !["lib", "main", "mod"].contains(name));
    names.map(str::to_owned).collect()
}

fn listed(list: &str, name: &str) -> bool {
    list.split_whitespace().any(|entry| entry == name)
}
