//! `KEY=VALUE` as it stands in arguments: what is to be done with which field.

use clap::ArgMatches;

use super::{Failure, args, misuse::Misuse, near};
use crate::{
    model::{Kind, field},
    plan::{Edit, Op},
};

/// The edits of the given pairs, for a record of this kind.
pub(super) fn edits(matches: &ArgMatches, kind: Kind) -> Result<Vec<Edit>, Failure> {
    args::given_pairs(matches)
        .map(|pair| {
            let edit = edit(pair)?;
            known(kind, &edit.key)?;
            Ok(edit)
        })
        .collect()
}

/// Whether every pair is one, which can be said before a visit is looked at.
pub(super) fn check(matches: &ArgMatches) -> Result<(), Misuse> {
    args::given_pairs(matches).try_for_each(|pair| edit(pair).map(drop))
}

/// `title=Empfang`, `languages+=fr`, `languages-=de`, `contact=`.
fn edit(pair: &str) -> Result<Edit, Misuse> {
    let no_value = || Misuse::NoValue(pair.to_owned());
    let (left, text) = pair.split_once('=').ok_or_else(no_value)?;
    let (key, op) = match left.strip_suffix(['+', '-']) {
        Some(key) if left.ends_with('+') => (key, Op::Add),
        Some(key) => (key, Op::Take),
        None => (left, Op::Set),
    };
    let key = key.trim();
    if key.is_empty() {
        return Err(no_value());
    }
    Ok(Edit {
        key: key.to_owned(),
        op,
        text: text.to_owned(),
    })
}

fn known(kind: Kind, key: &str) -> Result<(), Failure> {
    if field::find_key(kind.fields(), key).is_some() {
        return Ok(());
    }
    let name = key.split('.').next().unwrap_or(key);
    let keys = field::keys(kind.fields()).map(|key| key.info.key);
    let near = near::to(name, keys).into_iter().map(str::to_owned);
    Err(Failure::NoSuchKey(kind, key.to_owned(), near.collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_say_what_to_do() {
        for (pair, key, op, text) in [
            ("title=Empfang", "title", Op::Set, "Empfang"),
            ("title=", "title", Op::Set, ""),
            ("title.fr=a=b", "title.fr", Op::Set, "a=b"),
            ("languages+=fr, de", "languages", Op::Add, "fr, de"),
            ("languages-=fr", "languages", Op::Take, "fr"),
            ("note=1+=2", "note", Op::Set, "1+=2"),
        ] {
            let read = edit(pair).unwrap();
            assert_eq!(
                (read.key.as_str(), read.op, read.text.as_str()),
                (key, op, text)
            );
        }
    }

    #[test]
    fn what_is_no_pair_is_a_misuse() {
        for pair in ["title", "", "=Empfang", "+=Empfang"] {
            assert_eq!(edit(pair), Err(Misuse::NoValue(pair.to_owned())), "{pair}");
        }
    }
}
