//! One self-contained HTML file: for a browser, a telephone, a screen reader, and for printing.

mod bidi;
mod blocks;
mod head;
mod style;
mod words;

use maud::{DOCTYPE, Markup, html};

use super::{Format, Print};
use crate::{
    paper::{Document, Sheet},
    words::{Lang, Said, joined},
};
use blocks::Body;
use words::{OneLine, Words};

pub(super) const FORMAT: Format = Format {
    token: "html",
    label: Said::new(
        "HTML (Browser, Telefon)",
        "HTML (browser, telephone)",
        "HTML (navigateur, téléphone)",
    ),
    extension: "html",
    is_text: false,
    write: |print| Ok(page(print).into_string().into_bytes()),
};

/// What a page may load: its own style, and pictures that are in it. Nothing acts, nothing is fetched.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

fn page(print: &Print<'_>) -> Markup {
    let document = print.document;
    html! {
        (DOCTYPE)
        html lang=(document.lang.code()) dir=(direction(document.lang)) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light dark";
                title { (title(document)) }
                style { (style::sheet(print)) }
            }
            body class=(class(print)) {
                (head::top(print))
                main { (content(print)) }
                (head::bottom(print))
            }
        }
    }
}

fn content(print: &Print<'_>) -> Markup {
    let Some((beside, pairs)) = print.beside.zip(print.pairs()) else {
        let mut body = Body::whole(print.document);
        return html! { @for block in &print.document.body { (body.block(block)) } };
    };
    let mut first = Body::half(print.document);
    let mut second = Body::half(beside);
    html! {
        @for pair in &pairs {
            (side_by_side(
                (print.document, html! { @for block in &pair.first { (first.block(block)) } }),
                (beside, html! { @for block in &pair.second { (second.block(block)) } }),
            ))
        }
    }
}

/// Both languages beside each other; on a narrow screen, one below the other.
fn side_by_side(first: (&Document, Markup), second: (&Document, Markup)) -> Markup {
    html! {
        div.pair {
            @for (document, content) in [first, second] {
                div lang=(document.lang.code()) dir=(direction(document.lang)) { (content) }
            }
        }
    }
}

/// What a browser calls the page. It says no more than the page itself.
fn title(document: &Document) -> OneLine {
    let head = &document.head;
    let parts = [&head.title, &head.subject, &head.visit];
    OneLine::new(&joined(parts, " – "))
}

const fn direction(lang: Lang) -> &'static str {
    if lang.is_right_to_left() {
        "rtl"
    } else {
        "ltr"
    }
}

const fn class(print: &Print<'_>) -> &'static str {
    match print.document.sheet {
        Sheet::Page => "page",
        Sheet::Wide => "wide",
        Sheet::Card => "card",
    }
}

/// A paragraph, unless there is nothing to say.
fn paragraph(class: &str, text: &str, lang: Lang) -> Markup {
    html! {
        @if !text.is_empty() {
            p class=(class) { (Words::new(text, lang)) }
        }
    }
}

#[cfg(test)]
mod tests;
