"""migrations: each revision of the schema, run by ``store.revisions``."""
