//! Papers of visits that nobody planned: whatever is typed, the page holds.

use attache::{
    audience::redact,
    display,
    edit::{Change, Label, Transaction, apply},
    model::{
        AnyRecord, Attendance, Base, Head, Id, Item, ItemStatus, Name, Participant, Record, Slot,
        SlotParts, Start, Text, Visit,
        slot::{Clock, End},
    },
    paper::changes,
    words::{Lang, Said},
};
use proptest::prelude::*;

use super::{
    Made, any_document::anything, date, every_paper, facts::beside_times, notices::asked, text,
};

#[derive(Debug, Clone)]
struct Planned {
    title: String,
    start: u8,
    minute: u32,
    length: Option<u16>,
    status: usize,
    base: u8,
    texts: [String; 3],
    host: bool,
}

fn planned() -> impl Strategy<Value = Planned> {
    let texts = [anything(), anything(), anything()];
    (
        anything(),
        0..8_u8,
        0..1440_u32,
        prop::option::of(1..300_u16),
        0..4_usize,
        0..4_u8,
        texts,
        any::<bool>(),
    )
        .prop_map(
            |(title, start, minute, length, status, base, texts, host)| Planned {
                title,
                start,
                minute,
                length,
                status,
                base,
                texts,
                host,
            },
        )
}

fn item(at: usize, planned: &Planned) -> Item {
    let mut item = Item::with_id(Id::parse(&format!("item-{at}")).unwrap());
    let clock = Clock::new(planned.minute / 60, planned.minute % 60, 0).unwrap();
    let before = Id::parse(&format!("item-{}", at.saturating_sub(1))).unwrap();
    let start = match planned.start {
        0 => Start::Open,
        1 => Start::About(clock),
        2 => Start::From(clock),
        3 => Start::Latest(clock),
        4 => Start::AllDay,
        5 if at > 0 => Start::After(before),
        _ => Start::At(clock),
    };
    let day = date(2024, 11, 11) + chrono::Days::new((at % 3) as u64);
    let end = match planned.length {
        Some(minutes) if start != Start::AllDay => End::Lasts(minutes),
        _ => End::Open,
    };
    item.slot = Slot::try_from(SlotParts {
        day: (!matches!(start, Start::After(_))).then_some(day),
        start,
        end,
        ..SlotParts::default()
    })
    .unwrap();
    item.title = Text::new(format!("qx{at}z {}", planned.title));
    item.status = ItemStatus::ALL[planned.status];
    item.attend = Attendance::all(match planned.base {
        0 => Base::Everyone,
        1 => Base::Guests,
        2 => Base::Hosts,
        _ => Base::Group(planned.texts[0].clone()),
    });
    item.host
        .0
        .extend(planned.host.then(|| Id::parse("host").unwrap()));
    let [room, remark, contact] = planned.texts.clone();
    item.room = Text::new(room);
    item.remark.0 = Text::new(remark.clone());
    item.note.0 = remark;
    item.contact = contact;
    item.points = planned
        .texts
        .iter()
        .map(|text| Text::new(text.as_str()))
        .collect();
    item
}

fn visit(title: &str, items: &[Planned]) -> Visit {
    let mut head = Head::with_id(Id::parse("v").unwrap());
    head.title = Text::new(title);
    head.host = Text::new(title);
    title.clone_into(&mut head.contact);
    (head.first, head.last) = (Some(date(2024, 11, 11)), Some(date(2024, 11, 13)));
    let mut visit = Visit::new(head);
    let mut host = Participant::with_id(Id::parse("host").unwrap());
    host.name = Name::new("", title);
    host.function = Text::new(title);
    let items = items
        .iter()
        .enumerate()
        .map(|(at, planned)| item(at, planned).into_any());
    let records: Vec<AnyRecord> = items.chain([host.into_any()]).collect();
    let changes = records.into_iter().map(|after| Change {
        before: None,
        after: Some(after),
    });
    let label = Label::new(Said::same("put"), "");
    let changes = changes.collect();
    apply(&mut visit, &Transaction::new(label, changes)).unwrap();
    visit
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_page_holds_whatever_is_typed(title in anything(), items in prop::collection::vec(planned(), 0..8)) {
        let visit = visit(&title, &items);
        for Made { wanted, document } in every_paper(&visit, Lang::Fr) {
            let text = text(&document);
            prop_assert!(text.ends_with('\n'));
            for line in text.lines() {
                prop_assert!(display::width(line) <= 80, "{line:?}");
                prop_assert_eq!(line.trim_end(), line);
                prop_assert!(!line.contains(char::is_control), "{line:?}");
                prop_assert_eq!(&display::safe(line), line);
            }
            let Some(day) = wanted.day.filter(|_| wanted.paper.token == "day") else { continue };
            let known = redact(&visit, wanted.reader);
            let beside = beside_times(&text);
            for item in visit.items.iter() {
                let placed = known.programme().day(day).iter();
                let expected = placed.filter(|placed| placed.id == item.id).count();
                let mark = item.title.get(Lang::De, Lang::De).split(' ').next().unwrap();
                prop_assert_eq!(beside.matches(mark).count(), expected, "{} in\n{}", mark, text);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_is_the_same_is_not_told_and_what_is_told_fits_the_page(
        title in anything(),
        items in prop::collection::vec(planned(), 0..6),
        others in prop::collection::vec(planned(), 0..6),
    ) {
        let (old, new) = (visit(&title, &items), visit(&title, &others));
        for wanted in attache::paper::set::all(&new) {
            let reader = &wanted.reader;
            let [was, is] = [&old, &new].map(|visit| redact(visit, reader.clone()));
            prop_assert_eq!(changes(&is, &is, Lang::De), []);
            if wanted.paper.token != "changes" {
                continue;
            }
            let told = changes(&was, &is, Lang::De);
            let back = changes(&is, &was, Lang::De);
            prop_assert_eq!(told.is_empty(), back.is_empty(), "{:?}\n{:?}", told, back);
            let Ok(notice) = wanted.compose(&new, &asked(&old, reader, Lang::De)) else {
                prop_assert!(told.is_empty());
                continue;
            };
            for line in text(&notice).lines() {
                prop_assert!(display::width(line) <= 80, "{line:?}");
            }
        }
    }
}

/// Found by the property above: a line that begins with a mark is made safe as a line.
#[test]
fn a_line_may_begin_with_a_mark() {
    let visit = visit("\u{101fd}語\u{890}𑤱", &[]);
    for Made { document, .. } in every_paper(&visit, Lang::Fr) {
        for line in text(&document).lines() {
            assert_eq!(display::safe(line), line);
        }
    }
}
