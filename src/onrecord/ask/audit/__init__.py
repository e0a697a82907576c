"""Audit: who gets quoted, how much, and how."""
