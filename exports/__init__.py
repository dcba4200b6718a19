"""What stands on paper. No Qt, no database."""
