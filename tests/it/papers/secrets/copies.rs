//! What is not for somebody is not even in the copy that their papers are made of.

use super::*;

#[test]
fn a_field_that_is_not_for_somebody_is_empty_in_their_copy() {
    fn check(record: &dyn attache::model::Fields, audience: Audience) {
        for (at, info) in record.info().iter().enumerate() {
            let is_empty = record.value(at).is_empty();
            assert!(
                is_empty || audience.sees(info.sight),
                "{audience:?} {}",
                info.key
            );
        }
    }
    let (visit, _) = laden();
    for audience in Audience::ALL {
        let known = redact(&visit, *audience);
        for record in known.visit().all_records() {
            check(record.fields(), *audience);
            let mut copy = record.to_owned();
            for at in 0..copy.as_ref().fields().info().len() {
                for row in copy.fields_mut().value_mut(at).rows_mut() {
                    check(row, *audience);
                }
            }
        }
    }
}

#[test]
fn a_part_is_as_secret_as_its_field() {
    for info in Kind::ALL.iter().flat_map(|kind| kind.fields()) {
        if let Shape::Parts(parts) = info.shape {
            assert!(
                parts.iter().all(|part| part.sight == info.sight),
                "{}",
                info.key
            );
        }
    }
}

/// Who hears of what is not certain, or not for the press.
const TAKING_PART: &[Audience] = &[Audience::Internal, Audience::Host, Audience::Delegation];

#[test]
fn records_that_are_not_for_somebody_are_not_in_their_papers() {
    let mut visit = sample(DUESSELDORF);
    let add = |visit: &mut Visit, key: &str, value: &str| {
        let name = format!("qx{key}{value}").replace('-', "");
        let mut item = Kind::Item.blank(&name);
        let id = item.id().to_owned();
        let AnyRecord::Item(record) = &mut item else {
            unreachable!()
        };
        record.title = name.as_str().into();
        record.slot = visit.items.get("fachgespraech-z2mb").unwrap().slot.clone();
        put(visit, item);
        let changed = edited(visit, &id, key, value);
        put(visit, changed);
        name
    };
    let hidden: Vec<(String, Vec<Audience>)> = [
        ("kind", "internal", &[Audience::Internal][..]),
        ("status", "cancelled", &[Audience::Internal]),
        ("status", "idea", TAKING_PART),
        ("status", "requested", TAKING_PART),
        ("press", "closed", TAKING_PART),
        ("alternative", "plan-b", TAKING_PART),
    ]
    .into_iter()
    .map(|(key, value, audiences)| (add(&mut visit, key, value), audiences.to_vec()))
    .collect();
    for audience in for_the_programme() {
        let known = redact(&visit, *audience);
        for tentative in Tentative::ALL {
            let asked = attache::paper::Options {
                tentative: *tentative,
                ..options(Lang::De, None)
            };
            let text = text(&composed(&known, "programme", &asked));
            for (name, audiences) in &hidden {
                let is_tentative = name.contains("idea") || name.contains("requested");
                let omitted = *tentative == Tentative::Omit && is_tentative;
                let expected = audiences.contains(audience) && !omitted;
                assert_eq!(
                    text.contains(name),
                    expected,
                    "{name} {audience:?} {tentative:?}"
                );
            }
        }
    }
}
