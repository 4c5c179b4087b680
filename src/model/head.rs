//! The visit's own fields: who visits whom, when, why, with whose help.

use chrono::NaiveDate;

use super::{
    Note, Prose, Rows, Text,
    record::{record, row},
    slot::Zone,
    value::choice,
};
use crate::words::Lang;

choice! {
    /// Where a visit stands.
    VisitStatus {
        Planned "planned" ["in Planung", "planned", "en préparation", "قيد التحضير"],
        Confirmed "confirmed" ["bestätigt", "confirmed", "confirmée", "مؤكدة"],
        Held "held" ["durchgeführt", "held", "effectuée", "أنجزت"],
        Cancelled "cancelled" ["abgesagt", "cancelled", "annulée", "ملغاة"],
    }
}

choice! {
    /// Which side is "we".
    Direction {
        Incoming "incoming" ["Wir sind Gastgeber", "we are the hosts", "nous accueillons", "نحن المضيفون"],
        Outgoing "outgoing" ["Wir sind Gäste", "we are the guests", "nous sommes invités", "نحن الضيوف"],
    }
}

choice! {
    /// How the visit's papers are to be handled.
    Confidentiality {
        Normal "normal" ["keine Einstufung", "none", "aucune", "بدون"],
        Office "office" ["nur für den Dienstgebrauch", "for official use only", "usage de service", "للاستعمال الإداري فقط"],
        Restricted "restricted" ["vertraulich", "confidential", "confidentiel", "سري"],
    }
}

choice! {
    /// How a body supports a visit.
    SupporterRole {
        Organiser "organiser" ["Organisation", "organiser", "organisateur", "الجهة المنظمة"],
        Funder "funder" ["Förderung", "funder", "financeur", "الجهة الممولة"],
        Project "project" ["Projekt", "project", "projet", "المشروع"],
        Partner "partner" ["Partner", "partner", "partenaire", "الشريك"],
    }
}

row! {
    /// A body that organises, funds or otherwise supports.
    Supporter {
        role: SupporterRole, Public, ["Rolle", "Role", "Rôle", "الدور"],
            ["Organisation, Förderung, Projekt oder Partner", "Organiser, funder, project or partner", "Organisateur, financeur, projet ou partenaire"], "funder";
        name: Text, Public, ["Name", "Name", "Nom", "الاسم"],
            ["Wie die Stelle oder das Projekt heißt", "What the body or project is called", "Nom de l’organisme ou du projet"], "BMZ";
        remark: Text, Public, ["Bemerkung", "Remark", "Remarque", "ملاحظة"],
            ["Wofür", "What for", "À quel titre"], "Regionalschwerpunkt Nordafrika";
    }
}

row! {
    /// A resolution or rule that something rests on.
    LegalBasis {
        body: Text, Public, ["Gremium", "Body", "Organe", "الهيئة"],
            ["Wer beschlossen hat", "Who resolved it", "Qui a délibéré"], "Rat der Landeshauptstadt Düsseldorf";
        number: String, Public, ["Nummer", "Number", "Numéro", "الرقم"],
            ["Nummer des Beschlusses", "Number of the resolution", "Numéro de la délibération"], "01/113/2024";
        date: Option<NaiveDate>, Public, ["Datum", "Date", "Date", "التاريخ"],
            ["Tag des Beschlusses", "Day of the resolution", "Jour de la délibération"], "2024-06-20";
        subject: Text, Public, ["Gegenstand", "Subject", "Objet", "الموضوع"],
            ["Worum es geht", "What it is about", "Objet"], "kommunale Entwicklungszusammenarbeit";
    }
}

