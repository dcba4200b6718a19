"""What is missing or wrong in a notice, by the edition of the standard it is set in."""
