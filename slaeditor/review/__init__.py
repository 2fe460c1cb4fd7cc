"""What a reviewer did in a returned file: found, shown as proposals, and taken into the draft."""
