"""People, organisations and other sources: the list of them, and all that the record has on one."""
