//! A house file is read whole or refused with the place of what is wrong.

use std::fs;

use super::*;
use crate::{
    format::house::{Logo, LogoKind},
    words::Speak,
};

const SVG: &[u8] = b"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>";

/// A PNG of this size, or as much of it as is looked at.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes
}

/// What a house file of this text gives, with these files beside it.
fn house_of(text: &str, files: &[(&str, &[u8])]) -> Result<House, HouseError> {
    let root = tempfile::tempdir().unwrap();
    let folders = Folders::under(root.path());
    fs::create_dir(&folders.library).unwrap();
    fs::write(folders.library.join(NAME), text).unwrap();
    for (name, bytes) in files {
        fs::write(folders.library.join(name), bytes).unwrap();
    }
    house(None, &folders)
}

/// What is said of it, the folder left out.
fn told(text: &str, files: &[(&str, &[u8])]) -> String {
    let said = house_of(text, files).unwrap_err().say(Lang::En);
    said.split_once("house.ron’").unwrap().1.to_owned()
}

#[test]
fn no_file_is_plain() {
    let root = tempfile::tempdir().unwrap();
    let folders = Folders::under(root.path());
    assert_eq!(house(None, &folders).unwrap(), House::default());
    let visit = root.path().join("visit.ron");
    assert_eq!(house(Some(&visit), &folders).unwrap(), House::default());
}

#[test]
fn everything_is_read_in_each_language() {
    let text = r##"(
    name: (de: "Stadt Köln", fr: "Ville de Cologne"),
    address: ["Rathausplatz 2", (de: "50667 Köln", fr: "50667 Cologne")],
    footer: "stadt.koeln",
    colour: "#8A1538",
    paper: Letter,
    logo: "wappen.svg",
)"##;
    let house = house_of(text, &[("wappen.svg", SVG)]).unwrap();
    let names = Lang::WRITTEN.map(|lang| house.in_lang(lang).name);
    assert_eq!(
        names,
        [
            "Stadt Köln",
            "Stadt Köln",
            "Ville de Cologne",
            "Ville de Cologne"
        ]
    );
    assert_eq!(
        house.in_lang(Lang::Fr).address,
        ["Rathausplatz 2", "50667 Cologne"]
    );
    assert_eq!(house.in_lang(Lang::Ar).footer, "stadt.koeln");
    assert_eq!(house.colour, [0x8a, 0x15, 0x38]);
    assert_eq!(house.paper, PaperSize::Letter);
    let logo = Logo {
        kind: LogoKind::Svg,
        bytes: SVG.to_vec(),
    };
    assert_eq!(house.logo, Some(logo));
}

#[test]
fn the_file_beside_a_visit_comes_first() {
    let root = tempfile::tempdir().unwrap();
    let folders = Folders::under(&root.path().join("own"));
    fs::create_dir_all(&folders.library).unwrap();
    fs::write(folders.library.join(NAME), "(name: \"library\")").unwrap();
    let visit = root.path().join("visit.ron");
    let name = || {
        house(Some(&visit), &folders)
            .unwrap()
            .name
            .get(Lang::De)
            .clone()
    };
    assert_eq!(name(), "library");
    fs::write(root.path().join(NAME), "\u{feff}(name: \"beside\")\r\n").unwrap();
    assert_eq!(name(), "beside");
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    for (text, said) in [
        (
            "",
            ", line 1, column 1: a house style in parentheses is expected here. Correct it there.",
        ),
        (
            "(\n  nme: \"x\",\n)",
            ", line 2, column 3: the field ‘nme’ is unknown; there are name, address, footer, \
             colour, paper and logo. Correct it there.",
        ),
        (
            "(\n  paper: A5,\n)",
            ", line 2, column 10: there is no value ‘A5’ here; possible are A4 and Letter. \
             Correct it there.",
        ),
        (
            "(\n  colour: \"red\",\n)",
            ", line 2, column 12: a colour such as #8a1538 is expected here, in quotation marks. Correct it there.",
        ),
        (
            "(name: \"a\u{202e}b\")",
            ", line 1, column 10: there is a control character here, which no text may have \
             (U+202E). Correct it there.",
        ),
        (
            "(\nname: \"a\\u{202e}b\")",
            ", line 2, column 9: there is a control character here, which no text may have. \
             Correct it there.",
        ),
        (
            "(name: \"a",
            ", line 1, column 8: the file breaks off here. Correct it there.",
        ),
    ] {
        assert_eq!(told(text, &[]), said, "{text}");
    }
}

#[test]
fn only_a_picture_beside_the_file_is_taken_for_a_logo() {
    let with = |logo: &str| format!("(\n  logo: \"{logo}\",\n)");
    let wide = png(1 << 16, 1 << 16);
    let large = vec![b' '; usize::try_from(logo::LIMIT).unwrap() + 1];
    for (name, bytes, said) in [
        (
            "/etc/passwd",
            &b""[..],
            "is not in the folder of the house file",
        ),
        ("../logo.png", b"", "is not in the folder of the house file"),
        ("none.png", b"", "does not exist"),
        ("text.png", b"text", "is neither PNG nor SVG"),
        ("wide.png", &wide, "is larger than"),
        ("large.svg", &large, "is larger than"),
        ("a.svg", b"<svg><SCRIPT/></svg>", "has scripts or entities"),
        (
            "b.svg",
            b"<!DOCTYPE x [<!ENTITY a 'b'>]><svg/>",
            "has scripts or entities",
        ),
    ] {
        let files: &[(&str, &[u8])] = if bytes.is_empty() {
            &[]
        } else {
            &[(name, bytes)]
        };
        let said_of_it = told(&with(name), files);
        let expected = format!(", line 2: the logo ‘{name}’ {said}");
        assert!(said_of_it.starts_with(&expected), "{said_of_it}");
    }
    let small = png(64, 32);
    let house = house_of(&with("a.png"), &[("a.png", &small)]).unwrap();
    assert_eq!(house.logo.map(|logo| logo.kind), Some(LogoKind::Png));
}

#[cfg(unix)]
#[test]
fn a_link_does_not_lead_out_of_the_folder() {
    let root = tempfile::tempdir().unwrap();
    let folders = Folders::under(root.path());
    fs::create_dir(&folders.library).unwrap();
    fs::write(root.path().join("a.svg"), SVG).unwrap();
    std::os::unix::fs::symlink("../a.svg", folders.library.join("a.svg")).unwrap();
    fs::write(folders.library.join(NAME), "(logo: \"a.svg\")").unwrap();
    let error = house(None, &folders).unwrap_err();
    let is_outside = matches!(
        error,
        HouseError::Logo {
            fault: LogoFault::Outside,
            ..
        }
    );
    assert!(is_outside, "{error}");
}

#[test]
fn a_large_file_is_not_read() {
    let text = " ".repeat(usize::try_from(LIMIT).unwrap() + 1);
    assert!(told(&text, &[]).contains("64 KiB"));
}
