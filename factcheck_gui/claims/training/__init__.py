"""How the shipped language model came about: one command that makes ``resources/models`` again.

Runs outside the app only (it needs torch); the app imports nothing from here.
"""
