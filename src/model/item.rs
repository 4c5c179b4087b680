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
        Other "other" ["Sonstiges", "other", "autre"],
        Arrival "arrival" ["Ankunft", "arrival", "arrivée"],
        Transfer "transfer" ["Transfer", "transfer", "transfert"],
        Welcome "welcome" ["Begrüßung", "welcome", "accueil"],
        CourtesyCall "courtesy-call" ["Höflichkeitsbesuch", "courtesy call", "visite de courtoisie"],
        Talk "talk" ["Gespräch", "talk", "entretien"],
        Signing "signing" ["Unterzeichnung", "signing", "signature"],
        GoldenBook "golden-book" ["Eintrag ins Goldene Buch", "entry in the Golden Book", "signature du Livre d’or"],
        Wreath "wreath" ["Kranzniederlegung", "wreath-laying", "dépôt de gerbe"],
        Meal "meal" ["Essen", "meal", "repas"],
        Tour "tour" ["Führung", "tour", "visite guidée"],
        Culture "culture" ["Kultur", "culture", "culture"],
        Press "press" ["Pressetermin", "press event", "point presse"],
        Gifts "gifts" ["Gastgeschenke", "gift exchange", "échange de cadeaux"],
        FreeTime "free-time" ["Zeit zur freien Verfügung", "free time", "temps libre"],
        Conference "conference" ["Konferenz", "conference", "conférence"],
        Internal "internal" ["Interner Termin", "internal", "réunion interne"],
        Departure "departure" ["Abreise", "departure", "départ"],
    }
}

choice! {
    /// How certain an item is.
    ItemStatus {
        Confirmed "confirmed" ["bestätigt", "confirmed", "confirmé"],
        Requested "requested" ["angefragt", "requested", "demandé"],
        Idea "idea" ["Idee", "idea", "idée"],
        Cancelled "cancelled" ["abgesagt", "cancelled", "annulé"],
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
        Unsaid "unsaid" ["nicht festgelegt", "not settled", "non défini"],
        Host "host" ["Gastgeber", "hosts", "ville d’accueil"],
        Guest "guest" ["Gäste", "guests", "invités"],
        Both "both" ["beide", "both", "les deux"],
    }
}

choice! {
    /// What the press may do.
    PressRule {
        Unsaid "unsaid" ["nicht festgelegt", "not settled", "non défini"],
        Open "open" ["presseöffentlich", "open to the press", "ouvert à la presse"],
        PhotoAtStart "photo" ["Bildtermin zu Beginn", "photo opportunity at the start", "prise de vues au début"],
        Closed "closed" ["nicht presseöffentlich", "closed to the press", "fermé à la presse"],
    }
}

choice! {
    /// How an item stands to the one that it is an alternative to.
    AlternativeKind {
        None "none" ["keine", "none", "aucune"],
        PlanB "plan-b" ["Ausweichprogramm (Plan B)", "plan B", "solution de repli (plan B)"],
        Either "either" ["wahlweise (oder)", "either or", "au choix (ou)"],
        AndOr "and-or" ["und/oder", "and/or", "et/ou"],
    }
}

row! {
    /// A speech of an item, in the order in which they are held.
    Speech {
        speaker: Who, Public, ["Redner/in", "Speaker", "Orateur/trice"],
            ["Wer spricht", "Who speaks", "Qui prend la parole"], "Dr. Stephan Keller";
        minutes: Option<u32>, Programme, ["Minuten", "Minutes", "Minutes"],
            ["Redezeit in Minuten", "How many minutes", "Durée en minutes"], "5";
        topic: Text, Public, ["Thema", "Topic", "Sujet"],
            ["Worum es geht", "What it is about", "Sujet de l’intervention"], "Begrüßung";
    }
}

row! {
    /// Who sits where in which vehicle.
    Seat {
        vehicle: Option<Id<Vehicle>>, Programme, ["Fahrzeug", "Vehicle", "Véhicule"],
            ["Welches Fahrzeug", "Which vehicle", "Quel véhicule"], "Wagen 1";
        person: Who, Programme, ["Person", "Person", "Personne"],
            ["Wer darin sitzt", "Who sits in it", "Qui y prend place"], "Achraf Berrazouk";
        seat: String, Programme, ["Sitzplatz", "Seat", "Place"],
            ["Welcher Platz", "Which seat", "Quelle place"], "hinten rechts";
    }
}

