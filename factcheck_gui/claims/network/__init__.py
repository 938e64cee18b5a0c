"""The language model that the app ships, as the finder runs it: word pieces in, views of sentences
out. What is made of them lies in ``judging`` and ``meaning``.
"""
