"""Another computer that works on the same library, and what its sync tool does to the files."""

from pathlib import Path

from slaeditor.agreement import decode, encode
from slaeditor.editing.open_draft import OpenDraft
from slaeditor.library.drafts import Library


class OtherComputer:
    """Has the library's folder too, and a local folder of its own."""

    def __init__(self, folder: Path, local: Path, draft_id: str) -> None:
        self.library = Library(folder, local)
        self.id = draft_id
        self._first = self.file.read_bytes()

    @property
    def file(self) -> Path:
        """The draft's file."""
        return self.library.folder / "drafts" / f"{self.id}.json"

    def writes(self, texts: dict[str, str]) -> None:
        """Change values of the draft as it is there now."""
        stored = self.library.open(self.id)
        draft = OpenDraft(decode(stored.draft), lambda: 0.0)
        for path, text in texts.items():
            draft.set_text(path, text)
        stored.save(encode(draft.agreement))

    def wrote(self, texts: dict[str, str]) -> bytes:
        """The file as this computer has it, cut off since the beginning, after such changes."""
        before = self.file.read_bytes()
        self.file.write_bytes(self._first)
        self.writes(texts)
        written = self.file.read_bytes()
        self.file.write_bytes(before)
        return written

    def brings_copy(self, name: str, content: bytes) -> Path:
        """A sync tool puts a file beside the draft."""
        path = self.file.with_name(name)
        half = self.file.with_name(f"~{name}.part")
        half.write_bytes(content)
        half.replace(path)
        return path

    def replaces(self, content: bytes) -> None:
        """A sync tool puts another version in the place of the file."""
        self.brings_copy(self.file.name, content)

    def has(self, path: str) -> object:
        """What the stored draft says at a path of names."""
        value: object = self.library.open(self.id).draft
        for name in path.split("/"):
            value = value.get(name) if isinstance(value, dict) else None
        return value
