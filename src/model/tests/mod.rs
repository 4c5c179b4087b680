//! The rules of the model on tables of cases.

mod attendance;
mod programme;
mod references;
mod slots;
