//! Speeches in their order, with their minutes where the reader may know them.

use super::{
    document::{Detail, Fact},
    pen::Pen,
};
use crate::{
    model::{Item, item::Speech},
    words::{Said, joined, time},
};

/// What a speech is called that has no topic.
pub(super) const SPEECH: Said = Said::new("Ansprache", "Speech", "Allocution").ar("كلمة");
const SPEECHES: Said = Said::new(
    "Ansprachen in dieser Reihenfolge",
    "Speeches in this order",
    "Allocutions dans cet ordre",
)
.ar("الكلمات حسب الترتيب التالي");

impl<'a> Pen<'a> {
    /// The speeches of an item.
    pub(super) fn speeches(&mut self, item: &'a Item) -> Vec<Detail> {
        let speeches: &'a [Speech] = &item.speeches;
        match speeches {
            [] => Vec::new(),
            [speech] if self.is_own(&speech.speaker) => Vec::new(),
            [speech] => {
                let topic = match self.text(&speech.topic) {
                    "" => self.say(SPEECH),
                    topic => topic,
                };
                let parts = [self.who(&speech.speaker), self.minutes(speech)];
                let told = joined(parts, " ");
                vec![Detail::Text(joined([self.labelled(topic), told], " "))]
            }
            several => {
                let numbered = several.iter().enumerate().map(|(at, speech)| {
                    let mut parts = [self.who(&speech.speaker), self.minutes(speech)];
                    let mut topic = self.text(&speech.topic).to_owned();
                    if self.is_own(&speech.speaker) {
                        // What one does oneself is said first of all, and not again.
                        (parts[1], topic) = (String::new(), String::new());
                    }
                    let speaker = joined(parts, " ");
                    Fact {
                        label: format!("{}.", at + 1),
                        text: joined([speaker, topic], self.comma()),
                    }
                });
                let numbered = numbered.collect();
                vec![
                    Detail::Text(self.labelled(self.say(SPEECHES))),
                    Detail::Facts(numbered),
                ]
            }
        }
    }

    /// "(5 Min.)", where that is known.
    pub(super) fn minutes(&self, speech: &Speech) -> String {
        speech.minutes.map_or_else(String::new, |minutes| {
            format!("({})", time::duration(minutes.into(), self.lang))
        })
    }
}
