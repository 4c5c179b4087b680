//! Where the panes stand: one at a time on a small screen, side by side on a wide one.

use ratatui::layout::Rect;

use super::Pane;

/// The width from which panes stand side by side.
const SIDE_BY_SIDE: u16 = 100;
/// The width from which the detail has a column of its own.
const THREE_COLUMNS: u16 = 170;

/// Where everything stands.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Areas {
    /// The areas of the panes that show.
    pub(super) panes: [Option<Rect>; 3],
    /// The area of the detail, if it shows.
    pub(super) detail: Option<Rect>,
}

impl Areas {
    /// The areas below title and tabs.
    pub(super) fn of(area: Rect, pane: Pane, detail: bool) -> Self {
        let body = Rect {
            y: area.y + 2,
            height: area.height.saturating_sub(2),
            ..area
        };
        if area.width >= THREE_COLUMNS {
            let (rest, detail) = split_right(body, body.width * 3 / 10);
            return Self {
                panes: side_by_side(rest),
                detail: Some(detail),
            };
        }
        if area.width >= SIDE_BY_SIDE {
            let mut panes = side_by_side(body);
            let detail = detail.then(|| lower(&mut panes[0])).flatten();
            return Self { panes, detail };
        }
        let mut panes = [None; 3];
        panes[pane as usize] = Some(body);
        let detail = detail.then(|| lower(&mut panes[pane as usize])).flatten();
        Self { panes, detail }
    }
}

fn side_by_side(area: Rect) -> [Option<Rect>; 3] {
    let (schedule, right) = split_right(area, area.width * 2 / 5);
    let people = Rect {
        height: right.height * 3 / 5,
        ..right
    };
    let letters = Rect {
        y: people.bottom(),
        height: right.height - people.height,
        ..right
    };
    [Some(schedule), Some(people), Some(letters)]
}

fn split_right(area: Rect, right: u16) -> (Rect, Rect) {
    let left = Rect {
        width: area.width - right,
        ..area
    };
    (
        left,
        Rect {
            x: left.right(),
            width: right,
            ..area
        },
    )
}

/// Takes the lower half of an area for the detail.
fn lower(area: &mut Option<Rect>) -> Option<Rect> {
    let whole = area.as_mut()?;
    let height = whole.height / 2;
    let detail = Rect {
        y: whole.bottom() - height,
        height,
        ..*whole
    };
    whole.height -= height;
    Some(detail)
}
