"""What everything rests on: errors, settings, the names of things."""
