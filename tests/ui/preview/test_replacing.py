"""What changed is replaced where it stands, and the result is what writing it all anew would be."""

from collections.abc import Callable

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from slaeditor.agreement import Agreement
from slaeditor.blocks import Document
from slaeditor.editing.open_draft import OpenDraft
from slaeditor.editing.templates import new_agreement, template
from slaeditor.kinds import Kind
from tests.benchmarks.drafts import LONG, agreement_with
from tests.ui.preview.conftest import Pane, composed
from ui.preview.view import PreviewView

Edit = Callable[[OpenDraft], object]


def without_contacts(draft: OpenDraft) -> None:
    for contact in draft.agreement.introduction.contacts:
        draft.remove(f"introduction/contacts/{contact.id}")


EDITS: dict[str, Edit] = {
    "another title": lambda d: d.enter("title", "Another title"),
    "no title": lambda d: d.enter("title", ""),
    "a value": lambda d: d.enter("duration/notice/length", "45"),
    "a value becomes a gap": lambda d: d.enter("duration/effective_date", ""),
    "text of several lines": lambda d: d.enter("introduction/purpose", "One.\nTwo.\n\nThree."),
    "text from right to left": lambda d: d.enter("introduction/provider/name", "شركة الاستضافة"),
    "characters that no document holds": lambda d: d.enter("title", "a\x0bb\x00c"),
    "marks by which Qt ends paragraphs": lambda d: d.enter("title", "a\ufdd0b\ufdd1c"),
    "line ends of other systems": lambda d: d.replace(
        msgspec.structs.replace(d.agreement, title="a\u2029b\u2028c\rd"), "Paste"
    ),
    "a clause goes": lambda d: d.enter("duration/renewal/type", "none"),
    "an item of a list goes": lambda d: d.enter("scope/out_of_scope", "training\nprinting"),
    "a level comes": lambda d: d.add("metrics/levels", after="availability"),
    "a level goes": lambda d: d.remove("metrics/levels/availability"),
    "a level moves": lambda d: d.move("metrics/levels/availability", 2),
    "a level has a long name": lambda d: d.enter(
        "metrics/levels/response/name", "Ungewöhnlich" * 3
    ),
    "a service goes": lambda d: d.remove("scope/services/support"),
    "additional terms": lambda d: d.enter("scope/additional_terms", "First.\nSecond."),
    "a contact goes": lambda d: d.remove("introduction/contacts/contact-1"),
    "all contacts go": without_contacts,
    "a signatory comes": lambda d: d.add(
        "introduction/signatories", texts={"side": "provider", "name": "A. Third"}
    ),
    "a whole schedule goes": lambda d: d.enter("duration/effective_date", "soon"),
}


def written_anew(agreement: Agreement, qtbot: QtBot) -> Pane:
    """The same agreement in a pane of its own, as wide as the other one."""
    view = PreviewView()
    qtbot.addWidget(view)
    view.resize(480, 640)
    with qtbot.waitExposed(view):
        view.show()
    pane = Pane(view)
    pane.show(agreement)
    return pane


def same(one: Pane, other: Pane) -> bool:
    """Whether both show the same text in the same look."""
    assert one.text == other.text
    return one.paper.document().toHtml() == other.paper.document().toHtml()


@pytest.mark.parametrize("edit", EDITS.values(), ids=list(EDITS))
def test_after_an_edit_and_after_its_undo_all_is_as_if_written_anew(
    edit: Edit, pane: Pane, draft: OpenDraft, qtbot: QtBot
) -> None:
    pane.show(draft.agreement)
    edit(draft)
    pane.show(draft.agreement)
    assert same(pane, written_anew(draft.agreement, qtbot))
    while draft.undo_stack.undo_label:
        draft.undo()
    pane.show(draft.agreement)
    assert same(pane, written_anew(draft.agreement, qtbot))


def test_all_edits_one_after_the_other_leave_what_writing_anew_would(
    pane: Pane, draft: OpenDraft, qtbot: QtBot
) -> None:
    pane.show(draft.agreement)
    for name, edit in EDITS.items():
        if name not in ("a level moves", "all contacts go"):
            edit(draft)
            pane.show(draft.agreement)
    assert same(pane, written_anew(draft.agreement, qtbot))


def test_another_form_of_agreement_replaces_nearly_everything(
    pane: Pane, example: Agreement, qtbot: QtBot
) -> None:
    pane.show(example)
    internal = msgspec.structs.replace(example, kind=Kind.INTERNAL)
    pane.show(internal)
    assert same(pane, written_anew(internal, qtbot))
    pane.show(new_agreement(template("internal-blank")))
    pane.show(example)
    assert same(pane, written_anew(example, qtbot))


def changes_of(pane: Pane) -> list[tuple[int, int, int]]:
    """From now on, each change of the text: position, characters out, characters in."""
    found: list[tuple[int, int, int]] = []
    pane.paper.document().contentsChange.connect(lambda at, out, new: found.append((at, out, new)))
    return found


def long_draft() -> OpenDraft:
    return OpenDraft(agreement_with(LONG), lambda: 0.0)


def composed_long() -> Document:
    return composed(agreement_with(LONG))


def test_an_equal_document_changes_nothing(pane: Pane, draft: OpenDraft) -> None:
    pane.show(draft.agreement)
    changes = changes_of(pane)
    pane.show(draft.agreement)
    assert changes == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("metrics/levels/level-40/name", "Another name"),
        ("metrics/levels/level-40/target", "7"),
        ("introduction/purpose", "Another purpose."),
        ("scope/additional_terms", "One more sentence."),
    ],
)
def test_typing_in_a_long_agreement_writes_a_few_sentences_only(
    path: str, text: str, pane: Pane
) -> None:
    draft = long_draft()
    pane.show(draft.agreement)
    changes = changes_of(pane)
    draft.enter(path, text)
    pane.show(draft.agreement)
    assert changes
    assert sum(out + new for _, out, new in changes) < len(pane.text) / 20


def test_a_new_service_level_writes_its_own_rows_and_sheet_only(pane: Pane) -> None:
    draft = long_draft()
    pane.show(draft.agreement)
    changes = changes_of(pane)
    draft.duplicate(f"metrics/levels/level-{LONG}")
    pane.show(draft.agreement)
    assert changes
    assert sum(out + new for _, out, new in changes) < len(pane.text) / 10


def test_a_long_agreement_is_written_piece_by_piece_with_the_window_alive_between(
    pane: Pane, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(pane.view.settled):
        pane.view.show_document(composed_long())
        first = len(pane.text)
    assert 0 < first < len(pane.text) / 2


def test_the_newest_document_wins_while_an_older_one_is_still_being_written(
    pane: Pane, example: Agreement, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(pane.view.settled):
        pane.view.show_document(composed_long())
        pane.view.show_document(composed(example))
    pane.view.settle()
    assert same(pane, written_anew(example, qtbot))
