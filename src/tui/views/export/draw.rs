//! Drawing the export: the choices above the paper, or beside it where there is room.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{Export, Made, choices::Choice};
use crate::{
    display,
    tui::{action::Action, keymap::Context, paint, view::Scene},
    words::{capitalised, labelled},
};

/// The columns of a paper as text.
const PAPER: u16 = 80;
/// The columns of the choices where they stand beside the paper, at least and at most.
const SIDE: (u16, u16) = (36, 48);

pub(super) fn draw(
    view: &mut Export,
    made: &Made,
    area: Rect,
    buf: &mut Buffer,
    scene: &Scene<'_>,
) {
    paint::clear(buf, area);
    view.areas.clear();
    if area.width < SIDE.0 + PAPER + 4 {
        let used = above(view, made, area, buf, scene);
        let paper = Rect {
            y: area.y + used,
            height: area.height.saturating_sub(used),
            ..area
        };
        draw_paper(view, made, paper, buf, scene);
        let rule = Rect {
            y: paper.y.saturating_sub(1),
            height: 1,
            ..area
        };
        view.page.draw_more_in(rule, buf, scene.styles);
        return;
    }
    let side = Rect {
        width: (area.width - PAPER - 4).min(SIDE.1),
        ..area
    };
    beside(view, made, side, buf, scene);
    let paper = Rect {
        x: side.right(),
        width: PAPER + 4,
        ..area
    };
    let title = view.choices.paper.label.get(scene.lang());
    let inner = paint::frame(buf, paper, title, true, scene.styles);
    let text = Rect {
        x: inner.x + 1,
        width: inner.width - 2,
        ..inner
    };
    draw_paper(view, made, text, buf, scene);
    view.page.draw_more(paper, buf, scene.styles);
}

/// The choices in rows, as many beside each other as fit, then a line; returns the rows used.
fn above(view: &mut Export, made: &Made, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) -> u16 {
    let (mut x, mut y) = (area.x + 1, area.y);
    for said in said(view, scene) {
        let width = u16::try_from(said.width()).unwrap_or(0);
        if x > area.x + 1 && x + width > area.right() {
            (x, y) = (area.x + 1, y + 1);
        }
        let place = Rect {
            x,
            y,
            width,
            height: 1,
        };
        draw_choice(&said, place, buf, scene);
        view.areas.put(place, said.choice);
        x = place.right() + 3;
    }
    y += 1;
    for remark in &made.remarks {
        let text = format!("! {remark}");
        for line in display::wrap(&text, usize::from(area.width.saturating_sub(2))) {
            paint::text(
                buf,
                (area.x + 1, y),
                area.width - 1,
                &line,
                scene.styles.strong,
            );
            y += 1;
        }
    }
    let rule = "─".repeat(area.width.into());
    paint::text(buf, (area.x, y), area.width, &rule, scene.styles.frame);
    y + 1 - area.y
}

/// The choices one below the other, and what is to be told.
fn beside(view: &mut Export, made: &Made, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
    let title = Action::Export.label().get(scene.lang());
    let inner = paint::frame(buf, area, title, false, scene.styles);
    let mut y = inner.y;
    for said in said(view, scene) {
        let place = Rect {
            x: inner.x + 1,
            y,
            width: inner.width - 1,
            height: 1,
        };
        draw_choice(&said, place, buf, scene);
        view.areas.put(place, said.choice);
        y += 1;
    }
    for remark in &made.remarks {
        y += 1;
        let text = format!("! {remark}");
        for line in display::wrap(&text, usize::from(inner.width.saturating_sub(2))) {
            if y < inner.bottom() {
                paint::text(
                    buf,
                    (inner.x + 1, y),
                    inner.width - 1,
                    &line,
                    scene.styles.strong,
                );
            }
            y += 1;
        }
    }
}

/// A choice as it is read, with the key that changes it.
struct SaidChoice {
    choice: Choice,
    key: String,
    label: String,
    value: String,
}

impl SaidChoice {
    fn parts(&self) -> [&str; 4] {
        [&self.key, " ", &self.label, &self.value]
    }

    fn width(&self) -> usize {
        self.parts().into_iter().map(display::width).sum()
    }
}

/// The choices that make a difference.
fn said(view: &Export, scene: &Scene<'_>) -> Vec<SaidChoice> {
    let lang = scene.lang();
    let Some(session) = scene.session else {
        return Vec::new();
    };
    let stock = view.stock(session);
    let choices = Choice::ALL.into_iter();
    let choices = choices.filter(|choice| view.choices.matters(*choice, &stock));
    choices
        .map(|choice| {
            let name = capitalised(choice.label().get(lang));
            SaidChoice {
                choice,
                key: scene.key(Context::Export, choice.action()),
                label: labelled(&name, "", lang),
                value: view.choices.shown(choice, &stock, lang),
            }
        })
        .collect()
}

fn draw_choice(said: &SaidChoice, place: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
    let (dim, strong) = (scene.styles.dim, scene.styles.strong);
    let [key, gap, label, value] = said.parts();
    let parts = [(key, strong), (gap, dim), (label, dim), (value, strong)];
    paint::row(buf, (place.x, place.y), place.width, &parts);
}

/// The lines of the paper.
fn draw_paper(view: &mut Export, made: &Made, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
    let styles = scene.styles;
    let (text, style) = match &made.text {
        Ok(text) => (text, styles.plain),
        Err(refusal) => (refusal, styles.error),
    };
    // A screen that is narrower than the paper breaks its lines; none is wider than the paper.
    let lines: Vec<String> = text
        .lines()
        .flat_map(|line| display::wrap(line, area.width.into()))
        .collect();
    let top = view.page.fit(lines.len(), area.height);
    for (y, line) in (area.y..area.bottom()).zip(&lines[top..]) {
        paint::text(buf, (area.x, y), area.width, line, style);
    }
}
