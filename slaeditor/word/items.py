"""The names of the custom XML parts that an export carries; the reader finds them by these.

The number in a name goes up when the meaning of the part's elements changes.
"""

ANCHORS = "urn:sla-editor:anchors:1"
"""Leads from bookmarks to paths."""

SNAPSHOT = "urn:sla-editor:snapshot:1"
"""Holds the exported text, compressed."""

MARGINS = "urn:sla-editor:margins:1"
"""Holds what stood above and below the pages when the file was exported."""
