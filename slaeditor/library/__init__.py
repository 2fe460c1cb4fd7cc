"""Drafts on disk, in TinyDB behind a crash-safe storage. The only place that knows TinyDB.

Start at `drafts.Library`; `writer.Writer` saves on a thread of its own.
"""
