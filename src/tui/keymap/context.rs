//! The places in which keys have a meaning.

use serde::Deserialize;

use crate::words::Said;

macro_rules! contexts {
    ($($name:ident [$de:literal, $en:literal, $fr:literal];)+) => {
        /// A place in which keys have a meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
        pub enum Context {
            $(#[doc = $en] $name,)+
        }

        impl Context {
            /// What the place is called, in help.
            pub const fn label(self) -> Said {
                match self { $(Self::$name => Said::new($de, $en, $fr)),+ }
            }
        }
    };
}

contexts! {
    Global ["Überall", "Everywhere", "Partout"];
    Move ["Bewegen", "Moving about", "Se déplacer"];
    Library ["Bibliothek", "Library", "Bibliothèque"];
    NewVisit ["Neuer Besuch", "New visit", "Nouvelle visite"];
    Visit ["Besuch", "Visit", "Visite"];
    Schedule ["Programm", "Schedule", "Programme"];
    People ["Teilnehmende", "Participants", "Participants"];
    Letters ["Partnerschaftsdokumente", "Letters", "Documents de partenariat"];
    Records ["Orte, Fahrzeuge, Aufgaben", "Places, vehicles, tasks", "Lieux, véhicules, tâches"];
    Issues ["Fassungen", "Issues", "Versions"];
    Git ["git", "git", "git"];
    Conflicts ["Widersprüche", "Conflicts", "Conflits"];
    Backups ["Sicherungen", "Backups", "Sauvegardes"];
    Form ["Formular", "Form", "Formulaire"];
    Prose ["Mehrzeiliges Feld", "Field of several lines", "Champ de plusieurs lignes"];
    Rows ["Liste in einem Feld", "List in a field", "Liste dans un champ"];
    Find ["Suchen", "Finding", "Recherche"];
    PickSeveral ["Mehrere auswählen", "Picking several", "Choix multiple"];
    Attendance ["Teilnahme", "Attendance", "Participation"];
    Export ["Exportieren", "Export", "Exportation"];
    Prompt ["Eingabe", "Typing a line", "Saisie"];
    Ask ["Rückfrage", "Question", "Question"];
    Read ["Lesen", "Reading", "Lecture"];
}
