//! Values of a fixed list.

/// Declares an enum whose variants have a token for arguments and a label in each language.
/// The first variant is the default, and is not written to the file.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident {
        $($(#[$vdoc:meta])* $variant:ident $token:literal [$de:literal, $en:literal, $fr:literal $(, $ar:literal)?],)+
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$vdoc])* #[doc = $en] $variant,)+
        }

        impl $name {
            /// Every variant, in the order in which they are offered.
            pub const ALL: &[Self] = &[$(Self::$variant),+];
            /// The variants for arguments and forms.
            pub const CHOICES: &[$crate::model::field::Choice] = &[$($crate::model::field::Choice {
                token: $token,
                label: $crate::words::Said::new($de, $en, $fr)$(.ar($ar))?,
            }),+];

            /// What a person sees.
            pub const fn label(self) -> $crate::words::Said {
                Self::CHOICES[self as usize].label
            }

            /// The English word that always works in arguments.
            pub const fn token(self) -> &'static str {
                Self::CHOICES[self as usize].token
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self::ALL[0]
            }
        }

        impl $crate::model::value::Shaped for $name {
            const SHAPE: $crate::model::field::Shape = $crate::model::field::Shape::Choice(Self::CHOICES);
        }

        impl $crate::model::value::Entry for $name {
            fn is_empty(&self) -> bool {
                *self == Self::default()
            }

            fn typed(&self, view: $crate::model::value::View<'_>) -> String {
                self.label().get(view.lang).to_owned()
            }

            fn read(
                &mut self,
                text: &str,
                _at: &mut $crate::model::value::Reading<'_>,
            ) -> Result<(), $crate::model::value::Unreadable> {
                *self = Self::ALL[$crate::model::value::choose(text, Self::CHOICES)?];
                Ok(())
            }
        }
    };
}

pub(crate) use choice;
