"""onrecord: who said what, on what authority, how surely, and who disputes it."""
