"""催报: the documents that follow from who has answered and who has not. Each is a notice of its own, with its number."""
