//! `attache conflicts PATH`: what two sides changed differently and nobody has settled yet.

use clap::ArgMatches;
use serde_json::{Value, json};

use super::{
    Failure, Output, Settings, Subcommand, args,
    sheet::{self, Row},
    visits,
};
use crate::{
    exchange::json,
    model::{Conflict, Version, View},
    words::Said,
};

pub(super) const SUBCOMMAND: Subcommand = Subcommand {
    name: "conflicts",
    about: Said::new(
        "Die offenen Widersprüche eines Besuchs auflisten: was zwei Seiten verschieden geändert haben",
        "List the open conflicts of a visit: what two sides changed differently",
        "Énumérer les conflits ouverts d’une visite\u{a0}: ce que deux parties ont modifié différemment",
    ),
    more: Some(Said::new(
        "„attache settle“ entscheidet sie. Bis dahin gilt im Besuch unsere Version.",
        "‘attache settle’ settles them. Until then our version stands in the visit.",
        "«\u{a0}attache settle\u{a0}» les règle. D’ici là, notre version figure dans la visite.",
    )),
    arguments: args::listing,
    run,
};

fn run(matches: &ArgMatches, settings: &Settings) -> Result<Output, Failure> {
    let lang = settings.lang;
    let visit = visits::open(matches, settings)?.visit;
    let view = View {
        visit: &visit,
        lang,
    };
    if args::wants_json(matches) {
        let all: Vec<Value> = visit
            .conflicts
            .iter()
            .map(|own| as_json(own, view))
            .collect();
        return Ok(Output::line(json::text(&all)));
    }
    let mut text = String::new();
    for conflict in visit.conflicts.iter() {
        push(&mut text, conflict, view);
    }
    let none = Said::new(
        "Kein Widerspruch ist offen",
        "No conflict is open",
        "Aucun conflit n’est ouvert",
    );
    let is_none = visit.conflicts.is_empty();
    let notes = is_none.then(|| none.get(lang).to_owned());
    Ok(Output {
        text,
        notes: notes.into_iter().collect(),
        ..Output::default()
    })
}

fn push(text: &mut String, conflict: &Conflict, view: View<'_>) {
    let heading = format!("{} [{conflict}]", conflict.subject(view));
    let mut rows = vec![Row::new("", conflict.why(view.lang))];
    for of in Version::ALL {
        let told = conflict.told(of, view).join("\n");
        rows.push(Row::new(of.label().get(view.lang), told));
    }
    if let Some(now) = conflict.meanwhile(view) {
        let label = Said::new("steht jetzt da", "stands now", "figure à présent");
        rows.push(Row::new(label.get(view.lang), now.join("\n")));
    }
    sheet::section(text, &heading, &rows);
}

fn as_json(conflict: &Conflict, view: View<'_>) -> Value {
    let mut all = json!({
        "which": conflict.to_string(),
        "kind": conflict.kind().token(),
        "id": conflict.id(),
        "field": conflict.field,
        "why": conflict.why(view.lang),
    });
    for of in Version::ALL {
        let told = conflict.told(of, view).join("\n");
        all[of.token()] = json!(conflict.record(of).map(|_| told));
    }
    all
}
