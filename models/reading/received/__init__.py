"""Files that units hand in: found in folders and zips, read one by one, kept whether or not they can be read."""
