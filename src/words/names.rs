//! The names of weekdays and months.

use super::Said;

/// Weekdays from Monday.
pub(super) const WEEKDAYS: [Said; 7] = [
    Said::new("Montag", "Monday", "lundi"),
    Said::new("Dienstag", "Tuesday", "mardi"),
    Said::new("Mittwoch", "Wednesday", "mercredi"),
    Said::new("Donnerstag", "Thursday", "jeudi"),
    Said::new("Freitag", "Friday", "vendredi"),
    Said::new("Samstag", "Saturday", "samedi"),
    Said::new("Sonntag", "Sunday", "dimanche"),
];

/// Weekdays in two or three letters.
pub(super) const WEEKDAYS_SHORT: [Said; 7] = [
    Said::new("Mo", "Mon", "lun."),
    Said::new("Di", "Tue", "mar."),
    Said::new("Mi", "Wed", "mer."),
    Said::new("Do", "Thu", "jeu."),
    Said::new("Fr", "Fri", "ven."),
    Said::new("Sa", "Sat", "sam."),
    Said::new("So", "Sun", "dim."),
];

/// Months from January.
pub(super) const MONTHS: [Said; 12] = [
    Said::new("Januar", "January", "janvier"),
    Said::new("Februar", "February", "février"),
    Said::new("März", "March", "mars"),
    Said::new("April", "April", "avril"),
    Said::new("Mai", "May", "mai"),
    Said::new("Juni", "June", "juin"),
    Said::new("Juli", "July", "juillet"),
    Said::new("August", "August", "août"),
    Said::new("September", "September", "septembre"),
    Said::new("Oktober", "October", "octobre"),
    Said::new("November", "November", "novembre"),
    Said::new("Dezember", "December", "décembre"),
];

/// Months as short as they are usual.
pub(super) const MONTHS_SHORT: [Said; 12] = [
    Said::new("Jan", "Jan", "janv."),
    Said::new("Feb", "Feb", "févr."),
    Said::new("März", "Mar", "mars"),
    Said::new("Apr", "Apr", "avr."),
    Said::new("Mai", "May", "mai"),
    Said::new("Juni", "June", "juin"),
    Said::new("Juli", "July", "juil."),
    Said::new("Aug", "Aug", "août"),
    Said::new("Sep", "Sep", "sept."),
    Said::new("Okt", "Oct", "oct."),
    Said::new("Nov", "Nov", "nov."),
    Said::new("Dez", "Dec", "déc."),
];
