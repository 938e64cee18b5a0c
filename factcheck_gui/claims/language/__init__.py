"""What the finder knows of English: words and their places, forms of verbs, noun phrases, groups of
verbs, quotation marks, people's names. Every other room builds upon it; it knows none of them.
"""
