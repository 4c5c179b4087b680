//! Foreign forms of a visit, one a file.

pub mod json;
