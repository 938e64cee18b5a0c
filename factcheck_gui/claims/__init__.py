"""The claim finder: a text in, its sentences, attributions, figures, dates and claims out.

Each stage is its own module and can be replaced alone; ``pipeline`` puts them in order. No Qt, no
files but the shipped weights, no clock, no network.
"""

# Raised whenever other rules or other weights find other claims: articles that an earlier finder
# has been through are then offered to be searched again.
FINDER = 4
