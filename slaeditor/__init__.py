"""The core of SLA Editor: agreements, their changes, documents and arithmetic. No Qt."""

__version__ = "0.1.0"
