//! Properties of all commands over random visits.

pub(crate) mod commands;
pub(crate) mod fixture;
mod sequences;
mod typing;

use super::Asker;
use crate::{model::arbitrary::first_day, words::Lang};

pub(crate) fn asker(lang: Lang) -> Asker {
    Asker {
        lang,
        today: first_day(),
    }
}
