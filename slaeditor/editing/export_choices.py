"""How a draft was exported last, as one text that this computer remembers of it."""

import msgspec

from slaeditor.document.copies import Copy, Profile

SUFFIXES = (".docx", ".pdf", ".html", ".txt")
"""The kinds of file that a document can be exported to, the master first."""


class Choices(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """For whom, how marked and as what kind of file; `since` is the id of a point of the history.

    Without `since` the whole document goes out, else what changed since then as tracked changes.
    `in_house` asks for the firm's template, where one is chosen.
    """

    copy: Copy = Copy.REVIEW
    profile: Profile = Profile.COMPATIBLE
    watermark: str = ""
    with_comments: bool = True
    since: str = ""
    suffix: str = SUFFIXES[0]
    in_house: bool = True

    def of_kind(self, suffix: str) -> "Choices":
        """The same for another kind of file."""
        return msgspec.structs.replace(self, suffix=suffix)


def remembered(text: str, usual: Copy) -> Choices:
    """The choices that a text holds; those of a first export, a `usual` copy, if it holds none."""
    try:
        choices = msgspec.json.decode(text.encode(), type=Choices)
    except (msgspec.DecodeError, UnicodeEncodeError):
        return Choices(copy=usual)
    return choices if choices.suffix in SUFFIXES else Choices(copy=usual)


def written(choices: Choices) -> str:
    """The choices as a text that `remembered` reads."""
    return msgspec.json.encode(choices).decode()
