"""Search by meaning: vectors of what was said, made, kept in memory, and compared with those of what is asked."""
