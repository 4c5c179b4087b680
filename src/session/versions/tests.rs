//! What is told of issues.

use super::*;
use crate::model::{Head, Id, Item};

fn visit() -> Visit {
    Visit::new(Head::with_id(Id::parse("besuch-7k2f").unwrap()))
}

fn item(title: &str) -> Item {
    let mut item = Item::with_id(Id::parse("empfang-m3qp").unwrap());
    item.title = title.into();
    item
}

#[test]
fn a_draft_is_told_with_the_issue_that_it_became() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("besuch.ron");
    let at = chrono::NaiveDate::from_ymd_opt(2024, 11, 11).unwrap();
    let at = at.and_hms_opt(14, 0, 0).unwrap();
    let sent = |after, issue, file: &str| Sent {
        at,
        paper: "day".to_owned(),
        audience: "delegation".to_owned(),
        whose: None,
        day: None,
        langs: vec![Lang::De],
        format: "text".to_owned(),
        issue,
        after,
        file: file.to_owned(),
    };
    let first = visit();
    store::log(&path, &[sent(None, None, "a"), sent(None, Some(1), "b")]).unwrap();
    store::freeze(&path, &first, at, "").unwrap();
    let mut now = first.clone();
    now.items.put(item("Empfang"));
    store::log(&path, &[sent(Some(1), None, "c")]).unwrap();
    let listed = list_issues(&path, &now, Lang::De).unwrap();
    let files = |all: &[Sent]| all.iter().map(|one| one.file.clone()).collect::<String>();
    let listed: Vec<_> = listed
        .iter()
        .map(|one| (files(&one.sent), files(&one.drafts)))
        .collect();
    let expected = [("c", ""), ("b", "a")].map(|(a, b)| (a.to_owned(), b.to_owned()));
    assert_eq!(listed, expected);
}
