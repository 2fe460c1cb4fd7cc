"""What is missing, unreadable or doubtful in an agreement; what the window and exports list."""
