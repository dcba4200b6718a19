"""收意见: who must answer the open notice, what came, whose it is, and what the clerk does about it."""
