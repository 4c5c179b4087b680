//! Records: what every kind has in common, and the macro that declares a kind and its fields once.

use chrono::NaiveDate;

use super::{
    Head, Id, Item, Letter, Participant, Place, Task, Vehicle,
    field::FieldInfo,
    value::{Entry, Link},
};
use crate::words::{Lang, Said, count, shared};

/// A value with declared fields, reached by their index.
pub trait Fields {
    /// The declarations, in the order of the form.
    fn info(&self) -> &'static [FieldInfo];
    /// The value of the field at this index of [`Fields::info`].
    fn value(&self, at: usize) -> &dyn Entry;
    /// The same, to change it.
    fn value_mut(&mut self, at: usize) -> &mut dyn Entry;
}

/// A record that has an id.
pub trait Record: Fields + Clone + PartialEq + std::fmt::Debug + Sized + 'static {
    /// Its kind.
    const KIND: Kind;
    /// Its fields.
    const FIELDS: &'static [FieldInfo];
    /// An empty record with this id.
    fn blank(id: Id<Self>) -> Self;
    /// Its id.
    fn id(&self) -> &Id<Self>;
    /// Itself, as a record of any kind.
    fn into_any(self) -> AnyRecord;
    /// Back from a record of any kind, if it is of this one.
    fn of_any(record: AnyRecord) -> Option<Self>;
}

/// Declares a struct, its serde form, and the declaration of each of its fields, in one place.
///
/// `key: Type, Sight, [label], [hint], "example";` a field; a label that stands on papers has its
/// Arabic as a fourth. Empty fields are left out of the file,
/// unknown ones are refused.
macro_rules! fields {
    ($(#[$doc:meta])* $name:ident $( ( $id:ident : $idtype:ty ) )? {
        $($key:ident : $type:ty, $sight:ident,
            [$lde:literal, $len:literal, $lfr:literal $(, $lar:literal)?],
            [$hde:literal, $hen:literal, $hfr:literal], $example:literal;)+
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $(/// Its id, which never changes.
            pub $id: $idtype,)?
            $(#[doc = $hen]
            #[serde(default, skip_serializing_if = "crate::model::value::is_empty")]
            pub $key: $type,)+
        }

        impl $name {
            /// The declaration of each field, in the order of the form.
            pub const FIELDS: &'static [$crate::model::field::FieldInfo] = &[
                $($crate::model::field::FieldInfo {
                    key: stringify!($key),
                    sight: $crate::model::field::Sight::$sight,
                    shape: <$type as $crate::model::value::Shaped>::SHAPE,
                    label: $crate::words::Said::new($lde, $len, $lfr)$(.ar($lar))?,
                    hint: $crate::words::Said::new($hde, $hen, $hfr),
                    example: $example,
                }),+
            ];
        }

        impl $crate::model::record::Fields for $name {
            fn info(&self) -> &'static [$crate::model::field::FieldInfo] {
                Self::FIELDS
            }

            fn value(&self, at: usize) -> &dyn $crate::model::value::Entry {
                const GET: &[fn(&$name) -> &dyn $crate::model::value::Entry] =
                    &[$(|record| &record.$key),+];
                GET[at](self)
            }

            fn value_mut(&mut self, at: usize) -> &mut dyn $crate::model::value::Entry {
                const GET: &[fn(&mut $name) -> &mut dyn $crate::model::value::Entry] =
                    &[$(|record| &mut record.$key),+];
                GET[at](self)
            }
        }
    };
}
pub(crate) use fields;

