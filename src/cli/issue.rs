//! `attache issue PATH`: freezes the visit as its next issue and says which that is.

use clap::ArgMatches;

use super::{Failure, Output, Settings, Subcommand, args, visits};
use crate::{
    paper::Remark,
    session::issue_said,
    store,
    words::{Lang, Said, Speak},
};

pub(super) const SUBCOMMAND: Subcommand = Subcommand {
    name: "issue",
    about: Said::new(
        "Den Besuch als nächste Fassung festhalten",
        "Freeze the visit as its next issue",
        "Figer la visite comme prochaine version",
    ),
    more: Some(Said::new(
        "Die Fassung wird neben dem Besuch in NAME.files aufbewahrt und nie geändert. Unterlagen \
         tragen ihre Nummer, bis sich der Besuch ändert; danach sind sie Entwürfe.",
        "The issue is kept beside the visit in NAME.files and never changed. Papers carry its \
         number until the visit changes; after that they are drafts.",
        "La version est conservée à côté de la visite dans NOM.files et n’est jamais modifiée. Les \
         documents portent son numéro jusqu’à la prochaine modification de la visite\u{a0}; \
         ensuite, ce sont des versions provisoires.",
    )),
    arguments,
    run,
};

const NOTE: &str = "note";

fn arguments(command: clap::Command, lang: Lang) -> clap::Command {
    let note = Said::new(
        "Vermerk dazu, etwa an wen die Fassung geht",
        "A note on it, such as whom it goes to",
        "Note, p. ex. à qui la version est remise",
    );
    let text = Said::new("TEXT", "TEXT", "TEXTE");
    command
        .arg(args::visit(lang))
        .arg(args::option(NOTE, text, note, lang))
}

fn run(matches: &ArgMatches, settings: &Settings) -> Result<Output, Failure> {
    let path = visits::path(matches, &settings.folders);
    let visit = visits::open_at(&path, settings)?.visit;
    if store::is_sample(&path) {
        return Err(Failure::Sample(path));
    }
    let at = settings.now.in_zone(visit.zone());
    let issue = store::freeze(&path, &visit, at, args::text(matches, NOTE))?;
    let open = visit.conflicts.len();
    let note = (open > 0).then(|| Remark::OpenConflicts(open).say(settings.lang));
    Ok(Output {
        notes: note.into_iter().collect(),
        ..Output::line(issue_said(&issue, settings.lang))
    })
}
