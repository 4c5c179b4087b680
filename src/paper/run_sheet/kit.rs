//! What must be ready for a signing, to be ticked off.

use super::table::SigningTable;
use crate::{
    model::Item,
    paper::{document::Check, pen::Pen},
    say,
    words::Said,
};

pub(super) const KIT: Said =
    Said::new("Bereitzuhalten", "To be ready", "À préparer").ar("ما يجب تحضيره");

/// What a thing is called: one, both, several.
struct Things {
    one: Said,
    both: Said,
    many: Said,
}

const FLAGS: Things = Things {
    one: Said::new("Flagge", "Flag", "Drapeau").ar("علم"),
    both: Said::new("Beide Flaggen", "Both flags", "Les deux drapeaux").ar("العلمان"),
    many: Said::new("Flaggen", "Flags", "Drapeaux").ar("الأعلام"),
};
const CARDS: Things = Things {
    one: Said::new("Namensschild", "Name card", "Chevalet").ar("لوحة الاسم"),
    both: Said::new(
        "Beide Namensschilder",
        "Both name cards",
        "Les deux chevalets",
    )
    .ar("لوحتا الاسمين"),
    many: Said::new("Namensschilder", "Name cards", "Chevalets").ar("لوحات الأسماء"),
};
const ORIGINALS: Things = Things {
    one: Said::new("Original", "Original", "Exemplaire original").ar("النسخة الأصلية"),
    both: Said::new(
        "Beide Originale",
        "Both originals",
        "Les deux exemplaires originaux",
    )
    .ar("النسختان الأصليتان"),
    many: Said::new("Originale", "Originals", "Exemplaires originaux").ar("النسخ الأصلية"),
};

impl<'a> Pen<'a> {
    pub(super) fn kit(&mut self, item: &'a Item, table: &SigningTable<'a>) -> Vec<Check> {
        let parties = table.seats.iter().map(|seat| seat.name.to_owned());
        let parties: Vec<String> = parties.collect();
        let rows = table.signatories().map(|(_, row)| row).collect::<Vec<_>>();
        let names = rows.iter().map(|row| self.card(row));
        let names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
        let copies = table.copies.iter().map(|copy| self.copy_called(copy));
        let copies: Vec<String> = copies.collect();
        let pens = self.pens(rows.len());
        let folders = self.folders(copies.len());
        let gifts = match self.text(&item.gifts) {
            "" => String::new(),
            gifts => self.sentence(super::label(Item::FIELDS, "gifts"), gifts),
        };
        let all = [
            self.things(&FLAGS, &parties),
            self.things(&CARDS, &names),
            self.things(&ORIGINALS, &copies),
            pens,
            folders,
            gifts,
        ];
        let all = all.into_iter().filter(|what| !what.is_empty());
        let all = all.map(|what| Check {
            what,
            ..Check::default()
        });
        all.collect()
    }

    /// A pen for each who signs.
    fn pens(&self, number: usize) -> String {
        if number == 1 {
            let one = Said::new(
                "Ein Stift, ausprobiert, und einer als Ersatz",
                "One pen, tried out, and a spare one",
                "Un stylo essayé, et un de réserve",
            )
            .ar("قلم مجرب وقلم احتياطي");
            return self.say(one).to_owned();
        }
        say!(
            self.lang,
            "{number} Stifte, ausprobiert, und einer als Ersatz",
            "{number} pens, tried out, and a spare one",
            "{number} stylos essayés, et un de réserve",
            "أقلام مجربة وقلم احتياطي: {number}"
        )
    }

    /// A folder for each original.
    fn folders(&self, number: usize) -> String {
        if number == 1 {
            let one = Said::new("Eine Mappe", "One folder", "Un parapheur").ar("حافظة واحدة");
            return self.say(one).to_owned();
        }
        say!(
            self.lang,
            "{number} Mappen, je Original eine",
            "{number} folders, one for each original",
            "{number} parapheurs, un par exemplaire",
            "حافظات، واحدة لكل نسخة: {number}"
        )
    }

    /// "Beide Flaggen: Marrakesch, Düsseldorf".
    fn things(&self, things: &Things, each: &[String]) -> String {
        let said = match each.len() {
            0 => return String::new(),
            1 => things.one,
            2 => things.both,
            _ => things.many,
        };
        self.sentence(said, &self.series(each))
    }
}
