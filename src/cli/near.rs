//! Names that resemble what somebody typed.

/// Alike enough to be a slip of the fingers.
const ALIKE: f64 = 0.8;
/// More than these are no help.
pub(super) const MOST: usize = 3;

/// The names that resemble what was typed, the most alike first.
pub(super) fn to<'a>(typed: &str, names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let typed = typed.to_lowercase();
    let mut alike: Vec<(f64, &str)> = names
        .map(|name| (strsim::jaro_winkler(&typed, name), name))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .collect();
    alike.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    alike.into_iter().take(MOST).map(|(_, name)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_find_what_was_meant() {
        let names = ["title", "kind", "place", "parallel_to", "status", "started"];
        for (typed, found) in [
            ("titel", &["title"][..]),
            ("Place", &["place"]),
            ("stat", &["status", "started"]),
            ("xyz", &[]),
            ("", &[]),
        ] {
            assert_eq!(to(typed, names.into_iter()), found, "{typed}");
        }
    }
}
