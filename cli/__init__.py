"""The foigraph command."""
