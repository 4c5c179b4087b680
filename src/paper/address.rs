//! How people are spoken to: their forms of address in the paper's language, else a gap to fill in.

use super::pen::Pen;
use crate::{
    model::{Participant, Text},
    say,
    words::{Lang, Said},
};

/// Words that begin a salutation, small where another salutation comes before.
const BEGINNINGS: &[&str] = &[
    "Sehr",
    "Liebe",
    "Lieber",
    "Verehrte",
    "Verehrter",
    "Hochverehrte",
    "Hochverehrter",
    "Dear",
    "Cher",
    "Chère",
];

/// How everybody else is greeted, alone and after others.
const EVERYBODY: [Said; 2] = [
    Said::new(
        "Sehr geehrte Damen und Herren",
        "Ladies and gentlemen",
        "Mesdames et Messieurs",
    )
    .ar("سيداتي سادتي"),
    Said::new(
        "meine sehr geehrten Damen und Herren",
        "ladies and gentlemen",
        "Mesdames et Messieurs",
    )
    .ar("سيداتي سادتي"),
];

impl<'a> Pen<'a> {
    /// A form of address in exactly the paper's language: one in another is none.
    pub(super) fn form(&self, text: &'a Text) -> &'a str {
        let form = text.exactly(self.lang, self.visit().main_lang());
        form.unwrap_or_default().trim()
    }

    /// A gap that somebody has to fill in, whatever it is.
    pub(super) fn gap(&self, what: Said) -> String {
        let what = self.say(what);
        say!(
            self.lang,
            "[{what} ergänzen]",
            "[{what}: to be filled in]",
            "[{what}\u{a0}: à compléter]",
            "[{what}: للاستكمال]"
        )
    }

    /// How a speech greets somebody, without the comma: as the salutation or the spoken address says.
    pub(super) fn greeting(&self, person: &'a Participant) -> Option<String> {
        let salutation = self
            .form(&person.salutation)
            .trim_end_matches([',', '،', '!', ' ']);
        if !salutation.is_empty() {
            return Some(salutation.to_owned());
        }
        let spoken = self.form(&person.spoken).trim_end_matches([',', '،', ' ']);
        let polite = match spoken.split(' ').next().unwrap_or_default() {
            "" => return None,
            "Herr" if self.lang == Lang::De => "Sehr geehrter ",
            "Frau" if self.lang == Lang::De => "Sehr geehrte ",
            _ => "",
        };
        Some(format!("{polite}{spoken}"))
    }

    /// The opening of a speech that greets so, one after the other, then everybody.
    pub(super) fn opening(&self, greetings: &[String]) -> String {
        let comma = if self.lang == Lang::Ar { "،" } else { "," };
        let everybody = self.say(EVERYBODY[usize::from(!greetings.is_empty())]);
        let mut opening = String::new();
        for (at, greeting) in greetings.iter().enumerate() {
            let greeting = if at == 0 {
                greeting.clone()
            } else {
                small(greeting)
            };
            opening += &format!("{greeting}{comma} ");
        }
        format!("{opening}{everybody}{comma} …")
    }
}

/// The greeting as it stands after another one.
fn small(greeting: &str) -> String {
    let first = greeting.split(' ').next().unwrap_or_default();
    if BEGINNINGS.contains(&first) {
        let mut letters = greeting.chars();
        let first = letters.next().map(char::to_lowercase);
        first.into_iter().flatten().chain(letters).collect()
    } else {
        greeting.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDateTime;

    use super::*;
    use crate::{
        audience::{Audience, redact},
        model::{Head, Id, Visit},
        paper::Options,
    };

    fn check(lang: Lang, cases: &[(&str, &str, Option<&str>)]) {
        let mut head = Head::with_id(Id::parse("v").unwrap());
        head.language = lang;
        let visit = Visit::new(head);
        let known = redact(&visit, Audience::Internal);
        let options = Options::draft(lang, NaiveDateTime::default());
        let pen = Pen::new(&known, &options);
        for (salutation, spoken, expected) in cases {
            let mut person = Participant::with_id(Id::parse("p").unwrap());
            person.salutation = Text::new(*salutation);
            person.spoken = Text::new(*spoken);
            assert_eq!(
                pen.greeting(&person).as_deref(),
                *expected,
                "{salutation} {spoken}"
            );
        }
    }

    #[test]
    fn a_speech_greets_as_the_forms_say_and_invents_none() {
        check(
            Lang::De,
            &[
                (
                    "Sehr geehrter Herr Bürgermeister,",
                    "Herr Bürgermeister",
                    Some("Sehr geehrter Herr Bürgermeister"),
                ),
                (
                    "",
                    "Herr Bürgermeister",
                    Some("Sehr geehrter Herr Bürgermeister"),
                ),
                (
                    "",
                    "Frau Generalkonsulin",
                    Some("Sehr geehrte Frau Generalkonsulin"),
                ),
                ("", "Exzellenz", Some("Exzellenz")),
                ("", "", None),
            ],
        );
        check(
            Lang::Fr,
            &[("", "Monsieur le Maire", Some("Monsieur le Maire"))],
        );
    }

    #[test]
    fn a_form_in_another_language_is_none() {
        let visit = Visit::new(Head::with_id(Id::parse("v").unwrap()));
        let known = redact(&visit, Audience::Internal);
        let options = Options::draft(Lang::Fr, NaiveDateTime::default());
        let pen = Pen::new(&known, &options);
        let mut person = Participant::with_id(Id::parse("p").unwrap());
        person.spoken = Text::new("Herr Bürgermeister");
        assert_eq!(pen.greeting(&person), None);
    }

    #[test]
    fn greetings_run_on() {
        let visit = Visit::new(Head::with_id(Id::parse("v").unwrap()));
        let known = redact(&visit, Audience::Internal);
        let options = Options::draft(Lang::De, NaiveDateTime::default());
        let pen = Pen::new(&known, &options);
        let greetings = [
            "Sehr geehrter Herr Bürgermeister",
            "Sehr geehrte Frau Koch",
            "Exzellenz",
        ];
        assert_eq!(
            pen.opening(&greetings.map(str::to_owned)),
            "Sehr geehrter Herr Bürgermeister, sehr geehrte Frau Koch, Exzellenz, meine sehr \
             geehrten Damen und Herren, …"
        );
        assert_eq!(pen.opening(&[]), "Sehr geehrte Damen und Herren, …");
    }
}
