//! The visit: day tabs, and panes for the schedule, the participants and the letters.
//!
//! ```text
//! ┌ title ── days ── saved ────────────────────┐
//! │ Mon 11  [Tue 12]  Wed 13                   │  tabs
//! ├ schedule ───────────┬ participants ────────┤
//! │                     ├ letters ─────────────┤  detail takes the lower half, or a column
//! └─────────────────────┴──────────────────────┘
//! ```

mod act;
mod change;
pub(in crate::tui::views) mod detail;
mod header;
mod headline;
mod layout;
mod letters;
mod people;
mod schedule;
mod time;

use chrono::NaiveDate;
use crossterm::event::KeyEvent;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    model::{AnyRef, Visit},
    say,
    session::Session,
    tui::{
        action::Action,
        key::Key,
        keymap::Context,
        list::Selection,
        places::Places,
        reading,
        view::{Answer, Click, Reply, Request, Scene, View},
    },
    words::{Lang, quoted},
};
use layout::Areas;

/// The panes, in the order of the Tab key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Pane {
    #[default]
    Schedule,
    People,
    Letters,
}

impl Pane {
    const ALL: [Self; 3] = [Self::Schedule, Self::People, Self::Letters];

    const fn context(self) -> Context {
        match self {
            Self::Schedule => Context::Schedule,
            Self::People => Context::People,
            Self::Letters => Context::Letters,
        }
    }
}

/// Which items the schedule shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tab {
    Day(NaiveDate),
    Unplaced,
}

/// The open visit on the screen.
#[derive(Default)]
pub(in crate::tui) struct VisitView {
    tab: Option<Tab>,
    pane: Pane,
    selections: [Selection; 3],
    detail: bool,
    areas: Areas,
    tabs: Places<Tab>,
}

impl VisitView {
    fn tabs(scene: &Scene<'_>) -> Vec<Tab> {
        let Some(session) = scene.session else {
            return Vec::new();
        };
        let days = session.all_days().into_iter();
        let mut tabs: Vec<Tab> = days.map(Tab::Day).collect();
        if tabs.is_empty() || !session.programme().unplaced().is_empty() {
            tabs.push(Tab::Unplaced);
        }
        tabs
    }

    /// The tab that shows: the one chosen, else today's, else the first.
    fn tab(&self, scene: &Scene<'_>) -> Tab {
        let tabs = Self::tabs(scene);
        let today = Tab::Day(scene.asker().today);
        self.tab
            .filter(|tab| tabs.contains(tab))
            .or_else(|| tabs.contains(&today).then_some(today))
            .or_else(|| tabs.first().copied())
            .unwrap_or(Tab::Unplaced)
    }

    /// The ids of a pane's entries, in order.
    fn ids<'a>(&self, pane: Pane, scene: &Scene<'a>) -> Vec<&'a str> {
        match pane {
            Pane::Schedule => schedule::ids(self.tab(scene), scene),
            Pane::People => people::ids(scene),
            Pane::Letters => letters::ids(scene),
        }
    }

    const fn selection(&self) -> &Selection {
        &self.selections[self.pane as usize]
    }

    /// The record that is selected in the pane with the focus.
    fn selected<'a>(&self, scene: &Scene<'a>) -> Option<AnyRef<'a>> {
        let visit: &'a Visit = scene.visit()?;
        visit.record(self.selection().id()?)
    }

    /// Selects a record wherever it is shown.
    fn reveal(&mut self, id: &str, scene: &Scene<'_>) {
        let Some(session) = scene.session else { return };
        // An item of several days stands on the tab that shows, too.
        if !self.ids(Pane::Schedule, scene).contains(&id)
            && let Some(placed) = session.programme().find(id)
        {
            self.tab = Some(placed.day.map_or(Tab::Unplaced, Tab::Day));
        }
        for pane in Pane::ALL {
            if self.ids(pane, scene).contains(&id) {
                self.pane = pane;
                self.selections[pane as usize].reveal(id);
            }
        }
    }

    fn settle(&mut self, scene: &Scene<'_>) {
        for pane in Pane::ALL {
            let ids = self.ids(pane, scene);
            self.selections[pane as usize].settle(&ids);
        }
    }
}

/// What a key does in another pane than the one with the focus.
fn elsewhere(context: Context, action: Action, lang: Lang) -> String {
    let pane = quoted(context.label().get(lang), lang);
    let what = action.hint().get(lang);
    say!(
        lang,
        "Nur in {pane}: {what}",
        "Only in {pane}: {what}",
        "Seulement dans {pane}\u{a0}: {what}"
    )
}

impl View for VisitView {
    fn contexts(&self) -> &'static [Context] {
        match self.pane {
            Pane::Schedule => &[Context::Schedule, Context::Visit, Context::Move],
            Pane::People => &[Context::People, Context::Visit, Context::Move],
            Pane::Letters => &[Context::Letters, Context::Visit, Context::Move],
        }
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
        let Some(session) = scene.session else { return };
        self.areas = Areas::of(area, self.pane, self.detail);
        header::draw(self, area, buf, session, scene);
        if let Some(area) = self.areas.panes[Pane::Schedule as usize] {
            schedule::draw(self, area, buf, session, scene);
        }
        if let Some(area) = self.areas.panes[Pane::People as usize] {
            people::draw(self, area, buf, session, scene);
        }
        if let Some(area) = self.areas.panes[Pane::Letters as usize] {
            letters::draw(self, area, buf, session, scene);
        }
        if let Some(area) = self.areas.detail {
            detail::draw(self.selected(scene), area, buf, scene);
        }
    }

    fn available(&self, action: Action, scene: &Scene<'_>) -> bool {
        self.can(action, scene)
    }

    fn offers(&self, action: Action, scene: &Scene<'_>) -> bool {
        let spoilt = scene.session.and_then(Session::spoilt);
        match action {
            Action::Unlock => reading::can_end(scene),
            Action::WriteBack => spoilt.is_some(),
            _ => true,
        }
    }

    fn act(&mut self, action: Action, scene: &Scene<'_>) -> Reply {
        self.perform(action, scene)
    }

    fn typed(&mut self, key: KeyEvent, scene: &Scene<'_>) -> Reply {
        let key = Key::from(key);
        let others = Pane::ALL.iter().filter(|pane| **pane != self.pane);
        let mut meant = others.filter_map(|pane| {
            let action = scene.keymap.action(&[pane.context()], key, false)?;
            Some((pane.context(), action))
        });
        meant.next().map_or(Reply::Pass, |(context, action)| {
            Reply::one(Request::Tell(elsewhere(context, action, scene.lang())))
        })
    }

    fn clicked(&mut self, click: Click, at: Position, scene: &Scene<'_>) -> Reply {
        self.pointed(click, at, scene)
    }

    fn answered(&mut self, answer: Answer, scene: &Scene<'_>) -> Reply {
        match answer {
            Answer::Record(id) => {
                self.reveal(&id, scene);
                Reply::nothing()
            }
            Answer::Copies(erasure, copies) => change::ask_to_erase(*erasure, &copies, scene),
            _ => Reply::Pass,
        }
    }

    fn changed(&mut self, scene: &Scene<'_>) {
        self.settle(scene);
    }
}
