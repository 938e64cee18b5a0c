"""The claim finder: a text in, its sentences, attributions, figures, dates and claims out.

``pipeline`` puts the stages in order, ``stages`` has each as one function; what a stage knows lives
in a room of its own: ``splitting``, ``attributing``, ``measuring``, ``judging``, ``dividing``,
``rewording``, ``contesting``, above ``language`` and ``network``. A room knows those below it only
(the contract "finder" in pyproject.toml). No Qt, no files but the shipped weights, no clock, no
network.
"""

# Raised whenever other rules or other weights find other claims: articles that an earlier finder
# has been through are then offered to be searched again.
FINDER = 4
