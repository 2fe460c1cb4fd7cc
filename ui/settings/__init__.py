"""What the person can set, and what there is to know about the program."""
