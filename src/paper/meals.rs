//! The meal sheet: of each meal when and where, for how many, what they eat and need.

use super::{
    Block, Document, Fact, Options, Paper, Refusal, Topic,
    columns::{row, table_of},
    eaters::{Counted, Eater, by, eaters, of_side, reply},
    heads::Heads,
    occasion::Occasion,
    pen::{Pen, label},
};
use crate::{
    audience::{Audience, Redacted},
    model::{Item, ItemKind, Kind, Participant, Side, participant::ReplyState},
    say,
    words::{Said, capitalised, joined, shared, time},
};

pub(super) const PAPER: Paper = Paper {
    token: "meals",
    label: Said::new("Bewirtungsplan", "meal sheet", "feuille des repas").ar("ورقة الوجبات"),
    hint: Said::new(
        "Personen, Kost und Barrierefreiheit je Essen gezählt",
        "Heads, diets and access needs counted for each meal",
        "Convives, régimes et accessibilité comptés pour chaque repas",
    ),
    needs: &[],
    takes: &[Topic::Day],
    audiences: &[Audience::Catering, Audience::Internal, Audience::Host],
    compose,
};

const DIET: Said = label(Participant::FIELDS, "diet");
const ACCESS: Said = label(Participant::FIELDS, "access");
const NUMBER: Said = Said::new("Anzahl", "Number", "Nombre").ar("العدد");
const WHO: Said = Said::new("Wer", "Who", "Qui").ar("من");
const NOTHING_SAID: Said =
    Said::new("ohne Angabe", "nothing stated", "sans indication").ar("بدون إشارة");
const SPEECHES: Said = label(Item::FIELDS, "speeches");
const ACCEPTED: Said = Said::new("Zugesagt", "Accepted", "Acceptations").ar("قبلوا الدعوة");
const DECLINED: Said = Said::new(
    "Abgesagt, nicht mitgezählt",
    "Declined, not counted",
    "Refus, non comptés",
)
.ar("اعتذروا ولم يحتسبوا");
const OPEN: Said = Said::new("Antwort offen", "No answer yet", "En attente").ar("في انتظار الجواب");

fn compose(known: &Redacted, options: &Options) -> Result<Document, Refusal> {
    let mut pen = Pen::new(known, options);
    let meals = pen.occasions(options.day, |item| item.kind == ItemKind::Meal)?;
    if meals.is_empty() {
        return Err(Refusal::Nothing {
            paper: PAPER.token,
            lacks: Said::new(
                "es ist noch kein Essen eingetragen",
                "no meal has been entered yet",
                "aucun repas n’est encore inscrit",
            ),
        });
    }
    let mut body = Vec::new();
    for meal in meals {
        let eaters = eaters(meal.item, meal.day, known.people());
        body.push(Block::Heading(pen.called(meal)));
        body.push(Block::Facts(pen.about_meal(meal, &eaters)));
        body.extend(pen.counted(DIET, &by(&eaters, |person| &person.diet)));
        let mut access = by(&eaters, |person| &person.access);
        access.retain(|own| !own.what.is_empty());
        body.extend(pen.counted(ACCESS, &access));
        let replies = pen.replies(meal.item);
        body.extend((!replies.is_empty()).then_some(Block::Facts(replies)));
    }
    let subject = pen.subject(options.day);
    Ok(pen.finish(PAPER.label, subject, body))
}

