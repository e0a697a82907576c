"""store: the record kept in a database; nothing is overwritten."""
