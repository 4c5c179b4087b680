//! Files: the library folder, visits on disk, saving that loses nothing.
