//! The speaking order: who speaks when and for how long, and whether the time is enough.

use super::{
    Block, Document, Fact, Options, Paper, Refusal, Topic,
    columns::{NUMBER, row, table_of},
    occasion::Occasion,
    pen::{Pen, label},
};
use crate::{
    audience::{Audience, Redacted},
    display,
    model::{End, Item, item::Speech},
    say,
    words::{Said, time},
};

pub(super) const PAPER: Paper = Paper {
    token: "speaking",
    label: Said::new("Rednerfolge", "speaking order", "ordre des allocutions").ar("ترتيب الكلمات"),
    hint: Said::new(
        "Wer wann wie lange spricht, mit der Zeit für das Dolmetschen",
        "Who speaks when and for how long, with the time for interpreting",
        "Qui prend la parole, quand et combien de temps, interprétation comprise",
    ),
    needs: &[],
    takes: &[Topic::Day],
    audiences: &[
        Audience::Internal,
        Audience::Host,
        Audience::Delegation,
        Audience::Interpreter,
    ],
    compose,
};

const SPEAKER: Said = label(Speech::FIELDS, "speaker");
const TOPIC: Said = label(Speech::FIELDS, "topic");
const LENGTH: Said = Said::new("Redezeit", "Speaking time", "Temps de parole").ar("مدة الكلمات");
const LENGTH_OF_ONE: Said = Said::new("Dauer", "Length", "Durée").ar("المدة");
const INTERPRETED: Said = Said::new(
    "Konsekutiv gedolmetscht",
    "With consecutive interpreting",
    "Avec interprétation consécutive",
)
.ar("مع الترجمة التتابعية");
const PERHAPS_INTERPRETED: Said = Said::new(
    "Falls konsekutiv gedolmetscht",
    "If interpreted consecutively",
    "En cas d’interprétation consécutive",
)
.ar("في حالة الترجمة التتابعية");
const AVAILABLE: Said =
    Said::new("Zeitrahmen", "Time available", "Temps disponible").ar("الوقت المتاح");

const NOT_SETTLED: Said = Said::new("noch offen", "not settled yet", "à préciser").ar("تحدد لاحقا");

/// How speeches are interpreted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// Not at all, or while they are held.
    Meanwhile,
    /// Each part after it was said: the time doubles.
    Afterwards,
    /// Somehow.
    Unsaid,
}

impl Mode {
    fn of(item: &Item) -> Self {
        let text = display::fold(&item.interpreting);
        let says = |words: &[&str]| words.iter().any(|word| text.contains(&display::fold(word)));
        if says(&["konsek", "consec", "konsec", "تتابع"]) {
            Self::Afterwards
        } else if says(&["simult", "flüster", "chuchot", "whisper", "فوري", "تزامن"])
            || item.interpreting.is_empty() && item.interpreters.is_empty()
        {
            Self::Meanwhile
        } else {
            Self::Unsaid
        }
    }
}

fn compose(known: &Redacted, options: &Options) -> Result<Document, Refusal> {
    let mut pen = Pen::new(known, options);
    let occasions = pen.occasions(options.day, |item| !item.speeches.is_empty())?;
    if occasions.is_empty() {
        return Err(Refusal::Nothing {
            paper: PAPER.token,
            lacks: Said::new(
                "bei keinem Programmpunkt ist eine Rede eingetragen",
                "no programme item has a speech",
                "aucun point du programme ne comporte d’allocution",
            ),
        });
    }
    let mut body = Vec::new();
    for occasion in occasions {
        body.push(Block::Heading(pen.called(occasion)));
        body.push(Block::Facts(pen.time_and_place(occasion)));
        body.push(pen.speakers(occasion.item));
        body.push(Block::Facts(pen.lengths(occasion)));
    }
    let subject = pen.subject(options.day);
    Ok(pen.finish(PAPER.label, subject, body))
}

impl<'a> Pen<'a> {
    fn speakers(&mut self, item: &'a Item) -> Block {
        let columns = [NUMBER, SPEAKER, TOPIC, LENGTH_OF_ONE].map(|said| self.say(said));
        // Each item's list is read by itself.
        self.named.clear();
        let is_changed = self.is_line_changed(item);
        let rows = item.speeches.iter().enumerate().map(|(at, speech)| {
            let minutes = speech.minutes;
            let cells = vec![
                (at + 1).to_string(),
                self.who(&speech.speaker),
                self.text(&speech.topic).to_owned(),
                minutes.map_or_else(String::new, |minutes| self.length(minutes)),
            ];
            row(is_changed, cells)
        });
        Block::Table(table_of(&columns, rows.collect()))
    }

