"""Canned queries: one file each, the catalogue that loads them, the binder that fills them in."""
