//! A participant: a guest, a host or a third party, named or not yet named (N. N.).

use serde::{Deserialize, Serialize};

use chrono::NaiveDate;

use super::{
    Id, Item, Note, Place, Prose, Text,
    field::{FieldInfo, Shape, Sight},
    record::{record, row},
    tongue::Tongue,
    value::{Entry, Numbers, Reading, Rows, Shaped, Unreadable, View, choice, fit_line},
};
use crate::words::{Lang, Said};

choice! {
    /// On whose side somebody is.
    Side {
        Guest "guest" ["Gast", "guest", "invité(e)"],
        Host "host" ["Gastgeber", "host", "ville d’accueil"],
        Third "third" ["Dritte", "third party", "tiers"],
    }
}

choice! {
    /// How somebody is addressed.
    Honorific {
        Unsaid "unsaid" ["keine Angabe", "not stated", "non précisé"],
        Mr "mr" ["Herr", "Mr", "M."],
        Ms "ms" ["Frau", "Ms", "Mme"],
    }
}

choice! {
    /// Where somebody's visa stands.
    VisaState {
        Unsaid "unsaid" ["keine Angabe", "not stated", "non précisé"],
        NotNeeded "not-needed" ["nicht erforderlich", "not needed", "non requis"],
        Needed "needed" ["erforderlich", "needed", "requis"],
        Applied "applied" ["beantragt", "applied for", "demandé"],
        Granted "granted" ["erteilt", "granted", "accordé"],
        Refused "refused" ["abgelehnt", "refused", "refusé"],
    }
}

choice! {
    /// The answer to an invitation.
    ReplyState {
        Open "open" ["offen", "open", "en attente"],
        Invited "invited" ["eingeladen", "invited", "invité(e)"],
        Accepted "accepted" ["zugesagt", "accepted", "accepté"],
        Declined "declined" ["abgesagt", "declined", "décliné"],
    }
}

row! {
    /// An invitation to an item, and the reply to it.
    Reply {
        item: Option<Id<Item>>, Programme, ["Programmpunkt", "Item", "Point"],
            ["Zu welchem Programmpunkt", "To which item", "À quel point"], "Abendessen";
        state: ReplyState, Programme, ["Antwort", "Reply", "Réponse"],
            ["Wie geantwortet wurde", "What was answered", "Réponse reçue"], "accepted";
    }
}

/// The parts of a person's name. It is one unit of merge.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Name {
    /// Mr or Ms.
    #[serde(skip_serializing_if = "Entry::is_empty")]
    pub honorific: Honorific,
    /// Academic title, such as `Dr.`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Given names.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub given: String,
    /// Family name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub family: String,
    /// The name in its own script.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub script: String,
    /// How to say it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub say: String,
}

const NAME_PARTS: &[FieldInfo] = &[
    part(
        "honorific",
        Shape::Choice(Honorific::CHOICES),
        ["Anrede", "Mr or Ms", "Civilité"],
        ["Herr oder Frau", "Mr or Ms", "M. ou Mme"],
        "mr",
    ),
    part(
        "title",
        Shape::Line,
        ["Titel", "Academic title", "Titre"],
        [
            "Akademischer Titel",
            "Academic title",
            "Titre universitaire",
        ],
        "Dr.",
    ),
    part(
        "given",
        Shape::Line,
        ["Vorname", "Given name", "Prénom"],
        [
            "Vornamen; leer, solange N. N.",
            "Given names; empty while N. N.",
            "Prénoms ; vide tant que à désigner",
        ],
        "Achraf",
    ),
    part(
        "family",
        Shape::Line,
        ["Nachname", "Family name", "Nom"],
        [
            "Nachname; leer, solange N. N.",
            "Family name; empty while N. N.",
            "Nom ; vide tant que à désigner",
        ],
        "Berrazouk",
    ),
    part(
        "script",
        Shape::Line,
        ["Eigene Schrift", "Own script", "Écriture d’origine"],
        [
            "Name in der eigenen Schrift",
            "The name in its own script",
            "Nom dans son écriture",
        ],
        "أشرف برزوق",
    ),
    part(
        "say",
        Shape::Line,
        ["Aussprache", "How to say it", "Prononciation"],
        [
            "Wie man den Namen ausspricht",
            "How to say the name",
            "Comment se prononce le nom",
        ],
        "ber-ra-SUHK",
    ),
];

