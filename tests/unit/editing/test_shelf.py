"""What is done with whole stored agreements: copies in files of their own."""

from pathlib import Path

import pytest

from slaeditor.agreement import Agreement, decode
from slaeditor.editing.shelf import save_copy
from slaeditor.errors import SaveFailed
from slaeditor.library.drafts import open_file


@pytest.fixture
def agreement() -> Agreement:
    return Agreement(id="mine", title="Payroll")


def test_a_copy_says_the_same_under_an_id_of_its_own(agreement: Agreement, tmp_path: Path) -> None:
    save_copy(agreement, tmp_path / "copy.sla", tmp_path / "local")
    copy = decode(open_file(tmp_path / "copy.sla", tmp_path / "local").draft)
    assert copy.title == "Payroll"
    assert copy.id != "mine"


def test_a_file_that_the_person_agreed_to_replace_is_replaced(
    agreement: Agreement, tmp_path: Path
) -> None:
    target = tmp_path / "copy.sla"
    target.write_text("something else")
    save_copy(agreement, target, tmp_path / "local")
    assert decode(open_file(target, tmp_path / "local").draft).title == "Payroll"
    assert [path.name for path in tmp_path.glob("*.tmp")] == []


def test_a_folder_of_that_name_is_named_and_left_alone(
    agreement: Agreement, tmp_path: Path
) -> None:
    target = tmp_path / "copy.sla"
    target.mkdir()
    with pytest.raises(SaveFailed, match=r"copy\.sla"):
        save_copy(agreement, target, tmp_path / "local")
    assert target.is_dir()
    assert [path.name for path in tmp_path.glob("*.tmp")] == []
