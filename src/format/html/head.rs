//! What stands above and below everything: letterhead, head, foot.

use base64::{Engine, engine::general_purpose::STANDARD};
use maud::{Markup, html};

use super::{paragraph, side_by_side, words::Words};
use crate::{
    format::{
        Print,
        house::{Logo, LogoKind, Spoken},
    },
    paper::{Document, Head},
};

/// The logo, the address, and the head in each language.
pub(super) fn top(print: &Print<'_>) -> Markup {
    let document = print.document;
    html! {
        header {
            @if let Some(logo) = &print.house.logo {
                // Beside the name, which says it in words.
                img.logo src=(data(logo)) alt="";
            }
            @if let Some(beside) = print.beside {
                (side_by_side((document, head(print, document)), (beside, head(print, beside))))
            } @else {
                (head(print, document))
            }
        }
    }
}

/// The logo in the page itself. A browser runs no script of a picture and fetches nothing for it.
fn data(logo: &Logo) -> String {
    let kind = match logo.kind {
        LogoKind::Png => "png",
        LogoKind::Svg => "svg+xml",
    };
    format!("data:image/{kind};base64,{}", STANDARD.encode(&logo.bytes))
}

fn head(print: &Print<'_>, document: &Document) -> Markup {
    let lang = document.lang;
    let Head {
        marking,
        sender,
        audience,
        visit,
        title,
        issue,
        subject,
        stamp,
    } = &document.head;
    let Spoken { name, address, .. } = print.house.in_lang(lang);
    let sender = if name.is_empty() { sender } else { name };
    html! {
        (paragraph("marking", marking, lang))
        div.row {
            div {
                (paragraph("sender", sender, lang))
                @for line in address { (paragraph("address", line, lang)) }
            }
            (paragraph("audience", audience, lang))
        }
        (paragraph("visit", visit, lang))
        div.row {
            div {
                h1 { (Words::new(title, lang)) }
                (paragraph("subject", subject, lang))
            }
            div.stand {
                (paragraph("issue", issue, lang))
                (paragraph("stamp", stamp, lang))
            }
        }
    }
}

/// That it is subject to change, whom to call, and the line of the house.
pub(super) fn bottom(print: &Print<'_>) -> Markup {
    let document = print.document;
    html! {
        footer {
            @if let Some(beside) = print.beside {
                (side_by_side((document, foot(print, document)), (beside, foot(print, beside))))
            } @else {
                (foot(print, document))
            }
        }
    }
}

fn foot(print: &Print<'_>, document: &Document) -> Markup {
    let lang = document.lang;
    html! {
        div.row {
            (paragraph("note", &document.foot.note, lang))
            (paragraph("contact", &document.foot.contact, lang))
        }
        (paragraph("house", print.house.in_lang(lang).footer, lang))
    }
}
