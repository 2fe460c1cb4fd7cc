"""What can go wrong for the person: each error's text is a sentence that can be shown."""


class SlaError(Exception):
    """An error whose `str()` is one clear sentence: what, where, how to mend it."""


class UnknownPath(SlaError):
    """A path names no value of an agreement."""


class Unreadable(SlaError):
    """A text can't be read as the type of value that its field asks for."""


class Refused(SlaError):
    """A change isn't possible as asked, for instance an id that exists already."""


class ReadOnly(Refused):
    """A draft is open for reading only; nothing was changed."""


class Damaged(SlaError):
    """A stored file is not what it claims to be; it was left as it is."""


class TooNew(SlaError):
    """A stored file was written by a newer version of the program; it was left as it is."""


class UnknownDraft(SlaError):
    """No draft of the library has that id."""


class SaveFailed(SlaError):
    """A draft could not be written; the old file is whole."""


class ChangedOutside(SlaError):
    """A draft's file was changed by somebody else since it was read; nothing was overwritten."""


class ExportFailed(SlaError):
    """A document could not be written; the old file is whole."""


class ExportCancelled(SlaError):
    """The person stopped an export; nothing was written."""

    def __init__(self) -> None:
        """The sentence is always the same."""
        super().__init__("The export was stopped; nothing was written.")


class ReviewRefused(SlaError):
    """A file that came back can't be read or isn't safe to; it and the draft are as they were."""


class BrokenByLibreOffice(ReviewRefused):
    """LibreOffice saved the file damaged; it can be read all the same if the person wants it."""


class HouseRefused(SlaError):
    """A file can't serve as a house template, or lacks a style that was asked for."""


class BackupRefused(SlaError):
    """A file isn't a back-up that can be brought back; nothing of it was taken."""
