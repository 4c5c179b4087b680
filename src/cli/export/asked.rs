//! What `attache export` can be asked for, and the orders that this makes.

use clap::{Arg, ArgMatches};

use crate::{
    audience::{Audience, Reader, Whose},
    cli::{Failure, Settings, args, misuse::Misuse, visits},
    format::{self, Format, PAGE_COLUMNS},
    model::Visit,
    paper::{self, Paper, Tentative, Topic, set::Wanted},
    session::{
        self, Version,
        order::{Order, Source, every},
    },
    words::{Lang, Said},
};

const PAPER: &str = "paper";
const DAY: &str = "day";
pub(in crate::cli) const FOR: &str = "for";
pub(in crate::cli) const PERSON: &str = "person";
const LETTER: &str = "letter";
const FORMAT: &str = "format";
const WIDTH: &str = "width";
const TENTATIVE: &str = "tentative";
const ISSUE: &str = "issue";
const SINCE: &str = "since";
pub(in crate::cli) const ALL: &str = "all";

/// The papers that are made when none is named: of one day, where a day is given, of one person,
/// where one is, else the whole.
const OF_A_DAY: &str = "day";
const OF_A_PERSON: &str = "person";
const OF_THE_VISIT: &str = "programme";

/// Narrower than this a page holds no two columns.
const WIDTHS: std::ops::RangeInclusive<i64> = 40..=200;

/// Which paper, for whom, and what it is about.
pub(super) fn what(lang: Lang) -> Vec<Arg> {
    let paper = Said::new(
        "Welche Unterlage, siehe „attache papers“; ohne Angabe das Tagesprogramm, wenn ein Tag genannt ist, das Programm einer Person, wenn eine genannt ist, sonst das Programm",
        "Which paper, see ‘attache papers’; else the day schedule when a day is given, one person’s programme when a person is, or the programme",
        "Quel document, voir «\u{a0}attache papers\u{a0}»\u{a0}; à défaut le programme du jour si un jour est donné, le programme d’une personne si elle est nommée, sinon le programme",
    );
    let all = Said::new(
        "Alle Unterlagen des Besuchs, jede für ihren ersten Verteiler, in einen Ordner (-o)",
        "All papers of the visit, each for its first audience, into a folder (-o)",
        "Tous les documents de la visite, chacun pour ses premiers destinataires, dans un dossier (-o)",
    );
    let audience = Said::new(
        "Verteiler; ohne Angabe die Delegation, oder für wen die Unterlage gedacht ist",
        "The audience; when nothing is said the delegation, or whom the paper is meant for",
        "Destinataires\u{a0}; à défaut la délégation, ou ceux à qui le document est destiné",
    );
    let person = Said::new(
        "Für wen oder über wen: eine Person des Besuchs oder wer ein Fahrzeug fährt",
        "For whom or about whom: a person of the visit, or whoever drives a vehicle",
        "Pour qui ou sur qui\u{a0}: une personne de la visite, ou qui conduit un véhicule",
    );
    let letter = Said::new(
        "Über welches Partnerschaftsdokument",
        "About which letter",
        "Sur quel document de partenariat",
    );
    let day = Said::new(
        "Der Tag, um den es geht",
        "The day that it is about",
        "Le jour dont il s’agit",
    );
    vec![
        args::choice(
            PAPER,
            Said::new("UNTERLAGE", "PAPER", "DOCUMENT"),
            paper,
            paper::ALL.iter().map(|paper| paper.token),
            lang,
        ),
        args::flag(ALL, all, lang)
            .requires(args::OUT)
            .conflicts_with_all([PAPER, DAY, FOR, PERSON, LETTER]),
        args::choice(
            FOR,
            Said::new("VERTEILER", "AUDIENCE", "DESTINATAIRES"),
            audience,
            Audience::ALL.iter().map(|audience| audience.token()),
            lang,
        ),
        args::option(PERSON, Said::new("NAME", "NAME", "NOM"), person, lang),
        args::day(DAY, day, lang),
        args::option(
            LETTER,
            Said::new("DOKUMENT", "LETTER", "DOCUMENT"),
            letter,
            lang,
        ),
    ]
}

