//! A programme item: one line of the programme, with everything that hangs on it.

use super::{
    Attendance, Id, Letter, Note, Participant, Place, Prose, Refs, Rows, Slot, Text, Vehicle, Who,
    record::{record, row},
    slot::Clock,
    value::choice,
};

choice! {
    /// What an item is.
    ItemKind {
        Other "other" ["Sonstiges", "other", "autre", "أخرى"],
        Arrival "arrival" ["Ankunft", "arrival", "arrivée", "وصول"],
        Transfer "transfer" ["Transfer", "transfer", "transfert", "تنقل"],
        Welcome "welcome" ["Begrüßung", "welcome", "accueil", "استقبال"],
        CourtesyCall "courtesy-call" ["Höflichkeitsbesuch", "courtesy call", "visite de courtoisie", "زيارة مجاملة"],
        Talk "talk" ["Gespräch", "talk", "entretien", "لقاء"],
        Signing "signing" ["Unterzeichnung", "signing", "signature", "توقيع"],
        GoldenBook "golden-book" ["Eintrag ins Goldene Buch", "entry in the Golden Book", "signature du Livre d’or", "التوقيع في الكتاب الذهبي"],
        Wreath "wreath" ["Kranzniederlegung", "wreath-laying", "dépôt de gerbe", "وضع إكليل من الزهور"],
        Meal "meal" ["Essen", "meal", "repas", "مأدبة"],
        Tour "tour" ["Führung", "tour", "visite guidée", "زيارة موجهة"],
        Culture "culture" ["Kultur", "culture", "culture", "ثقافة"],
        Press "press" ["Pressetermin", "press event", "point presse", "لقاء صحفي"],
        Gifts "gifts" ["Gastgeschenke", "gift exchange", "échange de cadeaux", "تبادل الهدايا"],
        FreeTime "free-time" ["Zeit zur freien Verfügung", "free time", "temps libre", "وقت حر"],
        Conference "conference" ["Konferenz", "conference", "conférence", "مؤتمر"],
        Internal "internal" ["Interner Termin", "internal", "réunion interne", "اجتماع داخلي"],
        Departure "departure" ["Abreise", "departure", "départ", "مغادرة"],
    }
}

choice! {
    /// How certain an item is.
    ItemStatus {
        Confirmed "confirmed" ["bestätigt", "confirmed", "confirmé", "مؤكد"],
        Requested "requested" ["angefragt", "requested", "demandé", "في انتظار التأكيد"],
        Idea "idea" ["Idee", "idea", "idée", "فكرة"],
        Cancelled "cancelled" ["abgesagt", "cancelled", "annulé", "ملغى"],
    }
}

impl ItemStatus {
    /// Whether the item may still not take place.
    pub const fn is_tentative(self) -> bool {
        matches!(self, Self::Requested | Self::Idea)
    }
}

choice! {
    /// Which side takes care of an item.
    Responsible {
        Unsaid "unsaid" ["nicht festgelegt", "not settled", "non défini", "غير محدد"],
        Host "host" ["Gastgeber", "hosts", "ville d’accueil", "الجهة المضيفة"],
        Guest "guest" ["Gäste", "guests", "invités", "الضيوف"],
        Both "both" ["beide", "both", "les deux", "الطرفان"],
    }
}

choice! {
    /// What the press may do.
    PressRule {
        Unsaid "unsaid" ["nicht festgelegt", "not settled", "non défini", "غير محدد"],
        Open "open" ["presseöffentlich", "open to the press", "ouvert à la presse", "مفتوح للصحافة"],
        PhotoAtStart "photo" ["Bildtermin zu Beginn", "photo opportunity at the start", "prise de vues au début", "التقاط الصور في البداية"],
        Closed "closed" ["nicht presseöffentlich", "closed to the press", "fermé à la presse", "مغلق أمام الصحافة"],
    }
}

