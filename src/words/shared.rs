//! The field's vocabulary, where several parts of the program say the same word.

use super::Said;

macro_rules! vocabulary {
    ($($(#[$doc:meta])* $name:ident = $de:literal, $en:literal, $fr:literal $(, $ar:literal)?;)*) => {
        $($(#[$doc])* pub const $name: Said = Said::new($de, $en, $fr)$(.ar($ar))?;)*

        /// Every entry with its name, for the tests of the wording.
        #[cfg(test)]
        const ALL: &[(&str, Said)] = &[$((stringify!($name), $name)),*];
    };
}

vocabulary! {
    /// A delegation, a host, some days.
    VISIT = "Besuch", "visit", "visite", "زيارة";
    /// Several visits.
    VISITS = "Besuche", "visits", "visites", "زيارات";
    /// All items of a visit, in order.
    PROGRAMME = "Programm", "programme", "programme", "البرنامج";
    /// One line of the programme.
    ITEM = "Programmpunkt", "item", "point du programme", "نقطة في البرنامج";
    /// Several lines of the programme.
    ITEMS = "Programmpunkte", "items", "points du programme", "نقاط البرنامج";
    /// The items of one day, as a paper.
    DAY_SCHEDULE = "Tagesprogramm", "day schedule", "programme de la journée", "برنامج اليوم";
    /// A day of the visit.
    DAY = "Tag", "day", "jour", "يوم";
    /// Several days.
    DAYS = "Tage", "days", "jours", "أيام";

    /// A guest or a host, named or not.
    PARTICIPANT = "Teilnehmer/in", "participant", "participant(e)", "مشارك";
    /// Guests and hosts.
    PARTICIPANTS = "Teilnehmende", "participants", "participants", "المشاركون";
    /// One of them, as they are counted.
    PERSON = "Person", "person", "personne", "شخص";
    /// Several of them.
    PEOPLE = "Personen", "people", "personnes", "أشخاص";
    /// Host, guest or a third party.
    SIDE = "Seite", "side", "partie", "الجهة";
    /// One who visits.
    GUEST = "Gast", "guest", "invité", "ضيف";
    /// Those who visit.
    GUESTS = "Gäste", "guests", "invités", "الضيوف";
    /// The side that receives; never the French "hôte", which means both.
    HOST = "Gastgeber", "host", "ville d’accueil", "الجهة المضيفة";
    /// Those who receive, as a group.
    HOSTS = "Gastgeber", "hosts", "ville d’accueil", "الجهة المضيفة";
    /// The guests as a body.
    DELEGATION = "Delegation", "delegation", "délégation", "الوفد";
    /// Who leads the guests.
    HEAD_OF_DELEGATION = "Delegationsleitung", "head of delegation", "chef de délégation", "رئاسة الوفد";
    /// Who is greeted, seated and named first.
    PRECEDENCE = "protokollarische Rangfolge", "precedence", "préséance", "الأسبقية البروتوكولية";
    /// How a person is addressed.
    FORM_OF_ADDRESS = "Anrede", "form of address", "formule d’appel", "صيغة المخاطبة";
    /// Known to come, not yet named.
    UNNAMED = "N. N.", "N. N.", "à désigner", "سيعين لاحقا";
    /// Who translates.
    INTERPRETER = "Dolmetscher/in", "interpreter", "interprète", "مترجم شفوي";
    /// Whom to call.
    CONTACT = "Kontakt", "contact", "contact", "الاتصال";
    /// Everybody of the visit.
    EVERYONE = "alle", "everyone", "tous", "الجميع";
    /// Nobody of the visit.
    NOBODY = "niemand", "nobody", "personne", "لا أحد";

    /// A letter of intent and its like.
    LETTER = "Partnerschaftsdokument", "letter", "document de partenariat", "وثيقة شراكة";
    /// Several of them.
    LETTERS = "Partnerschaftsdokumente", "letters", "documents de partenariat", "وثائق شراكة";
    /// What two sides changed differently and nobody has settled yet.
    CONFLICT = "Widerspruch", "conflict", "conflit", "تعارض";
    /// Those.
    CONFLICTS = "Widersprüche", "conflicts", "conflits", "تعارضات";
    /// The body on whose behalf someone signs.
    PARTY = "Seite", "party", "partie", "الطرف";
    /// Those bodies.
    PARTIES = "Seiten", "parties", "parties", "الأطراف";
    /// Who signs.
    SIGNATORY = "Unterzeichner/in", "signatory", "signataire", "الموقع";
    /// Those who sign.
    SIGNATORIES = "Unterzeichnende", "signatories", "signataires", "الموقعون";
    /// Each party is first in the copy that it keeps.
    ALTERNAT = "Alternat", "alternat", "alternat", "التناوب";
    /// What a letter intends.
    COMMITMENT = "Vorhaben", "commitment", "action prévue", "إجراء مرتقب";
    /// Several intentions.
    COMMITMENTS = "Vorhaben", "commitments", "actions prévues", "الإجراءات المرتقبة";
    /// The letter that another renews or replaces.
    PREDECESSOR = "Vorgängerdokument", "predecessor", "document antérieur", "الوثيقة السابقة";
    /// Before the names of witnesses.
    IN_THE_PRESENCE_OF = "in Anwesenheit von", "in the presence of", "en présence de", "بحضور";
    /// Before the name of the body signed for.
    ON_BEHALF_OF = "für", "on behalf of", "pour", "باسم";

    /// Where something takes place.
    PLACE = "Ort", "place", "lieu", "المكان";
    /// Several places.
    PLACES = "Orte", "places", "lieux", "الأماكن";
    /// What somebody is driven in.
    VEHICLE = "Fahrzeug", "vehicle", "véhicule", "مركبة";
    /// Several vehicles.
    VEHICLES = "Fahrzeuge", "vehicles", "véhicules", "المركبات";
    /// What remains to be done.
    TASK = "Aufgabe", "task", "tâche", "مهمة";
    /// Several tasks.
    TASKS = "Aufgaben", "tasks", "tâches", "المهام";

    /// Anything derived and handed out.
    PAPER = "Unterlage", "paper", "document", "وثيقة";
    /// Several papers.
    PAPERS = "Unterlagen", "papers", "documents", "وثائق";
    /// Who a paper is for.
    AUDIENCE = "Verteiler", "audience", "destinataires", "المرسل إليهم";
    /// A numbered version that went out.
    ISSUE = "Fassung", "issue", "version", "نسخة";
    /// A version that has not gone out.
    DRAFT = "Entwurf", "draft", "version provisoire", "مسودة";
    /// What is different since an issue.
    CHANGE_NOTICE = "Änderungsmitteilung", "change notice", "avis de modification", "إشعار بالتغيير";
    /// Something that a check found.
    FINDING = "Hinweis", "finding", "point à vérifier";
    /// Several findings.
    FINDINGS = "Hinweise", "findings", "points à vérifier";
    /// The foot of a programme.
    SUBJECT_TO_CHANGE = "Änderungen vorbehalten.", "Subject to change.", "Sous réserve de modifications.", "هذه الوثيقة قابلة للتعديل.";
    /// The column of times.
    TIME = "Uhrzeit", "time", "horaire", "التوقيت";

    /// Before an approximate time.
    ABOUT = "ca.", "approx.", "vers", "حوالي";
    /// Before the earliest time.
    FROM = "ab", "from", "à partir de", "ابتداء من";
    /// Before the end.
    UNTIL = "bis", "until", "jusqu’à", "إلى غاية";
    /// Before the latest time, which is not the end.
    AT_THE_LATEST = "spätestens", "by", "au plus tard à", "في أقصى تقدير";
    /// When the item before it ends.
    FOLLOWING = "anschl.", "then", "puis", "ثم";
    /// Not fixed yet.
    TIME_OPEN = "Zeit offen", "time to be confirmed", "horaire à préciser", "التوقيت يحدد لاحقا";
    /// From morning to evening.
    ALL_DAY = "ganztägig", "all day", "toute la journée", "طوال اليوم";

    /// The last link of a list.
    AND = "und", "and", "et", "و";
    /// The last link of a choice.
    OR = "oder", "or", "ou", "أو";
    /// Agreement.
    YES = "ja", "yes", "oui", "نعم";
    /// Refusal.
    NO = "nein", "no", "non", "لا";
    /// What stands where something is being read from the disk.
    READING = "wird gelesen …", "reading …", "lecture en cours…";
    /// Where a search or an id leads nowhere.
    NOT_FOUND = "nicht gefunden", "not found", "introuvable";
    /// An empty value.
    NONE = "keine Angabe", "not given", "non renseigné", "غير مذكور";
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
