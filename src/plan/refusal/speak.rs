//! What a refusal says: what is wrong, with which record, and what to do instead.

use super::Refusal;
use crate::{
    display,
    model::Version,
    say,
    words::{Lang, Speak, capitalised, date, labelled, list, quoted},
};

impl Speak for Refusal {
    #[allow(clippy::too_many_lines)]
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Field { label, reason, .. } => labelled(label.get(lang), &reason.say(lang), lang),
            Self::NoSuchRecord(id) => {
                let id = quoted(&display::safe(id), lang);
                say!(
                    lang,
                    "{id} gibt es in diesem Besuch nicht",
                    "There is no {id} in this visit",
                    "{id} n’existe pas dans cette visite"
                )
            }
            Self::NoSuchKey(kind, key) => {
                let (kind, token) = (capitalised(kind.label().get(lang)), kind.token());
                let key = quoted(&display::safe(key), lang);
                say!(
                    lang,
                    "{kind}: Das Feld {key} gibt es nicht; alle Felder zeigt „attache fields {token}“",
                    "{kind}: there is no field {key}; ‘attache fields {token}’ lists them",
                    "{kind}\u{a0}: le champ {key} n’existe pas\u{a0}; «\u{a0}attache fields {token}\u{a0}» les énumère"
                )
            }
            Self::Needs(kind, what) => {
                let (kind, what) = (capitalised(kind.label().get(lang)), what.get(lang));
                say!(
                    lang,
                    "{kind}: Es fehlt noch {what}",
                    "{kind}: {what} is still missing",
                    "{kind}\u{a0}: il manque encore {what}"
                )
            }
            Self::OutsideVisit(day, first, last) => {
                let (day, range) = (date::numeric(*day, lang), date::range(*first, *last, lang));
                say!(
                    lang,
                    "Der {day} liegt außerhalb des Besuchs ({range})",
                    "{day} is outside the visit ({range})",
                    "Le {day} est hors de la visite ({range})"
                )
            }
            Self::NoDays => say!(
                lang,
                "Der Besuch hat noch keine Tage; erst den ersten und letzten Tag angeben",
                "The visit has no days yet; give its first and last day first",
                "La visite n’a pas encore de dates\u{a0}; indiquez d’abord le premier et le dernier jour"
            ),
            Self::DaysOfVisit(first, last) => {
                let (first, last) = (date::numeric(*first, lang), date::numeric(*last, lang));
                say!(
                    lang,
                    "Vom {first} bis zum {last}: Der letzte Tag darf nicht vor dem ersten liegen und höchstens ein Jahr danach",
                    "From {first} to {last}: the last day must not come before the first, and be at most a year later",
                    "Du {first} au {last}\u{a0}: le dernier jour ne peut pas précéder le premier, ni le suivre de plus d’un an"
                )
            }
            Self::Circle(title) => {
                let title = quoted(&display::safe(title), lang);
                say!(
                    lang,
                    "{title} würde am Ende auf sich selbst folgen",
                    "{title} would in the end follow itself",
                    "{title} finirait par se suivre lui-même"
                )
            }
            Self::VisitStays => say!(
                lang,
                "Der Besuch selbst wird in der Bibliothek gelöscht oder archiviert",
                "The visit itself is deleted or archived in the library",
                "La visite elle-même se supprime ou s’archive dans la bibliothèque"
            ),
            Self::Step(from, to) => {
                let next: Vec<&str> = from
                    .next()
                    .iter()
                    .map(|state| state.label().get(lang))
                    .collect();
                let (from, to, next) = (
                    from.label().get(lang),
                    to.label().get(lang),
                    next.join(", "),
                );
                say!(
                    lang,
                    "Auf „{from}“ kann nicht „{to}“ folgen; möglich: {next}",
                    "After ‘{from}’ there is no ‘{to}’; possible: {next}",
                    "Après «\u{a0}{from}\u{a0}», pas de «\u{a0}{to}\u{a0}»\u{a0}; possible\u{a0}: {next}"
                )
            }
            Self::StepsOutOfOrder(earlier, later) => {
                let (earlier, later) = (date::numeric(*earlier, lang), date::numeric(*later, lang));
                say!(
                    lang,
                    "Der Schritt vom {later} liegt vor dem Schritt vom {earlier}, auf den er folgt",
                    "The step of {later} is before that of {earlier}, which it follows",
                    "L’étape du {later} précède celle du {earlier}, qu’elle suit"
                )
            }
            Self::NotACountry(text) => {
                let text = quoted(&display::safe(text), lang);
                say!(
                    lang,
                    "{text} ist kein Länderkürzel aus zwei Buchstaben, etwa MA",
                    "{text} is not a country code of two letters, such as MA",
                    "{text} n’est pas un code pays de deux lettres, comme MA"
                )
            }
            Self::Slot(error) => error.say(lang),
            Self::NoTime(title) => {
                let title = quoted(&display::safe(title), lang);
                say!(
                    lang,
                    "{title} hat keine Uhrzeit, die sich verschieben ließe",
                    "{title} has no clock time that could be shifted",
                    "{title} n’a pas d’horaire à décaler"
                )
            }
            Self::NothingThere(day) => {
                let day = date::numeric(*day, lang);
                say!(
                    lang,
                    "Am {day} gibt es keine Programmpunkte",
                    "There are no items on {day}",
                    "Aucun point du programme le {day}"
                )
            }
            Self::NotA(kind, title) => {
                let (kind, title) = (kind.label().get(lang), quoted(&display::safe(title), lang));
                say!(
                    lang,
                    "Das geht nur hier: {kind}; {title} ist etwas anderes",
                    "This is done with one thing only: {kind}; {title} is something else",
                    "Possible uniquement avec\u{a0}: {kind}\u{a0}; {title} est autre chose"
                )
            }
            Self::Fixed(title) => {
                let title = quoted(&display::safe(title), lang);
                say!(
                    lang,
                    "{title} hat eine feste Zeit; erst die feste Zeit lösen oder die Uhrzeit selbst eingeben",
                    "{title} has a fixed time; let it go first, or type the time itself",
                    "{title} a un horaire fixe\u{a0}; libérez-le d’abord ou saisissez l’heure"
                )
            }
            Self::Follows { title, earlier } => {
                let (title, earlier) = (
                    quoted(&display::safe(title), lang),
                    quoted(&display::safe(earlier), lang),
                );
                say!(
                    lang,
                    "{title} schließt an {earlier} an und hat keine eigene Uhrzeit; {earlier} verschieben oder {title} eine Uhrzeit geben",
                    "{title} follows {earlier} and has no time of its own; shift {earlier}, or give {title} a time",
                    "{title} suit {earlier} et n’a pas d’horaire propre\u{a0}; décalez {earlier} ou donnez une heure à {title}"
                )
            }
            Self::LeavesDay(title) => {
                let title = quoted(&display::safe(title), lang);
                say!(
                    lang,
                    "{title} läge dann vor Beginn des Tages oder nach der Nacht darauf; weniger verschieben oder den Tag ändern",
                    "{title} would then lie before its day or past the night after it; shift by less, or change the day",
                    "{title} tomberait alors avant son jour ou après la nuit qui le suit\u{a0}; décalez moins ou changez de jour"
                )
            }
            Self::NoPlaceToSwap(title) => {
                let title = quoted(&display::safe(title), lang);
                say!(
                    lang,
                    "{title} lässt sich nicht tauschen; getauscht werden zwei Programmpunkte eines Tages, von denen mindestens einer eine Uhrzeit hat oder anschließt",
                    "{title} cannot be swapped; two items of one day are, of which at least one has a time or follows another",
                    "{title} ne peut pas être échangé\u{a0}; on échange deux points d’un même jour, dont l’un au moins a un horaire ou suit un autre point"
                )
            }
            Self::NoNeighbour(title) => {
                let title = quoted(&display::safe(title), lang);
                say!(
                    lang,
                    "{title} steht schon am Rand; in dieser Richtung gibt es nichts",
                    "{title} is at the edge already; there is nothing further that way",
                    "{title} est déjà au bord\u{a0}; il n’y a rien de ce côté"
                )
            }
            Self::NoSuchGroup(group) => {
                let group = quoted(&display::safe(group), lang);
                say!(
                    lang,
                    "Zur Gruppe {group} gehört niemand; erst jemandem diese Gruppe geben",
                    "Nobody belongs to the group {group}; give somebody this group first",
                    "Personne n’appartient au groupe {group}\u{a0}; attribuez d’abord ce groupe"
                )
            }
            Self::Named(name) => {
                let name = quoted(&display::safe(name), lang);
                say!(
                    lang,
                    "{name} ist schon benannt; Namen ergänzt man bei N. N.",
                    "{name} is named already; names are given to N. N.",
                    "{name} est déjà désigné(e)\u{a0}; on donne des noms aux personnes à désigner"
                )
            }
            Self::TooManyNames(names, heads) => say!(
                lang,
                "{names} Namen für {heads} Personen; erst die Personenzahl erhöhen",
                "{names} names for {heads} people; raise the head count first",
                "{names} noms pour {heads} personnes\u{a0}; augmentez d’abord le nombre"
            ),
            Self::NoSuchParty(name, parties) => {
                let (name, parties) = (quoted(&display::safe(name), lang), list(parties, lang));
                say!(
                    lang,
                    "Das Dokument hat keine Seite {name}; vorhanden: {parties}",
                    "The letter has no party {name}; it has {parties}",
                    "Le document n’a pas de partie {name}\u{a0}; il a {parties}"
                )
            }
            Self::SamePerson(name) => {
                let name = quoted(&display::safe(name), lang);
                say!(
                    lang,
                    "{name} kann sich nicht selbst ersetzen; jemand anderen nennen",
                    "{name} cannot be replaced by the same person; name somebody else",
                    "{name} ne peut pas se remplacer soi-même\u{a0}; indiquez quelqu’un d’autre"
                )
            }
            Self::NoSuchConflict(id) => {
                let id = quoted(&display::safe(id), lang);
                say!(
                    lang,
                    "Bei {id} ist kein solcher Widerspruch offen",
                    "No such conflict about {id} is open",
                    "Aucun conflit de ce genre n’est ouvert sur {id}"
                )
            }
            Self::NoVersion(Version::Base) => say!(
                lang,
                "Vorher gab es den Eintrag noch nicht",
                "There was no such record before",
                "Cette fiche n’existait pas avant"
            ),
            Self::NoVersion(version) => {
                let version = quoted(version.label().get(lang), lang);
                say!(
                    lang,
                    "Diesen Eintrag gibt es nicht in: {version}",
                    "There is no such record in {version}",
                    "Cette fiche n’existe pas dans {version}"
                )
            }
            Self::NothingToDo => say!(
                lang,
                "Es ist schon so; es gibt nichts zu ändern",
                "It is so already; there is nothing to change",
                "C’est déjà le cas\u{a0}; rien à modifier"
            ),
        }
    }
}
