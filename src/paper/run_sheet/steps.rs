//! What happens at a signing, one step after the other.

use super::table::SigningTable;
use crate::{
    model::{Item, Letter, item::PressRule},
    paper::{document::Fact, pen::Pen},
    say,
    words::{Said, list},
};

const PRESS_COMES: Said = Said::new(
    "Einlass der Presse.",
    "The press comes in.",
    "Entrée de la presse.",
)
.ar("دخول الصحافة.");
const ENTER: Said = Said::new(
    "Die Delegationen und die weiteren Anwesenden nehmen ihre Plätze ein.",
    "The delegations and all others present take their places.",
    "Les délégations et les autres personnes présentes prennent place.",
)
.ar("يأخذ الوفدان وباقي الحاضرين أماكنهم.");
const PRESS_GOES: Said = Said::new(
    "Die Presse verlässt nach den ersten Bildern den Saal.",
    "The press leaves after the first pictures.",
    "La presse quitte la salle après les premières images.",
)
.ar("تغادر الصحافة القاعة بعد التقاط الصور الأولى.");
/// Of two parties, each with an original.
const SIGNATURES: [Said; 2] = [FIRST_SIGNATURE, SECOND_SIGNATURE];
const SECOND_SIGNATURE: Said = Said::new(
    "Zweite Unterschrift: Jede Seite unterzeichnet an zweiter Stelle.",
    "Second signature: each party signs in second place.",
    "Deuxième signature\u{a0}: chaque partie signe à la deuxième place.",
)
.ar("التوقيع الثاني: يوقع كل طرف في المكان الثاني.");
const FIRST_SIGNATURE: Said = Said::new(
    "Erste Unterschrift: Jede Seite unterzeichnet an erster Stelle.",
    "First signature: each party signs in first place.",
    "Première signature\u{a0}: chaque partie signe à la première place.",
)
.ar("التوقيع الأول: يوقع كل طرف في المكان الأول.");
const EXCHANGE: Said = Said::new(
    "Die Unterzeichnenden erheben sich und tauschen die Mappen; jede Seite nimmt ihr Original an sich.",
    "The signatories rise and exchange the folders; each party takes the original that it keeps.",
    "Les signataires se lèvent et échangent les parapheurs\u{a0}; chaque partie reçoit l’exemplaire qu’elle conserve.",
)
.ar("يقف الموقعون ويتبادلون الحافظات؛ ويتسلم كل طرف نسخته الأصلية.");
const HANDSHAKE: Said = Said::new("Händedruck.", "Handshake.", "Poignée de main.").ar("المصافحة.");
const PHOTO: Said = Said::new(
    "Foto der Unterzeichnenden, der Gast rechts vom Gastgeber; danach mit allen Anwesenden.",
    "Photo of the signatories, the visitor at the host’s right; then with everyone present.",
    "Photo des signataires, le visiteur à la droite de la personne qui reçoit\u{a0}; puis avec toutes les personnes présentes.",
)
.ar("صورة للموقعين، الضيف على يمين المضيف؛ ثم صورة مع جميع الحاضرين.");

impl<'a> Pen<'a> {
    /// Every step with its number.
    pub(super) fn signing_steps(
        &mut self,
        letter: &'a Letter,
        item: &'a Item,
        table: &SigningTable<'a>,
    ) -> Vec<Fact> {
        let mut steps = Vec::new();
        if Self::press_comes(item) {
            steps.push(self.say(PRESS_COMES).to_owned());
        }
        steps.push(self.say(ENTER).to_owned());
        steps.extend(self.entry_of_signatories(table));
        if item.press == PressRule::PhotoAtStart {
            steps.push(self.say(PRESS_GOES).to_owned());
        }
        steps.extend(self.speech_steps(item));
        let presence = self.witness_step(letter);
        steps.extend(presence);
        steps.extend(self.rounds(table));
        steps.extend([EXCHANGE, HANDSHAKE, PHOTO].map(|said| self.say(said).to_owned()));
        let texts = item.points.iter().map(|point| self.text(point).to_owned());
        let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
        steps.extend(texts);
        let numbered = steps.into_iter().enumerate().map(|(at, text)| Fact {
            label: format!("{}.", at + 1),
            text,
        });
        numbered.collect()
    }

