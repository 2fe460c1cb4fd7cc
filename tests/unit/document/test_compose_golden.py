"""The composed agreements say, word for word, what their files in tests/golden/documents say.

After a wanted change of the wording: `python -m tests.golden.rewrite_documents`.
"""

import pytest

from tests.golden.rewrite_documents import FOLDER, golden_agreements, written

AGREEMENTS = golden_agreements()


@pytest.mark.parametrize("name", AGREEMENTS)
def test_the_text_of_an_agreement_is_as_it_was(name: str) -> None:
    expected = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert written(AGREEMENTS[name]) == expected, (
        "If the change is wanted: python -m tests.golden.rewrite_documents"
    )


def test_every_file_belongs_to_an_agreement() -> None:
    assert {file.stem for file in FOLDER.glob("*.txt")} == set(AGREEMENTS)