/// Declares a row of a list: its columns are fields.
macro_rules! row {
    ($(#[$doc:meta])* $name:ident { $($body:tt)+ }) => {
        $crate::model::record::fields! { $(#[$doc])* #[derive(Default)] $name { $($body)+ } }

        impl $crate::model::value::Row for $name {
            const COLUMNS: &'static [$crate::model::field::FieldInfo] = Self::FIELDS;
        }
    };
}
pub(crate) use row;

/// Declares a record: fields, and an id before them.
macro_rules! record {
    ($(#[$doc:meta])* $name:ident { $($key:ident : $type:ty, $sight:ident,
            [$($label:literal),+], [$($hint:literal),+], $example:literal;)+ }) => {
        $crate::model::record::fields! { $(#[$doc])* $name (id: $crate::model::Id<Self>) {
            $($key: $type, $sight, [$($label),+], [$($hint),+], $example;)+
        } }

        impl $name {
            /// An empty record with this id.
            pub fn with_id(id: $crate::model::Id<Self>) -> Self {
                Self { id, $($key: Default::default()),+ }
            }
        }
    };
}
pub(crate) use record;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $variant:ident $token:literal [$de:literal, $en:literal, $fr:literal],
            $one:expr, $many:expr;)+) => {
        /// The kinds of records of a visit.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $($(#[$doc])* $variant,)+
        }

        impl Kind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The English word that names it in arguments.
            pub const fn token(self) -> &'static str {
                match self { $(Self::$variant => $token),+ }
            }

            /// What a person calls one such record.
            pub const fn label(self) -> Said {
                match self { $(Self::$variant => Said::new($de, $en, $fr)),+ }
            }

            /// What several of them are called.
            pub const fn plural(self) -> Said {
                match self { $(Self::$variant => $many),+ }
            }

            /// So many of them: "1 item", "8 participants".
            pub fn counted(self, n: usize, lang: Lang) -> String {
                let (one, many) = match self { $(Self::$variant => ($one, $many)),+ };
                count(n, one, many, lang)
            }

            /// The fields of such a record.
            pub const fn fields(self) -> &'static [FieldInfo] {
                match self { $(Self::$variant => $name::FIELDS),+ }
            }

            /// An empty record of this kind, its id made from a name or, where that has no Latin
            /// spelling, from the kind.
            pub fn blank(self, name: &str) -> AnyRecord {
                let name = if crate::display::slug(name).is_empty() { self.token() } else { name };
                match self { $(Self::$variant => $name::blank(Id::make(name)).into_any()),+ }
            }
        }

        /// A record of any kind.
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        pub enum AnyRecord {
            $($(#[$doc])* $variant(Box<$name>),)+
        }

        impl AnyRecord {
            /// The record, borrowed.
            pub fn as_ref(&self) -> AnyRef<'_> {
                match self { $(Self::$variant(record) => AnyRef::$variant(record)),+ }
            }

            /// Its kind.
            pub const fn kind(&self) -> Kind {
                match self { $(Self::$variant(_) => Kind::$variant),+ }
            }

            /// Its fields, to change them.
            pub fn fields_mut(&mut self) -> &mut dyn Fields {
                match self { $(Self::$variant(record) => &mut **record),+ }
            }
        }

        /// A record of any kind, borrowed.
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub enum AnyRef<'a> {
            $($(#[$doc])* $variant(&'a $name),)+
        }

        impl<'a> AnyRef<'a> {
            /// Its kind.
            pub const fn kind(self) -> Kind {
                match self { $(Self::$variant(_) => Kind::$variant),+ }
            }

            /// Its id.
            pub fn id(self) -> &'a str {
                match self { $(Self::$variant(record) => record.id.as_str()),+ }
            }

            /// Its fields.
            pub fn fields(self) -> &'a dyn Fields {
                match self { $(Self::$variant(record) => record),+ }
            }

            /// An empty record of the same kind with the same id.
            pub fn blank(self) -> AnyRecord {
                match self { $(Self::$variant(record) => $name::blank(record.id.clone()).into_any()),+ }
            }

            /// A record of its own with the same content.
            pub fn to_owned(self) -> AnyRecord {
                match self { $(Self::$variant(record) => record.clone().into_any()),+ }
            }
        }

        $(impl Record for $name {
            const KIND: Kind = Kind::$variant;
            const FIELDS: &'static [FieldInfo] = $name::FIELDS;

            fn blank(id: Id<Self>) -> Self {
                Self::with_id(id)
            }

            fn id(&self) -> &Id<Self> {
                &self.id
            }

            fn into_any(self) -> AnyRecord {
                AnyRecord::$variant(Box::new(self))
            }

            fn of_any(record: AnyRecord) -> Option<Self> {
                match record {
                    AnyRecord::$variant(record) => Some(*record),
                    _ => None,
                }
            }
        })+
    };
}

kinds! {
    /// The visit itself.
    Head = Visit "visit" ["Besuch", "visit", "visite"],
        shared::VISIT, shared::VISITS;
    /// One line of the programme.
    Item = Item "item" ["Programmpunkt", "programme item", "point du programme"],
        Said::new("Programmpunkt", "programme item", "point du programme"),
        Said::new("Programmpunkte", "programme items", "points du programme");
    /// A guest or a host.
    Participant = Participant "participant" ["Teilnehmer/in", "participant", "participant(e)"],
        Said::new("teilnehmende Person", "participant", "participant"), shared::PARTICIPANTS;
    /// A letter of intent or another partnership document.
    Letter = Letter "letter" ["Partnerschaftsdokument", "letter", "document de partenariat"],
        shared::LETTER, shared::LETTERS;
    /// Where something takes place.
    Place = Place "place" ["Ort", "place", "lieu"],
        shared::PLACE, shared::PLACES;
    /// What people ride in.
    Vehicle = Vehicle "vehicle" ["Fahrzeug", "vehicle", "véhicule"],
        shared::VEHICLE, shared::VEHICLES;
    /// What is to be done before or after.
    Task = Task "task" ["Aufgabe", "task", "tâche"],
        shared::TASK, shared::TASKS;
}

impl AnyRecord {
    /// Its id.
    pub fn id(&self) -> &str {
        self.as_ref().id()
    }
}

impl AnyRef<'_> {
    /// Every record that it refers to.
    pub fn links(self) -> Vec<Link> {
        let fields = self.fields();
        (0..fields.info().len())
            .flat_map(|at| fields.value(at).links())
            .collect()
    }

    /// Every date in it.
    pub fn dates(self) -> Vec<NaiveDate> {
        let fields = self.fields();
        (0..fields.info().len())
            .flat_map(|at| fields.value(at).dates())
            .collect()
    }
}
