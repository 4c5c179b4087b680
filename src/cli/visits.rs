//! The visit that a subcommand works on: found, opened, changed and saved in one go.

use std::{
    path::{Path, PathBuf},
    thread,
    time::{Duration, SystemTime},
};

use clap::ArgMatches;

use super::{Failure, Output, Settings, args, near};
use crate::{
    edit::{self, Transaction},
    model::{AnyRef, VISIT, View, Visit},
    plan::{Asker, Refusal},
    say,
    session::backup_hint,
    store::{self, Folders, Held, OpenError, OpenWarning, Opened, ReadError, Recovery, SaveError},
    words::{Lang, Speak, quoted},
};

/// How often a change is made anew because somebody else saved the file meanwhile although it was
/// held: where there is no locking, or by another program.
const ATTEMPTS: u32 = 100;
/// The longest of the pauses between them.
const PAUSE: Duration = Duration::from_millis(50);
/// How git names a file that is not there, on every system.
const NO_FILE: &str = "/dev/null";

/// What a subcommand wants done with a visit.
pub(super) struct Planned {
    /// The change.
    pub(super) transaction: Transaction,
    /// The records that were asked for; their ids are printed.
    pub(super) ids: Vec<String>,
    /// What a person should know about it.
    pub(super) notes: Vec<String>,
}

impl From<Transaction> for Planned {
    fn from(transaction: Transaction) -> Self {
        Self {
            transaction,
            ids: Vec::new(),
            notes: Vec::new(),
        }
    }
}

impl From<(Transaction, String)> for Planned {
    fn from((transaction, id): (Transaction, String)) -> Self {
        Self {
            ids: vec![id],
            ..transaction.into()
        }
    }
}

/// Opens the visit that the arguments name.
pub(super) fn open(matches: &ArgMatches, settings: &Settings) -> Result<Opened, Failure> {
    open_at(&path(matches, &settings.folders), settings)
}

/// Opens the visit in a file; where that is damaged, the refusal names the backup that can be
/// restored.
pub(super) fn open_at(path: &Path, settings: &Settings) -> Result<Opened, Failure> {
    store::open(path).map_err(|error| match backup_hint(&error, path, settings) {
        Some(hint) => Failure::Damaged(Box::new(error), hint),
        None => error.into(),
    })
}

/// The visit in a file; none where the file is empty, or is git's word for one that is not there.
pub(super) fn if_any(path: &Path) -> Result<Option<Visit>, OpenError> {
    if path == Path::new(NO_FILE) {
        return Ok(None);
    }
    match store::open(path) {
        Ok(opened) => Ok(Some(opened.visit)),
        Err(OpenError::Read(ReadError::Empty { .. })) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The record of an id; one that is not there is refused with what resembles it, whole or in one of
/// its words, for a name is known sooner than an id.
pub(super) fn record<'a>(visit: &'a Visit, id: &str) -> Result<AnyRef<'a>, Failure> {
    visit.record(id).ok_or_else(|| {
        let ids = || visit.all_records().map(AnyRef::id).chain([VISIT]);
        let mut near = near::to(id, ids());
        if near.is_empty() {
            let has_word = |own: &&str| !near::to(id, own.split('-')).is_empty();
            near = ids().filter(has_word).take(near::MOST).collect();
        }
        let near = near.into_iter().map(str::to_owned);
        Failure::NoSuchId(id.to_owned(), near.collect())
    })
}

/// Refuses what stays as it is: a sample, the frozen visit of an issue, and what could not be saved.
pub(super) fn refuse_fixed(path: &Path, folders: &Folders) -> Result<(), Failure> {
    let path = path.to_owned();
    if store::is_sample(&path) {
        return Err(Failure::Sample(path));
    }
    if store::is_frozen(&path) {
        return Err(store::IssueError::Frozen { path }.into());
    }
    if let Some(kept) = Recovery::at(folders.recovery()).kept_in(&path) {
        return Err(Failure::Kept(Box::new(kept)));
    }
    Ok(())
}

/// Changes the visit that the arguments name and saves it.
///
/// The plan depends on nothing but the visit, so when somebody else saved the file at the same
/// moment, it is asked again for the visit as it then is, while nobody else saves it: nothing of
/// theirs is lost, and nothing of this.
pub(super) fn change(
    matches: &ArgMatches,
    settings: &Settings,
    plan: impl Fn(&Visit, Asker) -> Result<Planned, Failure>,
) -> Result<Output, Failure> {
    let path = path(matches, &settings.folders);
    refuse_fixed(&path, &settings.folders)?;
    // What an earlier command left that was killed while it saved.
    let folder = path.parent().filter(|own| !own.as_os_str().is_empty());
    store::sweep(folder.unwrap_or(Path::new(".")), SystemTime::now());
    let beaten = |done: &Result<Output, Failure>| {
        matches!(done, Err(Failure::Save(SaveError::ChangedOutside { .. })))
    };
    let mut done = attempt(&path, settings, &plan, None);
    for attempts in 1..ATTEMPTS {
        if !beaten(&done) {
            break;
        }
        if attempts > 1 {
            // Several who do the same come apart by their numbers.
            let apart = Duration::from_micros(u64::from(std::process::id() % 17) * 100);
            thread::sleep((apart * attempts).min(PAUSE));
        }
        let held = store::hold(&path, store::LOCK_WAIT)?.with_backups(&settings.backups());
        done = attempt(&path, settings, &plan, Some(&held));
    }
    done
}

