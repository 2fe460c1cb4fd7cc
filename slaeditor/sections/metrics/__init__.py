"""The service levels: what is promised, how it is measured, how it was so far."""
