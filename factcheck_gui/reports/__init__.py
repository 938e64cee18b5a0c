"""Reviews become files to publish: for readers, for editors, for programs.

Pure functions from a ``content.Report`` to bytes, and one function that writes them to disk. Not
here: Qt, SQL, clocks. ``writing.FORMATS`` lists the formats.
"""
