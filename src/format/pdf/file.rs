//! The file: the document laid out, shared out among pages, drawn, with its title, language and
//! bookmarks.

use krilla::tagging::Tag as PdfTag;
use krilla::{
    Document as Pdf, SerializeSettings,
    configure::{Accessibility, ConfigurationBuilder},
    destination::XyzDestination,
    error::KrillaError,
    geom::Point,
    image::Image,
    metadata::{Metadata, TextDirection},
    outline::{Outline, OutlineNode},
    page::PageSettings,
};

use super::{
    beside::level,
    flow::{Column, Flow},
    fonts::Fonts,
    head::{closed, room, with_logo},
    pages::{Placed, Room, pages},
    paint::Painter,
    shape::Shaper,
    sheet::Setup,
    slab::{Frame, Stack},
    tree::{NodeId, Tree},
};
use crate::{
    format::{Print, Unwritable, logo},
    paper::{Block, Document, Head},
    words::Lang,
};

pub(super) fn write(print: &Print<'_>, fonts: &Fonts) -> Result<Vec<u8>, Unwritable> {
    let mut setup = Setup::of(print.document.sheet, print.house.paper);
    if print.beside.is_some() {
        setup = setup.halved(print.document.sheet);
    }
    let langs = [Some(print.document), print.beside].into_iter().flatten();
    let mut langs = langs.map(|document| document.lang);
    let has_rtl = langs.any(Lang::is_right_to_left);
    let mut flow = Flow {
        shaper: Shaper::new(fonts, has_rtl),
        tree: Tree::new(),
        setup,
        ink: print.house.ink(),
        rule: print.house.colour,
        headers: Vec::new(),
        open: None,
    };
    let frame = Frame {
        left: 0.0,
        width: setup.measure(),
        rtl: print.document.lang.is_right_to_left(),
    };
    let said = columns(print, &mut flow, frame);
    let logo = print.house.logo.as_ref();
    let picture = logo::picture(logo.map_or(&[], |logo| &logo.bytes))?;
    let running = flow.running(&said, frame);
    let foot = flow.foot(&said, print.house, (1, 99), frame);
    let page = setup.height - 2.0 * setup.edge - setup.small;
    let room = Room {
        first: room(page, &[&foot]),
        others: room(page, &[&foot, &running]),
    };
    let mut stack = heads(print, &mut flow, &said, frame, picture.as_ref());
    stack.extend(body(print, &mut flow, &said, room.others));
    let pages = pages(stack, &flow.headers, room);
    let feet = (1..=pages.len())
        .map(|page| flow.foot(&said, print.house, (page, pages.len()), frame))
        .collect();
    let image = picture.map(|picture| Image::from_png(picture.png.into(), false));
    let image = image.transpose().map_err(Unwritable::Logo)?;
    let drawn = Drawn {
        pages,
        running,
        feet,
        image,
        outline: &print.document.head,
    };
    drawn.written(print, fonts, flow.tree, setup)
}

/// Each language with the part of the page that it has.
fn columns<'a>(
    print: &Print<'a>,
    flow: &mut Flow<'_>,
    frame: Frame,
) -> Vec<(&'a Document, Column)> {
    let documents = [Some(print.document), print.beside];
    let documents: Vec<&Document> = documents.into_iter().flatten().collect();
    let gutter = flow.setup.gutter;
    let width = if documents.len() == 1 {
        frame.width
    } else {
        (frame.width - gutter) / 2.0
    };
    let with_column = |(document, start): (&'a Document, f32)| {
        let part = Frame {
            rtl: document.lang.is_right_to_left(),
            ..frame.part(start, width)
        };
        let column = Column {
            frame: part,
            lang: document.lang,
            times: flow.times(document, width),
        };
        (document, column)
    };
    let starts = [0.0, width + gutter];
    documents.into_iter().zip(starts).map(with_column).collect()
}

/// The head of the first page, and what its columns are called.
fn heads(
    print: &Print<'_>,
    flow: &mut Flow<'_>,
    said: &[(&Document, Column)],
    frame: Frame,
    logo: Option<&logo::Picture>,
) -> Stack {
    let lang = print.document.lang;
    let name = match print.house.in_lang(lang).name {
        "" => &print.document.head.sender,
        name => name,
    };
    let mut logo = logo.map(|logo| flow.logo(logo, frame, lang, name));
    let mut stack = Vec::new();
    if said.len() > 1 {
        // Both columns have a head of their own, so that the logo stands above them.
        stack.extend(
            logo.take()
                .map(|logo| with_logo(Vec::new(), logo))
                .into_iter()
                .flatten(),
        );
    }
    let nodes = sections(flow, said);
    let mut parts: Vec<Vec<Stack>> = Vec::new();
    for ((document, column), node) in said.iter().zip(&nodes) {
        parts.push(flow.head(document, print.house, *column, logo.take(), *node));
    }
    let mut parts = parts.into_iter();
    let first = parts.next().unwrap_or_default();
    match parts.next() {
        Some(second) => {
            for (a, b) in first.into_iter().zip(second) {
                stack.extend(level(a, b, f32::MAX));
            }
        }
        None => stack.extend(first.into_iter().flatten()),
    }
    let mut stack = closed(stack, frame, flow.rule);
    let first = print.document.body.first();
    let is_header = said.len() == 1 && matches!(first, Some(Block::Schedule(_)));
    let each = said.iter().zip(&nodes);
    let titles = each.filter_map(|((document, column), node)| {
        let titles = document.columns.as_ref()?;
        Some(flow.columns(titles, *column, *node, is_header))
    });
    stack.extend(super::slab::beside(titles.collect()));
    stack
}

