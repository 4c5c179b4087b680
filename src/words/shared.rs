//! The field's vocabulary, where several parts of the program say the same word.

use super::Said;

macro_rules! vocabulary {
    ($($(#[$doc:meta])* $name:ident = $de:literal, $en:literal, $fr:literal;)*) => {
        $($(#[$doc])* pub const $name: Said = Said::new($de, $en, $fr);)*

        /// Every entry with its name, for the tests of the wording.
        #[cfg(test)]
        const ALL: &[(&str, Said)] = &[$((stringify!($name), $name)),*];
    };
}

vocabulary! {
    /// A delegation, a host, some days.
    VISIT = "Besuch", "visit", "visite";
    /// Several visits.
    VISITS = "Besuche", "visits", "visites";
    /// All items of a visit, in order.
    PROGRAMME = "Programm", "programme", "programme";
    /// One line of the programme.
    ITEM = "Programmpunkt", "item", "point du programme";
    /// Several lines of the programme.
    ITEMS = "Programmpunkte", "items", "points du programme";
    /// The items of one day, as a paper.
    DAY_SCHEDULE = "Tagesprogramm", "day schedule", "programme de la journée";
    /// A day of the visit.
    DAY = "Tag", "day", "jour";
    /// Several days.
    DAYS = "Tage", "days", "jours";

    /// A guest or a host, named or not.
    PARTICIPANT = "Teilnehmer/in", "participant", "participant(e)";
    /// Guests and hosts.
    PARTICIPANTS = "Teilnehmende", "participants", "participants";
    /// One of them, as they are counted.
    PERSON = "Person", "person", "personne";
    /// Several of them.
    PEOPLE = "Personen", "people", "personnes";
    /// Host, guest or a third party.
    SIDE = "Seite", "side", "partie";
    /// One who visits.
    GUEST = "Gast", "guest", "invité";
    /// Those who visit.
    GUESTS = "Gäste", "guests", "invités";
    /// The side that receives; never the French "hôte", which means both.
    HOST = "Gastgeber", "host", "ville d’accueil";
    /// Those who receive, as a group.
    HOSTS = "Gastgeber", "hosts", "ville d’accueil";
    /// The guests as a body.
    DELEGATION = "Delegation", "delegation", "délégation";
    /// Who leads the guests.
    HEAD_OF_DELEGATION = "Delegationsleitung", "head of delegation", "chef de délégation";
    /// Who is greeted, seated and named first.
    PRECEDENCE = "protokollarische Rangfolge", "precedence", "préséance";
    /// How a person is addressed.
    FORM_OF_ADDRESS = "Anrede", "form of address", "formule d’appel";
    /// Known to come, not yet named.
    UNNAMED = "N. N.", "N. N.", "à désigner";
    /// Who translates.
    INTERPRETER = "Dolmetscher/in", "interpreter", "interprète";
    /// Whom to call.
    CONTACT = "Kontakt", "contact", "contact";
    /// Everybody of the visit.
    EVERYONE = "alle", "everyone", "tous";
    /// Nobody of the visit.
    NOBODY = "niemand", "nobody", "personne";

    /// A letter of intent and its like.
    LETTER = "Partnerschaftsdokument", "letter", "document de partenariat";
    /// Several of them.
    LETTERS = "Partnerschaftsdokumente", "letters", "documents de partenariat";
    /// The body on whose behalf someone signs.
    PARTY = "Seite", "party", "partie";
    /// Those bodies.
    PARTIES = "Seiten", "parties", "parties";
    /// Who signs.
    SIGNATORY = "Unterzeichner/in", "signatory", "signataire";
    /// Those who sign.
    SIGNATORIES = "Unterzeichnende", "signatories", "signataires";
    /// Each party is first in the copy that it keeps.
    ALTERNAT = "Alternat", "alternat", "alternat";
    /// What a letter intends.
    COMMITMENT = "Vorhaben", "commitment", "action prévue";
    /// Several intentions.
    COMMITMENTS = "Vorhaben", "commitments", "actions prévues";
    /// The letter that another renews or replaces.
    PREDECESSOR = "Vorgängerdokument", "predecessor", "document antérieur";
    /// Before the names of witnesses.
    IN_THE_PRESENCE_OF = "in Anwesenheit von", "in the presence of", "en présence de";
    /// Before the name of the body signed for.
    ON_BEHALF_OF = "für", "on behalf of", "pour";

    /// Where something takes place.
    PLACE = "Ort", "place", "lieu";
    /// Several places.
    PLACES = "Orte", "places", "lieux";
    /// What somebody is driven in.
    VEHICLE = "Fahrzeug", "vehicle", "véhicule";
    /// Several vehicles.
    VEHICLES = "Fahrzeuge", "vehicles", "véhicules";
    /// What remains to be done.
    TASK = "Aufgabe", "task", "tâche";
    /// Several tasks.
    TASKS = "Aufgaben", "tasks", "tâches";

    /// Anything derived and handed out.
    PAPER = "Unterlage", "paper", "document";
    /// Several papers.
    PAPERS = "Unterlagen", "papers", "documents";
    /// Who a paper is for.
    AUDIENCE = "Verteiler", "audience", "destinataires";
    /// A numbered version that went out.
    ISSUE = "Fassung", "issue", "version";
    /// A version that has not gone out.
    DRAFT = "Entwurf", "draft", "projet";
    /// What is different since an issue.
    CHANGE_NOTICE = "Änderungsmitteilung", "change notice", "avis de modification";
    /// Something that a check found.
    FINDING = "Hinweis", "finding", "point à vérifier";
    /// Several findings.
    FINDINGS = "Hinweise", "findings", "points à vérifier";
    /// The foot of a programme.
    SUBJECT_TO_CHANGE = "Änderungen vorbehalten.", "Subject to change.", "Sous réserve de modifications.";
    /// The column of times.
    TIME = "Uhrzeit", "time", "horaire";

    /// Before an approximate time.
    ABOUT = "ca.", "approx.", "vers";
    /// Before the earliest time.
    FROM = "ab", "from", "à partir de";
    /// Before the end.
    UNTIL = "bis", "until", "jusqu’à";
    /// Before the latest time, which is not the end.
    AT_THE_LATEST = "spätestens", "by", "au plus tard à";
    /// When the item before it ends.
    FOLLOWING = "anschl.", "then", "puis";
    /// Not fixed yet.
    TIME_OPEN = "Zeit offen", "time to be confirmed", "horaire à préciser";
    /// From morning to evening.
    ALL_DAY = "ganztägig", "all day", "toute la journée";

    /// The last link of a list.
    AND = "und", "and", "et";
    /// The last link of a choice.
    OR = "oder", "or", "ou";
    /// Agreement.
    YES = "ja", "yes", "oui";
    /// Refusal.
    NO = "nein", "no", "non";
    /// Where a search or an id leads nowhere.
    NOT_FOUND = "nicht gefunden", "not found", "introuvable";
    /// An empty value.
    NONE = "keine Angabe", "not given", "non renseigné";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    #[test]
    fn every_word_is_said_and_set_as_the_language_sets_it() {
        for (name, said) in ALL {
            for lang in Lang::ALL {
                let word = said.get(lang);
                assert!(
                    !word.is_empty() && word.trim() == word,
                    "{name} in {lang:?}"
                );
                assert!(
                    !word.contains('\''),
                    "{name} in {lang:?}: typewriter apostrophe"
                );
            }
            assert!(!said.fr.contains("hôte"), "{name}: hôte means both sides");
        }
    }
}
