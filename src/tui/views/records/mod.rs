//! The visit's places, vehicles and tasks, each kind in a tab, with the detail of the selected one.

mod draw;
mod order;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    model::{AnyRef, Kind, task::TaskState},
    plan::{self, Edit},
    tui::{
        action::Action,
        keymap::Context,
        list::{Selection, moves},
        places::Places,
        view::{Answer, Click, Reply, Request, Scene, View},
        views::form::Form,
    },
};

/// The kinds of the tabs, in their order.
const TABS: [Kind; 3] = [Kind::Place, Kind::Vehicle, Kind::Task];

/// The keys of a task that say that it is done.
const DONE: [&str; 2] = ["state", "done_on"];

/// Places, vehicles and tasks.
pub(in crate::tui) struct Records {
    tab: usize,
    selections: [Selection; 3],
    tabs: Places<usize>,
}

impl Records {
    /// The records, beginning with the places.
    pub(in crate::tui) fn new() -> Self {
        Self {
            tab: 0,
            selections: Default::default(),
            tabs: Places::default(),
        }
    }

    /// The records, with this one selected.
    pub(in crate::tui) fn at(kind: Kind, id: &str) -> Self {
        let mut records = Self::new();
        records.reveal(kind, id);
        records
    }

    fn reveal(&mut self, kind: Kind, id: &str) {
        if let Some(tab) = TABS.iter().position(|own| *own == kind) {
            self.tab = tab;
            self.selections[tab].reveal(id);
        }
    }

    const fn kind(&self) -> Kind {
        TABS[self.tab]
    }

    /// Settles the selection among the records of the tab.
    fn settle(&mut self, scene: &Scene<'_>) {
        let records = order::of(self.kind(), scene);
        self.selections[self.tab].settle(&ids(&records));
    }

    fn selected<'a>(&self, scene: &Scene<'a>) -> Option<AnyRef<'a>> {
        match self.selections[self.tab].id() {
            Some(id) => scene.visit()?.record(id),
            None => order::of(self.kind(), scene).first().copied(),
        }
    }

    fn turn(&mut self, by: usize) -> Reply {
        self.tab = (self.tab + by) % TABS.len();
        Reply::nothing()
    }

    fn on_selected(
        &self,
        scene: &Scene<'_>,
        ask: impl FnOnce(&crate::model::Visit, &str) -> Result<crate::edit::Transaction, plan::Refusal>,
    ) -> Reply {
        match (scene.visit(), self.selected(scene)) {
            (Some(visit), Some(record)) => {
                Reply::one(Request::plan(ask(visit, record.id()), scene.lang()))
            }
            _ => Reply::Pass,
        }
    }

    /// A form for another record like the selected one, which is still to be done.
    fn duplicate(&self, scene: &Scene<'_>) -> Reply {
        let fields = self.kind().fields().iter().map(|info| info.key);
        let keys: Vec<&str> = fields.filter(|key| !DONE.contains(key)).collect();
        let selected = self.selected(scene);
        open(selected.and_then(|record| Form::like(record.id(), &keys, scene)))
    }

    /// Marks a task as done today, or as open again.
    fn toggle_done(&self, scene: &Scene<'_>) -> Reply {
        let Some(AnyRef::Task(task)) = self.selected(scene) else {
            return Reply::Pass;
        };
        let asker = scene.asker();
        let edits = if task.state == TaskState::Done {
            [Edit::set("state", "open"), Edit::set("done_on", "")]
        } else {
            let today = asker.today.format("%Y-%m-%d").to_string();
            [Edit::set("state", "done"), Edit::set("done_on", today)]
        };
        self.on_selected(scene, |visit, id| plan::set(visit, id, &edits, asker))
    }
}

fn ids<'a>(records: &[AnyRef<'a>]) -> Vec<&'a str> {
    records.iter().map(|record| record.id()).collect()
}

fn open(form: Option<Form>) -> Reply {
    form.map_or(Reply::Pass, Reply::open)
}

impl View for Records {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Records, Context::Move]
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
        draw::draw(self, area, buf, scene);
    }

    fn available(&self, action: Action, scene: &Scene<'_>) -> bool {
        if scene.session.is_none() {
            return false;
        }
        let selected = self.selected(scene);
        match action {
            Action::NextPane | Action::PrevPane | Action::Add => true,
            Action::Edit | Action::Remove | Action::Duplicate => selected.is_some(),
            Action::Done => matches!(selected, Some(AnyRef::Task(_))),
            Action::Undo => scene.can_undo(),
            Action::Redo => scene.can_redo(),
            other => moves(other) && selected.is_some(),
        }
    }

    fn offers(&self, action: Action, _: &Scene<'_>) -> bool {
        // Places and vehicles are never done.
        action != Action::Done || self.kind() == Kind::Task
    }

    fn act(&mut self, action: Action, scene: &Scene<'_>) -> Reply {
        let records = order::of(self.kind(), scene);
        if self.selections[self.tab].moved(action, &ids(&records)) {
            return Reply::nothing();
        }
        match action {
            Action::NextPane => self.turn(1),
            Action::PrevPane => self.turn(TABS.len() - 1),
            Action::Add => open(Form::add(self.kind(), &[], scene)),
            Action::Edit => {
                let selected = self.selected(scene);
                open(selected.and_then(|record| Form::of(record.id(), scene)))
            }
            Action::Undo => Reply::one(Request::Undo),
            Action::Redo => Reply::one(Request::Redo),
            Action::Remove => {
                self.on_selected(scene, |visit, id| plan::remove(visit, id, scene.lang()))
            }
            Action::Duplicate => self.duplicate(scene),
            Action::Done => self.toggle_done(scene),
            _ => Reply::Pass,
        }
    }

    fn clicked(&mut self, click: Click, at: Position, scene: &Scene<'_>) -> Reply {
        if let Some(tab) = self.tabs.pressed(click, at) {
            self.tab = tab;
            return Reply::nothing();
        }
        let records = order::of(self.kind(), scene);
        match self.selections[self.tab].clicked(click, at, &ids(&records)) {
            Some(Click::Double) => self.act(Action::Edit, scene),
            _ => Reply::nothing(),
        }
    }

    fn answered(&mut self, answer: Answer, scene: &Scene<'_>) -> Reply {
        let Answer::Record(id) = answer else {
            return Reply::Pass;
        };
        if let Some(kind) = scene.visit().and_then(|visit| visit.kind_of(&id)) {
            self.reveal(kind, &id);
        }
        Reply::nothing()
    }

    fn changed(&mut self, scene: &Scene<'_>) {
        self.settle(scene);
    }
}
