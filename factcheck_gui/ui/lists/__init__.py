"""The library pane and the claims pane: lists of rows read as they come into view."""