choice! {
    /// How an item stands to the one that it is an alternative to.
    AlternativeKind {
        None "none" ["keine", "none", "aucune", "لا شيء"],
        PlanB "plan-b" ["Ausweichprogramm (Plan B)", "plan B", "solution de repli (plan B)", "برنامج بديل"],
        Either "either" ["wahlweise (oder)", "either or", "au choix (ou)", "على سبيل الاختيار (أو)"],
        AndOr "and-or" ["und/oder", "and/or", "et/ou", "و/أو"],
    }
}

row! {
    /// A speech of an item, in the order in which they are held.
    Speech {
        speaker: Who, Public, ["Redner/in", "Speaker", "Orateur/trice", "المتدخل"],
            ["Wer spricht", "Who speaks", "Qui prend la parole"], "Dr. Stephan Keller";
        minutes: Option<u32>, Programme, ["Minuten", "Minutes", "Minutes", "الدقائق"],
            ["Redezeit in Minuten", "How many minutes", "Durée en minutes"], "5";
        topic: Text, Public, ["Thema", "Topic", "Sujet", "الموضوع"],
            ["Worum es geht", "What it is about", "Sujet de l’intervention"], "Begrüßung";
    }
}

row! {
    /// Who sits where in which vehicle.
    Seat {
        vehicle: Option<Id<Vehicle>>, Programme, ["Fahrzeug", "Vehicle", "Véhicule", "المركبة"],
            ["Welches Fahrzeug", "Which vehicle", "Quel véhicule"], "Wagen 1";
        person: Who, Programme, ["Person", "Person", "Personne", "الشخص"],
            ["Wer darin sitzt", "Who sits in it", "Qui y prend place"], "Achraf Berrazouk";
        seat: String, Programme, ["Sitzplatz", "Seat", "Place", "المقعد"],
            ["Welcher Platz", "Which seat", "Quelle place"], "hinten rechts";
    }
}

