"""The live preview: the composed document on paper, changed in place while the person types."""

from ui.preview.feed import PreviewFeed
from ui.preview.view import PreviewView

__all__ = ["PreviewFeed", "PreviewView"]
