//! Drawing the library: parts with headings; two rows a visit, or a table where there is room.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    style::Style,
};

use super::{Library, row::Row};
use crate::{
    display, say,
    tui::{action::Action, keymap::Context, list::Entries, paint, view::Scene},
    words::{Lang, Said, count, joined, shared},
};

/// The width from which a visit takes one row of a table.
const TABLE: u16 = 150;
/// The columns of the dates where a visit takes two rows.
const DATES: u16 = 22;

pub(super) fn draw(view: &mut Library, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
    let body = Rect {
        y: area.y + 2,
        height: area.height.saturating_sub(2),
        ..area
    };
    header(view, area, buf, scene);
    let styles = scene.styles;
    let title = shared::VISITS.get(scene.lang());
    let inner = paint::frame(buf, body, title, true, styles);
    match instead(view, scene) {
        Some((text, style)) => paint::wrapped(buf, inner, &text, style),
        None => list(view, inner, buf, scene),
    }
}

/// Where the library is and how much is in it; what is searched for.
fn header(view: &mut Library, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
    let (lang, styles) = (scene.lang(), scene.styles);
    let shown = counted(view.rows(), lang);
    let row = Rect { height: 1, ..area };
    paint::right(buf, row, &shown, styles.plain);
    let room = u16::try_from(display::width(&shown)).unwrap_or(0);
    let folder = scene.settings.folders.library.to_string_lossy();
    let parts = [(" Attaché  ", styles.strong), (&*folder, styles.dim)];
    let width = area.width.saturating_sub(room);
    paint::row(buf, (area.x, area.y), width, &parts);
    if !view.typing && view.filter.text().is_empty() {
        return;
    }
    let y = area.y + 1;
    let sign = paint::text(buf, (area.x + 1, y), 2, "/ ", styles.strong);
    let line = Rect {
        x: area.x + 1 + sign,
        y,
        width: area.width / 2,
        height: 1,
    };
    view.filter.draw(line, buf, styles.plain);
    let found = view.found.len();
    let found = say!(
        lang,
        "{found} gefunden ",
        "{found} found ",
        "{found} trouvées "
    );
    let right = Rect {
        y,
        height: 1,
        ..area
    };
    paint::right(buf, right, &found, styles.dim);
}

/// How many visits there are, and how many files that cannot be read: "  3 visits, 1 unreadable ".
fn counted(rows: &[Row], lang: Lang) -> String {
    let files = rows.iter().filter(|row| row.kept.is_none());
    let (readable, broken): (Vec<&Row>, Vec<&Row>) = files.partition(|row| row.content.is_ok());
    let (readable, broken) = (readable.len(), broken.len());
    let said = |n: usize, one, many| (n > 0).then(|| count(n, one, many, lang));
    let parts = [
        said(readable, shared::VISIT, shared::VISITS),
        said(broken, UNREADABLE[0], UNREADABLE[1]),
    ];
    let told = joined(parts.into_iter().flatten(), ", ");
    if told.is_empty() {
        told
    } else {
        format!("  {told} ")
    }
}

const UNREADABLE: [Said; 2] = [
    Said::new("nicht lesbar", "unreadable", "illisible"),
    Said::new("nicht lesbar", "unreadable", "illisibles"),
];

/// What stands in place of the list where there is nothing to list.
fn instead(view: &Library, scene: &Scene<'_>) -> Option<(String, Style)> {
    let (lang, styles) = (scene.lang(), scene.styles);
    match &view.rows {
        None => {
            let text = say!(
                lang,
                "Die Bibliothek wird gelesen …",
                "Reading the library …",
                "Lecture de la bibliothèque…"
            );
            Some((text, styles.dim))
        }
        Some(Err(error)) => Some((error.clone(), styles.error)),
        Some(Ok(rows)) if rows.is_empty() => Some((empty(view, scene), styles.plain)),
        Some(Ok(_)) if view.found.is_empty() => {
            let close = scene.key(Context::Global, Action::Close);
            let text = say!(
                lang,
                "Kein Besuch passt dazu. {close} hebt die Suche auf.",
                "No visit fits. {close} lets the search go.",
                "Aucune visite ne correspond. {close} annule la recherche."
            );
            Some((text, styles.dim))
        }
        Some(Ok(_)) => None,
    }
}

fn empty(view: &Library, scene: &Scene<'_>) -> String {
    let lang = scene.lang();
    let add = scene.key(Context::Library, Action::Add);
    let archive = scene.key(Context::Library, Action::ShowArchive);
    let help = scene.key(Context::Global, Action::Help);
    let deleted = if view.deleted.is_empty() {
        String::new()
    } else {
        let deleted = scene.key(Context::Library, Action::Deleted);
        let shows = say!(
            lang,
            "{deleted}  zeigt, was gelöscht wurde",
            "{deleted}  shows what was deleted",
            "{deleted}  montre ce qui a été supprimé"
        );
        format!("\n{shows}.")
    };
    say!(
        lang,
        "Noch kein Besuch in dieser Bibliothek.\n\n{add}  legt den ersten an: Titel, Tage, Gastgeber und Gäste.\n{help}  zeigt alle Tasten dieser Stelle.\n{archive}  zeigt das Archiv.{deleted}\n\nDas mitgelieferte Beispiel öffnet\nattache assets/samples/duesseldorf-marrakesch-2024.ron",
        "No visit in this library yet.\n\n{add}  makes the first: title, days, host and guests.\n{help}  shows all keys of this place.\n{archive}  shows the archive.{deleted}\n\nThe sample that comes with the program is opened by\nattache assets/samples/duesseldorf-marrakesch-2024.ron",
        "Aucune visite dans cette bibliothèque.\n\n{add}  crée la première\u{a0}: intitulé, dates, ville d’accueil et invités.\n{help}  montre toutes les touches d’ici.\n{archive}  montre les archives.{deleted}\n\nL’exemple fourni s’ouvre avec\nattache assets/samples/duesseldorf-marrakesch-2024.ron"
    )
}

