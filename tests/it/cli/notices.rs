//! Change notices by command: since which issue, for whom, in which language, as a message.

use crate::harness::Home;

const SAMPLE: &str = "assets/samples/duesseldorf-marrakesch-2024.ron";
const NAME: &str = "duesseldorf-marrakesch-2024.ron";

/// The sample, issued, then changed.
fn changed() -> Home {
    let home = Home::new();
    home.copy(SAMPLE);
    home.attache(["issue", NAME]).ok();
    for set in [
        ["set", NAME, "empfang-4rwt", "start=11:00"],
        ["set", NAME, "achraf-berrazouk-7k2f", "languages=fr C1"],
        ["set", NAME, "achraf-berrazouk-7k2f", "email=ab@example.org"],
    ] {
        home.attache(set).ok();
    }
    home
}

#[test]
fn without_an_issue_there_is_nothing_to_compare_with() {
    let home = Home::new();
    home.copy(SAMPLE);
    let refused = home.attache(["changes", NAME]).refused();
    assert!(refused.contains("no older one"), "{refused}");
    home.attache(["issue", NAME]).ok();
    let refused = home.attache(["changes", NAME]).refused();
    assert!(refused.contains("shown is issue 1;"), "{refused}");
}

#[test]
fn since_the_newest_issue_that_is_not_the_one_shown() {
    let home = changed();
    let draft = home.attache(["changes", NAME]).ok();
    assert!(draft.contains("gegenüber Fassung 1"), "{draft}");
    assert!(draft.contains("Entwurf (nach Fassung 1)"), "{draft}");
    assert!(draft.contains("Verlegt: Empfang"), "{draft}");
    home.attache(["issue", NAME]).ok();
    let issued = home.attache(["changes", NAME]).ok();
    assert!(
        issued.contains("gegenüber Fassung 1") && !issued.contains("Entwurf"),
        "{issued}"
    );
    let asked = ["changes", NAME, "--from", "1", "--to", "2"];
    assert_eq!(home.attache(asked).ok(), issued);
    let nothing = home.attache(["changes", NAME, "--from", "2"]).refused();
    assert!(nothing.contains("nothing has changed"), "{nothing}");
}

#[test]
fn one_person_is_written_to_in_a_language_of_theirs() {
    let home = changed();
    let own = ["changes", NAME, "--person", "Berrazouk"];
    let notice = home.attache(own).ok();
    assert!(notice.contains("AVIS DE MODIFICATION"), "{notice}");
    home.attache(own.into_iter().chain(["-o", "avis.eml"])).ok();
    let message = home.read("avis.eml");
    let to = "To: \"Achraf Berrazouk\" <ab@example.org>\r\n";
    assert!(message.contains(to), "{message}");
    let address = home
        .attache(own.into_iter().chain(["--format", "mailto"]))
        .ok();
    assert!(
        address.starts_with("mailto:ab@example.org?subject=Avis%20"),
        "{address}"
    );
}

#[test]
fn everybody_whom_it_concerns_gets_a_notice() {
    let home = changed();
    let written = home.attache(["changes", NAME, "--all", "-o", "out"]).stdout;
    for name in ["delegation", "presse", "berrazouk", "keller"] {
        assert!(written.contains(name), "{name} in {written}");
    }
    assert!(!written.contains("n-n-"), "{written}");
}
