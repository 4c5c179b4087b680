//! The repository of a visit in words: in the header, and while something is done.

use super::{Aim, Repository};
use crate::{
    display, say,
    store::git::{Doing, State},
    words::{Lang, Said, Speak, count, joined},
};

/// That `git` waits for the visit although nothing was begun: what was stashed did not fit.
const WAITS: Said = Said::new("zu entscheiden", "to be settled", "à régler");

impl Repository {
    /// The state in a few words: "git main ↑2 ↓1 · 1 geändert"; where there is little room without
    /// the branch. Nothing of a visit that is in no repository.
    pub fn said(&self, lang: Lang, short: bool) -> Option<String> {
        if let Some((aim, progress)) = self.working {
            let aim = aim.doing(lang);
            let progress = progress.map(|progress| progress.say(lang));
            return Some(match progress {
                Some(progress) if !short => format!("git: {aim}, {progress}"),
                _ => format!("git: {aim} …"),
            });
        }
        let state = self.state()?;
        let mut said = "git".to_owned();
        let waits = state.is_open().then_some(WAITS);
        let open = state.doing.map(open_said).or(waits);
        if let (Some(open), true) = (open, short) {
            return Some(format!("{said} · {}", open.get(lang)));
        }
        if !short {
            let branch = state.branch.as_deref().map(display::safe);
            said = joined([said, branch.unwrap_or_default().into_owned()], " ");
        }
        for (sign, number) in [('↑', state.ahead), ('↓', state.behind)] {
            if number > 0 {
                said.push_str(&format!(" {sign}{number}"));
            }
        }
        if let Some(open) = open {
            return Some(format!("{said} · {}", open.get(lang)));
        }
        let changed = state.changed.len();
        match (changed, short) {
            (0, _) => {}
            (_, true) => said.push_str(&format!(" ±{changed}")),
            (_, false) => {
                let one = Said::new("geändert", "changed", "modifié");
                let many = Said::new("geändert", "changed", "modifiés");
                said.push_str(&format!(" · {}", count(changed, one, many, lang)));
            }
        }
        Some(said)
    }
}

/// That something was begun and is not finished.
pub const fn open_said(doing: Doing) -> Said {
    match doing {
        Doing::Merging => Said::new("Zusammenführung offen", "merge open", "fusion en cours"),
        Doing::Rebasing => Said::new("Rebase offen", "rebase open", "rebase en cours"),
        Doing::Picking => Said::new(
            "Cherry-Pick offen",
            "cherry-pick open",
            "cherry-pick en cours",
        ),
        Doing::Reverting => Said::new("Rücknahme offen", "revert open", "annulation en cours"),
    }
}

impl Aim {
    /// What is being done.
    fn doing(self, lang: Lang) -> &'static str {
        match self {
            Self::Commit => Said::new("Commit", "commit", "commit"),
            Self::Pull => Said::new("holen", "pull", "récupération"),
            Self::Push => Said::new("senden", "push", "envoi"),
            Self::Conclude => Said::new("abschließen", "concluding", "clôture"),
            Self::Abort => Said::new(
                "Zusammenführung abbrechen",
                "aborting the merge",
                "abandon de la fusion",
            ),
        }
        .get(lang)
    }

    /// That it was stopped because the program ended.
    pub fn stopped(self, lang: Lang) -> String {
        let what = self.doing(lang);
        say!(
            lang,
            "git wurde beim Beenden angehalten ({what}). Es ist nichts verloren; bitte beim nächsten Mal wiederholen.",
            "git was stopped when the program ended ({what}). Nothing is lost; please do it again next time.",
            "git a été arrêté à la fermeture ({what}). Rien n’est perdu\u{a0}; recommencez la prochaine fois."
        )
    }
}

/// What a branch and its counterpart have not in common, in a sentence.
pub(super) fn distance(state: &State, lang: Lang) -> String {
    let State {
        upstream,
        ahead,
        behind,
        ..
    } = state;
    let Some(upstream) = upstream else {
        return say!(
            lang,
            "ohne Gegenstelle",
            "no other side",
            "sans serveur distant"
        );
    };
    let upstream = display::safe(upstream);
    if (*ahead, *behind) == (0, 0) {
        return say!(
            lang,
            "wie {upstream}",
            "same as {upstream}",
            "identique à {upstream}"
        );
    }
    say!(
        lang,
        "{ahead} zu senden, {behind} zu holen ({upstream})",
        "{ahead} to push, {behind} to pull ({upstream})",
        "{ahead} à envoyer, {behind} à récupérer ({upstream})"
    )
}

impl Repository {
    /// The branch, and how far it is from the other side.
    pub fn branch_said(&self, lang: Lang) -> String {
        let Some(state) = self.state() else {
            return String::new();
        };
        let distance = distance(state, lang);
        match &state.branch {
            Some(branch) => {
                let branch = display::safe(branch);
                say!(
                    lang,
                    "Zweig {branch}, {distance}",
                    "Branch {branch}, {distance}",
                    "Branche {branch}, {distance}"
                )
            }
            None => say!(
                lang,
                "kein Zweig gewählt",
                "no branch checked out",
                "aucune branche active"
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::session::repository::{Looked, News, Standing};
    use crate::store::git::{Progress, Stage};

    #[test]
    fn the_header_says_how_the_visit_stands() {
        let state = |ahead, behind, changed: usize, doing| State {
            branch: Some("main".to_owned()),
            ahead,
            behind,
            own: Some("a.ron".into()),
            changed: vec![PathBuf::from("a.ron"); changed],
            doing,
            ..State::default()
        };
        let open = |doing| State {
            conflicted: vec!["a.ron".into()],
            ..state(0, 1, 1, doing)
        };
        let cases = [
            (state(0, 0, 0, None), "git main", "git"),
            (
                state(2, 1, 1, None),
                "git main ↑2 ↓1 · 1 geändert",
                "git ↑2 ↓1 ±1",
            ),
            (
                state(0, 1, 2, Some(Doing::Merging)),
                "git main ↓1 · Zusammenführung offen",
                "git · Zusammenführung offen",
            ),
            (
                open(Some(Doing::Rebasing)),
                "git main ↓1 · Rebase offen",
                "git · Rebase offen",
            ),
            // What was stashed came back and did not fit.
            (
                open(None),
                "git main ↓1 · zu entscheiden",
                "git · zu entscheiden",
            ),
        ];
        let mut repository = Repository::default();
        assert_eq!(repository.said(Lang::De, false), None);
        for (state, long, short) in cases {
            let looked = Looked {
                begun: std::time::Instant::now(),
                made: None,
                one_sided: None,
                changes: Vec::new(),
                standing: Standing::Inside(state),
                log: None,
                is_set_up: None,
            };
            repository.take(News::looked(looked));
            assert_eq!(repository.said(Lang::De, false).as_deref(), Some(long));
            assert_eq!(repository.said(Lang::De, true).as_deref(), Some(short));
        }
        let progress = Progress {
            stage: Stage::Receiving,
            percent: Some(45),
        };
        repository.take(News::Working(Aim::Pull, Some(progress)));
        let said = repository.said(Lang::De, false);
        assert_eq!(
            said.as_deref(),
            Some("git: holen, wird empfangen 45\u{a0}%")
        );
    }
}