const fn part(
    key: &'static str,
    shape: Shape,
    label: [&'static str; 3],
    hint: [&'static str; 3],
    example: &'static str,
) -> FieldInfo {
    let [label_de, label_en, label_fr] = label;
    let [hint_de, hint_en, hint_fr] = hint;
    FieldInfo {
        key,
        sight: Sight::Public,
        shape,
        label: Said::new(label_de, label_en, label_fr),
        hint: Said::new(hint_de, hint_en, hint_fr),
        example,
    }
}

impl Name {
    /// A name of its two parts.
    pub fn new(given: &str, family: &str) -> Self {
        Self {
            given: given.to_owned(),
            family: family.to_owned(),
            ..Self::default()
        }
    }

    /// Whether somebody is named; if not, it is N. N.
    pub fn is_known(&self) -> bool {
        !(self.given.is_empty() && self.family.is_empty())
    }

    /// Title, given and family name.
    pub fn full(&self) -> String {
        joined([&self.title, &self.given, &self.family])
    }

    /// The name as it stands after a function or in a running text of this language: French leaves
    /// out "Dr" after "M.", English "Mr" before "Dr".
    pub fn formal(&self, lang: Lang) -> String {
        let honorific = match self.honorific {
            Honorific::Unsaid => String::new(),
            other => other.label().get(lang).to_owned(),
        };
        match lang {
            Lang::Fr if !honorific.is_empty() => joined([&honorific, &self.given, &self.family]),
            Lang::En if !self.title.is_empty() => {
                let title = self.title.replace("Dr.", "Dr");
                joined([&title, &self.given, &self.family])
            }
            _ => joined([&honorific, &self.title, &self.given, &self.family]),
        }
    }

    fn part(&self, key: &str) -> &String {
        match key {
            "title" => &self.title,
            "given" => &self.given,
            "family" => &self.family,
            "script" => &self.script,
            _ => &self.say,
        }
    }

    fn part_mut(&mut self, key: &str) -> &mut String {
        match key {
            "title" => &mut self.title,
            "given" => &mut self.given,
            "family" => &mut self.family,
            "script" => &mut self.script,
            _ => &mut self.say,
        }
    }
}

fn joined<const N: usize>(parts: [&String; N]) -> String {
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .cloned()
        .collect::<Vec<_>>()
        .join(" ")
}

impl Shaped for Name {
    const SHAPE: Shape = Shape::Parts(NAME_PARTS);
}

impl Entry for Name {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn typed(&self, _: View<'_>) -> String {
        self.full()
    }

    /// A whole name: titles first, the last word is the family name.
    fn read(&mut self, text: &str, _: &mut Reading<'_>) -> Result<(), Unreadable> {
        let text = fit_line(text)?;
        let mut words: Vec<&str> = text.split_whitespace().collect();
        let is_title = |word: &&str| word.ends_with('.') && word.len() > 2;
        let titles = words.iter().take_while(|word| is_title(word)).count();
        self.title = words.drain(..titles).collect::<Vec<_>>().join(" ");
        words.pop().unwrap_or_default().clone_into(&mut self.family);
        self.given = words.join(" ");
        Ok(())
    }

    fn typed_part(&self, part: &str, view: View<'_>) -> String {
        match part {
            "honorific" if self.honorific.is_empty() => String::new(),
            "honorific" => self.honorific.typed(view),
            part => self.part(part).clone(),
        }
    }

    fn read_part(
        &mut self,
        part: &str,
        text: &str,
        at: &mut Reading<'_>,
    ) -> Result<(), Unreadable> {
        match part {
            "honorific" if text.is_empty() => self.honorific = Honorific::Unsaid,
            "honorific" => self.honorific.read(text, at)?,
            part => *self.part_mut(part) = fit_line(text)?,
        }
        Ok(())
    }

    fn texts(&self, _: View<'_>, give: &mut dyn FnMut(&str)) {
        give(&self.full());
        give(&self.script);
    }
}

record! {
    /// A guest, a host or a third party; while unnamed, with the number of heads.
    Participant {
        name: Name, Public, ["Name", "Name", "Nom"],
            ["Der Name in seinen Teilen", "The name in its parts", "Le nom et ses éléments"], "Achraf Berrazouk";
        side: Side, Public, ["Seite", "Side", "Partie"],
            ["Gast, Gastgeber oder Dritte", "Guest, host or third party", "Invité, ville d’accueil ou tiers"], "guest";
        function: Text, Public, ["Funktion", "Function", "Fonction"],
            ["Das Amt, das hier zählt", "The office that counts here", "La fonction qui compte ici"],
            "Stellvertretender Bürgermeister";
        organisation: Text, Public, ["Organisation", "Organisation", "Organisme"],
            ["Wen sie oder er vertritt", "Whom he or she represents", "Qui il ou elle représente"], "Stadt Marrakesch";
        head: bool, Public, ["Delegationsleitung", "Head of delegation", "Chef de délégation"],
            ["Ob sie oder er die Delegation leitet", "Whether he or she leads the delegation", "Dirige la délégation"], "yes";
        count: Option<Numbers>, Programme, ["Personenzahl", "Head count", "Nombre de personnes"],
            ["Wie viele, solange sie nicht namentlich bekannt sind", "How many, while not named", "Combien, tant que les noms manquent"], "3";
        group: String, Programme, ["Gruppe", "Group", "Groupe"],
            ["Benannte Gruppe innerhalb des Besuchs", "A named group within the visit", "Groupe désigné au sein de la visite"], "Gruppe A";
        offices: Vec<Text>, Internal, ["Weitere Ämter", "Other offices", "Autres fonctions"],
            ["Ämter, die hier nicht zählen", "Offices that do not count here", "Fonctions qui ne comptent pas ici"], "Abgeordneter";
        rank: Option<u32>, Internal, ["Ranggruppe", "Rank group", "Groupe de rang"],
            ["1 ist die höchste; von Hand gesetzt", "1 is the highest; set by hand", "1 est le plus élevé ; fixé à la main"], "2";
        order: Option<u32>, Internal, ["Reihenfolge von Hand", "Order by hand", "Ordre manuel"],
            ["Geht allen Regeln vor", "Overrules every rule", "Prévaut sur toute règle"], "1";
        rank_reason: String, Internal, ["Grund des Ranges", "Reason of the rank", "Motif du rang"],
            ["Warum dieser Rang oder diese Reihenfolge", "Why this rank or order", "Pourquoi ce rang ou cet ordre"], "Ehrengast";
        since: Option<NaiveDate>, Internal, ["Im Amt seit", "In office since", "En fonction depuis"],
            ["Entscheidet bei gleichem Rang", "Decides between equal ranks", "Départage à rang égal"], "2021-09-24";
        elected: bool, Internal, ["Gewählt", "Elected", "Élu(e)"],
            ["Gewählte gehen Ernannten vor", "Elected go before appointed", "Les élus précèdent les nommés"], "yes";
        foreign: bool, Internal, ["Ausländischer Rang", "Foreign", "Rang étranger"],
            ["Geht bei gleichem Rang vor", "Goes first at equal rank", "Précède à rang égal"], "yes";
        languages: Vec<Tongue>, Programme, ["Sprachen", "Languages", "Langues"],
            ["Sprachen, auf Wunsch mit Niveau", "Languages, with how well if wanted", "Langues, avec le niveau au besoin"], "ar, fr C2, de A2";
        postal: Prose, Internal, ["Anschrift", "Postal address", "Adresse postale"],
            ["Anschrift mit Namenszeilen", "Postal address with the name lines", "Adresse postale complète"], "Herrn Achraf Berrazouk";
        salutation: Text, Programme, ["Anrede im Brief", "Salutation", "Formule d’appel"],
            ["Anrede im Brief", "Salutation of a letter", "Formule d’appel d’une lettre"], "Sehr geehrter Herr Bürgermeister,";
        spoken: Text, Programme, ["Anrede mündlich", "Spoken address", "Formule orale"],
            ["Anrede im Gespräch", "How to speak to him or her", "Comment s’adresser à la personne"], "Herr Bürgermeister";
        name_line: Text, Public, ["Namenszeile", "Name line", "Ligne de nom"],
            ["Zeile für Tischkarte und Liste", "For name card and list", "Pour le chevalet et la liste"], "Achraf Berrazouk";
        closing: Text, Internal, ["Schlussformel", "Closing", "Formule de politesse"],
            ["Schluss des Briefes", "Closing of a letter", "Fin de la lettre"], "Mit vorzüglicher Hochachtung";
        phone: String, Reach, ["Telefon", "Phone", "Téléphone"],
            ["Mobilnummer", "Mobile number", "Numéro de portable"], "+212 6 00 00 00 00";
        email: String, Reach, ["E-Mail", "E-mail", "Courriel"],
            ["E-Mail-Adresse", "E-mail address", "Adresse électronique"], "a.b@example.org";
        contact: String, Reach, ["Ansprechperson", "Contact person", "Personne à contacter"],
            ["Über wen man sie oder ihn erreicht", "Through whom to reach him or her", "Par qui la joindre"], "Büro des Bürgermeisters";
        diet: String, Care, ["Kost", "Diet", "Régime"],
            ["Was zu beachten ist", "What to mind", "À respecter"], "halal";
        access: String, Care, ["Barrierefreiheit", "Access needs", "Accessibilité"],
            ["Was gebraucht wird", "What is needed", "Besoins"], "Rampe";
        health: Note, Internal, ["Gesundheit", "Health notes", "Santé"],
            ["Nur im Notfall", "For an emergency only", "En cas d’urgence seulement"], "Diabetes";
        passport: String, Identity, ["Reisepass", "Passport", "Passeport"],
            ["Nummer des Passes", "Passport number", "Numéro du passeport"], "AB1234567";
        passport_name: String, Identity, ["Name im Pass", "Name in the passport", "Nom au passeport"],
            ["Genau wie im Pass", "Exactly as in the passport", "Exactement comme au passeport"], "BERRAZOUK ACHRAF";
        passport_until: Option<NaiveDate>, Identity, ["Pass gültig bis", "Passport valid until", "Passeport valable jusqu’au"],
            ["Letzter Tag der Gültigkeit", "Last day of validity", "Dernier jour de validité"], "2029-05-31";
        born: Option<NaiveDate>, Identity, ["Geburtsdatum", "Date of birth", "Date de naissance"],
            ["Tag der Geburt", "Day of birth", "Jour de naissance"], "1975-03-02";
        nationality: String, Identity, ["Staatsangehörigkeit", "Nationality", "Nationalité"],
            ["Wie im Pass", "As in the passport", "Comme au passeport"], "marokkanisch";
        visa: VisaState, Identity, ["Visum", "Visa", "Visa"],
            ["Wo das Visum steht", "Where the visa stands", "État du visa"], "granted";
        visa_letter: Option<NaiveDate>, Identity, ["Einladungsschreiben", "Invitation letter", "Lettre d’invitation"],
            ["Wann es versandt wurde", "When it was sent", "Date d’envoi"], "2024-09-10";
        visa_appointment: Option<NaiveDate>, Identity, ["Visumstermin", "Visa appointment", "Rendez-vous visa"],
            ["Termin bei der Vertretung", "Appointment at the mission", "Rendez-vous au consulat"], "2024-10-02";
        present_from: Option<NaiveDate>, Public, ["Anwesend ab", "Present from", "Présent à partir du"],
            ["Erster Tag, falls nicht der erste des Besuchs", "First day, if not the visit's", "Premier jour, s’il diffère"], "2024-11-12";
        present_until: Option<NaiveDate>, Public, ["Anwesend bis", "Present until", "Présent jusqu’au"],
            ["Letzter Tag, falls nicht der letzte des Besuchs", "Last day, if not the visit's", "Dernier jour, s’il diffère"], "2024-11-13";
        lodging: Option<Id<Place>>, Programme, ["Unterkunft", "Lodging", "Hébergement"],
            ["Hotel oder Gastfamilie", "Hotel or host family", "Hôtel ou famille d’accueil"], "Hotel Nikko";
        lodging_room: String, Programme, ["Zimmer", "Room", "Chambre"],
            ["Zimmernummer oder -art", "Number or kind of room", "Numéro ou type de chambre"], "412";
        gift_planned: Text, Internal, ["Geschenk geplant", "Gift planned", "Cadeau prévu"],
            ["Was überreicht werden soll", "What is to be given", "Ce qui doit être remis"], "Bildband";
        gift_given: Text, Internal, ["Geschenk überreicht", "Gift given", "Cadeau remis"],
            ["Was überreicht wurde", "What was given", "Ce qui a été remis"], "Bildband";
        replies: Rows<Reply>, Programme, ["Einladungen", "Invitations", "Invitations"],
            ["Einladung und Antwort je Programmpunkt", "Invitation and reply per item", "Invitation et réponse par point"], "Abendessen | accepted";
        spellings: Vec<String>, Internal, ["Schreibweisen", "Accepted spellings", "Graphies admises"],
            ["Andere anerkannte Schreibweisen des Namens", "Other accepted spellings of the name", "Autres graphies admises du nom"], "Achraf Barrazzouk";
        remark: Prose, Public, ["Bemerkung", "Remark", "Remarque"],
            ["Bemerkung, die auf Unterlagen steht", "A remark that stands on papers", "Remarque portée sur les documents"], "ab dem 12. November";
        note: Note, Internal, ["Interner Vermerk", "Internal note", "Note interne"],
            ["Nur für die eigene Planung", "For our own planning only", "Pour notre seule préparation"], "spricht leise";
    }
}

/// "Not yet named", as papers write it.
pub const UNNAMED: Said = Said::new("N. N.", "N. N.", "à désigner");

impl Participant {
    /// How many people this is: one if named, else the head count, by which N. N. counts.
    pub fn heads(&self) -> (u32, u32) {
        match self.count {
            Some(range) => (range.least(), range.most()),
            None => (1, 1),
        }
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
