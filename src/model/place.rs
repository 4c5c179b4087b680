//! A place: where items take place and people stay.

use super::{Note, Prose, Text, record::record};

record! {
    /// Where something takes place.
    Place {
        name: Text, Public, ["Name", "Name", "Nom", "الاسم"],
            ["Wie der Ort heißt", "What the place is called", "Nom du lieu"], "Rathaus";
        address: Prose, Public, ["Adresse", "Address", "Adresse", "العنوان"],
            ["Straße und Hausnummer", "Street and number", "Rue et numéro"], "Marktplatz 2, 40213 Düsseldorf";
        city: Text, Public, ["Stadt", "Town", "Ville", "المدينة"],
            ["Falls nicht die Stadt des Gastgebers", "Where it is not the host’s town", "Si ce n’est pas la ville d’accueil"], "Frankfurt am Main";
        entry: Text, Programme, ["Zugang", "Entry", "Accès", "المدخل"],
            ["Eingang, Parken, Anmeldung", "Entrance, parking, registration", "Entrée, stationnement, accueil"], "Eingang Burgplatz";
        phone: String, Programme, ["Telefon", "Phone", "Téléphone", "الهاتف"],
            ["Telefon vor Ort", "Telephone on the spot", "Téléphone sur place"], "+49 211 5550100";
        remark: Prose, Public, ["Bemerkung", "Remark", "Remarque", "ملاحظة"],
            ["Bemerkung, die auf Unterlagen steht", "A remark that stands on papers", "Remarque portée sur les documents"], "barrierefrei";
        note: Note, Internal, ["Interner Vermerk", "Internal note", "Note interne", "ملاحظة داخلية"],
            ["Nur für die eigene Planung", "For our own planning only", "Pour notre seule préparation"], "Schlüssel beim Hausmeister";
    }
}
