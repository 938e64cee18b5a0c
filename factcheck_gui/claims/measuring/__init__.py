"""Figures and dates: how much, how many, when."""
