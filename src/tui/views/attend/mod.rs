//! Who attends: a base such as all guests, and each participant in, out or optional.

mod draw;
mod touched;

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Position, Rect},
};

use crate::{
    model::{Attendance, Base, Id, Part, Participant, Side, Visit, precedence, value::Entry},
    tui::{
        action::Action,
        keymap::Context,
        list::{Entries, List, moves},
        paint,
        view::{Click, Reply, Request, Scene, View},
        views::ask::Ask,
    },
};
use touched::Touched;

/// The widest that the list is of use.
const WIDTH: u16 = 84;
/// The rows below the list: a rule, and who attends in words.
const BELOW: u16 = 3;

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Row {
    Base(Base),
    Person(Side, Id<Participant>),
}

/// What is to be done with the attendance; it closes the list too.
type Then = Box<dyn FnMut(Attendance, &Scene<'_>) -> Vec<Request>>;

/// The attendance of an item.
pub(in crate::tui) struct Attend {
    title: String,
    /// The item whose attendance it is, where it is that of the visit and not of a form.
    item: Option<String>,
    who: Attendance,
    touched: Touched,
    rows: Vec<Row>,
    list: List,
    then: Option<Then>,
}

impl Attend {
    /// The list of everyone, with who attends now.
    pub(in crate::tui) fn new(
        title: impl Into<String>,
        attend: Attendance,
        scene: &Scene<'_>,
    ) -> Self {
        let rows = scene.visit().map(rows).unwrap_or_default();
        let first = rows.iter().position(|row| matches!(row, Row::Person(..)));
        let mut list = List::default();
        list.go_to(first.unwrap_or(0), rows.len());
        Self {
            title: title.into(),
            item: None,
            touched: Touched::not(attend.clone()),
            who: attend,
            rows,
            list,
            then: None,
        }
    }

    /// It is that of this item: what somebody else makes of it meanwhile is taken in.
    #[must_use]
    pub(in crate::tui) fn of_item(mut self, id: impl Into<String>) -> Self {
        self.item = Some(id.into());
        self
    }

    /// What is to be done with the attendance.
    #[must_use]
    pub(in crate::tui) fn then(
        mut self,
        then: impl FnMut(Attendance, &Scene<'_>) -> Vec<Request> + 'static,
    ) -> Self {
        self.then = Some(Box::new(then));
        self
    }

    fn person<'a>(&self, scene: &Scene<'a>) -> Option<&'a Participant> {
        match self.rows.get(self.list.at())? {
            Row::Person(_, id) => scene.visit()?.participants.get(id),
            Row::Base(_) => None,
        }
    }

    /// The side of a line, if it is the first of that side.
    fn side(&self, at: usize) -> Option<Side> {
        let side = |at: usize| match self.rows.get(at)? {
            Row::Person(side, _) => Some(*side),
            Row::Base(_) => None,
        };
        let before = at.checked_sub(1).and_then(side);
        side(at).filter(|own| Some(*own) != before)
    }

    fn all(&mut self, base: Base) -> Reply {
        self.touched.all(&base);
        self.who = Attendance::all(base);
        Reply::nothing()
    }

    fn toggle(&mut self, scene: &Scene<'_>) -> Reply {
        if let Some(Row::Base(base)) = self.rows.get(self.list.at()) {
            return self.all(base.clone());
        }
        if let Some(person) = self.person(scene) {
            self.who = self.who.toggled(person);
            self.touched.part(person, self.who.part_of(person));
        }
        Reply::nothing()
    }

    fn optional(&mut self, scene: &Scene<'_>) -> Reply {
        if let Some(person) = self.person(scene) {
            let bound = self.who.part_of(person) == Some(Part::Optional);
            self.who = self.who.with_optional(person, !bound);
            self.touched.part(person, self.who.part_of(person));
        }
        Reply::nothing()
    }
}

impl Attend {
    /// What somebody else did to the same is replaced only if the person says so.
    fn accept(&mut self, scene: &Scene<'_>) -> Reply {
        let attend = self.who.clone();
        let requests = self.then.as_mut().map(|then| then(attend, scene));
        let requests = requests.unwrap_or_default();
        match self.touched.torn().zip(scene.shown()) {
            Some((theirs, shown)) => {
                let ask = Ask::replacing(&theirs.typed(shown), requests, scene.lang());
                Reply::open(ask)
            }
            None => Reply::Done(requests),
        }
    }
}

