//! A visit each of whose fields carries a token of its own, by which one finds it in a paper.

use attache::{
    audience::{Audience, Reader},
    model::{Kind, Shape, Sight, Visit, field::FieldInfo},
};

use super::{
    DUESSELDORF,
    changing::{edited, put, read},
    sample,
};

/// The participant whose fields have tokens.
const LADEN: &str = "achraf-berrazouk-7k2f";

/// What those hear of a participant who only count heads.
const COUNTED: &[&str] = &["diet", "access", "replies"];

/// Something that stands nowhere but in one field, as each language writes it.
#[derive(Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) key: &'static str,
    /// The strictest of the field and, in a row, its column.
    pub(super) sights: Vec<Sight>,
    pub(super) written: Vec<String>,
}

impl Token {
    pub(super) fn is_for(&self, reader: &Reader) -> bool {
        let is_person = self.kind == Kind::Participant;
        if is_person && reader.audience == Audience::Catering {
            return COUNTED.contains(&self.key);
        }
        let is_own = is_person && reader.participant().is_some_and(|id| id.as_str() == LADEN);
        self.sights
            .iter()
            .all(|sight| reader.audience.sees(*sight) || is_own && *sight != Sight::Internal)
    }

    /// Whether it is a word, which nothing else can be taken for.
    pub(super) fn is_word(&self) -> bool {
        self.written.iter().all(|token| token.starts_with('q'))
    }

    pub(super) fn stands_in(&self, squeezed: &str) -> bool {
        self.written
            .iter()
            .any(|token| squeezed.contains(token.as_str()))
    }
}

/// Makes tokens: a word, a year, a number or a time that nothing else has.
struct Mint {
    /// Each version of a visit has tokens of its own.
    version: usize,
    kind: Kind,
    made: usize,
    years: usize,
    tokens: Vec<Token>,
}

impl Mint {
    /// What one types into a field of this declaration, if that can hold a token.
    fn typed(&mut self, info: &FieldInfo, above: Option<(&'static str, Sight)>) -> Option<String> {
        let n = self.made;
        let (typed, written) = match info.shape {
            // A list in a row is one of languages.
            Shape::List if above.is_some() => return None,
            Shape::Line | Shape::Lines | Shape::Words | Shape::Prose | Shape::List => {
                let word = format!("{}{n}z", ["qx", "qv"][self.version]);
                (word.clone(), vec![word])
            }
            Shape::Date => {
                self.years += 1;
                let year = (2100 + 40 * self.version + self.years).to_string();
                (format!("{year}-03-04"), vec![year])
            }
            Shape::Number => {
                let n = 9000 + 400 * self.version + n;
                let (hours, minutes) = (n / 60, n % 60);
                let number = n.to_string();
                let written = [
                    number.clone(),
                    format!("{hours}std.{minutes}min."),
                    format!("{hours}h{minutes}min"),
                    format!("{hours}h{minutes:02}"),
                ];
                (number, written.into())
            }
            Shape::Clock => {
                let (hour, minute) = (4 + self.version, 1 + n % 59);
                let written = [
                    format!("0{hour}:{minute:02}"),
                    format!("{hour}h{minute:02}"),
                ];
                (format!("0{hour}:{minute:02}"), written.into())
            }
            Shape::Rows(columns) => {
                let above = Some((info.key, info.sight));
                let cells = columns.iter().map(|column| self.typed(column, above));
                let cells: Vec<String> = cells.map(Option::unwrap_or_default).collect();
                return Some(cells.join(" | "));
            }
            Shape::Choice(_)
            | Shape::Flag
            | Shape::Zone
            | Shape::Ref(_)
            | Shape::Refs(_)
            | Shape::Attendance
            | Shape::Parts(_) => return None,
        };
        self.made += 1;
        let (key, sights) = match above {
            Some((key, sight)) => (key, vec![sight, info.sight]),
            None => (info.key, vec![info.sight]),
        };
        self.tokens.push(Token {
            kind: self.kind,
            key,
            sights,
            written,
        });
        Some(typed)
    }
}

/// What a visit stands on: with another value the papers would be about something else.
const STRUCTURE: &[&str] = &["first", "last", "present_from", "present_until", "group"];

/// The sample with a token in every field of one record of each kind.
pub(super) fn laden() -> (Visit, Vec<Token>) {
    filled(with_vehicle(), 0)
}

/// The sample with a vehicle.
pub(super) fn with_vehicle() -> Visit {
    let mut visit = sample(DUESSELDORF);
    put(&mut visit, Kind::Vehicle.blank("Wagen"));
    visit
}

/// The visit with the tokens of a version, and these.
pub(super) fn filled(mut visit: Visit, version: usize) -> (Visit, Vec<Token>) {
    let vehicle = visit.vehicles.iter().next().unwrap();
    let vehicle_id = vehicle.id.to_string();
    let mut mint = Mint {
        version,
        kind: Kind::Visit,
        made: 0,
        years: 0,
        tokens: Vec::new(),
    };
    for id in [
        "visit",
        "empfang-4rwt",
        LADEN,
        "absichtserklaerung-2024-f8jt",
        "rathaus-c5pn",
        vehicle_id.as_str(),
        "namen-erfragen-u7kd",
    ] {
        let mut record = visit.record(id).unwrap().to_owned();
        mint.kind = record.kind();
        for (at, info) in record.as_ref().fields().info().iter().enumerate() {
            if STRUCTURE.contains(&info.key) {
                continue;
            }
            let (tokens, made) = (mint.tokens.len(), mint.made);
            let Some(typed) = mint.typed(info, None) else {
                continue;
            };
            let mut with_token = record.clone();
            if read(&visit, &mut with_token, at, &typed).is_ok() {
                record = with_token;
            } else {
                // A list of languages, of steps or of numbers holds no token, nor does T-7.
                assert!(
                    info.shape == Shape::List || info.key == "due",
                    "{} {typed}",
                    info.key
                );
                mint.tokens.truncate(tokens);
                mint.made = made;
            }
        }
        put(&mut visit, record);
    }
    let rides = edited(&visit, "empfang-4rwt", "vehicles", &vehicle_id);
    put(&mut visit, rides);
    (visit, mint.tokens)
}
