"""SHACL shapes, their examples, and the validator."""
