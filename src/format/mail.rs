//! A message ready to be sent, and the address that opens one: RFC 5322 and 2045, RFC 6068.
//!
//! What comes from data stands in encoded words, encoded parts or per cent signs, so that nothing
//! in it can begin a header or end a part. The same document gives the same bytes.

use mail_builder::{
    headers::{
        HeaderType, address::Address, content_type::ContentType, date::Date, raw::Raw, text::Text,
    },
    mime::MimePart,
};

use super::{Format, Print, Unwritable, html, text};
use crate::{
    display::safe,
    paper::Mailbox,
    words::{Lang, Said},
};

pub(super) const MESSAGE: Format = Format {
    token: "eml",
    label: Said::new("E-Mail", "e-mail", "courriel"),
    extension: "eml",
    is_text: false,
    write: message,
};

pub(super) const ADDRESS: Format = Format {
    token: "mailto",
    label: Said::new(
        "Adresse, die eine E-Mail öffnet",
        "address that opens an e-mail",
        "adresse qui ouvre un courriel",
    ),
    extension: "txt",
    is_text: true,
    write: address,
};

/// The end of a line in an address.
const BREAK: &str = "%0D%0A";

/// The longest address that every mail program and system takes.
const LONGEST: usize = 2000;

/// Columns of a text in which tables stand record by record.
const NARROW: usize = 40;

const SHORTENED: Said = Said::new(
    "… (gekürzt; die ganze Unterlage bitte beifügen)",
    "… (shortened; please attach the whole paper)",
    "… (abrégé\u{a0}; veuillez joindre le document entier)",
)
.ar("… (نص مختصر؛ المرجو إرفاق الوثيقة كاملة)");

/// The message: as plain text, and as a page for those who see it so. Who sends it is the visit's
/// contact where that has an address; else the mail program fills in its own, which it does when it
/// opens a message that is marked as not sent yet.
fn message(print: &Print<'_>) -> Result<Vec<u8>, Unwritable> {
    let posting = &print.document.posting;
    let plain = written(text::FORMAT, print)?;
    let page = written(html::FORMAT, print)?;
    let mut boundary = "=_attache_=".to_owned();
    while plain.contains(&boundary) || page.contains(&boundary) {
        boundary.push('_');
    }
    let kind = ContentType::new("multipart/alternative").attribute("boundary", boundary);
    let parts = vec![
        MimePart::new("text/plain", plain),
        MimePart::new("text/html", page),
    ];
    let mut message = MimePart::new(kind, parts);
    let mut headers: Vec<(&str, HeaderType<'_>)> = Vec::new();
    headers.extend(posting.from.as_ref().map(|from| ("From", mailbox(from))));
    headers.extend(posting.to.as_ref().map(|to| ("To", mailbox(to))));
    let at = posting.at.and_utc().timestamp();
    headers.extend([
        ("Subject", Text::new(subject(print)).into()),
        ("Date", HeaderType::Date(Date::new(at))),
        ("MIME-Version", Raw::new("1.0").into()),
        ("X-Unsent", Raw::new("1").into()),
        ("Content-Language", Raw::new(languages(print)).into()),
    ]);
    for (at, (name, value)) in headers.into_iter().enumerate() {
        message.headers.insert(at, (name.into(), value));
    }
    let mut out = Vec::new();
    message.write_part(&mut out);
    Ok(out)
}

fn mailbox(mailbox: &Mailbox) -> HeaderType<'static> {
    let name = safe(&mailbox.name).into_owned();
    let name = (!name.is_empty()).then_some(name);
    HeaderType::Address(Address::new_address(name, mailbox.address.clone()))
}

/// What the message is about, in the languages that it is in.
fn subject(print: &Print<'_>) -> String {
    let documents = std::iter::once(print.document).chain(print.beside);
    let subjects = documents.map(|document| safe(&document.posting.subject).into_owned());
    subjects.collect::<Vec<String>>().join(" / ")
}

fn languages(print: &Print<'_>) -> String {
    let documents = std::iter::once(print.document).chain(print.beside);
    let codes = documents.map(|document| document.lang.code());
    codes.collect::<Vec<_>>().join(", ")
}

/// The paper in a format that is text, with the ends of lines that mail has.
fn written(format: Format, print: &Print<'_>) -> Result<String, Unwritable> {
    let bytes = format.write(print)?;
    Ok(String::from_utf8_lossy(&bytes).replace('\n', "\r\n"))
}

/// The address: whom to write to, what it is about, and as much of the paper as it can hold.
fn address(print: &Print<'_>) -> Result<Vec<u8>, Unwritable> {
    let posting = &print.document.posting;
    let to = posting.to.as_ref().map_or("", |to| to.address.as_str());
    let subject = encoded(&subject(print), "");
    let head = format!("mailto:{}?subject={subject}&body=", encoded(to, "@"));
    // No columns: a mail program sets the text as it likes.
    let narrow = Print {
        width: NARROW,
        ..*print
    };
    let body = written(text::FORMAT, &narrow)?;
    let body = body_within(
        &body,
        LONGEST.saturating_sub(head.len()),
        print.document.lang,
    );
    Ok(format!("{head}{body}\n").into_bytes())
}

