//! A letter of intent or another partnership document, from draft to kept promises.

use chrono::NaiveDate;

use super::{
    Id, Item, Note, Participant, Place, Prose, Refs, Rows, Text, Who,
    head::{LegalBasis, Supporter},
    letter_ref::LetterRef,
    life::Steps,
    participant::Side,
    record::{record, row},
    tongue::Tongue,
    value::choice,
};
use crate::words::{Lang, capitalised};

choice! {
    /// What a letter is.
    LetterKind {
        Intent "letter-of-intent" ["Absichtserklärung", "letter of intent", "déclaration d’intention", "إعلان نوايا"],
        Memorandum "memorandum" ["Gemeinsame Absichtserklärung", "memorandum of understanding", "mémorandum d’entente", "مذكرة تفاهم"],
        Cooperation "cooperation-agreement" ["Kooperationsvereinbarung", "cooperation agreement", "accord de coopération", "اتفاقية تعاون"],
        Twinning "twinning" ["Städtepartnerschaft", "twinning", "jumelage", "توأمة"],
        Friendship "friendship" ["Freundschaft", "friendship", "pacte d’amitié", "ميثاق صداقة"],
    }
}

choice! {
    /// How long a letter holds.
    Validity {
        Unsaid "unsaid" ["nicht festgelegt", "not settled", "non défini", "غير محدد"],
        UntilNotice "until-notice" ["bis auf Weiteres", "until further notice", "jusqu’à nouvel ordre", "حتى إشعار آخر"],
        UntilDate "until-date" ["befristet", "until a date", "à durée déterminée", "لمدة محددة"],
        Renews "renews" ["verlängert sich", "renews", "reconductible", "يتجدد"],
    }
}

choice! {
    /// Where a commitment stands.
    CommitmentState {
        Open "open" ["offen", "open", "en cours", "قيد الإنجاز"],
        Done "done" ["erfüllt", "done", "réalisée", "منجز"],
        Dropped "dropped" ["aufgegeben", "dropped", "abandonnée", "متخلى عنه"],
    }
}

row! {
    /// A body on whose behalf somebody signs.
    Party {
        name: Text, Public, ["Name", "Name", "Nom", "الاسم"],
            ["Wie die Seite heißt", "What the party is called", "Nom de la partie"], "Landeshauptstadt Düsseldorf";
        side: Side, Public, ["Seite", "Side", "Partie", "الجانب"],
            ["Gast, Gastgeber oder Dritte", "Guest, host or third party", "Invité, ville d’accueil ou tiers"], "host";
        short: Text, Public, ["Kurzname", "Short name", "Nom court", "الاسم المختصر"],
            ["Kurz, wie bei der Unterschrift", "Short, as at the signature", "Court, comme à la signature"], "Düsseldorf";
    }
}

row! {
    /// Who signs, in which capacity and for which party.
    Signatory {
        person: Who, Public, ["Person", "Person", "Personne", "الشخص"],
            ["Wer unterzeichnet; wer nicht zum Besuch gehört, mit Herr oder Frau davor", "Who signs; who is not of the visit, with Mr or Ms before the name", "Qui signe\u{a0}; hors de la visite, avec M. ou Mme devant le nom"], "Miriam Koch";
        capacity: Text, Public, ["Funktion", "Capacity", "Qualité", "الصفة"],
            ["In welcher Eigenschaft", "In which capacity", "En quelle qualité"], "Beigeordnete für Kultur und Integration";
        party: String, Public, ["Für", "On behalf of", "Pour", "باسم"],
            ["Für welche Seite", "For which party", "Pour quelle partie"], "Düsseldorf";
    }
}

row! {
    /// One signed original, and who keeps it.
    Original {
        keeper: String, Public, ["Verbleib", "Kept by", "Conservé par", "الجهة المحتفظة"],
            ["Wer es behält", "Who keeps it", "Qui le conserve"], "Düsseldorf";
        first: String, Public, ["Zuerst genannt", "Named first", "Nommé en premier", "المذكور أولا"],
            ["Wer darin zuerst genannt wird und unterschreibt", "Who is named and signs first in it", "Qui y est nommé et signe en premier"], "Düsseldorf";
        languages: Vec<Tongue>, Public, ["Sprachen", "Languages", "Langues", "اللغات"],
            ["In welchen Sprachen", "In which languages", "En quelles langues"], "de, fr";
    }
}

