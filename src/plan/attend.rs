//! Setting who attends, in one step, for one item or several.

use super::{Draft, Refusal, find};
use crate::{
    edit::{Label, Transaction},
    model::{Attendance, Base, Item, Part, Participant, Visit},
    words::{Lang, Said},
};

/// What is to become of an attendance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attend {
    /// Exactly so, whoever attended before: everyone, the hosts, a group, nobody, some.
    Set(Attendance),
    /// This participant out if he or she attends all of the items, else in.
    Toggle(String),
    /// This participant free to attend or, if that is so at all of the items, no longer.
    Optional(String),
}

/// Sets who attends these items.
pub fn attend(
    visit: &Visit,
    items: &[&str],
    change: &Attend,
    lang: Lang,
) -> Result<Transaction, Refusal> {
    let items = find::items(visit, items)?;
    let changed = changing(visit, &items, change)?;
    let mut draft = Draft::new(visit);
    for item in &items {
        let attend = changed(item);
        draft.update(item.id.as_str(), |item: &mut Item| item.attend = attend);
    }
    let what = Said::new(
        "Teilnahme geändert",
        "attendance changed",
        "participation modifiée",
    );
    let subject = find::items_title(visit, &items, lang);
    let transaction = draft.finish(Label::new(what, subject));
    if transaction.is_empty() {
        return Err(Refusal::NothingToDo);
    }
    Ok(transaction)
}

type Changed<'a> = Box<dyn Fn(&Item) -> Attendance + 'a>;

/// What the attendance of each item becomes.
fn changing<'a>(
    visit: &'a Visit,
    items: &[&Item],
    change: &'a Attend,
) -> Result<Changed<'a>, Refusal> {
    let all = |person: &Participant, part: &dyn Fn(Option<Part>) -> bool| {
        items.iter().all(|item| part(item.attend.part_of(person)))
    };
    Ok(match change {
        Attend::Set(attendance) => {
            check(visit, attendance)?;
            Box::new(|_| attendance.clone())
        }
        Attend::Toggle(id) => {
            let person = find::participant(visit, id)?;
            let leaves = all(person, &|part| part.is_some());
            Box::new(move |item| {
                if item.attend.part_of(person).is_some() == leaves {
                    item.attend.toggled(person)
                } else {
                    item.attend.clone()
                }
            })
        }
        Attend::Optional(id) => {
            let person = find::participant(visit, id)?;
            let bound = all(person, &|part| part == Some(Part::Optional));
            Box::new(move |item| item.attend.with_optional(person, !bound))
        }
    })
}

/// A group has members, and whoever is named is a participant.
fn check(visit: &Visit, attendance: &Attendance) -> Result<(), Refusal> {
    if let Base::Group(group) = &attendance.base
        && !visit.participants.iter().any(|p| p.group == *group)
    {
        return Err(Refusal::NoSuchGroup(group.clone()));
    }
    let named = [&attendance.plus, &attendance.minus, &attendance.optional];
    for id in named.into_iter().flatten() {
        find::participant(visit, id.as_str())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::{
            Id,
            value::{Entry, View},
        },
        plan::tests::fixture::{after, person, visit, why},
    };

    fn party() -> Visit {
        let mut visit = visit(&[("a", "attend=guests"), ("b", "attend=nobody")]);
        person(&mut visit, "berrazouk", "side=guest group=Rot");
        person(&mut visit, "keller", "side=host");
        visit
    }

    fn shown(visit: &Visit) -> [String; 2] {
        let view = View {
            visit,
            lang: Lang::De,
        };
        ["a", "b"].map(|id| visit.items.get(id).unwrap().attend.typed(view))
    }

    #[test]
    fn attendance_is_set_in_one_step_for_one_item_or_several() {
        let toggle = |id: &str| Attend::Toggle(id.to_owned());
        let optional = |id: &str| Attend::Optional(id.to_owned());
        let group = || Attend::Set(Attendance::all(Base::Group("Rot".to_owned())));
        let only = Attend::Set(Attendance::only(Id::parse("keller")));
        for (items, change, expected) in [
            (
                &["a"][..],
                Attend::Set(Attendance::all(Base::Hosts)),
                ["Gastgeber", "niemand"],
            ),
            (&["a", "b"], group(), ["Rot", "Rot"]),
            (&["a", "b"], only, ["keller", "keller"]),
            (
                &["a"],
                toggle("berrazouk"),
                ["Gäste, -berrazouk", "niemand"],
            ),
            (&["a"], toggle("keller"), ["Gäste, +keller", "niemand"]),
            (&["a", "b"], toggle("berrazouk"), ["Gäste", "berrazouk"]),
            (
                &["a", "b"],
                optional("berrazouk"),
                ["Gäste, ?berrazouk", "?berrazouk"],
            ),
        ] {
            let visit = party();
            let next = after(&visit, attend(&visit, items, &change, Lang::De));
            assert_eq!(shown(&next), expected, "{items:?} {change:?}");
        }
    }

    #[test]
    fn a_second_toggle_takes_the_first_back() {
        let visit = party();
        for change in [
            Attend::Toggle("keller".into()),
            Attend::Optional("keller".into()),
        ] {
            let once = after(&visit, attend(&visit, &["b"], &change, Lang::De));
            let twice = after(&once, attend(&once, &["b"], &change, Lang::De));
            let attends = matches!(change, Attend::Optional(_));
            let expected = if attends { "keller" } else { "niemand" };
            assert_eq!(shown(&twice)[1], expected);
        }
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let visit = party();
        let group = |name: &str| Attend::Set(Attendance::all(Base::Group(name.to_owned())));
        for (change, said) in [
            (
                group("Blau"),
                "Zur Gruppe „Blau“ gehört niemand; erst jemandem diese Gruppe geben",
            ),
            (
                Attend::Toggle("x".into()),
                "„x“ gibt es in diesem Besuch nicht",
            ),
            (
                Attend::Set(Attendance::all(Base::Guests)),
                "Es ist schon so; es gibt nichts zu ändern",
            ),
        ] {
            assert_eq!(why(attend(&visit, &["a"], &change, Lang::De)), said);
        }
    }
}