/// The lines of a text that an address of so many letters can hold; that there are more is said.
fn body_within(text: &str, room: usize, lang: Lang) -> String {
    // A rule says nothing, and its letters are long; nor do the spaces that set words apart.
    let lines = text.lines().filter(|line| !line.starts_with('─'));
    let lines = lines.map(|line| line.split(' ').filter(|word| !word.is_empty()));
    let lines = lines.map(|words| encoded(&words.collect::<Vec<_>>().join(" "), ""));
    let lines: Vec<String> = lines.collect();
    let whole = lines.join(BREAK);
    if whole.len() <= room {
        return whole;
    }
    let end = encoded(SHORTENED.get(lang), "");
    let mut body = String::new();
    for line in lines {
        if body.len() + line.len() + BREAK.len() + end.len() > room {
            break;
        }
        body += &line;
        body += BREAK;
    }
    body + &end
}

/// The text with everything but letters, figures and `-._~`, and what is `also` left as it is, as
/// per cent signs.
fn encoded(text: &str, also: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        let letter = char::from(byte);
        if letter.is_ascii_alphanumeric() || "-._~".contains(letter) || also.contains(letter) {
            out.push(letter);
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use mail_parser::{MessageParser, MimeHeaders};

    use super::*;
    use crate::paper::{Block, Document, Foot, Head, Posting, Sheet};

    fn paper(subject: &str, name: &str, text: &str) -> Document {
        let day = NaiveDate::from_ymd_opt(2024, 11, 11).unwrap();
        Document {
            lang: Lang::De,
            sheet: Sheet::Page,
            head: Head {
                title: "ÄNDERUNGSMITTEILUNG".to_owned(),
                ..Head::default()
            },
            columns: None,
            body: vec![Block::Paragraph(text.to_owned())],
            foot: Foot::default(),
            posting: Posting {
                subject: subject.to_owned(),
                to: Some(Mailbox {
                    name: name.to_owned(),
                    address: "a.b+c@example.org".to_owned(),
                }),
                from: None,
                at: day.and_hms_opt(13, 0, 0).unwrap(),
            },
            remarks: Vec::new(),
        }
    }

    #[test]
    fn a_message_says_what_the_paper_says() {
        let document = paper(
            "Änderung: Empfang",
            "Leïla Amrani",
            "Verlegt auf 11:00 Uhr – مرحبا",
        );
        let bytes = MESSAGE.write(&Print::plain(&document)).unwrap();
        assert_eq!(bytes, MESSAGE.write(&Print::plain(&document)).unwrap());
        let lines = String::from_utf8(bytes.clone()).unwrap();
        assert!(lines.is_ascii() && !lines.replace("\r\n", "").contains(['\r', '\n']));
        assert!(lines.split("\r\n").all(|line| line.len() <= 998));
        let read = MessageParser::default().parse(&bytes).unwrap();
        assert_eq!(read.subject(), Some("Änderung: Empfang"));
        let to = read.to().unwrap().first().unwrap();
        assert_eq!(
            (to.name(), to.address()),
            (Some("Leïla Amrani"), Some("a.b+c@example.org"))
        );
        assert_eq!(read.date().unwrap().to_rfc3339(), "2024-11-11T13:00:00Z");
        assert!(read.is_content_type("multipart", "alternative"));
        let text = read.body_text(0).unwrap();
        assert!(text.contains("Verlegt auf 11:00 Uhr – مرحبا"), "{text}");
        assert!(read.body_html(0).unwrap().contains("Verlegt auf 11:00 Uhr"));
    }

    #[test]
    fn nothing_typed_becomes_a_header_or_a_part() {
        let hostile = "x\r\nBcc: all@example.org\r\n\r\n--=_attache_=\r\nContent-Type: text/html";
        let document = paper(hostile, hostile, hostile);
        let bytes = MESSAGE.write(&Print::plain(&document)).unwrap();
        let read = MessageParser::default().parse(&bytes).unwrap();
        assert!(read.bcc().is_none());
        assert_eq!(read.parts.len(), 3);
        let names: Vec<&str> = read
            .headers()
            .iter()
            .map(mail_parser::Header::name)
            .collect();
        assert_eq!(
            names,
            [
                "To",
                "Subject",
                "Date",
                "MIME-Version",
                "X-Unsent",
                "Content-Language",
                "Content-Type"
            ]
        );
    }

    #[test]
    fn an_address_holds_what_it_can() {
        let document = paper("Änderung & mehr", "", "Verlegt: 100 % sicher?");
        let url = |document: &Document| {
            let bytes = ADDRESS.write(&Print::plain(document)).unwrap();
            String::from_utf8(bytes).unwrap()
        };
        let short = url(&document);
        assert!(
            short
                .starts_with("mailto:a.b%2Bc@example.org?subject=%C3%84nderung%20%26%20mehr&body="),
            "{short}"
        );
        assert!(
            short.contains("Verlegt%3A%20100%20%25%20sicher%3F"),
            "{short}"
        );
        let long = url(&paper("Änderung", "", &"Ein langer Satz. ".repeat(300)));
        assert!(long.len() <= LONGEST + 1, "{}", long.len());
        assert!(long.trim_end().ends_with("beif%C3%BCgen%29"), "{long}");
    }
}
