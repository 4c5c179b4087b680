//! Documents that nobody composed, for what every format has to promise.

use attache::{
    paper::{
        Block, Check, Detail, Document, Fact, Foot, Head, Line, Posting, Row, Sheet, Signature,
        Stretch, Table,
    },
    words::Lang,
};
use proptest::{collection::vec, prelude::*};

/// Text as people type or paste it, and worse.
pub(super) fn anything() -> BoxedStrategy<String> {
    prop_oneof![
        "[A-Za-zäöüéß ,.-]{0,60}",
        "\\PC{0,120}",
        "[\\p{Arabic}\\p{M}日本語한국👨\u{200d} ]{0,60}",
        Just("Donaudampfschifffahrtsgesellschaftskapitän".repeat(4)),
        Just(format!("Z{}", "\u{301}".repeat(500))),
        Just("\u{1b}[2J\u{202e}\r\t\u{9b}\u{0}".to_owned()),
    ]
    .boxed()
}

/// Words that stay whole at any width, so that each can be looked for.
pub(super) fn words() -> BoxedStrategy<String> {
    prop_oneof![
        4 => "([a-z]{1,8}( [a-z]{1,8}){0,12})?",
        1 => "[\u{621}-\u{64a}]{1,8}( [\u{621}-\u{64a}]{1,8}){0,6}",
    ]
    .boxed()
}

type Texts = BoxedStrategy<String>;

/// A document of such texts, with everything that a document can have.
pub(super) fn any_document(text: fn() -> Texts) -> impl Strategy<Value = Document> {
    let sheet = prop::sample::select(vec![Sheet::Page, Sheet::Wide, Sheet::Card]);
    let lang = prop::sample::select(Lang::WRITTEN.to_vec());
    (
        lang,
        sheet,
        vec(text(), 10),
        prop::option::of((text(), text())),
        vec(block(text), 0..6),
    )
        .prop_map(|(lang, sheet, edges, columns, body)| {
            let edge = |at: usize| edges[at].clone();
            Document {
                lang,
                sheet,
                head: Head {
                    marking: edge(0),
                    sender: edge(1),
                    audience: edge(2),
                    visit: edge(3),
                    title: edge(4),
                    issue: edge(5),
                    subject: edge(6),
                    stamp: edge(7),
                },
                columns,
                body,
                foot: Foot {
                    note: edge(8),
                    contact: edge(9),
                },
                posting: Posting::default(),
                remarks: Vec::new(),
            }
        })
}

fn block(text: fn() -> Texts) -> BoxedStrategy<Block> {
    let check = (any::<bool>(), text(), text(), vec(text(), 0..3));
    let check = check.prop_map(|(done, when, what, details)| Check {
        done,
        when,
        what,
        details,
    });
    let signature = (text(), vec(text(), 0..3));
    let signature = signature.prop_map(|(party, signatory)| Signature { party, signatory });
    prop_oneof![
        text().prop_map(Block::Heading),
        vec(stretch(text), 0..4).prop_map(Block::Schedule),
        vec(fact(text), 0..4).prop_map(Block::Facts),
        table(text).prop_map(Block::Table),
        text().prop_map(Block::Paragraph),
        vec(text(), 0..4).prop_map(Block::List),
        vec(check, 0..4).prop_map(Block::Checks),
        vec(signature, 0..4).prop_map(Block::Signatures),
        Just(Block::NewPage),
    ]
    .boxed()
}

fn fact(text: fn() -> Texts) -> impl Strategy<Value = Fact> {
    (text(), text()).prop_map(|(label, text)| Fact { label, text })
}

fn stretch(text: fn() -> Texts) -> impl Strategy<Value = Stretch> {
    prop_oneof![
        3 => line(text).prop_map(Stretch::One),
        1 => (text(), vec(line(text), 0..3))
            .prop_map(|(said, lines)| Stretch::Parallel { said, lines }),
    ]
}

fn line(text: fn() -> Texts) -> impl Strategy<Value = Line> {
    let detail = prop_oneof![
        text().prop_map(Detail::Text),
        vec(fact(text), 0..3).prop_map(Detail::Facts),
    ];
    let parts = (any::<bool>(), vec(text(), 0..3), text(), vec(detail, 0..3));
    parts.prop_map(|(changed, when, what, details)| Line {
        changed,
        when,
        what,
        details,
    })
}

fn table(text: fn() -> Texts) -> impl Strategy<Value = Table> {
    (1..8_usize).prop_flat_map(move |count| {
        let row = (any::<bool>(), vec(text(), count));
        let row = row.prop_map(|(changed, cells)| Row { changed, cells });
        (vec(text(), count), vec(row, 0..5)).prop_map(|(columns, rows)| Table { columns, rows })
    })
}

/// Everything that a document says, from its head to its foot.
pub(super) fn texts(document: &Document) -> Vec<&str> {
    let (head, foot) = (&document.head, &document.foot);
    let above = [
        &head.marking,
        &head.sender,
        &head.audience,
        &head.visit,
        &head.title,
        &head.issue,
        &head.subject,
        &head.stamp,
    ];
    let mut texts: Vec<&str> = above.map(String::as_str).to_vec();
    texts.extend(document.body.iter().flat_map(said));
    texts.extend([foot.note.as_str(), foot.contact.as_str()]);
    texts
}

/// What a block says, from top to bottom.
pub(super) fn said(block: &Block) -> Vec<&str> {
    match block {
        Block::Heading(text) | Block::Paragraph(text) => vec![text],
        Block::Schedule(stretches) => stretches.iter().flat_map(of_stretch).collect(),
        Block::Facts(facts) => facts.iter().flat_map(of_fact).collect(),
        Block::Table(table) => {
            let rows = table.rows.iter().flat_map(|row| &row.cells);
            table
                .columns
                .iter()
                .chain(rows)
                .map(String::as_str)
                .collect()
        }
        Block::List(points) => points.iter().map(String::as_str).collect(),
        Block::Checks(checks) => checks.iter().flat_map(of_check).collect(),
        Block::Signatures(signatures) => signatures.iter().flat_map(of_signature).collect(),
        Block::NewPage => Vec::new(),
    }
}

fn of_fact(fact: &Fact) -> [&str; 2] {
    [&fact.label, &fact.text]
}

fn of_check(check: &Check) -> Vec<&str> {
    let texts = [&check.when, &check.what].into_iter();
    texts.chain(&check.details).map(String::as_str).collect()
}

fn of_signature(signature: &Signature) -> Vec<&str> {
    let texts = std::iter::once(&signature.party).chain(&signature.signatory);
    texts.map(String::as_str).collect()
}

fn of_stretch(stretch: &Stretch) -> Vec<&str> {
    match stretch {
        Stretch::One(line) => of_line(line),
        Stretch::Parallel { said, lines } => {
            let lines = lines.iter().flat_map(of_line);
            std::iter::once(said.as_str()).chain(lines).collect()
        }
    }
}

fn of_line(line: &Line) -> Vec<&str> {
    let details = line.details.iter().flat_map(|detail| match detail {
        Detail::Text(text) => vec![text.as_str()],
        Detail::Facts(facts) => facts.iter().flat_map(of_fact).collect(),
    });
    let texts = line.when.iter().chain([&line.what]).map(String::as_str);
    texts.chain(details).collect()
}
