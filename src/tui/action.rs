//! Everything that a key, a click or the palette can ask for, each named once.

use serde::Deserialize;

use crate::words::Said;

macro_rules! actions {
    ($($name:ident [$de:literal, $en:literal, $fr:literal] [$hde:literal, $hen:literal, $hfr:literal];)+) => {
        /// Something that a person can do on the screen.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        pub enum Action {
            $(#[doc = $hen] $name,)+
        }

        impl Action {
            /// Every action.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// A word or two, for the footer.
            pub const fn label(self) -> Said {
                match self { $(Self::$name => Said::new($de, $en, $fr)),+ }
            }

            /// What it does, for help and palette.
            pub const fn hint(self) -> Said {
                match self { $(Self::$name => Said::new($hde, $hen, $hfr)),+ }
            }
        }
    };
}

actions! {
    Quit ["beenden", "quit", "quitter"] ["Programm beenden; alles ist gespeichert", "End the program; everything is saved", "Quitter le programme\u{a0}; tout est enregistré"];
    Suspend ["anhalten", "suspend", "suspendre"] ["Zur Shell; fg kehrt zurück", "To the shell; fg comes back", "Vers le shell\u{a0}; fg pour revenir"];
    Help ["Hilfe", "help", "aide"] ["Alle Tasten dieser Stelle zeigen", "Show all keys of this place", "Montrer toutes les touches d’ici"];
    Palette ["Befehle", "commands", "commandes"] ["Befehl nach Namen suchen", "Find a command by its name", "Chercher une commande par son nom"];
    Undo ["zurück", "undo", "annuler"] ["Letzte Änderung rückgängig machen", "Take the last change back", "Annuler la dernière modification"];
    Redo ["wiederholen", "redo", "rétablir"] ["Rückgängig Gemachtes wiederherstellen", "Do again what was taken back", "Rétablir ce qui a été annulé"];
    Search ["suchen", "search", "chercher"] ["Im ganzen Besuch suchen", "Search the whole visit", "Chercher dans toute la visite"];
    Export ["exportieren", "export", "exporter"] ["Unterlage ansehen, kopieren oder in eine Datei schreiben", "See a paper, copy it or write it to a file", "Voir un document, le copier ou l’écrire dans un fichier"];
    Issue ["Fassung", "issue", "version"] ["Besuch als nächste Fassung festhalten", "Freeze the visit as its next issue", "Figer la visite comme prochaine version"];
    Issues ["Fassungen", "issues", "versions"] ["Fassungen zeigen, was sich geändert hat und was ausgegeben wurde", "Show the issues, what changed in each and what was exported", "Montrer les versions, ce qui a changé et ce qui a été exporté"];
    Unlock ["schreiben", "write", "écrire"] ["Nur zum Lesen Geöffnetes zum Schreiben öffnen", "Open for writing what is open for reading only", "Ouvrir en écriture ce qui est en lecture seule"];
    WriteBack ["zurückschreiben", "write back", "réécrire"] ["Speichern: die Datei neu schreiben, wenn sie unlesbar wurde oder fehlt", "Save: write the file anew if it cannot be read any more or is gone", "Enregistrer\u{a0}: réécrire le fichier s’il est illisible ou disparu"];
    Git ["git", "git", "git"] ["Repository zeigen: Zweig, Commits, holen und senden", "Show the repository: branch, commits, pull and push", "Montrer le dépôt\u{a0}: branche, commits, récupérer et envoyer"];
    GitCommit ["Commit", "commit", "commit"] ["Commit dieses Besuchs anlegen, oder eine Zusammenführung abschließen", "Commit this visit, or conclude a merge", "Créer un commit de cette visite ou terminer une fusion"];
    GitPull ["holen", "pull", "récupérer"] ["Commits der Kolleginnen und Kollegen holen und zusammenführen (git pull)", "Get colleagues’ commits and merge them (git pull)", "Récupérer et fusionner les commits des collègues (git pull)"];
    GitPush ["senden", "push", "envoyer"] ["Eigene Commits an die Gegenstelle senden (git push)", "Send your commits to the other side (git push)", "Envoyer vos commits au serveur distant (git push)"];
    GitAbort ["abbrechen", "abort", "abandonner"] ["Begonnene Zusammenführung aufgeben; alles ist dann wie zuvor", "Give up a merge that was begun; everything is as before", "Abandonner une fusion commencée\u{a0}; tout redevient comme avant"];
    GitStop ["anhalten", "stop", "arrêter"] ["Holen oder Senden anhalten", "Stop pulling or pushing", "Arrêter la récupération ou l’envoi"];
    Backups ["Sicherungen", "backups", "sauvegardes"] ["Frühere Stände zeigen und wiederherstellen", "Show earlier versions and restore one", "Montrer les versions antérieures et en restaurer une"];
    Restore ["wiederherstellen", "restore", "restaurer"] ["Den gewählten Stand wiederherstellen", "Restore the selected version", "Restaurer la version sélectionnée"];
    Close ["schließen", "close", "fermer"] ["Schließen, zurück zur vorigen Ansicht", "Close, back to where one was", "Fermer, revenir à la vue précédente"];
    Library ["Bibliothek", "library", "bibliothèque"] ["Zur Liste aller Besuche", "To the list of all visits", "Vers la liste des visites"];

    Up ["hoch", "up", "haut"] ["Eine Zeile nach oben", "One line up", "Une ligne vers le haut"];
    Down ["runter", "down", "bas"] ["Eine Zeile nach unten", "One line down", "Une ligne vers le bas"];
    PageUp ["Seite hoch", "page up", "page préc."] ["Eine Seite nach oben", "One page up", "Une page vers le haut"];
    PageDown ["Seite runter", "page down", "page suiv."] ["Eine Seite nach unten", "One page down", "Une page vers le bas"];
    First ["Anfang", "first", "début"] ["An den Anfang", "To the first", "Au début"];
    Last ["Ende", "last", "fin"] ["Ans Ende", "To the last", "À la fin"];
    NextPane ["Bereich", "pane", "volet"] ["Zum nächsten Bereich", "To the next pane", "Au volet suivant"];
    PrevPane ["Bereich zurück", "pane back", "volet préc."] ["Zum vorigen Bereich", "To the pane before", "Au volet précédent"];
    NextDay ["Tag", "day", "jour"] ["Zum nächsten Tag", "To the next day", "Au jour suivant"];
    PrevDay ["Tag zurück", "day back", "jour préc."] ["Zum vorigen Tag", "To the day before", "Au jour précédent"];
    Detail ["Einzelheiten", "details", "détails"] ["Einzelheiten der Auswahl ein- oder ausblenden", "Show or hide the details of the selection", "Afficher ou masquer le détail de la sélection"];

    Add ["neu", "new", "nouveau"] ["Neu anlegen", "Make a new one", "Créer"];
    Edit ["ändern", "change", "modifier"] ["Auswahl ändern", "Change the selection", "Modifier la sélection"];
    Remove ["löschen", "delete", "supprimer"] ["Auswahl löschen; lässt sich zurücknehmen", "Delete the selection; can be taken back", "Supprimer la sélection\u{a0}; annulable"];
    Erase ["Daten löschen", "erase", "effacer ses données"] ["Daten der Person überall endgültig löschen: Besuch, Fassungen, Sicherungen", "Erase the person everywhere for good: visit, issues, backups", "Effacer définitivement partout les données de la personne\u{a0}: visite, versions, sauvegardes"];
    Duplicate ["duplizieren", "duplicate", "dupliquer"] ["Auswahl duplizieren", "Duplicate the selection", "Dupliquer la sélection"];
    EditVisit ["Besuch ändern", "change visit", "modifier la visite"] ["Titel, Tage, Gastgeber und Gäste des Besuchs ändern", "Change the visit’s title, days, hosts and guests", "Modifier le titre, les dates, la ville d’accueil et les invités de la visite"];
    Records ["Orte, Fahrzeuge, Aufgaben", "places, vehicles, tasks", "lieux, véhicules, tâches"] ["Orte, Fahrzeuge und Aufgaben zeigen", "Show places, vehicles and tasks", "Montrer les lieux, les véhicules et les tâches"];

    Done ["erledigt", "done", "fait"] ["Aufgabe als erledigt oder wieder als offen kennzeichnen", "Mark the task as done, or as open again", "Marquer la tâche comme faite, ou à faire"];

    Move ["verschieben", "move", "déplacer"] ["Auf eine andere Zeit oder einen anderen Tag legen", "Move to another time or day", "Déplacer à une autre heure ou un autre jour"];
    Later ["+15 Min.", "+15 min", "+15 min"] ["15 Minuten später", "15 minutes later", "15 minutes plus tard"];
    Earlier ["−15 Min.", "−15 min", "−15 min"] ["15 Minuten früher", "15 minutes earlier", "15 minutes plus tôt"];
    LaterFive ["+5 Min.", "+5 min", "+5 min"] ["5 Minuten später", "5 minutes later", "5 minutes plus tard"];
    EarlierFive ["−5 Min.", "−5 min", "−5 min"] ["5 Minuten früher", "5 minutes earlier", "5 minutes plus tôt"];
    ShiftLater ["ab hier +15", "rest +15", "la suite +15"] ["Diesen und alle folgenden nicht festen Punkte 15 Minuten später", "This and all soft items after it 15 minutes later", "Ce point et les suivants non fixes 15 minutes plus tard"];
    ShiftEarlier ["ab hier −15", "rest −15", "la suite −15"] ["Diesen und alle folgenden nicht festen Punkte 15 Minuten früher", "This and all soft items after it 15 minutes earlier", "Ce point et les suivants non fixes 15 minutes plus tôt"];
    Shift ["Rest schieben", "shift rest", "décaler la suite"] ["Diesen und die folgenden Punkte um beliebige Minuten schieben", "Shift this and the items after it by any minutes", "Décaler ce point et les suivants du nombre de minutes voulu"];
    MakeRoom ["Platz schaffen", "make room", "faire de la place"] ["Vor diesem Punkt Zeit freimachen", "Free some time before this item", "Libérer du temps avant ce point"];
    SwapUp ["mit vorigem tauschen", "swap up", "échanger préc."] ["Mit dem vorigen Punkt tauschen", "Swap with the item before", "Échanger avec le point précédent"];
    SwapDown ["mit nächstem tauschen", "swap down", "échanger suiv."] ["Mit dem nächsten Punkt tauschen", "Swap with the item after", "Échanger avec le point suivant"];
    DuplicateDay ["Tag duplizieren", "duplicate day", "dupliquer le jour"] ["Alle Punkte dieses Tages auf einen anderen Tag kopieren", "Copy all items of this day to another day", "Copier tous les points de ce jour vers un autre"];
    Attendance ["Teilnahme", "attendance", "participants"] ["Festlegen, wer teilnimmt", "Set who attends", "Choisir qui participe"];
    Fix ["fest", "fixed", "fixe"] ["Beginn festhalten oder lösen", "Fix the start or let it go", "Fixer ou libérer le début"];
    Confirm ["Stand", "status", "état"] ["Stand ändern: bestätigt, angefragt, Idee, abgesagt", "Change the status: confirmed, requested, idea, cancelled", "Changer l’état\u{a0}: confirmé, demandé, idée, annulé"];

    RankUp ["Rang hoch", "rank up", "rang plus haut"] ["In der Rangfolge nach oben", "Up in precedence", "Monter dans la préséance"];
    RankDown ["Rang runter", "rank down", "rang plus bas"] ["In der Rangfolge nach unten", "Down in precedence", "Descendre dans la préséance"];
    RankByRule ["Rang nach Regel", "rank by rule", "rang selon la règle"] ["Von Hand gesetzte Reihenfolge aufheben", "Give up the order set by hand", "Annuler l’ordre fixé à la main"];
    NamePeople ["benennen", "name", "nommer"] ["N. N. durch Namen ersetzen", "Replace N. N. by names", "Remplacer «\u{a0}à désigner\u{a0}» par des noms"];

    Step ["nächster Schritt", "next step", "étape suivante"] ["Dokument einen Schritt weiter bringen, etwa unterzeichnet", "Take the letter a step further, such as signed", "Faire avancer le document d’une étape, p. ex. signé"];
    Renew ["erneuern", "renew", "renouveler"] ["Neues Dokument anlegen, das dieses ablöst", "Make a new letter that replaces this one", "Créer un document qui remplace celui-ci"];
    AddSignatory ["Unterzeichner/in", "signatory", "signataire"] ["Unterzeichnerin oder Unterzeichner anfügen", "Add a signatory", "Ajouter un ou une signataire"];

    Filter ["suchen", "find", "chercher"] ["Besuche nach Titel, Partner, Jahr suchen", "Find visits by title, partner, year", "Chercher des visites par intitulé, partenaire, année"];
    Open ["öffnen", "open", "ouvrir"] ["Ausgewählten Besuch öffnen", "Open the selected visit", "Ouvrir la visite sélectionnée"];
    Template ["als Vorlage", "as template", "comme modèle"] ["Besuch als Vorlage für ein neues Datum duplizieren", "Duplicate the visit as a template for a new date", "Dupliquer la visite comme modèle pour une nouvelle date"];
    Archive ["archivieren", "archive", "archiver"] ["Besuch ins Archiv legen oder zurückholen", "Put the visit into the archive, or back", "Archiver la visite ou l’en sortir"];
    Deleted ["gelöschte", "deleted", "supprimées"] ["Gelöschte Besuche zeigen und zurückholen", "Show deleted visits and bring one back", "Montrer les visites supprimées et en récupérer une"];
    ShowArchive ["Archiv", "archive", "archives"] ["Archivierte Besuche zeigen oder verbergen", "Show or hide archived visits", "Montrer ou cacher les visites archivées"];

    Accept ["übernehmen", "accept", "valider"] ["Übernehmen und schließen", "Accept and close", "Valider et fermer"];
    NextField ["nächstes Feld", "next field", "champ suivant"] ["Zum nächsten Feld", "To the next field", "Au champ suivant"];
    PrevField ["voriges Feld", "field before", "champ précédent"] ["Zum vorigen Feld", "To the field before", "Au champ précédent"];
    Choose ["auswählen", "choose", "choisir"] ["Auswählen oder öffnen; wo getippt wird, zum nächsten Feld", "Choose or open; where text is typed, on to the next field", "Choisir ou ouvrir\u{a0}; dans un texte, passer au champ suivant"];
    PaperLang ["Sprache", "language", "langue"] ["Unterlage in der nächsten Sprache", "The paper in the next language", "Le document dans la langue suivante"];
    NextLang ["Sprache", "language", "langue"] ["Das Feld in der nächsten Sprache schreiben", "Write the field in the next language", "Écrire le champ dans la langue suivante"];
    MoreFields ["alle Felder", "all fields", "tous les champs"] ["Alle Felder oder nur die üblichen zeigen", "Show all fields or just the usual ones", "Montrer tous les champs ou les principaux"];
    Toggle ["an/aus", "on/off", "oui/non"] ["Auswahl umschalten", "Switch the selection", "Basculer la sélection"];
    Optional ["freigestellt", "optional", "facultatif"] ["Teilnahme freistellen", "Make attendance optional", "Rendre la participation facultative"];
    AllOfThem ["alle", "everyone", "tous"] ["Alle nehmen teil", "Everyone attends", "Tous participent"];
    OnlyGuests ["Gäste", "guests", "invités"] ["Nur die Gäste nehmen teil", "Only the guests attend", "Seuls les invités participent"];
    OnlyHosts ["Gastgeber", "hosts", "ville d’accueil"] ["Nur die Gastgeber nehmen teil", "Only the hosts attend", "Seule la ville d’accueil participe"];
    NobodyAtAll ["niemand", "nobody", "personne"] ["Niemand nimmt teil", "Nobody attends", "Personne ne participe"];

    Copy ["kopieren", "copy", "copier"] ["In die Zwischenablage kopieren", "Copy to the clipboard", "Copier dans le presse-papiers"];
    Write ["in Datei", "to file", "vers un fichier"] ["In eine Datei schreiben", "Write to a file", "Écrire dans un fichier"];
    WriteAll ["alle", "all", "tous"] ["Alle Unterlagen des Besuchs in einen Ordner schreiben", "Write all papers of the visit into a folder", "Écrire tous les documents de la visite dans un dossier"];
    NextPaper ["Unterlage", "paper", "document"] ["Unterlage auswählen", "Choose the paper", "Choisir le document"];
    ForWhom ["für wen", "for whom", "pour qui"] ["Auswählen, für wen oder über wen die Unterlage ist", "Choose for whom or about whom the paper is", "Choisir pour qui ou sur qui est le document"];
    WhichLetter ["Dokument", "letter", "lettre"] ["Nächstes Partnerschaftsdokument", "Next letter", "Document de partenariat suivant"];
    Beside ["daneben", "beside", "à côté"] ["Eine zweite Sprache daneben stellen", "Put a second language beside it", "Placer une seconde langue à côté"];
    NextFormat ["Format", "format", "format"] ["Nächstes Format", "Next format", "Format suivant"];
    WhichIssue ["Fassung", "issue", "version"] ["Aus dem jetzigen Stand oder aus einer Fassung", "From the visit as it is now, or from an issue", "À partir de l’état actuel ou d’une version"];
    ChangedSince ["Änderungen", "changes", "modifications"] ["Am Rand kennzeichnen, was sich seit einer Fassung geändert hat", "Mark in the margin what changed since an issue", "Signaler en marge ce qui a changé depuis une version"];
    NextAudience ["Verteiler", "audience", "destinataires"] ["Nächster Verteiler", "Next audience", "Destinataires suivants"];
    NextTentative ["Unbestätigtes", "tentative", "provisoire"] ["Unbestätigtes kennzeichnen oder weglassen", "Mark what is tentative, or leave it out", "Signaler ou omettre ce qui est provisoire"];

    Conflicts ["Widersprüche", "conflicts", "conflits"] ["Entscheiden, was zwei Seiten verschieden geändert haben", "Settle what two sides changed differently", "Régler ce que deux parties ont modifié différemment"];
    TakeOurs ["unsere", "ours", "la nôtre"] ["Unsere Version nehmen", "Take our version", "Prendre notre version"];
    TakeTheirs ["andere", "theirs", "l’autre"] ["Die andere Version nehmen", "Take the other version", "Prendre l’autre version"];
    TakeBase ["vorher", "before", "avant"] ["Nehmen, was vorher dastand", "Take what stood there before", "Reprendre ce qui figurait avant"];
    LeaveAsIs ["so lassen", "leave as is", "laisser ainsi"] ["Lassen, wie es jetzt dasteht", "Leave it as it stands now", "Laisser ce qui figure à présent"];
    NextConflict ["nächster", "next", "suivant"] ["Zum nächsten Widerspruch", "To the next conflict", "Au conflit suivant"];
    PrevConflict ["voriger", "before", "précédent"] ["Zum vorigen Widerspruch", "To the conflict before", "Au conflit précédent"];

    Yes ["ja", "yes", "oui"] ["Ja", "Yes", "Oui"];
    No ["nein", "no", "non"] ["Nein", "No", "Non"];
}
