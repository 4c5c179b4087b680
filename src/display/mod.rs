//! How wide text is in a terminal, and how text is made safe for one.
