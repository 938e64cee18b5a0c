"""A text into paragraphs and sentences, and the small model that says which stop ends one."""
