//! The background of a press note: the letter before, why it stalled; who supports the visit and
//! what it rests on.

use super::{Story, words::stop};
use crate::{
    model::{
        Letter,
        head::{LegalBasis, Supporter, SupporterRole},
    },
    paper::{about::with_more, document::Block, pen::Pen},
    say,
    words::{Said, date, joined, quoted},
};

impl<'a> Pen<'a> {
    /// The letter that this one renews, and why that was not put into practice.
    pub(super) fn background(&mut self, letter: &'a Letter) -> Vec<Block> {
        let own = letter
            .predecessor
            .as_ref()
            .filter(|own| own.visit.is_none());
        let before = own.and_then(|own| self.visit().letters.get(&own.letter));
        let mut sentences = Vec::new();
        if let Some(before) = before {
            sentences.push(self.before(before));
            if before.steps.was_signed() {
                sentences.extend(self.signers(before, true));
            }
        }
        sentences.push(stop(self.prose(&letter.delay)));
        sentences.push(stop(self.prose(&letter.remark)));
        paragraph(sentences)
    }

    fn before(&mut self, before: &'a Letter) -> String {
        let parties = self.parties_of(before);
        let (_, what) = self.instrument(before.kind);
        match before
            .steps
            .signed_on()
            .map(|day| date::long(day, self.lang))
        {
            Some(day) => say!(
                self.lang,
                "Bereits am {day} hatten {parties} {what} geschlossen.",
                "{parties} had already concluded {what} on {day}.",
                "Dès le {day}, {parties} avaient conclu {what}.",
                "سبق أن تم يوم {day} إبرام {what} بين {parties}."
            ),
            None => say!(
                self.lang,
                "Bereits früher hatten {parties} {what} vereinbart.",
                "{parties} had already arranged {what} before.",
                "{parties} avaient déjà convenu {what}.",
                "سبق إعداد {what} بين {parties}."
            ),
        }
    }

    /// Who supports the visit or the letter, what they rest on, and the public remark.
    pub(super) fn support_told(&mut self, story: &Story<'a>) -> Vec<Block> {
        let head = &self.visit().head;
        let of_letter = story.letter.into_iter();
        let of_letter = of_letter.flat_map(|letter| letter.supporters.iter());
        let supporters: Vec<&'a Supporter> = head.supporters.iter().chain(of_letter).collect();
        let mut sentences: Vec<String> = supporters
            .into_iter()
            .map(|row| self.supporter_told(row))
            .collect();
        let of_letter = story.letter.into_iter();
        let of_letter = of_letter.flat_map(|letter| letter.legal_bases.iter());
        let bases: Vec<&'a LegalBasis> = head.legal_bases.iter().chain(of_letter).collect();
        let bases = bases.into_iter().map(|row| self.basis_told(row));
        let bases: Vec<String> = bases.filter(|basis| !basis.is_empty()).collect();
        if !bases.is_empty() {
            let bases = self.series(&bases);
            sentences.push(say!(
                self.lang,
                "Grundlage des Besuchs: {bases}.",
                "The visit is based on {bases}.",
                "La visite se fonde sur\u{a0}: {bases}.",
                "أسس الزيارة: {bases}."
            ));
        }
        let mut blocks = paragraph(sentences);
        let remark = self.prose(&head.remark).lines().map(str::trim);
        let remark = remark.filter(|line| !line.is_empty());
        blocks.extend(remark.map(|line| Block::Paragraph(line.to_owned())));
        blocks
    }

    /// "Ratsbeschluss über … (Rat der Landeshauptstadt Düsseldorf, 01/113/2024)".
    fn basis_told(&mut self, row: &'a LegalBasis) -> String {
        let subject = self.text(&row.subject);
        if subject.is_empty() {
            return self.legal_basis(row);
        }
        let day = row.date.map(|day| date::long(day, self.lang));
        let parts = [
            self.text(&row.body),
            &row.number,
            day.as_deref().unwrap_or_default(),
        ];
        with_more(subject, &joined(parts, self.comma()))
    }

    fn supporter_told(&mut self, row: &'a Supporter) -> String {
        let (name, remark) = (self.text(&row.name), self.text(&row.remark));
        if name.is_empty() && remark.is_empty() {
            return String::new();
        }
        let who = match row.role {
            SupporterRole::Project => with_more(&quoted(name, self.lang), remark),
            _ => with_more(name, remark),
        };
        match row.role {
            SupporterRole::Project => say!(
                self.lang,
                "Der Besuch ist Teil des Projekts {who}.",
                "The visit is part of the project {who}.",
                "La visite s’inscrit dans le projet {who}.",
                "تندرج الزيارة في إطار مشروع {who}."
            ),
            role => {
                let label = match role {
                    SupporterRole::Organiser => Said::new(
                        "Organisation des Besuchs",
                        "Organiser of the visit",
                        "Organisation de la visite",
                    )
                    .ar("الجهة المنظمة للزيارة"),
                    SupporterRole::Funder => Said::new(
                        "Förderung des Besuchs",
                        "Funding of the visit",
                        "Financement de la visite",
                    )
                    .ar("الجهة الممولة للزيارة"),
                    _ => Said::new(
                        "Partner des Besuchs",
                        "Partner of the visit",
                        "Partenaire de la visite",
                    )
                    .ar("شريك الزيارة"),
                };
                stop(&self.sentence(label, &who))
            }
        }
    }
}

/// The sentences as one paragraph, if there are any.
pub(super) fn paragraph(sentences: Vec<String>) -> Vec<Block> {
    let sentences = sentences
        .into_iter()
        .filter(|sentence| !sentence.is_empty());
    let text = sentences.collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        Vec::new()
    } else {
        vec![Block::Paragraph(text)]
    }
}
