"""How the two sides are named where the document introduces them."""

from slaeditor.blocks import Fixed, Spans, Term, without_stop
from slaeditor.kinds import Side
from slaeditor.values import is_none_stated
from slaeditor.values.words import article
from slaeditor.view import Sees

_PARTIES = "introduction.parties"
_NO_DETAILS = ("form", "register", "address", "charge")


def party_path(side: Side) -> str:
    """The path of the record of a side."""
    return f"introduction/{side.value}"


def label(see: Sees, side: Side) -> Spans:
    """The bracket that gives a side its short name: " (the “Provider”)", " (“Marketing”)".

    Nothing where the short name is the name itself.
    """
    at = party_path(side)
    short = see.value(f"{at}/short_name")
    if short and short == see.value(f"{at}/name"):
        return ()
    called = see.label(side)
    has_article = not short or bool(see.value(f"{at}/short_name_article"))
    text = called.removeprefix("the ") if has_article else called
    variant = "label-article" if has_article else "label-plain"
    return see.phrase(_PARTIES, variant, term=(Term(f"“{text}”", f"{at}/short_name"),))


def company_details(see: Sees, side: Side) -> dict[str, Spans]:
    """What tells a company from others, each with its comma: form, register, address, charge."""
    at = f"{party_path(side)}/identity"
    details: dict[str, Spans] = dict.fromkeys(_NO_DETAILS, ())
    if not is_none_stated(see.value(f"{at}/legal_form")):
        form = without_stop(see.spans(f"{at}/legal_form"))
        details["form"] = see.phrase(_PARTIES, "form", article=_article(form), form=form)
    variant = "plain-address"
    if not is_none_stated(see.value(f"{at}/register_number")):
        variant = "address"
        number = without_stop(see.spans(f"{at}/register_number"))
        details["register"] = see.phrase(_PARTIES, "register", number=number)
    address = without_stop(see.spans(f"{at}/address"))
    details["address"] = see.phrase(_PARTIES, variant, address=address)
    details["charge"] = _in_charge(see, party_path(side))
    return details


def _article(form: Spans) -> Spans:
    """ "a " or "an " before a legal form; nothing where the writer typed an article."""
    text = "".join(span.text for span in form)
    if text.casefold().startswith(("a ", "an ", "the ")):
        return ()
    return (Fixed(f"{article(text)} "),)


def _in_charge(see: Sees, at: str) -> Spans:
    """The department in charge within the company, and its head by function; each optional."""
    unit, head = see.spans(f"{at}/unit"), see.spans(f"{at}/head")
    if see.has(f"{at}/unit") and see.has(f"{at}/head"):
        return see.phrase(_PARTIES, "charge-both", unit=unit, head=head)
    if see.has(f"{at}/unit"):
        return see.phrase(_PARTIES, "charge", unit=unit)
    if see.has(f"{at}/head"):
        return see.phrase(_PARTIES, "charge-head", head=head)
    return ()