/// In which languages and format, and what becomes of what is not certain.
pub(in crate::cli) fn how(lang: Lang) -> [Arg; 4] {
    let language = Said::new(
        "Sprache der Unterlage, oder zwei nebeneinander wie de,fr; ohne Angabe die Hauptsprache des Besuchs",
        "Language of the paper, or two side by side such as de,fr; the visit’s main language when nothing is said",
        "Langue du document, ou deux côte à côte comme de,fr\u{a0}; à défaut la langue principale de la visite",
    );
    let format = Said::new(
        "Format der Datei; ohne Angabe das ihres Namens, sonst Text",
        "Format of the file; that of its name when nothing is said, else text",
        "Format du fichier\u{a0}; à défaut celui de son nom, sinon texte",
    );
    let width = Said::new(
        "Breite eines Textes in Spalten, 40 bis 200; ohne Angabe 80",
        "Width of a text in columns, 40 to 200; 80 when nothing is said",
        "Largeur d’un texte en colonnes, de 40 à 200\u{a0}; à défaut 80",
    );
    let tentative = Said::new(
        "Was noch nicht feststeht: kennzeichnen oder weglassen; die Presse erfährt es nie",
        "What is not certain: mark it or leave it out; the press never hears of it",
        "Ce qui n’est pas certain\u{a0}: signaler ou omettre\u{a0}; la presse n’en sait jamais rien",
    );
    [
        args::choice(
            args::LANG,
            args::LANG_NAME,
            language,
            Lang::WRITTEN.map(Lang::code),
            lang,
        )
        .value_delimiter(','),
        args::choice(
            FORMAT,
            Said::same("FORMAT"),
            format,
            format::ALL.iter().map(|format| format.token),
            lang,
        ),
        args::option(
            WIDTH,
            Said::new("SPALTEN", "COLUMNS", "COLONNES"),
            width,
            lang,
        )
        .value_parser(clap::value_parser!(i64).range(WIDTHS)),
        args::choice(
            TENTATIVE,
            Said::new("WAS", "WHAT", "QUOI"),
            tentative,
            Tentative::ALL.iter().map(|choice| choice.token()),
            lang,
        ),
    ]
}

/// From which version of the visit, and whether changes are marked.
pub(super) fn which(lang: Lang) -> [Arg; 2] {
    let issue = Said::new(
        "Aus dieser Fassung statt aus dem Besuch, wie er jetzt ist",
        "From this issue instead of the visit as it is now",
        "À partir de cette version plutôt que de la visite actuelle",
    );
    let since = Said::new(
        "Am Rand kennzeichnen, was sich seit dieser Fassung geändert hat",
        "Mark in the margin what changed since this issue",
        "Signaler en marge ce qui a changé depuis cette version",
    );
    [(ISSUE, issue), (SINCE, since)].map(|(name, said)| args::issue(name, said, lang))
}

/// The version that is asked for.
pub(super) fn version(matches: &ArgMatches) -> Version {
    let number = |name: &str| args::given_issue(matches, name);
    Version {
        issue: number(ISSUE),
        since: number(SINCE),
    }
}

/// The orders that the arguments make: one, or one a paper where all are wanted.
pub(super) fn orders(
    matches: &ArgMatches,
    source: &Source,
    settings: &Settings,
) -> Result<Vec<Order>, Failure> {
    let visit = &source.visit;
    let wanted = wanted(matches, visit, settings)?;
    let order = order(matches, wanted, visit.main_lang())?;
    Ok(if matches.get_flag(ALL) {
        every(visit, &order)
    } else {
        vec![order]
    })
}

/// The order for a paper, in the usual language where none is named.
pub(in crate::cli) fn order(
    matches: &ArgMatches,
    wanted: Wanted,
    usual: Lang,
) -> Result<Order, Misuse> {
    let (lang, beside) = langs(matches, usual)?;
    let width = matches.get_one::<i64>(WIDTH);
    Ok(Order {
        beside,
        tentative: named(Tentative::ALL, matches, TENTATIVE, Tentative::token).unwrap_or_default(),
        format: format(matches),
        width: width.map_or(PAGE_COLUMNS, |width| {
            usize::try_from(*width).unwrap_or(PAGE_COLUMNS)
        }),
        ..Order::text(wanted, lang)
    })
}

