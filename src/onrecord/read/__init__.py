"""read: files, pages, web addresses and tables of reports become Documents."""
