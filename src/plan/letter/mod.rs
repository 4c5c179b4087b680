//! Letters: steps of their life, who signs, and their renewal.

mod renew;
mod signatory;
mod step;

pub use renew::renew;
pub use signatory::add_signatory;
pub use step::{allowed_steps, sign, step};

use crate::{
    edit::Label,
    model::{AnyRef, Letter, Visit},
    words::{Lang, Said},
};

fn label(what: Said, visit: &Visit, letter: &Letter, lang: Lang) -> Label {
    let title = super::find::title(visit, AnyRef::Letter(letter), lang);
    Label::new(what, title)
}
