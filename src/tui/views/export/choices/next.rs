//! Going on to the next of a list.

/// The one after this in a list, and after the last the first.
pub(super) fn next<T: Clone + PartialEq>(all: &[T], one: &T) -> Option<T> {
    let at = all.iter().position(|own| own == one);
    let at = at.map_or(0, |at| (at + 1) % all.len().max(1));
    all.get(at).cloned()
}

/// The one after this, where there may also be none.
pub(super) fn next_or_none<T: Clone + PartialEq>(
    all: impl IntoIterator<Item = T>,
    one: Option<&T>,
) -> Option<T> {
    let all: Vec<T> = all.into_iter().collect();
    match one {
        None => all.first().cloned(),
        Some(one) => {
            let at = all.iter().position(|own| own == one)?;
            all.get(at + 1).cloned()
        }
    }
}
