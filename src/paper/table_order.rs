//! Where people sit at a table by their rank, counted outwards from the host.

use crate::{
    say,
    words::{Lang, Said},
};

/// A seat, as the host sees the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Chair {
    /// The host's own.
    Host,
    /// So many to the right of the host; the first is the guest of honour's.
    Right(usize),
    /// So many to the left.
    Left(usize),
}

impl Chair {
    pub(super) fn said(self, lang: Lang) -> String {
        match self {
            Self::Host => Said::new("Mitte", "centre", "centre")
                .ar("الوسط")
                .get(lang)
                .to_owned(),
            Self::Right(at) => say!(
                lang,
                "rechts {at}",
                "right {at}",
                "droite {at}",
                "اليمين {at}"
            ),
            Self::Left(at) => say!(
                lang,
                "links {at}",
                "left {at}",
                "gauche {at}",
                "اليسار {at}"
            ),
        }
    }

    /// The same at a table where a letter is signed.
    pub(super) fn to_sign(self, lang: Lang) -> String {
        let said = match self {
            Self::Host => Said::new(
                "Gastgeberplatz",
                "host’s chair",
                "place de la personne qui reçoit",
            )
            .ar("مقعد المضيف"),
            Self::Right(1) => {
                Said::new("rechts davon", "at its right", "à sa droite").ar("عن يمينه")
            }
            Self::Left(1) => Said::new("links davon", "at its left", "à sa gauche").ar("عن يساره"),
            other => return other.said(lang),
        };
        said.get(lang).to_owned()
    }
}

/// The chairs of everybody: the host in the middle, the guest of honour to the right and the next
/// guest to the left; then outwards two of the hosts and two of the guests, each side by its rank.
/// Where one side has no more, the other goes on.
pub(super) fn chairs<T>(guests: Vec<T>, hosts: Vec<T>) -> Vec<(Chair, T)> {
    let (mut guests, mut hosts) = (guests.into_iter(), hosts.into_iter());
    let mut seated: Vec<(Chair, T)> = hosts
        .next()
        .into_iter()
        .map(|host| (Chair::Host, host))
        .collect();
    for at in 0.. {
        let chair = if at % 2 == 0 {
            Chair::Right(at / 2 + 1)
        } else {
            Chair::Left(at / 2 + 1)
        };
        let is_guests = (at / 2) % 2 == 0;
        let next = if is_guests {
            guests.next().or_else(|| hosts.next())
        } else {
            hosts.next().or_else(|| guests.next())
        };
        let Some(next) = next else { break };
        seated.push((chair, next));
    }
    seated
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From the far left to the far right, as the host's chair looks at them.
    fn row(guests: &[&str], hosts: &[&str]) -> String {
        let seated = chairs(guests.to_vec(), hosts.to_vec());
        let mut row: Vec<(i64, &str)> = seated
            .into_iter()
            .map(|(chair, who)| {
                let at = match chair {
                    Chair::Host => 0,
                    Chair::Right(at) => i64::try_from(at).unwrap(),
                    Chair::Left(at) => -i64::try_from(at).unwrap(),
                };
                (at, who)
            })
            .collect();
        row.sort_by_key(|(at, _)| *at);
        let row: Vec<&str> = row.into_iter().map(|(_, who)| who).collect();
        row.join(" ")
    }

    #[test]
    fn the_guest_of_honour_sits_at_the_right_of_the_host() {
        for (guests, hosts, expected) in [
            (&["G1"][..], &["H1"][..], "H1 G1"),
            (&["G1", "G2"], &["H1"], "G2 H1 G1"),
            (&["G1", "G2"], &["H1", "H2", "H3"], "H3 G2 H1 G1 H2"),
            (
                &["G1", "G2", "G3", "G4"],
                &["H1", "H2", "H3"],
                "G4 H3 G2 H1 G1 H2 G3",
            ),
            (&["G1"], &["H1", "H2", "H3"], "H2 H1 G1 H3"),
            (&["G1", "G2", "G3"], &["H1"], "G2 H1 G1 G3"),
            (&[], &["H1", "H2"], "H1 H2"),
            (&["G1"], &[], "G1"),
        ] {
            assert_eq!(row(guests, hosts), expected);
        }
    }
}
