//! Finding one's way: help, the palette, search, and the records that have no pane.

use insta::assert_snapshot;

use attache::words::Lang;

use super::{MARRAKESCH, Screen};

#[test]
fn help_tells_every_key_of_the_place() {
    let mut screen = Screen::of(MARRAKESCH);
    screen.keys("?");
    assert_snapshot!(screen.at(120, 40));
    screen.at(80, 24);
    screen.hides("Zur Shell").keys("G").says("Zur Shell");
    screen.keys("?").hides("Zur Shell");
}

#[test]
fn help_over_a_line_that_is_typed_tells_only_keys_that_arrive() {
    let mut screen = Screen::of(MARRAKESCH);
    screen.keys("/<F1>").says("Esc").says("Strg+Q");
    screen.hides("Strg+B").hides("q  Strg+Q");
}

#[test]
fn a_command_is_found_by_its_name_and_done_in_the_view_below() {
    let mut screen = Screen::of(MARRAKESCH);
    screen.keys(":15 spater");
    assert_snapshot!(screen.at(80, 24));
    screen
        .keys("<Esc>f:15 min fruher<Enter>")
        .says("09:45–10:30");
}

#[test]
fn a_list_in_which_nothing_is_found_says_so() {
    for (lang, nothing) in [
        (Lang::De, "Nichts gefunden"),
        (Lang::En, "Nothing found"),
        (Lang::Fr, "Aucun résultat"),
    ] {
        for list in ["/", ":", "s"] {
            let mut screen = Screen::in_lang(MARRAKESCH, lang);
            screen.keys(list).hides(nothing);
            screen.keys("xqzxq").says(nothing);
        }
    }
}

#[test]
fn a_key_of_another_pane_says_where_it_works() {
    let mut screen = Screen::of(MARRAKESCH);
    screen
        .keys("<Tab>m")
        .says("Nur in „Programm“: Auf eine andere Zeit");
    screen
        .keys("w")
        .says("Nur in „Programm“: Festlegen, wer teilnimmt");
    screen
        .keys("<Tab>n")
        .says("Nur in „Teilnehmende“: N. N. durch Namen");
}

#[test]
fn the_footer_does_not_offer_what_nothing_here_can_have_done() {
    let mut screen = Screen::of(MARRAKESCH);
    screen.keys("p").says("a neu").hides("erledigt");
    screen.keys("<Tab><Tab>").says("Leertaste erledigt");
    screen.keys("<Esc>!").says("Esc schließen");
    screen.hides("o unsere").hides("n nächster");
}

#[test]
fn the_palette_offers_only_what_works() {
    let mut screen = Screen::of(MARRAKESCH);
    screen.keys(":gemachtes").hides("Rückgängig Gemachtes");
    screen
        .keys("<Esc>du:gemachtes")
        .says("Rückgängig Gemachtes");
}

#[test]
fn search_goes_to_what_it_finds() {
    let mut screen = Screen::of(MARRAKESCH);
    screen.keys("/ellerstr");
    assert_snapshot!(screen.at(80, 24));
    screen.keys("<Enter>").says("[Mo 11]").says("Stadtführung");
    screen.keys("/bouabid<Enter>").says("Boutaina Bouabid");
    screen.keys("/schreibweise<Enter>").says("[Aufgaben");
    screen.keys("/").hides("Im ganzen Besuch suchen");
}

#[test]
fn what_is_pasted_is_searched_and_a_click_chooses() {
    let mut screen = Screen::of(MARRAKESCH);
    screen
        .keys("/")
        .paste("Frankfurt\n")
        .says("Weiterreise nach");
    screen.click("Weiterreise nach").click("Weiterreise nach");
    screen.hides("Im ganzen Besuch suchen").says("Weiterreise");
}

#[test]
fn tasks_stand_in_the_order_of_their_days() {
    let mut screen = Screen::of(MARRAKESCH);
    screen.keys("p<Tab><Tab>");
    assert_snapshot!(screen.at(80, 24));
    assert_snapshot!(screen.at(120, 40));
    screen.at(80, 24);
    screen
        .keys("<Space>")
        .hides("! Mo")
        .says("Erledigt am        12.11.2024");
    screen.keys("<Space>").says("! Mo 04.11.2024");
    screen
        .keys("jc<C-s>")
        .says("! Mo 28.10.2024")
        .keys("d")
        .hides("! Mo 28.10.2024");
    screen.keys("u").says("! Mo 28.10.2024");
}

#[test]
fn an_empty_kind_says_what_to_do_first() {
    let mut screen = Screen::of(MARRAKESCH);
    screen
        .keys("p")
        .click("Fahrzeuge 0")
        .says("Noch kein Fahrzeug");
}