/// The language, and the one beside it.
fn langs(matches: &ArgMatches, usual: Lang) -> Result<(Lang, Option<Lang>), Misuse> {
    let given = matches.get_many::<String>(args::LANG).into_iter().flatten();
    let given: Vec<Lang> = given.filter_map(|code| Lang::of_code(code)).collect();
    match given[..] {
        [] => Ok((usual, None)),
        [lang] => Ok((lang, None)),
        [lang, beside] => Ok((lang, Some(beside))),
        _ => Err(Misuse::TooManyLanguages),
    }
}

/// The format that is asked for: by its word, else by the name of the file, else text.
fn format(matches: &ArgMatches) -> Format {
    let of_file = || {
        let file = matches.get_one::<std::path::PathBuf>(args::OUT)?;
        Format::of_extension(file.extension()?.to_str()?)
    };
    Format::named(args::text(matches, FORMAT))
        .or_else(of_file)
        .unwrap_or(format::ALL[0])
}

/// The paper that is asked for, for whom, and about what.
fn wanted(matches: &ArgMatches, visit: &Visit, settings: &Settings) -> Result<Wanted, Failure> {
    let paper = paper(matches)?;
    let asker = visits::asker(visit, settings);
    let typed = |name: &str| matches.get_one::<String>(name);
    let whose = typed(PERSON)
        .map(|typed| session::whose(typed, visit, asker.lang, asker.today))
        .transpose()?;
    let letter = typed(LETTER)
        .map(|typed| session::letter(typed, visit, asker.lang, asker.today))
        .transpose()?;
    Ok(Wanted {
        paper,
        reader: reader(matches, paper, whose),
        day: args::given_day(matches, DAY, visit, asker)?,
        letter,
    })
}

/// For whom a paper is, if it is about this one.
pub(in crate::cli) fn reader(matches: &ArgMatches, paper: Paper, whose: Option<Whose>) -> Reader {
    let audience = named(Audience::ALL, matches, FOR, Audience::token);
    let audience = audience.unwrap_or_else(|| usual(paper, whose.as_ref()));
    Reader { audience, whose }
}

/// For whom a paper is when nobody is named: the delegation, as long as it may be; whoever is named
/// gets his or her own.
fn usual(paper: Paper, whose: Option<&Whose>) -> Audience {
    let own = match whose {
        Some(Whose::Vehicle(_)) => Audience::Driver,
        Some(Whose::Person(_)) if paper.audiences.contains(&Audience::Person) => Audience::Person,
        Some(Whose::Person(_)) => Audience::Interpreter,
        None => Audience::Delegation,
    };
    if paper.audiences.contains(&own) {
        own
    } else {
        paper.audiences[0]
    }
}

/// The paper that is asked for.
fn paper(matches: &ArgMatches) -> Result<Paper, Misuse> {
    let given = |name: &str| matches.contains_id(name);
    let usual = match (given(DAY), given(PERSON)) {
        (_, true) => OF_A_PERSON,
        (true, false) => OF_A_DAY,
        (false, false) => OF_THE_VISIT,
    };
    let token = matches
        .get_one::<String>(PAPER)
        .map_or(usual, String::as_str);
    let paper = Paper::named(token).unwrap_or(paper::ALL[0]);
    for (name, topic) in [
        (DAY, Topic::Day),
        (PERSON, Topic::Person),
        (LETTER, Topic::Letter),
    ] {
        if given(name) && !paper.is_about(topic) {
            return Err(Misuse::NotAbout {
                paper: paper.token,
                option: name,
            });
        }
    }
    Ok(paper)
}

/// The one of these whose token was given.
fn named<T: Copy>(
    all: &[T],
    matches: &ArgMatches,
    name: &str,
    token: fn(T) -> &'static str,
) -> Option<T> {
    let given = args::text(matches, name);
    all.iter().copied().find(|one| token(*one) == given)
}
