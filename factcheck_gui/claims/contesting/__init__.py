"""Claims of one article that contradict one another."""
