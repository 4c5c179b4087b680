//! `attache erase PATH ID`: erases a person from a visit and from everything that is kept of it.

use std::sync::Arc;

use clap::ArgMatches;

use super::{Failure, Output, Settings, Subcommand, agree, args, output, visits};
use crate::{
    display,
    model::{View, Visit},
    plan, say,
    session::{self, Erasure},
    store::{self, Recovery},
    words::{Lang, Said, quoted},
};

const YES: &str = "yes";

pub(super) const SUBCOMMAND: Subcommand = Subcommand {
    name: "erase",
    about: Said::new(
        "Daten einer Person endgültig löschen: im Besuch, in seinen Fassungen, Sicherungen und im Papierkorb; sagt, was bleibt",
        "Erase a person: from the visit, its issues, backups and the trash; says what remains",
        "Effacer les données d’une personne\u{a0}: dans la visite, ses versions, les sauvegardes et la corbeille\u{a0}; dit ce qui reste",
    ),
    more: None,
    arguments,
    run,
};

fn arguments(command: clap::Command, lang: Lang) -> clap::Command {
    let id = Said::new(
        "Kennung der Person, auch wenn der Besuch sie nicht mehr enthält",
        "The id of the person, even where the visit does not hold them any more",
        "Identifiant de la personne, même si la visite ne la contient plus",
    );
    let yes = Said::new("Ohne Rückfrage", "Without asking", "Sans question");
    command
        .arg(args::visit(lang))
        .arg(args::id(id, lang).required(true))
        .arg(args::flag(YES, yes, lang))
}

fn run(matches: &ArgMatches, settings: &Settings) -> Result<Output, Failure> {
    let lang = settings.lang;
    let path = visits::path(matches, &settings.folders);
    visits::refuse_fixed(&path, &settings.folders)?;
    let id = args::text(matches, args::ID);
    let visit = visits::open_at(&path, settings)?.visit;
    let person = plan::erasable(&visit, id)?;
    let erasure = person.map_or_else(
        || Erasure::of_id(&path, &visit, id),
        |person| Erasure::of(&path, &visit, person),
    );
    let recovery = Arc::new(Recovery::at(settings.folders.recovery()));
    if person.is_none()
        && let Err(unseen) = erasure.finds_them(&settings.folders, &recovery, lang)
    {
        for said in unseen {
            output::told(&said);
        }
        visits::record(&visit, id)?;
    }
    if !matches.get_flag(YES) {
        output::told(&warning(&visit, id, lang));
        let copies = erasure.others(&settings.folders, &recovery).copies;
        if !copies.is_empty() {
            output::told(&session::copies_said(&copies, usize::MAX, lang));
        }
        let question = Said::new(
            "Endgültig löschen? [j/N] ",
            "Erase for good? [y/N] ",
            "Effacer définitivement\u{a0}? [o/N] ",
        );
        if !agree::asked(question, lang) {
            return Err(Failure::NotWanted);
        }
    }
    // The visit first: what is made of it from now on, backups too, is without the person.
    let mut output = visits::change(matches, settings, |visit, _| {
        let mut traces = erasure.traces.clone();
        if let Some(person) = visit.participants.get(id) {
            traces.add(person);
        }
        Ok(plan::erase(visit, id, &traces).into())
    })?;
    let today = settings.now.today(visit.zone());
    let erased = erasure.carry_out(&settings.folders, &recovery, today, lang);
    let now = store::open(&path)?.visit;
    output.text = erased.said(&now, settings).join("\n") + "\n";
    if !erased.is_done() {
        output.notes.push(not_everywhere(lang));
        output.status = 1;
    }
    Ok(output)
}

fn not_everywhere(lang: Lang) -> String {
    say!(
        lang,
        "Die Daten der Person sind vielleicht noch nicht überall gelöscht; der Bericht nennt, was noch zu tun ist",
        "The person may not be erased everywhere yet; the report names what is left to do",
        "Les données de la personne ne sont peut-être pas encore effacées partout\u{a0}; le compte rendu indique ce qui reste à faire"
    )
}

fn warning(visit: &Visit, id: &str, lang: Lang) -> String {
    let who = visit.record(id).map_or_else(
        || display::safe(id).into_owned(),
        |person| quoted(&person.title(View { visit, lang }), lang),
    );
    say!(
        lang,
        "Die Daten von {who} werden im Besuch, in allen Fassungen, Sicherungen und im Papierkorb gelöscht; das lässt sich nicht rückgängig machen",
        "{who} will be erased from the visit, every issue, the backups and the trash; this cannot be undone",
        "Les données de {who} seront effacées de la visite, de toutes ses versions, des sauvegardes et de la corbeille\u{a0}; c’est irréversible"
    )
}
