//! The picture that a house file names: beside it, of a size that papers can carry, PNG or SVG.

use std::path::{Component, Path};

use super::error::LogoFault;
use crate::{
    format::house::{Logo, LogoKind},
    store::{Cause, ReadError, read::read_bytes},
};

/// The largest logo that is read: 1 MiB, for it stands in every paper.
pub(super) const LIMIT: u64 = 1 << 20;
/// The most dots of a PNG: more would cost the memory of whoever opens a paper.
const DOTS: u64 = 16 << 20;
/// With what every PNG begins, its size following.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
/// What no logo needs: what acts, and what a few bytes can make very large.
const ACTIVE: [&str; 2] = ["<script", "<!entity"];

/// The logo of this name beside the house file.
pub(super) fn read(house: &Path, name: &Path) -> Result<Logo, LogoFault> {
    let is_below = name
        .components()
        .all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    let path = house.with_file_name(name);
    if !is_below || leaves(house, &path) {
        return Err(LogoFault::Outside);
    }
    let (bytes, _) = read_bytes(&path, LIMIT).map_err(|error| match error {
        ReadError::TooLarge { .. } => LogoFault::TooLarge,
        ReadError::Missing { .. } => LogoFault::Missing,
        ReadError::Io { source, .. } => LogoFault::Unread(Cause::of(&source)),
        _ => LogoFault::NoPicture,
    })?;
    let kind = kind(&bytes)?;
    Ok(Logo { kind, bytes })
}

/// Whether links lead from the folder of the house file to elsewhere.
fn leaves(house: &Path, logo: &Path) -> bool {
    let folder = house.parent().map(Path::canonicalize);
    match (folder, logo.canonicalize()) {
        (Some(Ok(folder)), Ok(logo)) => !logo.starts_with(folder),
        // It is not there, or not to be read: reading will say so.
        _ => false,
    }
}

fn kind(bytes: &[u8]) -> Result<LogoKind, LogoFault> {
    if let Some(rest) = bytes.strip_prefix(PNG) {
        let size = rest.first_chunk::<8>().ok_or(LogoFault::NoPicture)?;
        let size = u64::from_be_bytes(*size);
        let (width, height) = (size >> 32, size & u64::from(u32::MAX));
        return if width.saturating_mul(height) > DOTS {
            Err(LogoFault::TooLarge)
        } else {
            Ok(LogoKind::Png)
        };
    }
    let text = std::str::from_utf8(bytes).map_err(|_| LogoFault::NoPicture)?;
    let text = text.to_ascii_lowercase();
    if !text.contains("<svg") {
        Err(LogoFault::NoPicture)
    } else if ACTIVE.iter().any(|tag| text.contains(tag)) {
        Err(LogoFault::Active)
    } else {
        Ok(LogoKind::Svg)
    }
}
