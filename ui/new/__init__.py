"""Starting an agreement: three pages of questions, every answer can be changed later."""