record! {
    /// The visit itself.
    Head {
        title: Text, Public, ["Titel", "Title", "Intitulé", "العنوان"],
            ["Wie der Besuch auf Unterlagen heißt", "What the visit is called on papers", "Intitulé de la visite sur les documents"],
            "Besuch einer Delegation der Stadt Marrakesch";
        status: VisitStatus, Internal, ["Stand", "Status", "État", "الوضعية"],
            ["Wie weit er ist", "How far it is", "Avancement"], "confirmed";
        direction: Direction, Public, ["Richtung", "Direction", "Sens", "الاتجاه"],
            ["Ob wir Gastgeber oder Gäste sind", "Whether we are hosts or guests", "Accueil ou déplacement"], "incoming";
        first: Option<NaiveDate>, Public, ["Erster Tag", "First day", "Premier jour", "اليوم الأول"],
            ["Leer bei einer Akte ohne Besuch", "Empty for a dossier without a visit", "Vide pour un dossier sans visite"], "2024-11-11";
        last: Option<NaiveDate>, Public, ["Letzter Tag", "Last day", "Dernier jour", "اليوم الأخير"],
            ["Letzter Tag des Besuchs", "Last day of the visit", "Dernier jour de la visite"], "2024-11-15";
        host: Text, Public, ["Gastgeber", "Host", "Ville d’accueil", "الجهة المضيفة"],
            ["Gastgebende Stelle", "The host organisation", "Organisme d’accueil"], "Landeshauptstadt Düsseldorf";
        host_place: Text, Public, ["Ort des Gastgebers", "Host’s town", "Lieu d’accueil", "مدينة الجهة المضيفة"],
            ["Wo der Gastgeber sitzt", "Where the host is", "Siège de la partie accueillante"], "Düsseldorf";
        host_country: String, Public, ["Land des Gastgebers", "Host’s country", "Pays d’accueil", "بلد الجهة المضيفة"],
            ["Zwei Buchstaben nach ISO 3166", "Two letters of ISO 3166", "Deux lettres selon ISO 3166"], "DE";
        guest: Text, Public, ["Gäste", "Guest", "Invités", "الضيوف"],
            ["Stelle, die zu Besuch kommt", "The organisation that visits", "Organisme en visite"], "Stadt Marrakesch";
        guest_place: Text, Public, ["Ort der Gäste", "Guests' town", "Ville des invités", "مدينة الضيوف"],
            ["Woher die Gäste kommen", "Where the guests come from", "D’où viennent les invités"], "Marrakesch";
        guest_country: String, Public, ["Land der Gäste", "Guests' country", "Pays des invités", "بلد الضيوف"],
            ["Zwei Buchstaben nach ISO 3166", "Two letters of ISO 3166", "Deux lettres selon ISO 3166"], "MA";
        purpose: Prose, Public, ["Anlass", "Purpose", "Objet", "الهدف"],
            ["Ziel des Besuchs", "What the visit is for", "But de la visite"], "Vertiefung der Partnerschaft";
        topics: Vec<Text>, Public, ["Themen", "Topics", "Thèmes", "المواضيع"],
            ["Worum es geht, mit\u{a0}; getrennt", "What it is about, separated by\u{a0};", "Thèmes, séparés par\u{a0};"], "Klimaschutz; Integration";
        supporters: Rows<Supporter>, Public, ["Unterstützung", "Supporters", "Soutiens", "الداعمون"],
            ["Organisation, Förderung, Projekt", "Organiser, funder, project", "Organisateur, financeur, projet"], "funder | BMZ";
        legal_bases: Rows<LegalBasis>, Public, ["Rechtsgrundlagen", "Legal bases", "Bases juridiques", "الأسس القانونية"],
            ["Beschlüsse, auf denen der Besuch beruht", "Resolutions that the visit rests on", "Délibérations qui fondent la visite"],
            "Rat | 01/113/2024 | 2024-06-20";
        contact: String, Programme, ["Kontakt", "Contact", "Contact", "للاتصال"],
            ["Name und Mobilnummer für den ganzen Besuch", "Name and mobile number for the whole visit", "Nom et portable pour toute la visite"], "Jana Weiß, +49 170 5550100";
        press_contact: String, Public, ["Pressekontakt", "Press contact", "Contact presse", "للاتصال بالصحافة"],
            ["Wer der Presse Auskunft gibt", "Who answers the press", "Qui répond à la presse"], "Presseamt, +49 211 5550100";
        zone: Option<Zone>, Programme, ["Zeitzone", "Time zone", "Fuseau horaire", "المنطقة الزمنية"],
            ["Zeitzone des Gastgebers", "Zone of the host", "Fuseau de la ville d’accueil"], "Europe/Berlin";
        language: Lang, Public, ["Hauptsprache", "Main language", "Langue principale", "اللغة الرئيسية"],
            ["Sprache der Texte ohne eigene Angabe", "Language of texts without one of their own", "Langue des textes sans indication"], "de";
        confidentiality: Confidentiality, Public, ["Einstufung", "Confidentiality", "Confidentialité", "درجة السرية"],
            ["Wie Unterlagen zu behandeln sind", "How papers are to be handled", "Traitement des documents"], "normal";
        retain_until: Option<NaiveDate>, Internal, ["Aufbewahren bis", "Retain until", "Conserver jusqu’au", "يحتفظ به إلى غاية"],
            ["Wann personenbezogene Daten zu löschen sind", "When personal data is to be erased", "Quand effacer les données personnelles"], "2029-12-31";
        remark: Prose, Public, ["Bemerkung", "Remark", "Remarque", "ملاحظة"],
            ["Bemerkung, die auf Unterlagen steht", "A remark that stands on papers", "Remarque portée sur les documents"], "Programm in deutscher und französischer Sprache";
        note: Note, Internal, ["Interner Vermerk", "Internal note", "Note interne", "ملاحظة داخلية"],
            ["Nur für die eigene Planung", "For our own planning only", "Pour notre seule préparation"], "Budget 4.000 Euro";
    }
}