row! {
    /// What a letter intends.
    Commitment {
        what: Text, Programme, ["Vorhaben", "Commitment", "Action prévue", "العمل المرتقب"],
            ["Was vorgesehen ist", "What is intended", "Ce qui est prévu"], "Austausch von Bürgerinnen und Bürgern";
        owner: String, Programme, ["Verantwortlich", "Owner", "Responsable", "المسؤول"],
            ["Wer sich kümmert", "Who sees to it", "Qui s’en charge"], "Kulturamt";
        due: Option<NaiveDate>, Programme, ["Fällig", "Due", "Échéance", "الأجل"],
            ["Bis wann", "By when", "Pour quand"], "2025-12-31";
        state: CommitmentState, Programme, ["Stand", "State", "État", "الحالة"],
            ["Wie weit es ist", "How far it is", "Avancement"], "open";
        note: Note, Internal, ["Vermerk", "Note", "Note", "ملاحظة"],
            ["Nur für die eigene Planung", "For our own planning only", "Pour notre seule préparation"], "Mittel beantragt";
    }
}

record! {
    /// A letter of intent or another partnership document.
    Letter {
        title: Text, Public, ["Titel", "Title", "Intitulé", "العنوان"],
            ["Titel in jeder Sprache", "The title in each language", "Intitulé dans chaque langue"],
            "Absichtserklärung Düsseldorf–Marrakesch";
        kind: LetterKind, Public, ["Art", "Kind", "Nature", "النوع"],
            ["Welche Art von Dokument", "What kind of document", "Nature du document"], "letter-of-intent";
        register: String, Internal, ["Registernummer", "Register number", "Numéro de registre", "رقم السجل"],
            ["Nummer im Register", "Number in the register", "Numéro au registre"], "2024/07";
        file_no: String, Internal, ["Aktenzeichen", "File number", "Référence du dossier", "رقم الملف"],
            ["Aktenzeichen", "File number", "Référence du dossier"], "01/31-M-7";
        parties: Rows<Party>, Public, ["Seiten", "Parties", "Parties", "الأطراف"],
            ["Wer das Dokument schließt", "Between whom it is", "Entre qui il est conclu"],
            "Landeshauptstadt Düsseldorf | host | Düsseldorf";
        signatories: Rows<Signatory>, Public, ["Unterzeichner/innen", "Signatories", "Signataires", "الموقعون"],
            ["Wer unterzeichnet", "Who signs", "Qui signe"], "Miriam Koch | Beigeordnete | Düsseldorf";
        witnesses: Refs<Participant>, Public, ["In Anwesenheit von", "In the presence of", "En présence de", "بحضور"],
            ["Wer dabei anwesend ist", "Who witnesses the signing", "Qui assiste à la signature"], "Dr. Stephan Keller";
        steps: Steps, Public, ["Werdegang", "Life-cycle", "Étapes", "المراحل"],
            ["Schritte mit Datum, vom Entwurf bis zum Ende", "Steps with their dates, from draft to end", "Étapes datées, du projet à la fin"],
            "signed 2024-11-12";
        item: Option<Id<Item>>, Public, ["Unterzeichnung bei", "Signed at", "Signé lors de", "تم التوقيع خلال"],
            ["Programmpunkt der Unterzeichnung", "The item of the signing", "Point de la signature"], "Unterzeichnung der Absichtserklärung";
        place: Option<Id<Place>>, Public, ["Ort der Unterzeichnung", "Place signed", "Lieu de signature", "مكان التوقيع"],
            ["Falls nicht der Ort des Programmpunkts", "Where it is not the item’s place", "S’il diffère de celui du point"], "Rathaus";
        languages: Vec<Tongue>, Public, ["Sprachfassungen", "Languages", "Langues", "اللغات"],
            ["In welchen Sprachen es vorliegt", "In which languages it exists", "Langues du document"], "de, fr";
        authentic: Vec<Tongue>, Public, ["Verbindliche Fassungen", "Authentic texts", "Textes faisant foi", "النصوص المعتمدة"],
            ["Welche Fassungen gelten", "Which texts are authentic", "Textes faisant foi"], "de, fr";
        originals: Rows<Original>, Public, ["Originale", "Originals", "Originaux", "النسخ الأصلية"],
            ["Ausfertigungen und wer sie behält", "Originals and who keeps which", "Exemplaires et leur détenteur"],
            "Düsseldorf | Düsseldorf | de, fr";
        legal_bases: Rows<LegalBasis>, Public, ["Rechtsgrundlagen", "Legal bases", "Bases juridiques", "الأسس القانونية"],
            ["Beschlüsse, auf denen es beruht", "Resolutions that it rests on", "Délibérations qui le fondent"],
            "Rat der Landeshauptstadt | 2024/113 | 2024-06-20";
        purpose: Prose, Public, ["Ziel", "Aim", "Objectif", "الهدف"],
            ["Was es öffentlich zum Ziel hat", "What it is publicly for", "Ce qu’il vise publiquement"], "Förderung des Jugendaustauschs";
        topics: Vec<Text>, Public, ["Themen", "Topics", "Thèmes", "المواضيع"],
            ["Worum es geht", "What it is about", "Thèmes"], "Klimaschutz; Kultur";
        sdgs: Vec<u32>, Public, ["Nachhaltigkeitsziele", "SDGs", "ODD", "أهداف التنمية المستدامة"],
            ["Nummern der Ziele der Vereinten Nationen", "Numbers of the UN goals", "Numéros des objectifs des Nations unies"], "11, 13, 17";
        supporters: Rows<Supporter>, Public, ["Unterstützung", "Supporters", "Soutiens", "الداعمون"],
            ["Wer unterstützt oder fördert", "Who supports or funds it", "Qui soutient ou finance"], "funder | BMZ";
        validity: Validity, Public, ["Geltung", "Validity", "Validité", "مدة السريان"],
            ["Wie lange es gilt", "How long it holds", "Durée de validité"], "until-notice";
        valid_until: Option<NaiveDate>, Public, ["Gilt bis", "Valid until", "Valable jusqu’au", "ساري إلى غاية"],
            ["Letzter Tag der Geltung", "Last day that it holds", "Dernier jour de validité"], "2029-11-11";
        predecessor: Option<LetterRef>, Public, ["Vorgängerdokument", "Predecessor", "Document antérieur", "الوثيقة السابقة"],
            ["Welches Dokument es ablöst; in einem anderen Besuch: Besuch/Dokument", "The letter that it replaces; in another visit: visit/letter", "Document qu’il remplace\u{a0}; d’une autre visite\u{a0}: visite/document"],
            "vereinbarung-2019-m3qp";
        delay: Prose, Public, ["Grund der Verzögerung", "Reason for the delay", "Motif du retard", "سبب التأخير"],
            ["Warum das frühere nicht umgesetzt wurde", "Why the earlier one stalled", "Pourquoi le précédent n’a pas abouti"], "Corona-Pandemie";
        commitments: Rows<Commitment>, Programme, ["Vorhaben", "Commitments", "Actions prévues", "الأعمال المرتقبة"],
            ["Was vorgesehen ist, mit Verantwortlichen und Frist", "What is intended, with owner and date", "Ce qui est prévu, avec responsable et échéance"],
            "Fachaustausch | Kulturamt | 2025-12-31";
        scan: String, Internal, ["Scan", "Scanned file", "Fichier numérisé", "النسخة الممسوحة ضوئيا"],
            ["Datei im Ordner neben dem Besuch", "File in the folder beside the visit", "Fichier dans le dossier de la visite"], "absichtserklaerung.pdf";
        checksum: String, Internal, ["Prüfsumme", "Checksum", "Somme de contrôle", "بصمة التحقق"],
            ["SHA-256 des Scans", "SHA-256 of the scan", "SHA-256 du fichier"], "9f86d081…";
        remark: Prose, Public, ["Bemerkung", "Remark", "Remarque", "ملاحظة"],
            ["Bemerkung, die auf Unterlagen steht", "A remark that stands on papers", "Remarque portée sur les documents"], "erneuert die Vereinbarung von 2019";
        note: Note, Internal, ["Interner Vermerk", "Internal note", "Note interne", "ملاحظة داخلية"],
            ["Nur für die eigene Planung", "For our own planning only", "Pour notre seule préparation"], "Mappen beim Protokoll";
    }
}

impl Letter {
    /// The title in a list: its own, else its kind with the short names of the parties.
    pub fn title_in_list(&self, lang: Lang, main: Lang) -> String {
        if !self.title.is_empty() {
            return self.title.get(lang, main).to_owned();
        }
        let kind = capitalised(self.kind.label().get(lang));
        let parties: Vec<&str> = self.parties.iter().map(|p| p.called(lang, main)).collect();
        format!("{kind} {}", parties.join("–"))
            .trim_end()
            .to_owned()
    }
}

impl Party {
    /// The short name, else the whole one.
    pub fn called(&self, lang: Lang, main: Lang) -> &str {
        let short = self.short.get(lang, main);
        if short.is_empty() {
            self.name.get(lang, main)
        } else {
            short
        }
    }

    /// Whether somebody named this party, by its short or whole name in any language.
    pub fn is_called(&self, name: &str) -> bool {
        self.name
            .all()
            .chain(self.short.all())
            .any(|own| own == name)
    }
}
