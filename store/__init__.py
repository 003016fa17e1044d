"""The record, the working store, snapshots, and the workers that query them."""