    /// The signatories come in together, the visitor at the host's right.
    fn entry_of_signatories(&mut self, table: &SigningTable<'a>) -> Option<String> {
        let names = table
            .signatories()
            .map(|(_, row)| self.signatory(row, false));
        let names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
        if names.is_empty() {
            return None;
        }
        let names = list(&names, self.lang);
        Some(say!(
            self.lang,
            "Gemeinsamer Einzug der Unterzeichnenden, der Gast rechts vom Gastgeber; sie nehmen am Tisch Platz: {names}.",
            "The signatories come in together, the visitor at the host’s right, and sit down at the table: {names}.",
            "Entrée commune des signataires, le visiteur à la droite de la personne qui reçoit\u{a0}; ils prennent place à la table\u{a0}: {names}.",
            "دخول الموقعين معا، الضيف على يمين المضيف، ثم جلوسهم إلى الطاولة: {names}."
        ))
    }

    fn speech_steps(&mut self, item: &'a Item) -> Vec<String> {
        let speeches = item.speeches.iter().map(|speech| {
            let label = match self.text(&speech.topic) {
                "" => self.say(crate::paper::speeches::SPEECH),
                topic => topic,
            };
            let speaker = format!("{} {}", self.who(&speech.speaker), self.minutes(speech));
            format!("{} {}", self.labelled(label), speaker.trim())
        });
        speeches.collect()
    }

    fn witness_step(&mut self, letter: &'a Letter) -> Option<String> {
        let names = letter.witnesses.iter();
        let names = names.filter_map(|id| self.visit().participants.get(id));
        let names: Vec<String> = names
            .collect::<Vec<_>>()
            .into_iter()
            .map(|person| self.name(person, crate::paper::names::In::List))
            .collect();
        if names.is_empty() {
            return None;
        }
        let names = list(&names, self.lang);
        Some(say!(
            self.lang,
            "Hinter den Unterzeichnenden stehen, in deren Anwesenheit unterzeichnet wird: {names}.",
            "Behind the signatories stand those in whose presence it is signed: {names}.",
            "Derrière les signataires se tiennent les personnes en présence desquelles le document est signé\u{a0}: {names}.",
            "يقف خلف الموقعين من يتم التوقيع بحضورهم: {names}."
        ))
    }

    /// The originals are laid out, signed, passed on and signed again until each party has signed
    /// each of them.
    fn rounds(&mut self, table: &SigningTable<'a>) -> Vec<String> {
        let mut steps = Vec::new();
        for round in 0..table.seats.len() {
            let lie = self.lie(table, round);
            steps.push(if round == 0 {
                say!(
                    self.lang,
                    "Die Assistenz legt die Originale vor: {lie}.",
                    "The aides lay out the originals: {lie}.",
                    "Les assistants présentent les exemplaires\u{a0}: {lie}.",
                    "يضع المساعدون النسخ الأصلية: {lie}."
                )
            } else {
                say!(
                    self.lang,
                    "Die Assistenz tauscht die Originale: {lie}.",
                    "The aides swap the originals: {lie}.",
                    "Les assistants échangent les exemplaires\u{a0}: {lie}.",
                    "يتبادل المساعدون النسخ الأصلية: {lie}."
                )
            });
            let nth = round + 1;
            steps.push(if let Some(said) = SIGNATURES.get(round) {
                self.say(*said).to_owned()
            } else {
                say!(
                    self.lang,
                    "{nth}. Unterschrift: Jede Seite unterzeichnet an {nth}. Stelle.",
                    "Signature {nth}: each party signs in place {nth}.",
                    "Signature {nth}\u{a0}: chaque partie signe à la place {nth}.",
                    "التوقيع {nth}: يوقع كل طرف في المكان {nth}."
                )
            });
        }
        steps
    }

    /// "vor Marrakesch Original 1, vor Düsseldorf Original 2".
    fn lie(&self, table: &SigningTable<'a>, round: usize) -> String {
        let lie = table.seats.iter().enumerate().filter_map(|(at, seat)| {
            let numbers = table.before(at, round).map(|copy| copy.number.to_string());
            let numbers: Vec<String> = numbers.collect();
            let (name, numbers) = (seat.name, list(&numbers, self.lang));
            (!numbers.is_empty()).then(|| {
                say!(
                    self.lang,
                    "vor {name} Original\u{a0}{numbers}",
                    "original\u{a0}{numbers} before {name}",
                    "exemplaire\u{a0}{numbers} devant {name}",
                    "النسخة {numbers} أمام {name}"
                )
            })
        });
        lie.collect::<Vec<_>>().join(self.comma())
    }
}
