//! Whether a function names its body already, so that a paper need not say it twice.

/// Words of a town as a body, which whoever is its mayor has named.
const TOWN: [&str; 8] = [
    "stadt",
    "landeshauptstadt",
    "hansestadt",
    "city",
    "ville",
    "commune",
    "مدينة",
    "جماعة",
];
const MAYOR: [&str; 9] = [
    "bürgermeister",
    "bürgermeisterin",
    "oberbürgermeister",
    "oberbürgermeisterin",
    "mayor",
    "maire",
    "mairesse",
    "عمدة",
    "العمدة",
];
/// Words that say nothing by themselves.
const LINKS: [&str; 22] = [
    "der", "die", "das", "des", "dem", "von", "vom", "für", "und", "of", "the", "for", "and", "de",
    "du", "des", "d", "la", "le", "l", "les", "et",
];
/// What a word may end in differently: "Generalkonsulin" and "Generalkonsulat".
const ENDING: usize = 4;
/// Shorter words have to be the same.
const STEM: usize = 5;

/// Whether every word of the body stands in the function, as in "Generalkonsulin des Königreichs
/// Marokko" and "Generalkonsulat des Königreichs Marokko". In doubt it does not, and both are said.
pub(super) fn is_named(function: &str, body: &str) -> bool {
    let (function, body) = (words(function), words(body));
    let is_mayor = function.iter().any(|word| MAYOR.contains(&word.as_str()));
    let is_said = |word: &String| {
        is_mayor && TOWN.contains(&word.as_str())
            || function.iter().any(|said| is_one_word(said, word))
    };
    // "Bürgermeister, Stadt" alone says of which town only by its name.
    let named = body.iter().filter(|word| !LINKS.contains(&word.as_str()));
    let has_name = |word: &&String| !TOWN.contains(&word.as_str());
    named.clone().any(|word| has_name(&word)) && named.clone().all(is_said)
}

fn words(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_alphanumeric());
    parts
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

fn is_one_word(one: &str, other: &str) -> bool {
    let common = one.chars().zip(other.chars());
    let stem = common.take_while(|(a, b)| a == b).count();
    let longest = one.chars().count().max(other.chars().count());
    one == other || (stem >= STEM && longest - stem <= ENDING)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_said_unless_the_function_names_it() {
        for (function, body, expected) in [
            ("maire de Düsseldorf", "Ville de Düsseldorf", true),
            ("adjoint au maire de Marrakech", "Ville de Marrakech", true),
            (
                "consule générale du Royaume du Maroc",
                "Consulat général du Royaume du Maroc",
                true,
            ),
            (
                "Generalkonsulin des Königreichs Marokko",
                "Generalkonsulat des Königreichs Marokko",
                true,
            ),
            (
                "Oberbürgermeister der Landeshauptstadt Düsseldorf",
                "Landeshauptstadt Düsseldorf",
                true,
            ),
            (
                "Ministerin für Kultur",
                "Ministerium für Kultur und Wissenschaft",
                false,
            ),
            (
                "adjointe au maire (culture et intégration)",
                "Ville de Düsseldorf",
                false,
            ),
            ("Oberbürgermeister", "Landeshauptstadt Düsseldorf", false),
            ("maire", "Ville", false),
            (
                "directeur de l’Opéra de Düsseldorf",
                "Ville de Düsseldorf",
                false,
            ),
            (
                "Leiterin der Universitätsbibliothek Marrakesch",
                "Universität Marrakesch",
                false,
            ),
            ("", "Ville de Düsseldorf", false),
            ("maire de Düsseldorf", "", false),
        ] {
            assert_eq!(is_named(function, body), expected, "{function}, {body}");
        }
    }
}
