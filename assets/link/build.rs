//! How the program is linked on Linux: so that little of it has to be in memory while a visit is open.
// Cargo is told on standard output.
#![allow(clippy::print_stdout)]

use std::{env, error::Error, path::Path, process::Command};

/// The functions that a start and the usual keys go through; they lie together in the program. The
/// kernel maps sixteen pages around each that is used, so that functions strewn all over a program
/// of many formats would bring most of it into memory.
const OFTEN: &str = "assets/link/often.ld";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=assets/link/build.rs");
    println!("cargo::rerun-if-changed={OFTEN}");
    let is = |key, value| env::var(key).is_ok_and(|found| found == value);
    let is_here = ["HOST", "TARGET"].map(|key| is(key, "x86_64-unknown-linux-gnu"));
    if is_here != [true; 2] || !is("PROFILE", "release") || !has_usual_linker() {
        return Ok(());
    }
    let often = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join(OFTEN);
    println!("cargo::rustc-link-arg-bins=-Wl,-T,{}", often.display());
    // What is adjusted at every start is listed in 6 kB instead of 540.
    if libc_is_at_least((2, 36)) {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
    Ok(())
}

/// Whether the program is linked by the linker that comes with Rust, as it is unless somebody chose
/// another. GNU ld takes many minutes for such a list, and others do not understand it.
fn has_usual_linker() -> bool {
    let flags = env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    let compiler = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let said = Command::new(compiler).args(["--print", "sysroot"]).output();
    let sysroot = said.map(|said| String::from_utf8_lossy(&said.stdout).trim().to_owned());
    let own = "lib/rustlib/x86_64-unknown-linux-gnu/bin/gcc-ld/ld.lld";
    let is_there = sysroot.is_ok_and(|sysroot| Path::new(&sysroot).join(own).exists());
    is_there && env::var_os("RUSTC_LINKER").is_none() && !flags.contains("link")
}

/// Whether the C library of this machine, for which the program is built, has this version: an older
/// one does not know packed relocations and would refuse to start the program.
fn libc_is_at_least(wanted: (u32, u32)) -> bool {
    let said = Command::new("getconf").arg("GNU_LIBC_VERSION").output();
    let said = said.map(|said| String::from_utf8_lossy(&said.stdout).into_owned());
    let version = said.ok().and_then(|said| {
        let (major, minor) = said.trim().strip_prefix("glibc ")?.split_once('.')?;
        let minor = minor.split('.').next()?;
        Some((major.parse().ok()?, minor.parse().ok()?))
    });
    version.is_some_and(|version: (u32, u32)| version >= wanted)
}
