//! What each audience hears of, and when, tried on small visits made by hand.

use chrono::NaiveDate;

use super::*;
use crate::model::{
    Attendance, Base, Head, Id, Item, ItemKind, ItemStatus, Name, Participant, Record, Slot,
    SlotParts, Start, Visit,
    item::{AlternativeKind, PressRule},
    slot::{Clock, End},
};

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 11, 12).unwrap()
}

fn clock(text: &str) -> Clock {
    Clock::read(text).unwrap()
}

fn item(id: &str, start: Start, change: impl FnOnce(&mut Item)) -> Item {
    let mut item = Item::with_id(Id::parse(id).unwrap());
    let follows = matches!(start, Start::After(_));
    item.slot = Slot::try_from(SlotParts {
        day: (!follows).then(day),
        start,
        ..SlotParts::default()
    })
    .unwrap();
    change(&mut item);
    item
}

fn lasting(minutes: u16) -> impl Fn(&mut Item) {
    move |item| {
        let lasts = item.slot.with(|parts| parts.end = End::Lasts(minutes));
        item.slot = lasts.unwrap();
    }
}

fn after(id: &str) -> Start {
    Start::After(Id::parse(id).unwrap())
}

fn visit(items: impl IntoIterator<Item = Item>) -> Visit {
    let mut visit = Visit::new(Head::with_id(Id::parse("v").unwrap()));
    items
        .into_iter()
        .for_each(|item| visit.put(item.into_any()));
    visit
}

fn heard(visit: &Visit, audience: Audience) -> Vec<String> {
    let known = redact(visit, audience);
    known
        .visit()
        .items
        .iter()
        .map(|item| item.id.to_string())
        .collect()
}

#[test]
fn who_sees_what() {
    use Sight::{Care, Identity, Internal, Programme, Public, Reach};
    let taking_part = &[Public, Programme][..];
    for (audience, sights) in [
        (
            Audience::Internal,
            &[Public, Programme, Reach, Care, Internal][..],
        ),
        (Audience::Host, &[Public, Programme, Reach, Care]),
        (Audience::Delegation, taking_part),
        (Audience::Person, taking_part),
        (Audience::Interpreter, taking_part),
        (Audience::Driver, &[Public, Programme, Reach]),
        (Audience::Security, &[Public, Programme, Reach, Identity]),
        (Audience::Catering, &[Public, Programme, Care]),
        (Audience::Press, &[Public]),
    ] {
        let all = [Public, Programme, Reach, Care, Identity, Internal];
        let seen: Vec<Sight> = all
            .into_iter()
            .filter(|sight| audience.sees(*sight))
            .collect();
        assert_eq!(seen, sights, "{audience:?}");
    }
}

/// What is tried, how the item is made so, and who hears of it then.
type Case<'a> = (&'a str, fn(&mut Item), &'a [Audience]);

#[test]
fn who_hears_of_which_item() {
    use Audience::{Delegation, Host, Internal, Person, Press, Security};
    let all: &[Audience] = &[Delegation, Internal, Host, Person, Security, Press];
    let us: &[Audience] = &[Delegation, Internal, Host, Person, Security];
    let cases: [Case<'_>; 9] = [
        ("plain", |_| {}, all),
        (
            "internal",
            |item| item.kind = ItemKind::Internal,
            &[Internal],
        ),
        (
            "cancelled",
            |item| item.status = ItemStatus::Cancelled,
            &[Internal],
        ),
        ("an idea", |item| item.status = ItemStatus::Idea, us),
        ("requested", |item| item.status = ItemStatus::Requested, us),
        ("closed", |item| item.press = PressRule::Closed, us),
        ("a transfer", |item| item.kind = ItemKind::Transfer, us),
        (
            "an opened transfer",
            |item| (item.kind, item.press) = (ItemKind::Transfer, PressRule::Open),
            all,
        ),
        (
            "plan B",
            |item| item.alternative = AlternativeKind::PlanB,
            us,
        ),
    ];
    for (what, change, audiences) in cases {
        let visit = visit([item("a", Start::At(clock("10:00")), change)]);
        let hears: Vec<Audience> = Audience::ALL
            .iter()
            .copied()
            .filter(|audience| !heard(&visit, *audience).is_empty())
            .collect();
        assert_eq!(hears, audiences, "{what}");
    }
}

#[test]
fn the_press_hears_neither_of_two_alternatives_nor_of_what_has_no_day() {
    let mut open = Item::with_id(Id::parse("c").unwrap());
    open.slot = Slot::default();
    let visit = visit([
        item("a", Start::Open, |_| {}),
        item("b", Start::Open, |item| {
            item.alternative = AlternativeKind::Either;
            item.alternative_to = Id::parse("a");
        }),
        open,
    ]);
    assert_eq!(heard(&visit, Audience::Press), [""; 0]);
    assert_eq!(heard(&visit, Audience::Delegation), ["a", "b", "c"]);
}

#[test]
fn a_follower_of_what_is_hidden_keeps_its_start_and_its_place() {
    let hide = |item: &mut Item| item.kind = ItemKind::Internal;
    let chain = visit([
        item("z-reception", Start::At(clock("10:00")), lasting(45)),
        item("y-briefing", after("z-reception"), |item| {
            lasting(15)(item);
            hide(item);
        }),
        item("x-signing", after("y-briefing"), |_| {}),
        item("w-secret", after("x-signing"), hide),
        item("v-photo", after("w-secret"), |_| {}),
        item("a-open", Start::Open, |_| {}),
    ]);
    let known = redact(&chain, Audience::Delegation);
    let start = |id: &str| known.visit().items.get(id).unwrap().slot.start.clone();
    assert_eq!(start("x-signing"), Start::About(clock("11:00")));
    assert_eq!(start("v-photo"), after("x-signing"));
    let order: Vec<&str> = known
        .programme()
        .day(day())
        .iter()
        .map(|p| p.id.as_str())
        .collect();
    assert_eq!(order, ["z-reception", "x-signing", "v-photo", "a-open"]);
}

