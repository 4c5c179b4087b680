//! Every command with arguments at random, mostly such as can be done.

use chrono::Days;

use super::asker;
use crate::{
    edit::Transaction,
    model::{
        Attendance, Base, Clock, Id, ItemStatus, Kind, LetterState, Name, Participant, Side, Visit,
        Who,
        arbitrary::{Maker, first_day},
        field,
        letter::Signatory,
    },
    plan::{self, Attend, Edit, Refusal, Target, Towards},
    words::Lang,
};

type Asked = Result<Transaction, Refusal>;
pub(crate) type Command = (&'static str, fn(&mut Maker, &Visit) -> Asked);

pub(crate) const COMMANDS: &[Command] = &[
    ("add", |maker, visit| {
        let kind = Kind::ALL[maker.below(Kind::ALL.len())];
        let edits = edits(maker, visit, kind);
        plan::add(visit, kind, &edits, asker(lang(maker))).map(first)
    }),
    ("set", set),
    ("set again", set),
    ("remove", |maker, visit| {
        let kind = Kind::ALL[maker.below(Kind::ALL.len())];
        plan::remove(visit, &id(maker, visit, kind), lang(maker))
    }),
    ("move item", move_item),
    ("move item again", move_item),
    ("shift", shift),
    ("shift again", shift),
    ("make room", |maker, visit| {
        plan::make_room(visit, &item(maker, visit), 30, lang(maker)).map(|s| s.transaction)
    }),
    ("swap", |maker, visit| {
        plan::swap(visit, &item(maker, visit), &item(maker, visit), lang(maker))
    }),
    ("swap towards", |maker, visit| {
        plan::swap_towards(visit, &item(maker, visit), towards(maker), lang(maker))
    }),
    ("duplicate item", |maker, visit| {
        let to = maker.one_in(2).then(|| maker.day());
        plan::duplicate_item(visit, &item(maker, visit), to, lang(maker)).map(first)
    }),
    ("duplicate day", |maker, visit| {
        plan::duplicate_day(visit, maker.day(), maker.day(), lang(maker))
    }),
    ("attend", |maker, visit| {
        let person = person(maker, visit);
        let change = match maker.below(4) {
            0 => Attend::Toggle(person),
            1 => Attend::Optional(person),
            2 => Attend::Set(Attendance::all(Base::Hosts)),
            _ => Attend::Set(Attendance::only(Id::parse(&person))),
        };
        let items = [item(maker, visit), item(maker, visit)];
        plan::attend(visit, &[&items[0], &items[1]], &change, lang(maker))
    }),
    ("order", |maker, visit| {
        let person = person(maker, visit);
        plan::order(visit, &person, towards(maker), "Ehrengast", lang(maker))
    }),
    ("clear order", |maker, visit| {
        plan::clear_order(visit, Side::ALL[maker.below(3)], lang(maker))
    }),
    ("step", |maker, visit| {
        let state = LetterState::ALL[maker.below(LetterState::ALL.len())];
        let letter = id(maker, visit, Kind::Letter);
        plan::step(visit, &letter, state, Some(maker.day()), lang(maker))
    }),
    ("sign", |maker, visit| {
        plan::sign(visit, &id(maker, visit, Kind::Letter), None, lang(maker))
    }),
    ("add signatory", |maker, visit| {
        let who = Id::parse(&person(maker, visit)).map_or(Who::Nobody, Who::Is);
        let signatory = Signatory {
            person: who,
            ..Signatory::default()
        };
        let letter = id(maker, visit, Kind::Letter);
        plan::add_signatory(visit, &letter, signatory, lang(maker))
    }),
    ("renew", |maker, visit| {
        let old = visit.letters.get(id(maker, visit, Kind::Letter).as_str());
        let old = old.ok_or(Refusal::NothingToDo)?;
        plan::renew(visit, old, None, lang(maker)).map(first)
    }),
    ("set status", |maker, visit| {
        let status = ItemStatus::ALL[maker.below(4)];
        plan::set_status(visit, &[&item(maker, visit)], status, lang(maker))
    }),
    ("name people", |maker, visit| {
        let names = [Name::new("Awatif", "Berdai"), Name::new("Karim", "Alaoui")];
        let unnamed = |person: &&Participant| !person.name.is_known();
        let unnamed = visit.participants.iter().find(unnamed);
        let unnamed = unnamed.map_or_else(|| person(maker, visit), |nn| nn.id.to_string());
        plan::name_people(visit, &unnamed, &names[..=maker.below(2)], lang(maker))
    }),
    ("replace person", |maker, visit| {
        let (old, new) = (person(maker, visit), person(maker, visit));
        plan::replace_person(visit, &old, &new, lang(maker))
    }),
    ("days of visit", |maker, visit| {
        let first = first_day() + Days::new(maker.below(4) as u64);
        let last = first + Days::new(maker.below(4) as u64);
        plan::days_of_visit(visit, first, last, maker.one_in(2), lang(maker))
    }),
];

fn set(maker: &mut Maker, visit: &Visit) -> Asked {
    let kind = Kind::ALL[maker.below(Kind::ALL.len())];
    let record = id(maker, visit, kind);
    let edits = edits(maker, visit, kind);
    plan::set(visit, &record, &edits, asker(lang(maker)))
}

fn move_item(maker: &mut Maker, visit: &Visit) -> Asked {
    let (day, clock) = (maker.day(), Clock::read(&maker.clock()).unwrap());
    let to = match maker.below(4) {
        0 => Target::Day(day),
        1 => Target::Time(clock),
        2 => Target::DayAndTime(day, clock),
        _ => Target::Unplaced,
    };
    plan::move_item(visit, &item(maker, visit), to, lang(maker))
}

fn shift(maker: &mut Maker, visit: &Visit) -> Asked {
    let minutes = i64::try_from(maker.below(9) * 15).unwrap() - 60;
    let (item, rest) = (item(maker, visit), maker.one_in(2));
    plan::shift(visit, &item, minutes, rest, lang(maker)).map(|shifted| shifted.transaction)
}

fn edits(maker: &mut Maker, visit: &Visit, kind: Kind) -> Vec<Edit> {
    let keys: Vec<_> = field::keys(kind.fields()).collect();
    let named = keys
        .iter()
        .find(|key| matches!(key.info.key, "title" | "name"));
    let mut edits: Vec<Edit> = named
        .map(|key| Edit::set(key.info.key, maker.word()))
        .into_iter()
        .collect();
    for _ in 0..=maker.below(4) {
        let info = maker.pick(&keys).unwrap().info;
        let text = if maker.one_in(5) {
            String::new()
        } else {
            maker.typed(&info, visit)
        };
        edits.push(Edit::set(info.key, text));
    }
    edits
}

fn lang(maker: &mut Maker) -> Lang {
    Lang::ALL[maker.below(3)]
}

fn towards(maker: &mut Maker) -> Towards {
    [Towards::Earlier, Towards::Later][maker.below(2)]
}

fn id(maker: &mut Maker, visit: &Visit, kind: Kind) -> String {
    maker.id(kind, visit).unwrap_or_default()
}

fn item(maker: &mut Maker, visit: &Visit) -> String {
    id(maker, visit, Kind::Item)
}

fn person(maker: &mut Maker, visit: &Visit) -> String {
    id(maker, visit, Kind::Participant)
}

fn first((transaction, _): (Transaction, String)) -> Transaction {
    transaction
}
