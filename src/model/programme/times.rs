//! When items begin and end: clock times in their zones, and chains followed.

use std::collections::HashMap;

use chrono::{Duration, NaiveDate, NaiveDateTime};

use super::{Moment, Placed, links::chain};
use crate::model::{Clock, ClockChange, End, Item, Start, Visit, Zone};

/// Works out when items begin and end, each once.
pub(super) struct Times<'a> {
    visit: &'a Visit,
    known: HashMap<&'a str, Placed>,
    /// Zones are slow to ask, and most days of a visit have one offset from morning to evening.
    offsets: HashMap<(Zone, NaiveDate), Option<Duration>>,
}

impl<'a> Times<'a> {
    pub(super) fn of_visit(visit: &'a Visit) -> Self {
        Self {
            visit,
            known: HashMap::new(),
            offsets: HashMap::new(),
        }
    }

    pub(super) fn of_item(&mut self, item: &'a Item) -> Placed {
        if let Some(placed) = self.known.get(item.id.as_str()) {
            return placed.clone();
        }
        // Worked out from the beginning of the chain, so that no chain is too long for the stack.
        let mut links: Vec<&'a Item> = chain(self.visit, &item.id).collect();
        links.reverse();
        let mut before: Option<Placed> = None;
        for link in links {
            let placed = match self.known.get(link.id.as_str()) {
                Some(placed) => placed.clone(),
                None => self.work_out(link, before.as_ref()),
            };
            self.known.insert(link.id.as_str(), placed.clone());
            before = Some(placed);
        }
        before.unwrap_or_else(|| self.work_out(item, None))
    }

    fn work_out(&mut self, item: &Item, before: Option<&Placed>) -> Placed {
        let slot = &item.slot;
        let zone = slot.zone.unwrap_or_else(|| self.visit.zone());
        let end_zone = slot.end_zone.unwrap_or(zone);
        let before = before.filter(|_| matches!(slot.start, Start::After(_)));
        let day = before.map_or(slot.day, |placed| placed.day);
        let (start, change) = match slot.start.clock() {
            Some(clock) => self.moment(zone, day, clock),
            None => (
                before.and_then(|p| p.end).map(|end| at(zone, end.utc)),
                None,
            ),
        };
        let last = slot.until.or(day);
        let end = match slot.end {
            End::Open => None,
            End::At(clock) => self.moment(end_zone, last, clock).0,
            End::Lasts(minutes) => {
                let lasts = Duration::minutes(minutes.into());
                start
                    .and_then(|start| start.utc.checked_add_signed(lasts))
                    .map(|end| at(end_zone, end))
            }
        };
        Placed {
            id: item.id.clone(),
            day,
            until: slot.until,
            start,
            end,
            change,
            parallel: None,
        }
    }

    fn moment(
        &mut self,
        zone: Zone,
        day: Option<NaiveDate>,
        clock: Clock,
    ) -> (Option<Moment>, Option<ClockChange>) {
        let Some(local) = day.and_then(|day| clock.on(day)) else {
            return (None, None);
        };
        let day = local.date();
        let offset = self.offsets.entry((zone, day));
        let (utc, change) = match offset.or_insert_with(|| zone.steady_offset(day)) {
            Some(offset) => (local.checked_sub_signed(*offset).unwrap_or(local), None),
            None => zone.instant(local),
        };
        (Some(Moment { local, utc }), change)
    }
}

fn at(zone: Zone, utc: NaiveDateTime) -> Moment {
    Moment {
        local: zone.local(utc),
        utc,
    }
}