#[test]
fn what_was_worked_out_from_about_is_about() {
    let chain = visit([
        item("a", Start::About(clock("10:00")), lasting(45)),
        item("b", after("a"), |item| {
            lasting(15)(item);
            item.kind = ItemKind::Internal;
        }),
        item("c", after("b"), |_| {}),
    ]);
    let known = redact(&chain, Audience::Delegation);
    let c = known.visit().items.get("c").unwrap();
    assert_eq!(c.slot.start, Start::About(clock("11:00")));
}

#[test]
fn what_is_not_certain_can_be_left_out() {
    let visit = visit([
        item("a", Start::At(clock("10:00")), lasting(30)),
        item("b", after("a"), |item| {
            lasting(30)(item);
            item.status = ItemStatus::Idea;
        }),
        item("c", after("b"), |item| item.parallel_to = Id::parse("b")),
    ]);
    let known = redact(&visit, Audience::Internal);
    let certain = known.certain();
    let c = certain.visit().items.get("c").unwrap();
    assert_eq!(c.slot.start, Start::About(clock("11:00")));
    assert_eq!(c.parallel_to, None);
    assert_eq!(certain.programme().day(day()).len(), 2);
}

fn person(id: &str, change: impl FnOnce(&mut Participant)) -> Participant {
    let mut person = Participant::with_id(Id::parse(id).unwrap());
    person.name = Name::new("", id);
    change(&mut person);
    person
}

#[test]
fn the_press_learns_the_names_of_those_who_appear_in_public() {
    let mut visit = visit([item("a", Start::Open, |item| {
        item.host.0 = vec![Id::parse("host").unwrap()];
        item.attend = Attendance {
            base: Base::Group("A".to_owned()),
            plus: vec![
                Id::parse("consul").unwrap(),
                Id::parse("interpreter").unwrap(),
            ],
            minus: Vec::new(),
            optional: vec![Id::parse("perhaps").unwrap()],
        };
        item.interpreters.0 = vec![Id::parse("interpreter").unwrap()];
    })]);
    let unnamed = |person: &mut Participant| person.name = Name::default();
    for person in [
        person("host", |_| {}),
        person("consul", |_| {}),
        person("perhaps", |_| {}),
        person("interpreter", |_| {}),
        person("driver", |_| {}),
        person("head", |person| person.head = true),
        person("member", |person| person.group = "A".to_owned()),
        person("unnamed", |person| {
            unnamed(person);
            person.group = "A".to_owned();
        }),
    ] {
        visit.put(person.into_any());
    }
    let known = redact(&visit, Audience::Press);
    let names: Vec<&str> = known
        .visit()
        .participants
        .iter()
        .map(|p| p.id.as_str())
        .collect();
    assert_eq!(names, ["consul", "head", "host"]);
    let attend = &known.visit().items.get("a").unwrap().attend;
    assert_eq!(attend.base, Base::Nobody);
    let plus: Vec<&str> = attend.plus.iter().map(Id::as_str).collect();
    assert_eq!(plus, ["consul"]);
}

#[test]
fn the_press_hears_of_a_letter_only_if_it_was_ever_signed() {
    use crate::plan::tests::fixture::{letter, visit};
    for (steps, is_heard) in [
        ("draft 1.1.2024; terminated 1.2.2024", false),
        ("agreed 1.1.2024", false),
        ("signed 1.1.2024", true),
        ("signed 1.1.2024; approved 1.2.2024", true),
        ("signed 1.1.2024; terminated 1.2.2024", true),
        ("effective 1.1.2024; expired 1.2.2024", true),
    ] {
        let mut visit = visit(&[]);
        letter(&mut visit, "loi", &format!("steps={steps}"));
        let known = redact(&visit, Audience::Press);
        assert_eq!(known.visit().letters.len() == 1, is_heard, "{steps}");
    }
}

#[test]
fn whoever_may_stay_away_is_not_announced_to_the_press() {
    use crate::plan::tests::fixture::{person, visit};
    for (attend, expected) in [
        ("guests, ?berrazouk", "koch:false berrazouk:false"),
        ("guests, +koch, ?berrazouk", "koch:true berrazouk:false"),
        ("nobody, ?koch, +berrazouk", "koch:false berrazouk:true"),
        ("guests", "koch:false berrazouk:true"),
    ] {
        let mut visit = visit(&[]);
        person(&mut visit, "koch", "side=host head=yes");
        person(&mut visit, "berrazouk", "side=guest head=yes");
        let fields = format!("title=a day=24.10. status=confirmed attend={attend}");
        crate::plan::tests::fixture::with::<Item>(&mut visit, "a", &fields);
        let known = redact(&visit, Audience::Press);
        let item = known.visit().items.get("a").unwrap();
        let attends = ["koch", "berrazouk"].map(|id| {
            let person = known.visit().participants.get(id).unwrap();
            format!("{id}:{}", item.attend.part_of(person).is_some())
        });
        assert_eq!(attends.join(" "), expected, "{attend}");
    }
}
