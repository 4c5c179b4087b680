//! The question before what an earlier run left is gone for good, wherever that is asked for.

use crate::{
    say,
    store::{self, Kept, Kind},
    tui::{
        view::{Effect, Request},
        views::Ask,
    },
    words::Lang,
};

/// Asks before it is discarded; with yes, this is done before that.
pub(in crate::tui) fn discarding(kept: &Kept, mut before: Vec<Request>, lang: Lang) -> Ask {
    let file = store::shown(&kept.about.visit, lang);
    let question = match kept.about.kind {
        Kind::Unsaved => say!(
            lang,
            "Was sich nicht in {file} speichern ließ, endgültig verwerfen?",
            "Discard for good what could not be saved in {file}?",
            "Abandonner définitivement ce qui n’a pas pu être enregistré dans {file}\u{a0}?"
        ),
        Kind::Draft => say!(
            lang,
            "Was im Formular zu {file} stand, endgültig verwerfen?",
            "Discard for good what was in the form of {file}?",
            "Abandonner définitivement le contenu du formulaire de {file}\u{a0}?"
        ),
    };
    before.push(Request::Run(Effect::Discard(kept.clone())));
    Ask::then(question, before)
}

/// The same over the choices for it, which wait below and go with yes.
pub(super) fn discarding_over(kept: &Kept, choices: Request, lang: Lang) -> Vec<Request> {
    let ask = discarding(kept, vec![Request::Close(None)], lang);
    vec![choices, Request::open(ask)]
}
