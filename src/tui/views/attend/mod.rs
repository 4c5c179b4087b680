//! Who attends: a base such as all guests, and each participant in, out or optional.

mod draw;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    model::{Attendance, Base, Id, Part, Participant, Side, Visit, precedence},
    tui::{
        action::Action,
        keymap::Context,
        list::{Scroll, step, way},
        paint,
        view::{Click, Reply, Request, Scene, View},
    },
};

/// The widest that the list is of use.
const WIDTH: u16 = 84;
/// The rows below the list: a rule, and who attends in words.
const BELOW: u16 = 3;

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Row {
    Base(Base),
    Side(Side),
    Person(Id<Participant>),
}

/// What is to be done with the attendance; it closes the list too.
type Then = Box<dyn FnMut(Attendance, &Scene<'_>) -> Vec<Request>>;

/// The attendance of an item.
pub(in crate::tui) struct Attend {
    title: String,
    who: Attendance,
    rows: Vec<Row>,
    at: usize,
    then: Option<Then>,
    scroll: Scroll,
    drawn: Vec<(Rect, usize)>,
}

impl Attend {
    /// The list of everyone, with who attends now.
    pub(in crate::tui) fn new(
        title: impl Into<String>,
        attend: Attendance,
        scene: &Scene<'_>,
    ) -> Self {
        let rows = scene.visit().map(rows).unwrap_or_default();
        let at = rows.iter().position(|row| matches!(row, Row::Person(_)));
        Self {
            title: title.into(),
            who: attend,
            at: at.unwrap_or(0),
            rows,
            then: None,
            scroll: Scroll::default(),
            drawn: Vec::new(),
        }
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
        match self.rows.get(self.at)? {
            Row::Person(id) => scene.visit()?.participants.get(id),
            Row::Base(_) | Row::Side(_) => None,
        }
    }

    /// Moves to another line that is not a heading.
    fn go(&mut self, by: isize) -> Reply {
        let mut at = step(self.at, by, self.rows.len());
        if matches!(self.rows.get(at), Some(Row::Side(_))) {
            at = step(at, by.signum(), self.rows.len());
        }
        if !matches!(self.rows.get(at), Some(Row::Side(_))) {
            self.at = at;
        }
        Reply::nothing()
    }

    fn all(&mut self, base: Base) -> Reply {
        self.who = Attendance::all(base);
        Reply::nothing()
    }

    fn toggle(&mut self, scene: &Scene<'_>) -> Reply {
        if let Some(Row::Base(base)) = self.rows.get(self.at) {
            return self.all(base.clone());
        }
        if let Some(person) = self.person(scene) {
            self.who = self.who.toggled(person);
        }
        Reply::nothing()
    }

    fn optional(&mut self, scene: &Scene<'_>) -> Reply {
        if let Some(person) = self.person(scene) {
            let bound = self.who.part_of(person) == Some(Part::Optional);
            self.who = self.who.with_optional(person, !bound);
        }
        Reply::nothing()
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
        let people = precedence::of_side(visit, side);
        if !people.is_empty() {
            rows.push(Row::Side(side));
            rows.extend(
                people
                    .into_iter()
                    .map(|person| Row::Person(person.id.clone())),
            );
        }
    }
    rows
}

impl View for Attend {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Attendance, Context::Move]
    }

    fn place(&self, screen: Rect) -> Rect {
        let rows = u16::try_from(self.rows.len()).unwrap_or(u16::MAX);
        paint::middle(screen, WIDTH, rows.saturating_add(2 + BELOW))
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
        paint::clear(buf, area);
        let inner = paint::frame(buf, area, &self.title, true, scene.styles);
        let Some(shown) = scene.shown() else { return };
        let list = Rect {
            height: inner.height.saturating_sub(BELOW),
            ..inner
        };
        self.scroll
            .follow(self.at, self.rows.len(), list.height, |_| 1);
        self.drawn.clear();
        let rows = self.rows.iter().enumerate().skip(self.scroll.top);
        for (y, (nth, row)) in (list.y..list.bottom()).zip(rows) {
            let place = Rect {
                y,
                height: 1,
                ..list
            };
            self.draw_row(row, place, buf, shown, scene);
            if nth == self.at {
                paint::mark(buf, place, scene.styles.selected);
            }
            self.drawn.push((place, nth));
        }
        let below = Rect {
            y: list.bottom(),
            height: inner.bottom() - list.bottom(),
            ..inner
        };
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
            | Action::Up
            | Action::Down
            | Action::PageUp
            | Action::PageDown
            | Action::First
            | Action::Last
            | Action::Close => true,
            Action::Optional => self.person(scene).is_some(),
            _ => false,
        }
    }

    fn act(&mut self, action: Action, scene: &Scene<'_>) -> Reply {
        let page = self.drawn.len().max(1).cast_signed();
        if let Some(by) = way(action, page) {
            return self.go(by);
        }
        match action {
            Action::AllOfThem => self.all(Base::Everyone),
            Action::OnlyGuests => self.all(Base::Guests),
            Action::OnlyHosts => self.all(Base::Hosts),
            Action::NobodyAtAll => self.all(Base::Nobody),
            Action::Toggle => self.toggle(scene),
            Action::Optional => self.optional(scene),
            Action::Accept => {
                let attend = self.who.clone();
                let requests = self.then.as_mut().map(|then| then(attend, scene));
                Reply::Done(requests.unwrap_or_default())
            }
            Action::Close => Reply::one(Request::Close(None)),
            _ => Reply::Pass,
        }
    }

    fn clicked(&mut self, click: Click, at: Position, scene: &Scene<'_>) -> Reply {
        match click {
            Click::WheelUp => return self.go(-1),
            Click::WheelDown => return self.go(1),
            Click::Double => return Reply::nothing(),
            Click::Press => {}
        }
        let row = self.drawn.iter().find(|(area, _)| area.contains(at));
        match row {
            Some((_, nth)) if !matches!(self.rows.get(*nth), Some(Row::Side(_))) => {
                self.at = *nth;
                self.toggle(scene)
            }
            _ => Reply::nothing(),
        }
    }
}
