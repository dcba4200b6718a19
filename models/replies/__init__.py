"""The replies (报送) that a notice asks its units for: who must, who has, by when, and whose a file is."""