fn attempt(
    path: &Path,
    settings: &Settings,
    plan: impl Fn(&Visit, Asker) -> Result<Planned, Failure>,
    held: Option<&Held>,
) -> Result<Output, Failure> {
    let Opened {
        mut visit,
        fingerprint,
        warnings,
        ..
    } = open_at(path, settings)?;
    let Planned {
        transaction,
        ids,
        mut notes,
    } = match plan(&visit, asker(&visit, settings)) {
        // To ask for what is so already is no mistake of a script.
        Err(Failure::Refused(Refusal::NothingToDo)) => return Ok(Output::default()),
        other => other?,
    };
    if !transaction.is_empty() {
        edit::apply(&mut visit, &transaction)?;
        if let Err(error) = settings.backups().before_save(path) {
            notes.push(error.say(settings.lang));
        }
        let saved = match held {
            Some(held) => held.save_visit(&visit, Some(&fingerprint))?,
            None => store::save_visit(path, &visit, Some(&fingerprint))?,
        };
        notes.extend(made(&visit, &transaction, &ids, settings.lang));
        notes.extend(
            warnings
                .iter()
                .map(|warning| after_saving(warning, settings.lang)),
        );
        notes.extend(
            saved
                .warnings
                .iter()
                .map(|warning| warning.say(settings.lang)),
        );
    }
    let text = ids.into_iter().map(|id| id + "\n").collect::<String>();
    Ok(Output {
        text,
        notes,
        ..Output::default()
    })
}

/// Who asks, and when: today is the day in the visit's own zone.
pub(super) fn asker(visit: &Visit, settings: &Settings) -> Asker {
    Asker {
        lang: settings.lang,
        today: settings.now.today(visit.zone()),
    }
}

/// The file that the arguments name.
pub(super) fn path(matches: &ArgMatches, folders: &Folders) -> PathBuf {
    let given = matches.get_one::<PathBuf>(args::PATH);
    given.map_or_else(PathBuf::new, |given| found(given, folders))
}

/// The file or folder that is meant: the path itself, or a visit of the library by its name.
pub(super) fn found(given: &Path, folders: &Folders) -> PathBuf {
    let is_name = given.components().count() == 1 && given.file_name().is_some();
    if !is_name || given.symlink_metadata().is_ok() {
        return given.to_owned();
    }
    let named = folders.library.join(given);
    let with_extension = {
        let mut name = named.clone().into_os_string();
        name.push(".ron");
        PathBuf::from(name)
    };
    [named, with_extension]
        .into_iter()
        .find(|path| path.is_file())
        .unwrap_or_else(|| given.to_owned())
}

/// Records that came into being by being named, beside those that were asked for.
fn made(visit: &Visit, transaction: &Transaction, asked: &[String], lang: Lang) -> Vec<String> {
    let new = transaction
        .changes
        .iter()
        .filter(|change| change.before.is_none());
    let new = new.filter(|change| !asked.iter().any(|id| id == change.id()));
    let new = new.filter_map(|change| visit.record(change.id()));
    let told = new.map(|record| {
        let (kind, id) = (record.kind().label().get(lang), record.id());
        let title = quoted(&record.title(View { visit, lang }), lang);
        say!(
            lang,
            "Neu angelegt: {kind} {title}, Kennung {id}",
            "Made on the way: {kind} {title}, id {id}",
            "Créé au passage\u{a0}: {kind} {title}, identifiant {id}"
        )
    });
    told.collect()
}

/// A warning about the file as it was, now that it has been saved.
pub(super) fn after_saving(warning: &OpenWarning, lang: Lang) -> String {
    match warning {
        OpenWarning::Comments { line } => say!(
            lang,
            "Die Kommentare der Datei (ab Zeile {line}) sind beim Speichern entfallen; für Notizen gibt es das Feld note",
            "The file’s comments (from line {line}) were lost when it was saved; for notes there is the field note",
            "Les commentaires du fichier (dès la ligne {line}) ont disparu à l’enregistrement\u{a0}; le champ note sert aux remarques"
        ),
        OpenWarning::ConflictMarkers { .. } => warning.say(lang),
    }
}
