//! The names of weekdays and months.

use super::Said;

/// Weekdays from Monday.
pub(super) const WEEKDAYS: [Said; 7] = [
    Said::new("Montag", "Monday", "lundi").ar("الاثنين"),
    Said::new("Dienstag", "Tuesday", "mardi").ar("الثلاثاء"),
    Said::new("Mittwoch", "Wednesday", "mercredi").ar("الأربعاء"),
    Said::new("Donnerstag", "Thursday", "jeudi").ar("الخميس"),
    Said::new("Freitag", "Friday", "vendredi").ar("الجمعة"),
    Said::new("Samstag", "Saturday", "samedi").ar("السبت"),
    Said::new("Sonntag", "Sunday", "dimanche").ar("الأحد"),
];

/// Weekdays in two or three letters.
pub(super) const WEEKDAYS_SHORT: [Said; 7] = [
    Said::new("Mo", "Mon", "lun.").ar("الاثنين"),
    Said::new("Di", "Tue", "mar.").ar("الثلاثاء"),
    Said::new("Mi", "Wed", "mer.").ar("الأربعاء"),
    Said::new("Do", "Thu", "jeu.").ar("الخميس"),
    Said::new("Fr", "Fri", "ven.").ar("الجمعة"),
    Said::new("Sa", "Sat", "sam.").ar("السبت"),
    Said::new("So", "Sun", "dim.").ar("الأحد"),
];

/// Months from January.
pub(super) const MONTHS: [Said; 12] = [
    Said::new("Januar", "January", "janvier").ar("يناير"),
    Said::new("Februar", "February", "février").ar("فبراير"),
    Said::new("März", "March", "mars").ar("مارس"),
    Said::new("April", "April", "avril").ar("أبريل"),
    Said::new("Mai", "May", "mai").ar("ماي"),
    Said::new("Juni", "June", "juin").ar("يونيو"),
    Said::new("Juli", "July", "juillet").ar("يوليوز"),
    Said::new("August", "August", "août").ar("غشت"),
    Said::new("September", "September", "septembre").ar("شتنبر"),
    Said::new("Oktober", "October", "octobre").ar("أكتوبر"),
    Said::new("November", "November", "novembre").ar("نونبر"),
    Said::new("Dezember", "December", "décembre").ar("دجنبر"),
];

/// Months as short as they are usual.
pub(super) const MONTHS_SHORT: [Said; 12] = [
    Said::new("Jan", "Jan", "janv.").ar("يناير"),
    Said::new("Feb", "Feb", "févr.").ar("فبراير"),
    Said::new("März", "Mar", "mars").ar("مارس"),
    Said::new("Apr", "Apr", "avr.").ar("أبريل"),
    Said::new("Mai", "May", "mai").ar("ماي"),
    Said::new("Juni", "June", "juin").ar("يونيو"),
    Said::new("Juli", "July", "juil.").ar("يوليوز"),
    Said::new("Aug", "Aug", "août").ar("غشت"),
    Said::new("Sep", "Sep", "sept.").ar("شتنبر"),
    Said::new("Okt", "Oct", "oct.").ar("أكتوبر"),
    Said::new("Nov", "Nov", "nov.").ar("نونبر"),
    Said::new("Dez", "Dec", "déc.").ar("دجنبر"),
];
