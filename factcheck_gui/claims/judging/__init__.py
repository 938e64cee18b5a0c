"""What the language model's view and the clues of a sentence say of it: how much it is worth
checking, its kind, the names in it.
"""
