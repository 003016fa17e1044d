"""The vocabulary: terms, concept schemes, and the tables that they come from."""