/// The parts of the tree that the languages stand in; one language needs none of its own.
fn sections(flow: &mut Flow<'_>, said: &[(&Document, Column)]) -> Vec<NodeId> {
    if let [_] = said {
        return vec![Tree::ROOT];
    }
    let of = |(document, _): &(&Document, Column)| {
        let tag = PdfTag::Div.with_lang(Some(document.lang.code().to_owned()));
        flow.tree.add(Tree::ROOT, tag)
    };
    said.iter().map(of).collect()
}

fn body(print: &Print<'_>, flow: &mut Flow<'_>, said: &[(&Document, Column)], room: f32) -> Stack {
    match (print.pairs(), said) {
        (Some(pairs), [(_, first), (_, second)]) => {
            let mut stack = Vec::new();
            for pair in &pairs {
                let nodes = sections(flow, said);
                let nodes = [nodes[0], nodes[1]];
                stack.extend(flow.pair_of_blocks(pair, [*first, *second], nodes, room));
            }
            stack
        }
        (_, [(document, column), ..]) => {
            let blocks = document.body.iter();
            blocks
                .flat_map(|block| flow.block(block, *column, Tree::ROOT))
                .flatten()
                .collect()
        }
        _ => Vec::new(),
    }
}

/// Everything that is to be drawn.
struct Drawn<'a> {
    pages: Vec<Vec<Placed>>,
    running: Stack,
    feet: Vec<Stack>,
    image: Option<Image>,
    outline: &'a Head,
}

impl Drawn<'_> {
    fn written(
        self,
        print: &Print<'_>,
        fonts: &Fonts,
        mut tree: Tree,
        setup: Setup,
    ) -> Result<Vec<u8>, Unwritable> {
        let failed = |what: &dyn std::fmt::Debug| Unwritable::Failed(format!("{what:?}"));
        let configuration = ConfigurationBuilder::new()
            .with_accessibility_validator(Accessibility::UA1)
            .finish()
            .map_err(|error| failed(&error))?;
        let mut pdf = Pdf::new_with(SerializeSettings {
            configuration,
            ..SerializeSettings::default()
        });
        let mut painter = Painter {
            fonts,
            tree: &mut tree,
            logo: self.image.clone(),
            left: setup.side,
        };
        let running = super::slab::height(&self.running);
        for (at, (page, foot)) in self.pages.iter().zip(&self.feet).enumerate() {
            let settings = PageSettings::from_wh(setup.width, setup.height);
            let mut sheet = pdf.start_page_with(settings.unwrap_or_default());
            let mut surface = sheet.surface();
            let mut top = setup.edge;
            if at > 0 {
                painter.stack(&mut surface, &self.running, top);
                top += running;
            }
            painter.page(&mut surface, page, top);
            let foot_at = setup.height - setup.edge - super::slab::height(foot);
            painter.stack(&mut surface, foot, foot_at);
            surface.finish();
            sheet.finish();
        }
        pdf.set_outline(self.bookmarks(setup, running));
        pdf.set_tag_tree(tree.finish(print.document.lang.code()));
        pdf.set_metadata(metadata(print.document));
        pdf.finish().map_err(|error| match error {
            KrillaError::Image(_, _, why) => Unwritable::Logo(why),
            KrillaError::Validation(found) => failed(&found),
            other => Unwritable::Failed(other.to_string()),
        })
    }

    /// The title, and below it the headings.
    fn bookmarks(&self, setup: Setup, running: f32) -> Outline {
        let mut outline = Outline::new();
        let mut title: Option<OutlineNode> = None;
        for (at, page) in self.pages.iter().enumerate() {
            let top = setup.edge + if at == 0 { 0.0 } else { running };
            for placed in page.iter().filter(|placed| !placed.repeated) {
                let Some(text) = &placed.slab.bookmark else {
                    continue;
                };
                let point = Point::from_xy(0.0, top + placed.top);
                let text = if title.is_none() {
                    titled(self.outline)
                } else {
                    text.clone()
                };
                let node = OutlineNode::new(text, XyzDestination::new(at, point));
                match &mut title {
                    Some(title) => title.push_child(node),
                    None => title = Some(node.with_open(true)),
                }
            }
        }
        let start = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
        outline.push_child(title.unwrap_or_else(|| OutlineNode::new(titled(self.outline), start)));
        outline
    }
}

/// What a paper is called where it is no longer seen: its title, what it is about, and the visit.
fn titled(head: &Head) -> String {
    let parts = [&head.title, &head.subject, &head.visit];
    let parts = parts.into_iter().filter(|part| !part.trim().is_empty());
    let title = parts.map(String::as_str).collect::<Vec<_>>().join(" – ");
    if title.is_empty() {
        "–".to_owned()
    } else {
        title
    }
}

/// Title and language; neither who made it nor when nor where.
fn metadata(document: &Document) -> Metadata {
    Metadata::new()
        .title(titled(&document.head))
        .language(document.lang.code().to_owned())
        .text_direction(if document.lang.is_right_to_left() {
            TextDirection::RightToLeft
        } else {
            TextDirection::LeftToRight
        })
}
