"""What is typed into the two real agreements; see tests/agreements.py."""
