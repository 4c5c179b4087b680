//! The logo of a house as a picture that any format can take.

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{ImageHrefResolver, Options, Tree},
};

use super::Unwritable;

/// The longer side of a drawing that was made a picture: 600 dots an inch on 5 cm.
const LONG_SIDE: f32 = 1200.0;
/// The most dots that a picture may have: a scan of a page, not a poster.
const MOST_DOTS: u64 = 40_000_000;
/// What every PNG file begins with.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A logo as PNG.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Picture {
    /// The bytes of a PNG file.
    pub(super) png: Vec<u8>,
    /// Dots from left to right.
    pub(super) width: u32,
    /// Dots from top to bottom.
    pub(super) height: u32,
}

impl Picture {
    /// Its sides, to measure by.
    #[cfg(feature = "pdf")]
    pub(super) fn size(&self) -> (f32, f32) {
        let side = |dots: u32| u16::try_from(dots).map_or(f32::from(u16::MAX), f32::from);
        (side(self.width), side(self.height))
    }
}

/// The picture in the bytes of a PNG or SVG file; none where there are no bytes.
pub(super) fn picture(bytes: &[u8]) -> Result<Option<Picture>, Unwritable> {
    if bytes.is_empty() {
        return Ok(None);
    }
    let picture = if bytes.starts_with(PNG) {
        measured(bytes.to_vec())
    } else {
        drawn(bytes)
    };
    picture.map(Some).map_err(Unwritable::Logo)
}

/// A PNG file whose size is read from its first chunk.
fn measured(png: Vec<u8>) -> Result<Picture, String> {
    let side = |at: usize| {
        let bytes = png.get(at..at + 4)?.try_into().ok()?;
        Some(u32::from_be_bytes(bytes))
    };
    let (Some(width), Some(height)) = (side(16), side(20)) else {
        return Err("PNG".to_owned());
    };
    let dots = u64::from(width) * u64::from(height);
    if dots == 0 || dots > MOST_DOTS {
        return Err(format!("PNG, {width} × {height}"));
    }
    Ok(Picture { png, width, height })
}

/// A drawing made a picture. Nothing that it refers to outside of itself is read, and letters that
/// are no shapes are refused: no font would be the house's own.
fn drawn(svg: &[u8]) -> Result<Picture, String> {
    let said = |error: &dyn std::fmt::Display| format!("SVG: {error}");
    let options = Options {
        image_href_resolver: ImageHrefResolver {
            resolve_data: ImageHrefResolver::default_data_resolver(),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    if svg.windows(5).any(|part| part == b"<text") {
        return Err("SVG: <text>".to_owned());
    }
    let tree = Tree::from_data(svg, &options).map_err(|error| said(&error))?;
    let size = tree.size();
    let scale = LONG_SIDE / size.width().max(size.height());
    let size = size.scale_by(scale).ok_or("SVG")?.to_int_size();
    let (width, height) = (size.width(), size.height());
    let mut dots = Pixmap::new(width, height).ok_or("SVG")?;
    let scale = Transform::from_scale(scale, scale);
    resvg::render(&tree, scale, &mut dots.as_mut());
    let png = dots.encode_png().map_err(|error| said(&error))?;
    Ok(Picture { png, width, height })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(inside: &str) -> Vec<u8> {
        let tag = r#"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">"#;
        format!("{tag}{inside}</svg>").into_bytes()
    }

    #[test]
    fn a_drawing_becomes_a_picture_of_its_shape() {
        let drawing = svg(r##"<rect width="40" height="20" fill="#900"/>"##);
        let made = picture(&drawing).unwrap().unwrap();
        assert_eq!((made.width, made.height), (1200, 600));
        let again = picture(&made.png).unwrap().unwrap();
        assert_eq!(made, again);
        assert_eq!(picture(&[]), Ok(None));
    }

    #[test]
    fn what_cannot_be_shown_as_it_is_meant_is_refused() {
        let huge = [PNG, &[0; 8], &[0x7f; 8]].concat();
        let named = svg("<text>Stadt</text>");
        for (bytes, why) in [
            (&huge[..], "huge"),
            (&named, "text"),
            (b"GIF89a", "no picture"),
        ] {
            let refused = picture(bytes);
            assert!(
                matches!(refused, Err(Unwritable::Logo(_))),
                "{why}: {refused:?}"
            );
        }
    }
}
