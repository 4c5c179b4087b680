//! A participant: a guest, a host or a third party, named or not yet named (N. N.).

use chrono::NaiveDate;

use super::{
    Id, Item, Name, Note, Place, Prose, Text,
    record::{record, row},
    tongue::Tongue,
    value::{Numbers, Rows, choice},
};
use crate::words::{Lang, Said};

choice! {
    /// On whose side somebody is.
    Side {
        Guest "guest" ["Gast", "guest", "invité(e)", "ضيف"],
        Host "host" ["Gastgeber", "host", "ville d’accueil", "مضيف"],
        Third "third" ["Dritte", "third party", "tiers", "طرف ثالث"],
    }
}

impl Side {
    /// All of that side, as a heading.
    pub const fn all_of_them(self) -> Said {
        match self {
            Self::Guest => Said::new("Gäste", "Guests", "Invités").ar("الضيوف"),
            Self::Host => Said::new("Gastgeber", "Hosts", "Ville d’accueil").ar("الجهة المضيفة"),
            Self::Third => Said::new("Dritte", "Third parties", "Tiers").ar("أطراف أخرى"),
        }
    }
}

choice! {
    /// How somebody is addressed.
    Honorific {
        Unsaid "unsaid" ["keine Angabe", "not stated", "non précisé", "غير محدد"],
        Mr "mr" ["Herr", "Mr", "M.", "السيد"],
        Ms "ms" ["Frau", "Ms", "Mme", "السيدة"],
    }
}

choice! {
    /// Where somebody's visa stands.
    VisaState {
        Unsaid "unsaid" ["keine Angabe", "not stated", "non précisé", "غير محدد"],
        NotNeeded "not-needed" ["nicht erforderlich", "not needed", "non requis", "غير مطلوبة"],
        Needed "needed" ["erforderlich", "needed", "requis", "مطلوبة"],
        Applied "applied" ["beantragt", "applied for", "demandé", "تم طلبها"],
        Granted "granted" ["erteilt", "granted", "accordé", "ممنوحة"],
        Refused "refused" ["abgelehnt", "refused", "refusé", "مرفوضة"],
    }
}

choice! {
    /// The answer to an invitation.
    ReplyState {
        Open "open" ["offen", "open", "en attente", "في انتظار الجواب"],
        Invited "invited" ["eingeladen", "invited", "invité(e)", "مدعو"],
        Accepted "accepted" ["zugesagt", "accepted", "accepté", "قبل الدعوة"],
        Declined "declined" ["abgesagt", "declined", "décliné", "اعتذر"],
    }
}

row! {
    /// An invitation to an item, and the reply to it.
    Reply {
        item: Option<Id<Item>>, Programme, ["Programmpunkt", "Item", "Point", "الفقرة"],
            ["Zu welchem Programmpunkt", "To which item", "À quel point"], "Abendessen";
        state: ReplyState, Programme, ["Antwort", "Reply", "Réponse", "الجواب"],
            ["Wie geantwortet wurde", "What was answered", "Réponse reçue"], "accepted";
    }
}

