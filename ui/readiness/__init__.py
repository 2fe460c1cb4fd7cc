"""The list of things to check beside the form."""