/// The bases, the named groups among them, then everyone by side in precedence.
fn rows(visit: &Visit) -> Vec<Row> {
    let mut groups: Vec<&str> = visit
        .participants
        .iter()
        .map(|p| p.group.as_str())
        .collect();
    groups.sort_unstable();
    groups.dedup();
    groups.retain(|group| !group.is_empty());
    let groups = groups
        .into_iter()
        .map(|group| Base::Group(group.to_owned()));
    let bases = [Base::Everyone, Base::Guests, Base::Hosts, Base::Nobody];
    let mut rows: Vec<Row> = bases.into_iter().chain(groups).map(Row::Base).collect();
    for side in [Side::Guest, Side::Host, Side::Third] {
        let people = precedence::of_side(visit, side).into_iter();
        rows.extend(people.map(|person| Row::Person(side, person.id.clone())));
    }
    rows
}

impl View for Attend {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Attendance, Context::Move]
    }

    fn place(&self, screen: Rect) -> Rect {
        let sides = (0..self.rows.len()).filter_map(|at| self.side(at));
        let rows = u16::try_from(self.rows.len() + sides.count()).unwrap_or(u16::MAX);
        paint::middle(screen, WIDTH, rows.saturating_add(2 + BELOW))
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
        paint::clear(buf, area);
        let inner = paint::frame(buf, area, &self.title, true, scene.styles);
        let Some(shown) = scene.shown() else { return };
        let parts = Layout::vertical([Constraint::Fill(1), Constraint::Length(BELOW)]);
        let [list, below] = parts.areas(inner);
        let mut state = std::mem::take(&mut self.list);
        let draw = |at: usize, line: Rect, buf: &mut Buffer| {
            self.draw_row(&self.rows[at], line, buf, shown, scene);
        };
        let heading = |at: usize| Some(self.side(at)?.all_of_them().get(shown.lang));
        let entries = Entries {
            heading: &heading,
            ..Entries::new(self.rows.len(), &draw)
        };
        state.draw(list, buf, scene.styles, &entries);
        self.list = state;
        self.draw_below(below, buf, shown, scene);
    }

    fn available(&self, action: Action, scene: &Scene<'_>) -> bool {
        match action {
            Action::AllOfThem
            | Action::OnlyGuests
            | Action::OnlyHosts
            | Action::NobodyAtAll
            | Action::Toggle
            | Action::Accept
            | Action::Close => true,
            Action::Optional => self.person(scene).is_some(),
            other => moves(other),
        }
    }

    fn act(&mut self, action: Action, scene: &Scene<'_>) -> Reply {
        if self.list.moved(action, self.rows.len()) {
            return Reply::nothing();
        }
        match action {
            Action::AllOfThem => self.all(Base::Everyone),
            Action::OnlyGuests => self.all(Base::Guests),
            Action::OnlyHosts => self.all(Base::Hosts),
            Action::NobodyAtAll => self.all(Base::Nobody),
            Action::Toggle => self.toggle(scene),
            Action::Optional => self.optional(scene),
            Action::Accept => self.accept(scene),
            Action::Close => Reply::one(Request::Close(None)),
            _ => Reply::Pass,
        }
    }

    fn changed(&mut self, scene: &Scene<'_>) {
        let Some(visit) = scene.visit() else { return };
        let here = self.rows.get(self.list.at()).cloned();
        self.rows = rows(visit);
        let at = self.rows.iter().position(|row| Some(row) == here.as_ref());
        self.list
            .go_to(at.unwrap_or_else(|| self.list.at()), self.rows.len());
        let item = self.item.as_deref().and_then(|id| visit.items.get(id));
        if let Some(item) = item {
            self.who = self.touched.done_to(&item.attend, visit);
        }
    }

    fn clicked(&mut self, click: Click, at: Position, scene: &Scene<'_>) -> Reply {
        match self.list.clicked(click, at, self.rows.len()) {
            Some(Click::Press) => self.toggle(scene),
            _ => Reply::nothing(),
        }
    }
}