record! {
    /// One line of the programme.
    Item {
        title: Text, Public, ["Titel", "Title", "Intitulé", "العنوان"],
            ["Was im Programm steht", "What stands in the programme", "Ce qui figure au programme"],
            "Empfang durch den Oberbürgermeister";
        kind: ItemKind, Public, ["Art", "Kind", "Nature", "النوع"],
            ["Art des Programmpunkts", "What kind of item it is", "Nature du point"], "welcome";
        slot: Slot, Public, ["Zeit", "Time", "Horaire", "التوقيت"],
            ["Wann er stattfindet", "When it takes place", "Quand il a lieu"], "10:00";
        place: Option<Id<Place>>, Public, ["Ort", "Place", "Lieu", "المكان"],
            ["Ort; ein neuer Name legt ihn an", "The place; a new name makes it", "Lieu\u{a0}; un nouveau nom le crée"],
            "Rathaus";
        room: Text, Public, ["Raum", "Room", "Salle", "القاعة"],
            ["Raum oder Saal", "Room or hall", "Salle"], "Jan-Wellem-Saal";
        meeting_point: Text, Programme, ["Treffpunkt, Zugang", "Meeting point, entry", "Point de rendez-vous, accès", "نقطة اللقاء والمدخل"],
            ["Wo man sich trifft oder hineinkommt", "Where one meets or gets in", "Où se retrouver, par où entrer"],
            "Haupteingang Marktplatz";
        host: Refs<Participant>, Public, ["Empfang durch", "Received by", "Accueil par", "الاستقبال من طرف"],
            ["Wer empfängt", "Who receives", "Qui accueille"], "Dr. Stephan Keller";
        attend: Attendance, Public, ["Teilnahme", "Attendance", "Participation", "المشاركة"],
            ["Wer teilnimmt: alle, Gäste, Gastgeber, eine Gruppe, niemand; +Name, -Name, ?Name (freigestellt)",
             "Who attends: everyone, guests, hosts, a group, nobody; +name, -name, ?name (optional)",
             "Qui participe\u{a0}: tous, invités, ville d’accueil, un groupe, personne\u{a0}; +nom, -nom, ?nom (facultatif)"],
            "guests, +Miriam Koch";
        contact: String, Programme, ["Kontakt", "Contact", "Contact", "الاتصال"],
            ["Name und Mobilnummer für diesen Programmpunkt", "Name and mobile number for this item", "Nom et numéro de portable pour ce point"],
            "Jana Weiß, +49 170 5550100";
        status: ItemStatus, Public, ["Stand", "Status", "État", "الوضعية"],
            ["Wie sicher er ist", "How certain it is", "Degré de certitude"], "confirmed";
        responsible: Responsible, Programme, ["Zuständig", "Responsible", "Responsable", "الجهة المسؤولة"],
            ["Welche Seite zuständig ist", "Which side takes care of it", "Quelle partie s’en charge"], "host";
        letter: Option<Id<Letter>>, Public, ["Dokument", "Letter", "Document", "الوثيقة"],
            ["Welches Dokument unterzeichnet wird", "The letter that is signed", "Document signé"],
            "Absichtserklärung Düsseldorf–Marrakesch";
        points: Vec<Text>, Public, ["Ablauf", "Sub-points", "Déroulement", "المجريات"],
            ["Einzelne Schritte, mit\u{a0}; getrennt", "Sub-points, separated by\u{a0};", "Étapes, séparées par\u{a0};"],
            "Begrüßung; Gastgeschenk";
        speeches: Rows<Speech>, Public, ["Reden", "Speeches", "Allocutions", "الكلمات"],
            ["Reden in ihrer Reihenfolge", "Speeches in their order", "Allocutions dans leur ordre"],
            "Dr. Stephan Keller | 5 | Begrüßung";
        interpreters: Refs<Participant>, Programme, ["Dolmetscher", "Interpreters", "Interprètes", "المترجمون الشفويون"],
            ["Wer dolmetscht", "Who interprets", "Qui interprète"], "Leïla Amrani";
        interpreting: String, Programme, ["Dolmetschen", "Interpreting", "Interprétation", "الترجمة الشفوية"],
            ["Sprachen und Art", "Languages and mode", "Langues et mode"], "FR–DE, konsekutiv";
        attire: Text, Programme, ["Kleidung", "Attire", "Tenue", "اللباس"],
            ["Kleiderordnung", "What to wear", "Tenue"], "dunkler Anzug";
        gifts: Text, Programme, ["Geschenke", "Gifts", "Cadeaux", "الهدايا"],
            ["Gastgeschenke bei diesem Punkt", "Gifts at this item", "Cadeaux lors de ce point"], "Gastgeschenk der Stadt";
        press: PressRule, Public, ["Presse", "Press", "Presse", "الصحافة"],
            ["Was für die Presse gilt", "What the press may do", "Règle pour la presse"], "open";
        media_time: Option<Clock>, Public, ["Pressetreff", "Media call", "Convocation presse", "موعد حضور الصحافة"],
            ["Uhrzeit, zu der die Presse da sein soll", "When the press is to be there", "Heure de convocation de la presse"], "09:45";
        media_place: Text, Public, ["Ort des Pressetreffs", "Media call at", "Lieu de convocation presse", "مكان حضور الصحافة"],
            ["Wo sich die Presse trifft", "Where the press meets", "Où la presse se retrouve"], "Foyer";
        carrier: String, Programme, ["Beförderer", "Carrier", "Transporteur", "شركة النقل"],
            ["Fluggesellschaft oder Bahn", "Airline or railway", "Compagnie"], "Royal Air Maroc";
        number: String, Programme, ["Flug, Zug", "Flight, train", "Vol, train", "الرحلة، القطار"],
            ["Nummer des Fluges oder Zuges", "Number of the flight or train", "Numéro du vol ou du train"], "AT 0742";
        from: Text, Programme, ["Von", "From", "De", "من"],
            ["Wo die Fahrt beginnt", "Where the journey begins", "Départ du trajet"], "Marrakesch";
        to: Text, Programme, ["Nach", "To", "À", "إلى"],
            ["Wo sie endet", "Where it ends", "Arrivée du trajet"], "Düsseldorf";
        terminal: String, Programme, ["Terminal, Gleis", "Terminal, platform", "Terminal, quai", "المحطة، الرصيف"],
            ["Terminal oder Gleis", "Terminal or platform", "Terminal ou quai"], "Terminal B";
        check_in: Option<Clock>, Programme, ["Check-in", "Check-in", "Enregistrement", "التسجيل"],
            ["Uhrzeit des Check-in", "When to check in", "Heure d’enregistrement"], "08:15";
        vehicles: Refs<Vehicle>, Programme, ["Fahrzeuge", "Vehicles", "Véhicules", "المركبات"],
            ["Womit gefahren wird", "What people ride in", "Véhicules prévus"], "Wagen 1";
        seats: Rows<Seat>, Programme, ["Sitzordnung im Fahrzeug", "Seats in vehicles", "Places dans les véhicules", "توزيع المقاعد في المركبات"],
            ["Wer in welchem Fahrzeug wo sitzt", "Who sits where in which vehicle", "Qui prend place où"],
            "Wagen 1 | Achraf Berrazouk | hinten rechts";
        parallel_to: Option<Id<Item>>, Public, ["Gleichzeitig mit", "At the same time as", "En parallèle avec", "بالتزامن مع"],
            ["Programmpunkt einer anderen Gruppe zur selben Zeit", "The item of another group at the same time", "Point d’un autre groupe au même moment"],
            "Rundfahrt im Hafen";
        alternative: AlternativeKind, Programme, ["Alternative", "Alternative", "Variante", "البديل"],
            ["Ob er Plan B ist oder wahlweise gilt", "Whether it is plan B, or one of two", "Plan B ou variante"], "plan-b";
        alternative_to: Option<Id<Item>>, Programme, ["Alternative zu", "Alternative to", "Variante de", "بديل عن"],
            ["Zu welchem Programmpunkt", "To which item", "De quel point"], "Stadtführung";
        organiser: Text, Public, ["Veranstalter", "Organiser", "Organisateur", "الجهة المنظمة"],
            ["Falls nicht der Gastgeber des Besuchs", "Where it is not the visit’s host", "S’il diffère de la ville d’accueil"],
            "Servicestelle Kommunen in der Einen Welt";
        funder: Text, Public, ["Förderer", "Funder", "Financeur", "الجهة الممولة"],
            ["Wer diesen Punkt fördert", "Who funds this item", "Qui finance ce point"], "BMZ";
        separate_plan: Text, Programme, ["Gesonderter Plan", "Separate plan", "Plan distinct", "برنامج منفصل"],
            ["Verweis auf einen anderen Plan", "A reference to another plan", "Renvoi à un autre plan"],
            "nach gesondertem Plan der Polizei";
        remark: Prose, Public, ["Bemerkung", "Remark", "Remarque", "ملاحظة"],
            ["Bemerkung, die auf Unterlagen steht", "A remark that stands on papers", "Remarque portée sur les documents"],
            "Bitte festes Schuhwerk";
        note: Note, Internal, ["Interner Vermerk", "Internal note", "Note interne", "ملاحظة داخلية"],
            ["Nur für die eigene Planung", "For our own planning only", "Pour notre seule préparation"],
            "Büro OB rückfragen";
        started: Option<Clock>, Internal, ["Tatsächlicher Beginn", "Started", "Début réel", "البداية الفعلية"],
            ["Wann er wirklich begann", "When it really began", "Quand il a réellement commencé"], "10:05";
        ended: Option<Clock>, Internal, ["Tatsächliches Ende", "Ended", "Fin réelle", "النهاية الفعلية"],
            ["Wann er wirklich endete", "When it really ended", "Quand il a réellement fini"], "10:50";
        outcome: Note, Internal, ["Verlauf", "What happened", "Déroulé réel", "ما جرى فعليا"],
            ["Was wirklich geschah", "What really happened", "Ce qui s’est réellement passé"],
            "Gespräch verlängert";
        report: Prose, Public, ["Öffentlicher Bericht", "Public report", "Compte rendu public", "تقرير للعموم"],
            ["Was öffentlich über den Verlauf gesagt werden darf, etwa in der Pressemitteilung", "What may be told to the public of how it went, as in a press release", "Ce qui peut être dit publiquement du déroulement, par exemple dans un communiqué"],
            "Die Oberbürgermeisterin hob den Austausch der Jugend hervor.";
    }
}