record! {
    /// A guest, a host or a third party; while unnamed, with the number of heads.
    Participant {
        name: Name, Public, ["Name", "Name", "Nom", "الاسم"],
            ["Der Name in seinen Teilen", "The name in its parts", "Le nom et ses éléments"], "Achraf Berrazouk";
        side: Side, Public, ["Seite", "Side", "Partie", "الطرف"],
            ["Gast, Gastgeber oder Dritte", "Guest, host or third party", "Invité, ville d’accueil ou tiers"], "guest";
        function: Text, Public, ["Funktion", "Function", "Fonction", "الصفة"],
            ["Das Amt, das hier zählt", "The office that counts here", "La fonction qui compte ici"],
            "Stellvertretender Bürgermeister";
        organisation: Text, Public, ["Organisation", "Organisation", "Organisme", "الهيئة"],
            ["Wen sie oder er vertritt", "Whom he or she represents", "Qui il ou elle représente"], "Stadt Marrakesch";
        head: bool, Public, ["Delegationsleitung", "Head of delegation", "Chef de délégation", "رئيس الوفد"],
            ["Ob sie oder er die Delegation leitet", "Whether he or she leads the delegation", "Dirige la délégation"], "yes";
        count: Option<Numbers>, Public, ["Personenzahl", "Head count", "Nombre de personnes", "عدد الأشخاص"],
            ["Wie viele, solange sie nicht namentlich bekannt sind", "How many, while not named", "Combien, tant que les noms manquent"], "3";
        group: String, Programme, ["Gruppe", "Group", "Groupe", "المجموعة"],
            ["Benannte Gruppe innerhalb des Besuchs", "A named group within the visit", "Groupe désigné au sein de la visite"], "Gruppe A";
        offices: Vec<Text>, Internal, ["Weitere Ämter", "Other offices", "Autres fonctions", "مهام أخرى"],
            ["Ämter, die hier nicht zählen", "Offices that do not count here", "Fonctions qui ne comptent pas ici"], "Abgeordneter";
        rank: Option<u32>, Internal, ["Ranggruppe", "Rank group", "Groupe de rang", "الرتبة"],
            ["1 ist die höchste; von Hand gesetzt", "1 is the highest; set by hand", "1 est le plus élevé\u{a0}; fixé à la main"], "2";
        order: Option<u32>, Internal, ["Reihenfolge von Hand", "Order by hand", "Ordre manuel", "الترتيب اليدوي"],
            ["Geht allen Regeln vor", "Overrules every rule", "Prévaut sur toute règle"], "1";
        rank_reason: String, Internal, ["Grund des Ranges", "Reason of the rank", "Motif du rang", "سبب الرتبة"],
            ["Warum dieser Rang oder diese Reihenfolge", "Why this rank or order", "Pourquoi ce rang ou cet ordre"], "Ehrengast";
        since: Option<NaiveDate>, Internal, ["Im Amt seit", "In office since", "En fonction depuis", "في المنصب منذ"],
            ["Entscheidet bei gleichem Rang", "Decides between equal ranks", "Départage à rang égal"], "2021-09-24";
        elected: bool, Internal, ["Gewählt", "Elected", "Élu(e)", "منتخب"],
            ["Gewählte gehen Ernannten vor", "Elected go before appointed", "Les élus précèdent les nommés"], "yes";
        foreign: bool, Internal, ["Ausländischer Rang", "Foreign", "Rang étranger", "رتبة أجنبية"],
            ["Geht bei gleichem Rang vor", "Goes first at equal rank", "Précède à rang égal"], "yes";
        languages: Vec<Tongue>, Programme, ["Sprachen", "Languages", "Langues", "اللغات"],
            ["Sprachen, auf Wunsch mit Niveau", "Languages, with how well if wanted", "Langues, avec le niveau au besoin"], "ar, fr C2, de A2";
        postal: Prose, Internal, ["Anschrift", "Postal address", "Adresse postale", "العنوان البريدي"],
            ["Anschrift mit Namenszeilen", "Postal address with the name lines", "Adresse postale complète"], "Herrn Achraf Berrazouk";
        salutation: Text, Programme, ["Anrede im Brief", "Salutation", "Formule d’appel", "صيغة المخاطبة في الرسالة"],
            ["Anrede im Brief", "Salutation of a letter", "Formule d’appel d’une lettre"], "Sehr geehrter Herr Bürgermeister,";
        spoken: Text, Programme, ["Anrede mündlich", "Spoken address", "Formule orale", "صيغة المخاطبة الشفوية"],
            ["Anrede im Gespräch", "How to speak to him or her", "Comment s’adresser à la personne"], "Herr Bürgermeister";
        name_line: Text, Public, ["Namenszeile", "Name line", "Ligne de nom", "سطر الاسم"],
            ["Zeile für Tischkarte und Liste", "For name card and list", "Pour le chevalet et la liste"], "Achraf Berrazouk";
        closing: Text, Internal, ["Schlussformel", "Closing", "Formule de politesse", "عبارة الختام"],
            ["Schluss des Briefes", "Closing of a letter", "Fin de la lettre"], "Mit vorzüglicher Hochachtung";
        phone: String, Reach, ["Telefon", "Phone", "Téléphone", "الهاتف"],
            ["Mobilnummer", "Mobile number", "Numéro de portable"], "+212 6 00 00 00 00";
        email: String, Reach, ["E-Mail", "E-mail", "Courriel", "البريد الإلكتروني"],
            ["E-Mail-Adresse", "E-mail address", "Adresse électronique"], "a.b@example.org";
        contact: String, Reach, ["Ansprechperson", "Contact person", "Personne à contacter", "الشخص المكلف بالاتصال"],
            ["Über wen man sie oder ihn erreicht", "Through whom to reach him or her", "Par qui la joindre"], "Büro des Bürgermeisters";
        diet: String, Care, ["Kost", "Diet", "Régime", "النظام الغذائي"],
            ["Was zu beachten ist", "What to mind", "À respecter"], "halal";
        access: String, Care, ["Barrierefreiheit", "Access needs", "Accessibilité", "متطلبات الولوج"],
            ["Was gebraucht wird", "What is needed", "Besoins"], "Rampe";
        health: Note, Internal, ["Gesundheit", "Health notes", "Santé", "ملاحظات صحية"],
            ["Nur im Notfall", "For an emergency only", "En cas d’urgence seulement"], "Diabetes";
        passport: String, Identity, ["Reisepass", "Passport", "Passeport", "جواز السفر"],
            ["Nummer des Passes", "Passport number", "Numéro du passeport"], "AB1234567";
        passport_name: String, Identity, ["Name im Pass", "Name in the passport", "Nom au passeport", "الاسم في جواز السفر"],
            ["Genau wie im Pass", "Exactly as in the passport", "Exactement comme au passeport"], "BERRAZOUK ACHRAF";
        passport_until: Option<NaiveDate>, Identity, ["Pass gültig bis", "Passport valid until", "Passeport valable jusqu’au", "جواز السفر صالح إلى غاية"],
            ["Letzter Tag der Gültigkeit", "Last day of validity", "Dernier jour de validité"], "2029-05-31";
        born: Option<NaiveDate>, Identity, ["Geburtsdatum", "Date of birth", "Date de naissance", "تاريخ الازدياد"],
            ["Tag der Geburt", "Day of birth", "Jour de naissance"], "1975-03-02";
        nationality: String, Identity, ["Staatsangehörigkeit", "Nationality", "Nationalité", "الجنسية"],
            ["Wie im Pass", "As in the passport", "Comme au passeport"], "marokkanisch";
        visa: VisaState, Identity, ["Visum", "Visa", "Visa", "التأشيرة"],
            ["Wo das Visum steht", "Where the visa stands", "État du visa"], "granted";
        visa_letter: Option<NaiveDate>, Identity, ["Einladungsschreiben", "Invitation letter", "Lettre d’invitation", "رسالة الدعوة"],
            ["Wann es versandt wurde", "When it was sent", "Date d’envoi"], "2024-09-10";
        visa_appointment: Option<NaiveDate>, Identity, ["Visumstermin", "Visa appointment", "Rendez-vous visa", "موعد التأشيرة"],
            ["Termin bei der Vertretung", "Appointment at the mission", "Rendez-vous au consulat"], "2024-10-02";
        present_from: Option<NaiveDate>, Public, ["Anwesend ab", "Present from", "Présent à partir du", "حاضر ابتداء من"],
            ["Erster Tag, falls nicht der erste des Besuchs", "First day, if not the visit’s", "Premier jour, s’il diffère"], "2024-11-12";
        present_until: Option<NaiveDate>, Public, ["Anwesend bis", "Present until", "Présent jusqu’au", "حاضر إلى غاية"],
            ["Letzter Tag, falls nicht der letzte des Besuchs", "Last day, if not the visit’s", "Dernier jour, s’il diffère"], "2024-11-13";
        lodging: Option<Id<Place>>, Programme, ["Unterkunft", "Lodging", "Hébergement", "الإقامة"],
            ["Hotel oder Gastfamilie", "Hotel or host family", "Hôtel ou famille d’accueil"], "Hotel Nikko";
        lodging_room: String, Programme, ["Zimmer", "Room", "Chambre", "الغرفة"],
            ["Zimmernummer oder -art", "Number or kind of room", "Numéro ou type de chambre"], "412";
        gift_planned: Text, Internal, ["Geschenk geplant", "Gift planned", "Cadeau prévu", "الهدية المقررة"],
            ["Was überreicht werden soll", "What is to be given", "Ce qui doit être remis"], "Bildband";
        gift_given: Text, Internal, ["Geschenk überreicht", "Gift given", "Cadeau remis", "الهدية المقدمة"],
            ["Was überreicht wurde", "What was given", "Ce qui a été remis"], "Bildband";
        replies: Rows<Reply>, Programme, ["Einladungen", "Invitations", "Invitations", "الدعوات"],
            ["Einladung und Antwort je Programmpunkt", "Invitation and reply per item", "Invitation et réponse par point"], "Abendessen | accepted";
        spellings: Vec<String>, Internal, ["Schreibweisen", "Accepted spellings", "Graphies admises", "كتابات أخرى للاسم"],
            ["Andere anerkannte Schreibweisen des Namens", "Other accepted spellings of the name", "Autres graphies admises du nom"], "Achraf Barrazzouk";
        remark: Prose, Public, ["Bemerkung", "Remark", "Remarque", "ملاحظة"],
            ["Bemerkung, die auf Unterlagen steht", "A remark that stands on papers", "Remarque portée sur les documents"], "ab dem 12. November";
        note: Note, Internal, ["Interner Vermerk", "Internal note", "Note interne", "ملاحظة داخلية"],
            ["Nur für die eigene Planung", "For our own planning only", "Pour notre seule préparation"], "spricht leise";
    }
}