fn list(view: &mut Library, inner: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
    let wide = inner.width >= TABLE;
    let head = Constraint::Length(wide.into());
    let [head, inner] = Layout::vertical([head, Constraint::Fill(1)]).areas(inner);
    if wide {
        table_head(head, buf, scene);
    }
    let mut list = std::mem::take(&mut view.list);
    let row = |at: usize| &view.rows()[view.found[at]];
    let is_first = |at: usize| at == 0 || row(at - 1).group != row(at).group;
    let draw = |at: usize, area: Rect, buf: &mut Buffer| {
        if wide {
            table_row(row(at), area, buf, scene);
        } else {
            two_rows(row(at), area, buf, scene);
        }
    };
    let entries = Entries {
        rows: &|_| if wide { 1 } else { 2 },
        heading: &|at| is_first(at).then(|| row(at).group.label().get(scene.lang())),
        ..Entries::new(view.found.len(), &draw)
    };
    list.draw(inner, buf, scene.styles, &entries);
    view.list = list;
}

fn two_rows(row: &Row, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
    let (lang, styles) = (scene.lang(), scene.styles);
    let x = area.x + 1;
    let is_broken = row.content.is_err();
    let dates = if is_broken {
        "!".to_owned()
    } else {
        row.dates(lang)
    };
    paint::text(buf, (x, area.y), DATES, &dates, styles.plain);
    let width = area.width.saturating_sub(DATES + 2);
    let title = row.title(lang);
    paint::text(buf, (x + DATES, area.y), width, &title, styles.plain);
    if area.height > 1 {
        let style = if is_broken { styles.error } else { styles.dim };
        let modified = match row.modified(lang) {
            day if day.is_empty() => day,
            day => format!("{} {day}", MODIFIED.0.get(lang)),
        };
        paint::text(buf, (x + 1, area.y + 1), DATES - 2, &modified, styles.dim);
        let about = row.about(lang);
        paint::text(buf, (x + DATES, area.y + 1), width, &about, style);
    }
}

/// A column of the table: its head and width; the rest goes to the title.
const COLUMNS: [(Said, u16); 7] = [
    (Said::new("Tage", "Days", "Dates"), 25),
    (Said::new("Besuch", "Visit", "Visite"), 0),
    (Said::new("Partner", "Partner", "Partenaire"), 26),
    (Said::new("Stand", "Status", "État"), 14),
    (Said::new("Punkte", "Items", "Points"), 7),
    (Said::new("Personen", "People", "Pers."), 9),
    (Said::new("Dok.", "Letters", "Doc."), 8),
];
/// The column of the day of the last change.
const MODIFIED: (Said, u16) = (Said::new("geändert", "changed", "modifiée"), 11);

fn widths(area: Rect) -> impl Iterator<Item = (u16, u16)> {
    let all = COLUMNS.map(|(_, width)| width);
    let fixed: u16 = all.iter().sum::<u16>() + MODIFIED.1;
    let rest = area.width.saturating_sub(fixed + 2);
    let mut x = area.x + 1;
    all.into_iter().chain([MODIFIED.1]).map(move |width| {
        let width = if width == 0 { rest } else { width };
        let at = (x, width.saturating_sub(1));
        x += width;
        at
    })
}

fn table_head(area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
    let heads = COLUMNS.iter().chain([&MODIFIED]);
    for ((x, width), (head, _)) in widths(area).zip(heads) {
        let head = head.get(scene.lang());
        paint::text(buf, (x, area.y), width, head, scene.styles.dim);
    }
}

/// The title in so many columns, with the file name behind it where it alone could be another visit.
fn title(row: &Row, width: u16, lang: Lang) -> String {
    let title = row.title(lang);
    if !row.is_namesake {
        return title;
    }
    let file = format!("  {}", row.file_name());
    let room = usize::from(width).saturating_sub(display::width(&file));
    format!("{}{file}", display::truncate(&title, room))
}

fn table_row(row: &Row, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
    let (lang, styles) = (scene.lang(), scene.styles);
    let Ok(summary) = &row.content else {
        let file = row.file_name();
        let about = row.about(lang);
        let parts = [
            ("! ", styles.error),
            (&*file, styles.plain),
            ("  ", styles.plain),
            (&*about, styles.error),
        ];
        paint::row(buf, (area.x + 1, area.y), area.width - 2, &parts);
        return;
    };
    let cells = [
        row.dates(lang),
        title(row, widths(area).nth(1).map_or(0, |(_, width)| width), lang),
        row.partner(lang),
        row.status(lang).to_owned(),
        summary.items.to_string(),
        row.heads(),
        summary.letters.to_string(),
        row.modified(lang),
    ];
    for ((x, width), cell) in widths(area).zip(&cells) {
        paint::text(buf, (x, area.y), width, cell, styles.plain);
    }
}
