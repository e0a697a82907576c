"""show: a reading as JSON, text, CSV, brat standoff or Web Annotations. Depends on the records only."""
