//! What must be ready for a signing, to be ticked off.

use super::table::SigningTable;
use crate::{
    model::Item,
    paper::{document::Check, pen::Pen},
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
const PENS: Said = Said::new(
    "Stifte, ausprobiert, und einer als Ersatz",
    "Pens, tried out, and a spare one",
    "Stylos essayés, et un de réserve",
)
.ar("أقلام مجربة وقلم احتياطي");
const FOLDERS: Said = Said::new(
    "Mappen, je Original eine",
    "Folders, one for each original",
    "Parapheurs, un par exemplaire",
)
.ar("حافظات، واحدة لكل نسخة");

impl<'a> Pen<'a> {
    pub(super) fn kit(&mut self, item: &'a Item, table: &SigningTable<'a>) -> Vec<Check> {
        let parties = table.seats.iter().map(|seat| seat.name.to_owned());
        let parties: Vec<String> = parties.collect();
        let rows = table.signatories().map(|(_, row)| row).collect::<Vec<_>>();
        let names = rows.iter().map(|row| self.card(row));
        let names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
        let copies = table.copies.iter().map(|copy| self.copy_called(copy));
        let copies: Vec<String> = copies.collect();
        let pens = format!("{} {}", self.labelled(self.say(PENS)), rows.len());
        let folders = format!("{} {}", self.labelled(self.say(FOLDERS)), copies.len());
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
