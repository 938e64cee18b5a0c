"""The claim finder: a text in, its sentences, attributions, figures, dates and claims out.

Rules over words only: no Qt, no files, no clock, no network. Each stage is its own module and can
be replaced alone; ``pipeline`` puts them in order.
"""
