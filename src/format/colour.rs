//! Colours that can be read: how much two differ, and one made to differ enough (WCAG 2.1).

/// Red, green, blue.
pub type Rgb = [u8; 3];

/// White paper.
pub const WHITE: Rgb = [255, 255, 255];

/// What WCAG 2.1 asks of text of the usual size (success criterion 1.4.3).
const ENOUGH: f64 = 4.5;
/// In how many steps a colour goes over into black or white.
const STEPS: u16 = 64;

/// The contrast of two colours, from 1 to 21.
pub fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// `colour`, or the shade of it nearest to it that can be read on `ground`: darker on a light one,
/// lighter on a dark one.
pub fn readable(colour: Rgb, ground: Rgb) -> Rgb {
    let towards = if luminance(ground) > 0.18 { 0 } else { 255 };
    (0..=STEPS)
        .map(|step| colour.map(|part| mixed(part, towards, step)))
        .find(|shade| contrast(*shade, ground) >= ENOUGH)
        .unwrap_or([towards; 3])
}

/// `part` with so many of [`STEPS`] parts of `towards` in it.
fn mixed(part: u8, towards: u8, step: u16) -> u8 {
    let sum = u16::from(part) * (STEPS - step) + u16::from(towards) * step;
    u8::try_from(sum / STEPS).unwrap_or(towards)
}

fn luminance(colour: Rgb) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn contrast_is_what_the_standard_says() {
        assert!((contrast([0; 3], WHITE) - 21.0).abs() < 1e-9);
        assert!((contrast(WHITE, WHITE) - 1.0).abs() < 1e-9);
        // The lightest grey that can be read on white.
        assert!(contrast([0x76; 3], WHITE) >= 4.5 && contrast([0x77; 3], WHITE) < 4.5);
    }

    proptest! {
        #[test]
        fn every_colour_can_be_made_readable(colour: Rgb) {
            for ground in [WHITE, [0x17, 0x18, 0x1b], [0; 3]] {
                let shade = readable(colour, ground);
                prop_assert!(contrast(shade, ground) >= 4.5);
                prop_assert_eq!(readable(shade, ground), shade);
                if contrast(colour, ground) >= 4.5 {
                    prop_assert_eq!(shade, colour);
                }
            }
        }
    }
}
