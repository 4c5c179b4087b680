//! What can become of something between two versions, in the words of a programme.

use crate::{model::value::choice, say, words::Lang};

choice! {
    /// What became of something between two versions.
    Verb {
        /// What a field says is another, for which there is no word of its own.
        Other "other" ["geändert", "changed", "modifié", "تعديل"],
        /// It was not there before.
        New "new" ["Neu", "New", "Ajout", "جديد"],
        /// Its reader had not heard of it, or it had nothing to do with them.
        NewForYou "new-for-you" ["Neu für Sie", "New for you", "Ajout pour vous", "جديد بالنسبة إليكم"],
        /// It is not there any more.
        Gone "gone" ["Entfällt", "Dropped", "Suppression", "حُذف"],
        /// Its reader hears no more of it, for whatever reason.
        GoneForYou "gone-for-you" ["Entfällt für Sie", "No longer for you", "Ne vous concerne plus", "لم يعد يعنيكم"],
        /// It was called off.
        Cancelled "cancelled" ["Abgesagt", "Cancelled", "Annulation", "أُلغي"],
        /// It takes place after all.
        Revived "revived" ["Findet doch statt", "Back on the programme", "Rétablissement", "أُعيد إلى البرنامج"],
        /// It takes place at another time.
        Moved "moved" ["Verlegt", "Moved", "Changement d’horaire", "تغيير التوقيت"],
        /// It is no longer a mere request or idea.
        Confirmed "confirmed" ["Bestätigt", "Confirmed", "Confirmation", "تم التأكيد"],
        /// It is less certain than it was.
        Unsure "unsure" ["Nicht mehr bestätigt", "No longer confirmed", "À confirmer de nouveau", "لم يعد مؤكداً"],
        /// It is elsewhere.
        Place "place" ["Anderer Ort", "Other place", "Autre lieu", "مكان آخر"],
        /// It is in another room.
        Room "room" ["Anderer Raum", "Other room", "Autre salle", "قاعة أخرى"],
        /// One meets elsewhere.
        MeetingPoint "meeting-point" ["Anderer Treffpunkt", "Other meeting point", "Autre rendez-vous", "نقطة لقاء أخرى"],
        /// Somebody else receives.
        Host "host" ["Andere Gastgeber", "Other hosts", "Accueil par d’autres", "تغيير المستقبِلين"],
        /// Somebody else attends.
        Attendance "attendance" ["Andere Teilnahme", "Other attendance", "Autre participation", "تغيير الحضور"],
        /// The reader's own part is another.
        OwnPart "own-part" ["Ihre Teilnahme", "Your attendance", "Votre participation", "حضوركم"],
        /// Somebody else is to be called.
        Contact "contact" ["Anderer Kontakt", "Other contact", "Autre contact", "جهة اتصال أخرى"],
        /// Another flight, train or way.
        Journey "journey" ["Andere Fahrt", "Other journey", "Autre trajet", "رحلة أخرى"],
        /// Other vehicles.
        Vehicles "vehicles" ["Anderes Fahrzeug", "Other vehicle", "Autre véhicule", "مركبة أخرى"],
        /// Other seats in them.
        Seats "seats" ["Andere Sitzplätze", "Other seats", "Autres places", "تغيير المقاعد"],
        /// Somebody else interprets, or between other languages.
        Interpreting "interpreting" ["Anderes Dolmetschen", "Other interpreting", "Autre interprétation", "تغيير الترجمة"],
        /// One wears something else.
        Attire "attire" ["Andere Kleidung", "Other attire", "Autre tenue", "لباس آخر"],
        /// Others speak, or in another order.
        Speeches "speeches" ["Andere Ansprachen", "Other speeches", "Autres allocutions", "تغيير الكلمات"],
        /// Somebody else drives.
        Driver "driver" ["Fahrt durch andere", "Other driver", "Autre chauffeur", "سائق آخر"],
        /// Who was N. N. has a name.
        Named "named" ["Jetzt benannt", "Now named", "Désignation", "تم التعيين"],
        /// Somebody came in the place of somebody else.
        Replaced "replaced" ["Ersetzt", "Replaced", "Remplacement", "تم التعويض"],
        /// Others come first.
        Order "order" ["Andere Rangfolge", "Other precedence", "Autre préséance", "تغيير الأسبقية"],
        /// Somebody has another office.
        Function "function" ["Andere Funktion", "Other office", "Autre fonction", "صفة أخرى"],
        /// Others sign.
        Signatories "signatories" ["Andere Unterzeichnende", "Other signatories", "Autres signataires", "موقّعون آخرون"],
        /// A letter took a step.
        Step "step" ["Neuer Stand", "New status", "Nouvel état", "وضعية جديدة"],
        /// The visit is on other days.
        Days "days" ["Andere Tage", "Other days", "Autres dates", "تواريخ أخرى"],
    }
}

impl Verb {
    /// The word. A field that said nothing before, or says nothing now, goes by its own name; so
    /// does one that has no word of its own.
    pub(super) fn said(self, field: &str, (old, new): (&str, &str), lang: Lang) -> String {
        match (self, old.is_empty(), new.is_empty()) {
            (_, true, false) if !field.is_empty() => say!(
                lang,
                "{field} ergänzt",
                "{field} added",
                "Ajout ({field})",
                "إضافة ({field})"
            ),
            (_, false, true) if !field.is_empty() => say!(
                lang,
                "{field} entfällt",
                "{field} dropped",
                "Suppression ({field})",
                "حذف ({field})"
            ),
            (Self::Other, ..) => say!(
                lang,
                "{field} geändert",
                "{field} changed",
                "Modification ({field})",
                "تعديل ({field})"
            ),
            _ => self.label().get(lang).to_owned(),
        }
    }
}
