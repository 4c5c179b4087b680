//! The question before what somebody may be putting right is replaced by the open visit.

use crate::{
    say,
    session::Session,
    store::{self, Spoilt},
    tui::{
        view::{Reply, Request},
        views::Ask,
    },
    words::Lang,
};

/// Does what ends in writing the visit back, at once where nothing can be lost with that.
pub(super) fn writing_back(session: &Session, requests: Vec<Request>, lang: Lang) -> Reply {
    if session.spoilt() != Some(Spoilt::Text) {
        return Reply::Done(requests);
    }
    let name = store::shown_name(session.file(), lang);
    let question = say!(
        lang,
        "{name} ersetzen? Was darin steht, ist nicht lesbar, doch vielleicht \
         berichtigt es gerade jemand. Es kommt vorher zu den Sicherungen dieses Rechners.",
        "Replace {name}? What is in it cannot be read, but somebody may be putting it right. It goes \
         among the backups of this machine first.",
        "Remplacer {name}\u{a0}? Son contenu est illisible, mais quelqu’un le \
         corrige peut-être. Il rejoint d’abord les sauvegardes de ce poste."
    );
    Reply::open(Ask::then(question, requests))
}
