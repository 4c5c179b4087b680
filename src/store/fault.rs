//! Panics where a test asks for one: in debug builds only, so that the program has no such door.

/// Panics if `ATTACHE_PANIC` is `PLACE=FILE` with this place, and the file is there.
#[cfg(debug_assertions)]
pub(crate) fn panic_on_request(place: &str) {
    let Some(asked) = std::env::var_os("ATTACHE_PANIC") else {
        return;
    };
    let asked = asked.to_string_lossy();
    let is_asked = asked
        .split_once('=')
        .is_some_and(|(here, file)| here == place && std::path::Path::new(file).exists());
    assert!(!is_asked, "a test asked for a panic in {place}");
}

/// Nothing: only debug builds can be asked for a panic.
#[cfg(not(debug_assertions))]
pub(crate) const fn panic_on_request(_place: &str) {}
