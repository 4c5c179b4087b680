//! Pages drawn into a PDF file, each thing with what it is for a screen reader.

use krilla::{
    color::rgb,
    geom::{Path, PathBuilder, Point, Rect, Size, Transform},
    image::Image,
    num::NormalizedF32,
    paint::{Fill, FillRule, Stroke},
    surface::Surface,
    tagging::{Artifact, ArtifactType, ContentTag, SpanTag},
};

use super::{
    fonts::Fonts,
    lines::{Ink, TextLine},
    pages::Placed,
    slab::{Bar, Drawing, Mark, Stack, Tag},
    tree::Tree,
};

/// What is drawn with.
pub(super) struct Painter<'a> {
    pub(super) fonts: &'a Fonts,
    pub(super) tree: &'a mut Tree,
    pub(super) logo: Option<Image>,
    /// Where the text of a page begins, from the left edge of the paper.
    pub(super) left: f32,
}

impl Painter<'_> {
    /// Draws what was placed on a page whose text begins at this height. In the file everything
    /// stands in the order in which it is read, for whoever copies or searches.
    pub(super) fn page(&mut self, surface: &mut Surface<'_>, placed: &[Placed], top: f32) {
        let mut marks = Vec::new();
        for one in placed {
            let y = top + one.top;
            for bar in &one.slab.bars {
                self.bar(surface, *bar, y, one);
            }
            let baseline = y + one.slab.above;
            marks.extend(
                one.slab
                    .rules
                    .iter()
                    .map(|mark| (mark, y + one.slab.height(), true)),
            );
            marks.extend(
                one.slab
                    .marks
                    .iter()
                    .map(|mark| (mark, baseline, one.repeated)),
            );
        }
        marks.sort_by_key(|(mark, _, repeated)| match mark.tag {
            Tag::Of(node) if !repeated => Some(node),
            _ => None,
        });
        for (mark, baseline, repeated) in marks {
            self.mark(surface, mark, baseline, repeated);
        }
    }

    /// Draws a stack that is on every page.
    pub(super) fn stack(&mut self, surface: &mut Surface<'_>, stack: &Stack, top: f32) {
        let mut y = top;
        for (at, slab) in stack.iter().enumerate() {
            y += if at == 0 { 0.0 } else { slab.gap };
            for mark in &slab.marks {
                self.mark(surface, mark, y + slab.above, false);
            }
            for rule in &slab.rules {
                self.mark(surface, rule, y + slab.height(), false);
            }
            y += slab.height();
        }
    }

    fn bar(&mut self, surface: &mut Surface<'_>, bar: Bar, y: f32, placed: &Placed) {
        let up = if bar.joined { placed.gap } else { 0.0 };
        let height = up + placed.slab.height();
        surface.start_tagged(artifact(ArtifactType::Layout));
        self.block(surface, (bar.x, y - up), (bar.width, height), bar.ink);
        surface.end_tagged();
    }

    fn mark(&mut self, surface: &mut Surface<'_>, mark: &Mark, baseline: f32, repeated: bool) {
        let (x, y) = (mark.x, baseline + mark.y);
        let tag = match mark.tag {
            Tag::Of(_) if repeated => Tag::Artifact(ArtifactType::PaginationOther),
            tag => tag,
        };
        let content = match (tag, &mark.what) {
            (Tag::Artifact(kind), _) => artifact(kind),
            (
                Tag::Of(_),
                Drawing::Check { said, .. }
                | Drawing::Block {
                    said: Some(said), ..
                },
            ) => ContentTag::Span(SpanTag::empty().with_alt_text(Some(said))),
            (Tag::Of(_), Drawing::Logo { .. } | Drawing::Block { .. }) => ContentTag::Other,
            (Tag::Of(_), Drawing::Text(line)) if line.runs.is_empty() => return,
            (Tag::Of(_), Drawing::Text(_)) => ContentTag::Span(SpanTag::empty()),
        };
        let drawn = surface.start_tagged(content);
        match &mark.what {
            Drawing::Text(line) => self.text(surface, line, x, y),
            Drawing::Block {
                width, height, ink, ..
            } => self.block(surface, (x, y), (*width, *height), *ink),
            Drawing::Check { size, done, .. } => self.check(surface, (x, y - size), *size, *done),
            Drawing::Logo { width, height } => self.logo(surface, (x, y), (*width, *height)),
        }
        surface.end_tagged();
        if let Tag::Of(node) = tag {
            self.tree.drawn(node, drawn);
        }
    }

    fn text(&self, surface: &mut Surface<'_>, line: &TextLine, x: f32, y: f32) {
        surface.set_stroke(None);
        surface.set_fill(Some(fill(line.style.ink)));
        let mut x = self.left + x - line.hangs;
        for run in &line.runs {
            let size = line.style.size * run.face.scale();
            let font = self.fonts.drawing(run.face);
            let start = Point::from_xy(x, y);
            surface.draw_glyphs(start, &run.glyphs, font, &run.text, size, false);
            x += run.width * size;
        }
    }

    fn block(&self, surface: &mut Surface<'_>, at: (f32, f32), size: (f32, f32), ink: Ink) {
        let Some(rect) = Rect::from_xywh(self.left + at.0, at.1, size.0, size.1) else {
            return;
        };
        let mut path = PathBuilder::new();
        path.push_rect(rect);
        draw(surface, path.finish(), None, Some(fill(ink)));
    }

    fn check(&self, surface: &mut Surface<'_>, at: (f32, f32), size: f32, done: bool) {
        let (x, y) = (self.left + at.0, at.1);
        let stroke = |width: f32| Stroke {
            paint: rgb::Color::black().into(),
            width,
            ..Stroke::default()
        };
        let mut path = PathBuilder::new();
        if let Some(rect) = Rect::from_xywh(x + 0.4, y + 0.4, size - 0.8, size - 0.8) {
            path.push_rect(rect);
        }
        draw(surface, path.finish(), Some(stroke(0.8)), None);
        if done {
            let mut path = PathBuilder::new();
            path.move_to(x + size * 0.22, y + size * 0.54);
            path.line_to(x + size * 0.42, y + size * 0.75);
            path.line_to(x + size * 0.8, y + size * 0.24);
            draw(surface, path.finish(), Some(stroke(1.2)), None);
        }
    }

    fn logo(&self, surface: &mut Surface<'_>, at: (f32, f32), size: (f32, f32)) {
        let (Some(image), Some(size)) = (&self.logo, Size::from_wh(size.0, size.1)) else {
            return;
        };
        surface.push_transform(&Transform::from_translate(self.left + at.0, at.1));
        surface.draw_image(image.clone(), size);
        surface.pop();
    }
}

fn artifact(kind: ArtifactType) -> ContentTag<'static> {
    ContentTag::Artifact(Artifact::with_kind(kind))
}

fn fill([red, green, blue]: Ink) -> Fill {
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::default(),
    }
}

fn draw(surface: &mut Surface<'_>, path: Option<Path>, stroke: Option<Stroke>, fill: Option<Fill>) {
    if let Some(path) = path {
        surface.set_stroke(stroke);
        surface.set_fill(fill);
        surface.draw_path(&path);
    }
}
