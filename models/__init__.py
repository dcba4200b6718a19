"""What the office knows: values, understanding of texts, rules and the data file. No Qt, no paper."""