record! {
    /// One line of the programme.
    Item {
        title: Text, Public, ["Titel", "Title", "Intitulé"],
            ["Was im Programm steht", "What stands in the programme", "Ce qui figure au programme"],
            "Empfang durch den Oberbürgermeister";
        kind: ItemKind, Public, ["Art", "Kind", "Nature"],
            ["Art des Programmpunkts", "What kind of item it is", "Nature du point"], "welcome";
        slot: Slot, Public, ["Zeit", "Time", "Horaire"],
            ["Wann er stattfindet", "When it takes place", "Quand il a lieu"], "10:00";
        place: Option<Id<Place>>, Public, ["Ort", "Place", "Lieu"],
            ["Ort; ein neuer Name legt ihn an", "The place; a new name makes it", "Lieu\u{a0}; un nouveau nom le crée"],
            "Rathaus";
        room: Text, Public, ["Raum", "Room", "Salle"],
            ["Raum oder Saal", "Room or hall", "Salle"], "Jan-Wellem-Saal";
        meeting_point: Text, Programme, ["Treffpunkt, Zugang", "Meeting point, entry", "Point de rendez-vous, accès"],
            ["Wo man sich trifft oder hineinkommt", "Where one meets or gets in", "Où se retrouver, par où entrer"],
            "Haupteingang Marktplatz";
        host: Refs<Participant>, Public, ["Empfang durch", "Received by", "Accueil par"],
            ["Wer empfängt", "Who receives", "Qui accueille"], "Dr. Stephan Keller";
        attend: Attendance, Public, ["Teilnahme", "Attendance", "Participation"],
            ["Wer teilnimmt: alle, Gäste, Gastgeber, eine Gruppe, niemand; +Name, -Name, ?Name (freigestellt)",
             "Who attends: everyone, guests, hosts, a group, nobody; +name, -name, ?name (optional)",
             "Qui participe\u{a0}: tous, invités, ville d’accueil, un groupe, personne\u{a0}; +nom, -nom, ?nom (facultatif)"],
            "guests, +Miriam Koch";
        contact: String, Programme, ["Kontakt", "Contact", "Contact"],
            ["Name und Mobilnummer für diesen Programmpunkt", "Name and mobile number for this item", "Nom et numéro de portable pour ce point"],
            "Jana Weiß, +49 170 5550100";
        status: ItemStatus, Public, ["Stand", "Status", "État"],
            ["Wie sicher er ist", "How certain it is", "Degré de certitude"], "confirmed";
        responsible: Responsible, Programme, ["Zuständig", "Responsible", "Responsable"],
            ["Welche Seite zuständig ist", "Which side takes care of it", "Quelle partie s’en charge"], "host";
        letter: Option<Id<Letter>>, Public, ["Dokument", "Letter", "Document"],
            ["Welches Dokument unterzeichnet wird", "The letter that is signed", "Document signé"],
            "Absichtserklärung Düsseldorf–Marrakesch";
        points: Vec<Text>, Public, ["Ablauf", "Sub-points", "Déroulement"],
            ["Einzelne Schritte, mit\u{a0}; getrennt", "Sub-points, separated by\u{a0};", "Étapes, séparées par\u{a0};"],
            "Begrüßung; Gastgeschenk";
        speeches: Rows<Speech>, Public, ["Reden", "Speeches", "Allocutions"],
            ["Reden in ihrer Reihenfolge", "Speeches in their order", "Allocutions dans leur ordre"],
            "Dr. Stephan Keller | 5 | Begrüßung";
        interpreters: Refs<Participant>, Programme, ["Dolmetscher", "Interpreters", "Interprètes"],
            ["Wer dolmetscht", "Who interprets", "Qui interprète"], "Leïla Amrani";
        interpreting: String, Programme, ["Dolmetschen", "Interpreting", "Interprétation"],
            ["Sprachen und Art", "Languages and mode", "Langues et mode"], "FR–DE, konsekutiv";
        attire: Text, Programme, ["Kleidung", "Attire", "Tenue"],
            ["Kleiderordnung", "What to wear", "Tenue"], "dunkler Anzug";
        gifts: Text, Programme, ["Geschenke", "Gifts", "Cadeaux"],
            ["Gastgeschenke bei diesem Punkt", "Gifts at this item", "Cadeaux lors de ce point"], "Gastgeschenk der Stadt";
        press: PressRule, Public, ["Presse", "Press", "Presse"],
            ["Was für die Presse gilt", "What the press may do", "Règle pour la presse"], "open";
        media_time: Option<Clock>, Public, ["Pressetreff", "Media call", "Convocation presse"],
            ["Uhrzeit, zu der die Presse da sein soll", "When the press is to be there", "Heure de convocation de la presse"], "09:45";
        media_place: Text, Public, ["Ort des Pressetreffs", "Media call at", "Lieu de convocation presse"],
            ["Wo sich die Presse trifft", "Where the press meets", "Où la presse se retrouve"], "Foyer";
        carrier: String, Programme, ["Beförderer", "Carrier", "Transporteur"],
            ["Fluggesellschaft oder Bahn", "Airline or railway", "Compagnie"], "Royal Air Maroc";
        number: String, Programme, ["Flug, Zug", "Flight, train", "Vol, train"],
            ["Nummer des Fluges oder Zuges", "Number of the flight or train", "Numéro du vol ou du train"], "AT 0742";
        from: Text, Programme, ["Von", "From", "De"],
            ["Wo die Fahrt beginnt", "Where the journey begins", "Départ du trajet"], "Marrakesch";
        to: Text, Programme, ["Nach", "To", "À"],
            ["Wo sie endet", "Where it ends", "Arrivée du trajet"], "Düsseldorf";
        terminal: String, Programme, ["Terminal, Gleis", "Terminal, platform", "Terminal, quai"],
            ["Terminal oder Gleis", "Terminal or platform", "Terminal ou quai"], "Terminal B";
        check_in: Option<Clock>, Programme, ["Check-in", "Check-in", "Enregistrement"],
            ["Uhrzeit des Check-in", "When to check in", "Heure d’enregistrement"], "08:15";
        vehicles: Refs<Vehicle>, Programme, ["Fahrzeuge", "Vehicles", "Véhicules"],
            ["Womit gefahren wird", "What people ride in", "Véhicules prévus"], "Wagen 1";
        seats: Rows<Seat>, Programme, ["Sitzordnung im Fahrzeug", "Seats in vehicles", "Places dans les véhicules"],
            ["Wer in welchem Fahrzeug wo sitzt", "Who sits where in which vehicle", "Qui prend place où"],
            "Wagen 1 | Achraf Berrazouk | hinten rechts";
        parallel_to: Option<Id<Item>>, Public, ["Gleichzeitig mit", "At the same time as", "En parallèle avec"],
            ["Programmpunkt einer anderen Gruppe zur selben Zeit", "The item of another group at the same time", "Point d’un autre groupe au même moment"],
            "Rundfahrt im Hafen";
        alternative: AlternativeKind, Programme, ["Alternative", "Alternative", "Variante"],
            ["Ob er Plan B ist oder wahlweise gilt", "Whether it is plan B, or one of two", "Plan B ou variante"], "plan-b";
        alternative_to: Option<Id<Item>>, Programme, ["Alternative zu", "Alternative to", "Variante de"],
            ["Zu welchem Programmpunkt", "To which item", "De quel point"], "Stadtführung";
        organiser: Text, Public, ["Veranstalter", "Organiser", "Organisateur"],
            ["Falls nicht der Gastgeber des Besuchs", "Where it is not the visit's host", "S’il diffère de la ville d’accueil"],
            "Servicestelle Kommunen in der Einen Welt";
        funder: Text, Public, ["Förderer", "Funder", "Financeur"],
            ["Wer diesen Punkt fördert", "Who funds this item", "Qui finance ce point"], "BMZ";
        separate_plan: Text, Programme, ["Gesonderter Plan", "Separate plan", "Plan distinct"],
            ["Verweis auf einen anderen Plan", "A reference to another plan", "Renvoi à un autre plan"],
            "nach gesondertem Plan der Polizei";
        remark: Prose, Public, ["Bemerkung", "Remark", "Remarque"],
            ["Bemerkung, die auf Unterlagen steht", "A remark that stands on papers", "Remarque portée sur les documents"],
            "Bitte festes Schuhwerk";
        note: Note, Internal, ["Interner Vermerk", "Internal note", "Note interne"],
            ["Nur für die eigene Planung", "For our own planning only", "Pour notre seule préparation"],
            "Büro OB rückfragen";
        started: Option<Clock>, Internal, ["Tatsächlicher Beginn", "Started", "Début réel"],
            ["Wann er wirklich begann", "When it really began", "Quand il a réellement commencé"], "10:05";
        ended: Option<Clock>, Internal, ["Tatsächliches Ende", "Ended", "Fin réelle"],
            ["Wann er wirklich endete", "When it really ended", "Quand il a réellement fini"], "10:50";
        outcome: Note, Internal, ["Verlauf", "What happened", "Déroulé réel"],
            ["Was wirklich geschah", "What really happened", "Ce qui s’est réellement passé"],
            "Gespräch verlängert";
    }
}
