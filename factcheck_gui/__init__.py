"""Offline fact-check review: an article beside its claims, verdicts in one local file."""

__version__ = "0.1.0"
