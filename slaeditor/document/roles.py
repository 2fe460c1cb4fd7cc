"""What the two sides are called in a document, and the words of its form."""

from dataclasses import dataclass

from slaeditor.agreement import Agreement
from slaeditor.field import Form
from slaeditor.kinds import FORM_WORDS, FormWords, Side
from slaeditor.sections.introduction.fields import Party


@dataclass(frozen=True, slots=True)
class Label:
    """A role label with the grammar it needs: "the Provider", but "Marketing"."""

    text: str
    has_article: bool

    def called(self) -> str:
        """The label within a sentence."""
        return f"the {self.text}" if self.has_article else self.text

    def possessive(self) -> str:
        """The label before what it owns: "the Provider’s", "Sales’"."""
        return f"{self.called()}’" if self.text.endswith("s") else f"{self.called()}’s"


def _label(party: Party, standard: str) -> Label:
    if not party.short_name:
        return Label(standard, has_article=True)
    return Label(party.short_name, has_article=bool(party.short_name_article))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True)
class Labels:
    """The words that placeholders of the wording stand for."""

    provider: Label
    customer: Label
    form_words: FormWords

    @classmethod
    def of(cls, agreement: Agreement, form: Form) -> "Labels":
        """The labels that an agreement uses."""
        parties = agreement.introduction
        return cls(
            _label(parties.provider, "Provider"),
            _label(parties.customer, "Customer"),
            FORM_WORDS[form],
        )

    def called(self, side: str) -> str:
        """What a side ("provider", "customer") is called within a sentence."""
        return (self.provider if side == Side.PROVIDER else self.customer).called()

    def word(self, name: str) -> str:
        """The text of an automatic placeholder; an unknown one stays as it was written."""
        words = self._words()
        return words.get(name) or f"{{{name}}}"

    def _words(self) -> dict[str, str]:
        words = {
            "shall": self.form_words.duty,
            "party": self.form_words.party,
            "parties": self.form_words.parties,
            "Party": self.form_words.party,
            "Parties": self.form_words.parties,
        }
        for side, label in (("provider", self.provider), ("customer", self.customer)):
            words[side] = label.text
            words[f"the {side}"] = label.called()
            words[f"The {side}"] = _capital(label.called())
            words[f"the {side}'s"] = label.possessive()
            words[f"The {side}'s"] = _capital(label.possessive())
        return words
