"""A claim in words that stand alone: what pronouns, "the prison" and "July 2"
mean in an article.
"""
