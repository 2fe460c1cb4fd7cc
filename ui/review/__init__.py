"""The review of a file that came back: read, decided change by change, and taken at the end."""