    /// Interpreting, all minutes with and without, and how that fits.
    fn lengths(&mut self, occasion: Occasion<'a>) -> Vec<Fact> {
        let item = occasion.item;
        let names = self.names(item.interpreters.iter());
        let interpreting = self.series(&[item.interpreting.as_str(), &names]);
        let mut facts = Vec::new();
        if !interpreting.is_empty() {
            facts.push(self.fact(label(Item::FIELDS, "interpreting"), interpreting));
        }
        let minutes = item.speeches.iter().filter_map(|speech| speech.minutes);
        let minutes = minutes.fold(0, u32::saturating_add);
        let open = item
            .speeches
            .iter()
            .filter(|speech| speech.minutes.is_none());
        let open = open.count();
        facts.push(if minutes > 0 {
            self.fact(LENGTH, self.length(minutes) + &self.without(open))
        } else {
            self.fact(LENGTH, self.say(NOT_SETTLED))
        });
        let (doubled, mode) = (minutes.saturating_mul(2), Mode::of(item));
        let interpreted = match mode {
            Mode::Meanwhile => None,
            Mode::Afterwards => Some(INTERPRETED),
            Mode::Unsaid => Some(PERHAPS_INTERPRETED),
        };
        if let Some(said) = interpreted.filter(|_| minutes > 0) {
            facts.push(self.fact(said, self.length(doubled)));
        }
        if let Some(slot) = slot_length(occasion) {
            let needed = match mode {
                Mode::Afterwards => doubled,
                Mode::Meanwhile | Mode::Unsaid => minutes,
            };
            let is_short = i64::from(needed) - slot;
            let verdict = if is_short > 0 {
                self.too_short(is_short)
            } else {
                String::new()
            };
            let length = time::duration(slot, self.lang);
            facts.push(self.fact(AVAILABLE, format!("{length}{verdict}")));
        }
        facts
    }

    fn length(&self, minutes: u32) -> String {
        time::duration(minutes.into(), self.lang)
    }

    /// How many speeches say no length.
    fn without(&self, speeches: usize) -> String {
        match speeches {
            0 => String::new(),
            1 => say!(
                self.lang,
                " (eine Rede noch ohne Redezeit)",
                " (one speech still without a length)",
                " (une allocution encore sans durée)",
                " (كلمة واحدة بدون مدة محددة)"
            ),
            many => say!(
                self.lang,
                " ({many} Reden noch ohne Redezeit)",
                " ({many} speeches still without a length)",
                " ({many} allocutions encore sans durée)",
                " ({many} كلمات بدون مدة محددة)"
            ),
        }
    }

    fn too_short(&self, minutes: i64) -> String {
        let missing = time::duration(minutes, self.lang);
        say!(
            self.lang,
            " – reicht nicht, es fehlen {missing}",
            " – not enough, {missing} short",
            " – insuffisant, il manque {missing}",
            " – غير كاف، ينقص {missing}"
        )
    }
}

/// How many minutes an item has, where that is said.
fn slot_length(occasion: Occasion<'_>) -> Option<i64> {
    if let End::Lasts(minutes) = occasion.item.slot.end {
        return Some(minutes.into());
    }
    let (start, end) = occasion.placed.start.zip(occasion.placed.end)?;
    Some((end.utc - start.utc).num_minutes()).filter(|minutes| *minutes > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Id;

    #[test]
    fn how_it_is_interpreted_is_read_in_every_language() {
        for (text, expected) in [
            ("", Mode::Meanwhile),
            ("FR–DE, konsekutiv", Mode::Afterwards),
            ("Consecutive, French", Mode::Afterwards),
            ("consécutive", Mode::Afterwards),
            ("Flüsterdolmetschen", Mode::Meanwhile),
            ("simultané", Mode::Meanwhile),
            ("ترجمة تتابعية", Mode::Afterwards),
            ("FR–DE", Mode::Unsaid),
        ] {
            let mut item = Item::with_id(Id::parse("item").unwrap());
            item.interpreting = text.to_owned();
            assert_eq!(Mode::of(&item), expected, "{text}");
        }
        let mut item = Item::with_id(Id::parse("item").unwrap());
        item.interpreters.0 = vec![Id::parse("amrani").unwrap()];
        assert_eq!(Mode::of(&item), Mode::Unsaid);
    }
}
