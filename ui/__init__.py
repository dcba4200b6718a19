"""What the clerk sees: the only Qt in the house."""
