"""What helps to draft: a new notice, its title, its numbers, its words."""
