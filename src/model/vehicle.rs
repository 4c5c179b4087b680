//! A vehicle: what people ride in, and who drives it.

use super::{Note, record::record};

record! {
    /// What people ride in.
    Vehicle {
        name: String, Programme, ["Name", "Name", "Nom", "الاسم"],
            ["Wie es im Plan heißt", "What it is called in the plan", "Son nom dans le plan"], "Wagen 1";
        model: String, Programme, ["Fahrzeugtyp", "Model", "Modèle", "النوع"],
            ["Typ oder Größe", "Model or size", "Modèle ou taille"], "Kleinbus";
        plate: String, Programme, ["Kennzeichen", "Number plate", "Immatriculation", "رقم التسجيل"],
            ["Amtliches Kennzeichen", "Number plate", "Plaque d’immatriculation"], "D-PR 101";
        seats: Option<u32>, Programme, ["Sitzplätze", "Seats", "Places", "عدد المقاعد"],
            ["Plätze ohne den Fahrer", "Seats without the driver’s", "Places hors conducteur"], "8";
        company: String, Programme, ["Unternehmen", "Company", "Société", "الشركة"],
            ["Wem es gehört", "Whose it is", "À qui il appartient"], "Fahrdienst der Stadt";
        driver: String, Programme, ["Fahrer/in", "Driver", "Chauffeur", "السائق"],
            ["Wer fährt", "Who drives", "Qui conduit"], "Peter Lenz";
        driver_phone: String, Reach, ["Mobilnummer", "Driver’s mobile", "Portable du chauffeur", "هاتف السائق"],
            ["Mobilnummer der Fahrerin oder des Fahrers", "The driver’s mobile number", "Numéro du chauffeur"], "+49 170 5550101";
        note: Note, Internal, ["Interner Vermerk", "Internal note", "Note interne", "ملاحظة داخلية"],
            ["Nur für die eigene Planung", "For our own planning only", "Pour notre seule préparation"], "Kindersitz";
    }
}
