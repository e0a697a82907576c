"""The revisions, numbered in order; one that has been released is not changed."""
