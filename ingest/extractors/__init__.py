"""What a letter says, one module a fact."""
