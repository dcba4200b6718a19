"""What a draft goes through by rule: its start, its title, its levels, numbers and order, its words."""
