"""The Flask application; it comes with the next issue."""
