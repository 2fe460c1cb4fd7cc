"""Interface texts: English as it stands in the code where no translation is found."""

from slaeditor.i18n import _, ngettext


def test_a_text_without_a_translation_stays_as_it_is() -> None:
    assert _("Things to check") == "Things to check"


def test_a_number_picks_the_form() -> None:
    assert ngettext("{n} gap", "{n} gaps", 1) == "{n} gap"
    assert ngettext("{n} gap", "{n} gaps", 0) == "{n} gaps"
