"""The one SQLite file: schema, writing, reading, history, search. Only frozen values cross out."""
