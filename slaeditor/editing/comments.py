"""Comments of reviewers, kept with the agreement: settled, opened again, deleted."""

import msgspec

from slaeditor.agreement import Agreement


def with_comment_resolved(agreement: Agreement, comment_id: str, resolved: bool) -> Agreement:
    """The agreement with that comment resolved, or open again."""
    comments = tuple(
        msgspec.structs.replace(each, resolved=resolved or None) if each.id == comment_id else each
        for each in agreement.comments
    )
    return msgspec.structs.replace(agreement, comments=comments)


def without_comment(agreement: Agreement, comment_id: str) -> Agreement:
    """The agreement without that comment and its replies."""
    comments = tuple(each for each in agreement.comments if each.id != comment_id)
    return msgspec.structs.replace(agreement, comments=comments)
