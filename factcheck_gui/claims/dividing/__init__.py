"""A sentence that asserts several things into its parts."""
