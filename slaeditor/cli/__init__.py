"""The command line: verbs on drafts, without a window."""
