//! The program's own arguments, around the subcommands.

use clap::{Arg, ArgAction};

use super::{SUBCOMMANDS, args};
use crate::words::{Lang, Said};

pub(super) const PATH: &str = args::PATH;
pub(super) const READ_ONLY: &str = "read-only";

/// The whole tree of arguments, with every text in the language.
pub(super) fn command(lang: Lang) -> clap::Command {
    let about = Said::new(
        "Delegationsbesuche planen und jede Unterlage daraus erstellen",
        "Plan delegation visits and hand out every paper they need",
        "Préparer des visites de délégations et en tirer tous les documents",
    );
    let subcommands = SUBCOMMANDS.iter().map(|own| own.command(lang));
    let own = args::command("attache", about, lang)
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .arg(path(lang))
        .arg(read_only(lang))
        .after_help(after(lang))
        .subcommands(subcommands.map(|own| args::with_common(own, lang)));
    args::with_common(own, lang).arg(version_flag(lang))
}

/// What `--version` prints.
pub(super) fn version() -> String {
    format!("attache {}\n", env!("CARGO_PKG_VERSION"))
}

fn path(lang: Lang) -> Arg {
    let said = Said::new(
        "Besuch, der auf dem Bildschirm geöffnet wird, oder Ordner als Bibliothek; ohne Angabe \
         die eigene Bibliothek",
        "The visit to open on the screen, or a folder as the library; your own library when \
         nothing is given",
        "Visite à ouvrir à l’écran, ou dossier servant de bibliothèque\u{a0}; à défaut, votre \
         bibliothèque",
    );
    args::path(said, lang)
}

fn read_only(lang: Lang) -> Arg {
    let said = Said::new(
        "Auf dem Bildschirm nur zum Lesen öffnen",
        "Open for reading only on the screen",
        "Ouvrir à l’écran en lecture seule",
    );
    args::flag(READ_ONLY, said, lang)
}

fn version_flag(lang: Lang) -> Arg {
    let said = Said::new("Version zeigen", "Show the version", "Afficher la version");
    Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version)
        .help(said.get(lang))
}

fn after(lang: Lang) -> &'static str {
    Said::new(
        "Die Sprache folgt --lang, sonst ATTACHE_LANG, sonst der Konfiguration, sonst der \
         Umgebung.\nEnde: 0 erledigt, 1 abgelehnt oder gescheitert, 2 falscher Aufruf.",
        "The language is that of --lang, else ATTACHE_LANG, else the configuration, else the \
         locale.\nExit status: 0 done, 1 refused or failed, 2 wrong usage.",
        "La langue est celle de --lang, sinon d’ATTACHE_LANG, de la configuration, puis de \
         l’environnement.\nCode de sortie\u{a0}: 0 fait, 1 refusé ou échoué, 2 mauvais usage.",
    )
    .get(lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tree_is_as_clap_wants_it() {
        for lang in Lang::ALL {
            command(lang).debug_assert();
        }
    }
}