impl<'a> Pen<'a> {
    /// Time, place, who gives it, for how many, what else the kitchen has to know.
    fn about_meal(&mut self, meal: Occasion<'a>, eaters: &[Eater<'a>]) -> Vec<Fact> {
        let item = meal.item;
        let mut facts = self.time_and_place(meal);
        let hosts = if self.is_named() {
            self.named.clear();
            self.names(item.host.iter())
        } else {
            String::new()
        };
        let texts = [
            (label(Item::FIELDS, "host"), hosts),
            (shared::PEOPLE, self.for_how_many(eaters)),
            (SPEECHES, self.length_of_speeches(item)),
            (label(Item::FIELDS, "contact"), item.contact.clone()),
            (
                label(Item::FIELDS, "remark"),
                self.prose(&item.remark).to_owned(),
            ),
            (label(Item::FIELDS, "note"), item.note.0.clone()),
        ];
        let texts = texts.into_iter().filter(|(_, text)| !text.is_empty());
        facts.extend(texts.map(|(said, text)| {
            let fact = self.fact(said, text);
            Fact {
                label: capitalised(&fact.label),
                ..fact
            }
        }));
        facts
    }

    /// Whether the reader knows people by name, and not only how many they are.
    fn is_named(&self) -> bool {
        self.known.audience() != Audience::Catering
    }

    /// "10–11 (Gäste: 9; Gastgeber: 1–2)".
    fn for_how_many(&self, eaters: &[Eater<'a>]) -> String {
        let all: Heads = eaters.iter().map(|eater| eater.heads).sum();
        let sides = Side::ALL.iter().filter_map(|side| {
            let heads = of_side(eaters, *side);
            let side = side.all_of_them();
            (heads.most > 0).then(|| self.sentence(side, &heads.to_string()))
        });
        let sides: Vec<String> = sides.collect();
        if sides.is_empty() {
            return self.gap(NUMBER);
        }
        super::about::with_more(&all.to_string(), &self.series(&sides))
    }

    /// How many speeches, and how long they take.
    fn length_of_speeches(&self, item: &Item) -> String {
        let speeches = item.speeches.len();
        if speeches == 0 {
            return String::new();
        }
        let minutes = item.speeches.iter().filter_map(|speech| speech.minutes);
        let minutes = minutes.fold(0, u32::saturating_add);
        if minutes == 0 {
            return speeches.to_string();
        }
        let minutes = time::duration(minutes.into(), self.lang);
        say!(
            self.lang,
            "{speeches}, zusammen {minutes}",
            "{speeches}, {minutes} in all",
            "{speeches}, {minutes} au total",
            "{speeches}، المدة الإجمالية {minutes}"
        )
    }

    /// A table of how many; whose they are only where the reader may know names.
    fn counted(&mut self, what: Said, counted: &[Counted<'a>]) -> Option<Block> {
        if counted.is_empty() {
            return None;
        }
        let columns = [what, NUMBER, WHO].map(|said| self.say(said));
        let rows = counted.iter().map(|own| {
            let names = if self.is_named() && !own.what.is_empty() {
                self.counted_names(&own.people)
            } else {
                String::new()
            };
            let what = match own.what {
                "" => self.say(NOTHING_SAID),
                what => what,
            };
            let mut people = own.people.iter();
            let is_changed = people.any(|person| self.is_changed(Kind::Participant, &person.id));
            let cells = vec![capitalised(what), own.heads.to_string(), names];
            row(is_changed, cells)
        });
        Some(Block::Table(table_of(&columns, rows.collect())))
    }

    fn counted_names(&mut self, people: &[&'a Participant]) -> String {
        let names = people.iter().map(|person| {
            let name = self.name_alone(person);
            if person.name.is_known() {
                name
            } else {
                let organisation = self.text(&person.organisation);
                joined([name.as_str(), organisation], self.comma())
            }
        });
        let names: Vec<String> = names.collect();
        self.series(&names)
    }

    /// How those answered who were invited.
    fn replies(&mut self, item: &'a Item) -> Vec<Fact> {
        let known = self.known;
        let mut facts = Vec::new();
        for (said, states) in [
            (ACCEPTED, &[ReplyState::Accepted][..]),
            (DECLINED, &[ReplyState::Declined]),
            (OPEN, &[ReplyState::Open, ReplyState::Invited]),
        ] {
            let answered = |person: &&Participant| {
                reply(item, person).is_some_and(|state| states.contains(&state))
            };
            let people: Vec<&'a Participant> = known.people().filter(answered).collect();
            if people.is_empty() {
                continue;
            }
            let heads: Heads = people.iter().map(|person| Heads::of(person)).sum();
            let names = if self.is_named() {
                self.counted_names(&people)
            } else {
                String::new()
            };
            let text = super::about::with_more(&heads.to_string(), &names);
            facts.push(self.fact(said, text));
        }
        facts
    }
}