/// "Not yet named", as papers write it.
pub const UNNAMED: Said = Said::new("N. N.", "N. N.", "à désigner").ar("يعين لاحقا");

impl Participant {
    /// How many people this is: one if named, else the head count, by which N. N. counts.
    pub fn heads(&self) -> (u32, u32) {
        match self.count {
            Some(range) if !self.name.is_known() => (range.least(), range.most()),
            _ => (1, 1),
        }
    }

    /// How many people these are together, at least and at most.
    pub fn heads_of<'a>(people: impl IntoIterator<Item = &'a Self>) -> (u32, u32) {
        let heads = people.into_iter().map(Self::heads);
        heads.fold((0, 0), |(least, most), heads| {
            (least + heads.0, most + heads.1)
        })
    }

    /// The first of the languages of papers that he or she speaks.
    pub fn lang(&self) -> Option<Lang> {
        let mut codes = self.languages.iter().map(|tongue| tongue.code.as_str());
        codes.find_map(Lang::of_code)
    }

    /// Whether somebody is there on a day.
    pub fn is_present(&self, day: NaiveDate) -> bool {
        self.present_from.is_none_or(|from| from <= day)
            && self.present_until.is_none_or(|until| day <= until)
    }

    /// The name in a list: the full name, or `N. N. (3)`.
    pub fn name_in_list(&self, lang: Lang) -> String {
        if self.name.is_known() {
            return self.name.full();
        }
        let unnamed = UNNAMED.get(lang);
        match self.count {
            Some(count) => format!("{unnamed} ({count})"),
            None => unnamed.to_owned(),
        }
    }
}
