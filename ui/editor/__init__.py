"""The page of an open agreement: sections, form, preview, and what leads from one to another."""
