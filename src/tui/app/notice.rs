//! What is to be read at the foot of the screen, and when it goes away.

use std::time::{Duration, Instant};

use super::App;
use crate::{say, words::Lang};

/// How long a message stays that goes away by itself.
const TOLD: Duration = Duration::from_secs(4);
/// How long it stays what somebody else did: nobody waited for it.
const ARRIVED: Duration = Duration::from_secs(12);

/// A message at the foot of the screen.
pub struct Notice {
    /// What is said.
    pub text: String,
    /// When it goes away by itself; errors stay until they are read.
    pub until: Option<Instant>,
    /// Whether it says that saving failed; it is not true any more once saving succeeds.
    of_saving: bool,
}

impl Notice {
    fn of(text: String, stays: Option<Duration>) -> Self {
        Self {
            text,
            until: stays.map(|stays| Instant::now() + stays),
            of_saving: false,
        }
    }

    /// Whether it is time for it to go away.
    pub(super) fn is_over(&self) -> bool {
        self.until.is_some_and(|until| until <= Instant::now())
    }

    /// Whether it stays until it is read.
    pub(super) const fn is_error(&self) -> bool {
        self.until.is_none()
    }
}

impl App {
    /// Says something that goes away by itself.
    pub fn tell(&mut self, text: String) {
        self.notice = Some(Notice::of(text, Some(TOLD)));
    }

    /// Says what went wrong; it stays until a key is pressed.
    pub fn fail(&mut self, text: String) {
        self.notice = Some(Notice::of(text, None));
    }

    /// Says what somebody else did; what is to be decided stays until it is read.
    pub(super) fn tell_arrived(&mut self, text: String, has_conflicts: bool) {
        let stays = (!has_conflicts).then_some(ARRIVED);
        self.notice = Some(Notice::of(text, stays));
    }

    /// Says that saving failed; it stays until a key is pressed or saving succeeds.
    pub(super) fn fail_saving(&mut self, text: String) {
        self.notice = Some(Notice {
            of_saving: true,
            ..Notice::of(text, None)
        });
    }

    /// Says that saving succeeds again, unless something else is to be read.
    pub(super) fn tell_saved_again(&mut self, lang: Lang) {
        if self.notice.as_ref().is_none_or(|notice| notice.of_saving) {
            self.tell(say!(
                lang,
                "Wieder gespeichert",
                "Saved again",
                "De nouveau enregistré"
            ));
        }
    }
}
