"""What is delivered, to whom, in which hours, and what the other side must do for it."""
