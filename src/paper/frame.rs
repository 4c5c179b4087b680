//! What stands around the text of a paper: its head, foot and remarks, and the message that carries
//! it.

use super::{
    Document, Edition, Foot, Mailbox, Posting, Remark,
    document::{Block, Head as PaperHead},
    pen::{Pen, label},
};
use crate::{
    audience::Audience,
    model::{
        Head, Side,
        head::{Confidentiality, Direction},
    },
    say,
    words::{Lang, Said, Speak, capitalised, date, shared, time},
};

impl<'a> Pen<'a> {
    /// The document of what was written.
    pub(super) fn finish(mut self, title: Said, subject: String, mut body: Vec<Block>) -> Document {
        body.extend(self.legend(&body));
        let mut head = self.head(title, subject);
        head.subject = capitalised(&head.subject);
        let posting = self.posting(title, &head);
        let foot = self.foot();
        let has_schedule = body.iter().any(|block| matches!(block, Block::Schedule(_)));
        let columns = has_schedule.then(|| self.columns());
        let remarks = Lang::WRITTEN.into_iter().filter_map(|shown| {
            let texts = self
                .foreign
                .iter()
                .filter(|(lang, _)| *lang == shown)
                .count();
            (texts > 0).then_some(Remark::Untranslated {
                texts,
                wanted: self.lang,
                shown,
            })
        });
        let open = self.known.conflicts();
        let open = (open > 0).then_some(Remark::OpenConflicts(open));
        Document {
            lang: self.lang,
            sheet: self.sheet,
            remarks: remarks.chain(open).collect(),
            head,
            columns,
            body,
            foot,
            posting,
        }
    }

    /// The document of what was written about what has been: nothing of that is subject to change.
    pub(super) fn finish_record(self, title: Said, subject: String, body: Vec<Block>) -> Document {
        let mut document = self.finish(title, subject, body);
        document.foot.note.clear();
        document
    }

    fn head(&mut self, title: Said, subject: String) -> PaperHead {
        let head = &self.visit().head;
        let lang = self.lang;
        let sender = match head.direction {
            Direction::Incoming => &head.host,
            Direction::Outgoing => &head.guest,
        };
        let days = head.first.map(|first| match head.last {
            Some(last) if last != first => date::range(first, last, lang),
            // As it is "du 11 au 15 novembre".
            _ if lang == Lang::Fr => format!("le {}", date::long(first, lang)),
            _ => date::long(first, lang),
        });
        let visit: Vec<&str> = [self.text(&head.title), days.as_deref().unwrap_or_default()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        let marking = if self.is_marked(head.confidentiality) {
            capitals(head.confidentiality.label().get(lang))
        } else {
            String::new()
        };
        PaperHead {
            marking,
            sender: capitals(self.text(sender)),
            audience: self.distributed(),
            visit: visit.join(self.comma()),
            title: capitals(title.get(lang)),
            issue: self.issue(),
            subject,
            stamp: time::stamp(self.options.edition.at(), lang),
        }
    }

    /// Whether a paper says how it is to be handled. What goes to the press is public, and guests
    /// are not in the service whose use a paper may be for.
    fn is_marked(&self, confidentiality: Confidentiality) -> bool {
        let guests = match self.visit().head.direction {
            Direction::Incoming => Side::Guest,
            Direction::Outgoing => Side::Host,
        };
        let is_in_service = match self.known.audience() {
            Audience::Press => return false,
            Audience::Delegation => match self.visit().head.direction {
                Direction::Incoming => false,
                Direction::Outgoing => true,
            },
            Audience::Host => self.visit().head.direction == Direction::Incoming,
            Audience::Person => self.reader().is_none_or(|person| person.side != guests),
            _ => true,
        };
        match confidentiality {
            Confidentiality::Normal => false,
            Confidentiality::Office => is_in_service,
            Confidentiality::Restricted => true,
        }
    }

    /// Who holds the paper: an audience, or the one person whose it is.
    fn distributed(&mut self) -> String {
        match self.reader() {
            Some(person) => {
                let name = self.name_alone(person);
                distributed_to(&name, self.lang)
            }
            None => distribution(self.known.audience(), self.lang),
        }
    }

    /// "Fassung 2", or "Entwurf (nach Fassung 2)" where something changed since. Our own papers also
    /// say that conflicts are open; others are not to read of our disagreements, so whoever makes a
    /// paper for them is told beside it.
    fn issue(&self) -> String {
        let issue = self.edition();
        if self.known.conflicts() == 0 || !self.known.audience().plans() {
            return issue;
        }
        say!(
            self.lang,
            "{issue}, Widersprüche offen",
            "{issue}, conflicts open",
            "{issue}, conflits à régler",
            "{issue}، توجد تعارضات مفتوحة"
        )
    }

    fn edition(&self) -> String {
        let issue = capitalised(shared::ISSUE.get(self.lang));
        let draft = capitalised(shared::DRAFT.get(self.lang));
        match self.options.edition {
            Edition::Issue { number, .. } => format!("{issue}\u{a0}{number}"),
            Edition::Draft { after: None, .. } => draft,
            Edition::Draft {
                after: Some(number),
                ..
            } => say!(
                self.lang,
                "{draft} (nach {issue}\u{a0}{number})",
                "{draft} (after issue\u{a0}{number})",
                "{draft} (après la version\u{a0}{number})",
                "{draft} (بعد {issue}\u{a0}{number})"
            ),
        }
    }

    /// What a message that carries the paper says: one person's goes to that person, and what others
    /// hold about somebody to nobody by itself.
    fn posting(&self, title: Said, head: &PaperHead) -> Posting {
        let visit = self.visit();
        let person = self.known.reader().holder();
        let person = person.and_then(|id| visit.participants.get(id));
        let (_, contact) = self.contact();
        let about = self.labelled(&capitalised(title.get(self.lang)));
        let at = self.known.zone().instant(self.options.edition.at()).0;
        Posting {
            subject: format!("{about} {} ({})", head.visit, head.issue),
            to: person.and_then(|person| Mailbox::found_in(&person.email, &person.name.full())),
            from: Mailbox::found_in(contact, ""),
            at,
        }
    }

    /// Whom readers call and hear from, and what that is called.
    fn contact(&self) -> (Said, &'a str) {
        let head = &self.visit().head;
        match self.known.audience() {
            Audience::Press => (label(Head::FIELDS, "press_contact"), &head.press_contact),
            _ => (label(Head::FIELDS, "contact"), &head.contact),
        }
    }

    fn foot(&self) -> Foot {
        let (key, contact) = self.contact();
        Foot {
            note: shared::SUBJECT_TO_CHANGE.say(self.lang),
            contact: if contact.is_empty() {
                String::new()
            } else {
                self.sentence(key, contact)
            },
        }
    }
}

/// For whom a paper is, as its head says it.
pub(super) fn distribution(audience: Audience, lang: Lang) -> String {
    distributed_to(audience.label().get(lang), lang)
}

fn distributed_to(whom: &str, lang: Lang) -> String {
    say!(
        lang,
        "Verteiler: {whom}",
        "Distribution: {whom}",
        "Destinataires\u{a0}: {whom}",
        "المرسل إليهم: {whom}"
    )
}

fn capitals(text: &str) -> String {
    text.to_uppercase()
}
