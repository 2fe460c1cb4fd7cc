"""Words of the user's own that leave something open, or that don't belong where they stand."""

import re
from collections.abc import Iterable, Iterator

from slaeditor.field import Form
from slaeditor.finding import Finding, Severity
from slaeditor.readiness.texts import UserText

_PLACEHOLDER = re.compile(
    r"\[[^\[\]\n]{0,80}\]"
    r"|\{\{[^{}\n]*\}?\}?"
    r"|<[A-Za-z][^<>\n]{0,60}>"
    r"|\b(?:TBD|TBC|TBA|TODO|FIXME|XXX+)\b"
    r"|\b[Tt]o be (?:agreed|announced|confirmed|decided|defined|determined|discussed)\b"
    r"|\b(?:[Dd]rafting note|[Nn]ote to (?:draft|self)|[Ll]orem ipsum)\b"
    r"|\b[Ii]nsert (?:here|name|date|number|text|value|address|amount)\b"
    r"|#{2,}|_{3,}|\?{2,}|\.{4,}"
)

_VAGUE = re.compile(
    r"\b(?:promptly|timely|(?:un)?reasonabl[ey]|best (?:efforts?|endeavou?rs|practices?)"
    r"|(?:commercially )?reasonable efforts|as soon as (?:possible|practicable)|asap"
    r"|high(?:ly)? (?:quality|availability|available|performance|levels?|standards?)"
    r"|adequate(?:ly)?|appropriate(?:ly)?|industry[- ]standards?|state[- ]of[- ]the[- ]art"
    r"|unlimited|regularly|immediate(?:ly)?|without (?:undue )?delay|swift(?:ly)?|quickly"
    r"|from time to time|where(?:ver)? possible|zero downtime)\b",
    re.IGNORECASE,
)
_ALLOWED_VAGUE = re.compile(
    r"not (?:be )?unreasonably (?:withh[eo]ld|withhold|delay(?:ed)?)|unreasonably withh[eo]ld"
    r"|reasonable notice of (?:an |the )?audits?",
    re.IGNORECASE,
)

_CONTRACT = re.compile(
    r"\b(?:penalt(?:y|ies)|(?:liquidated )?damages|liabilit(?:y|ies)|liable|indemni\w+"
    r"|warrant(?:y|ies|s|ed)|guarantees?|guaranteed|(?:material )?breach(?:es|ed)?|defaults?"
    r"|remed(?:y|ies)|service credits?|set-off|invoices?|interest (?:at|on|rate|accrues)\b"
    r"|terminat\w+ for cause|for cause|governing law|courts?|arbitration|legally bound"
    r"|legally binding|consideration|deeds?|in witness|counterparts|assignment|novation"
    r"|deemed service|third[- ]party rights|confidentiality|dismissal|pay cuts?)\b",
    re.IGNORECASE,
)
_ORDINARY = re.compile(
    r"\b(?:by default|default (?:settings?|values?|browsers?|printers?|passwords?|languages?"
    r"|views?|accounts?|options?)"
    r"|assignments? (?:of|to) (?:a |an |the |each |every |new |all )*(?:tickets?|requests?|cases?"
    r"|leads?|tasks?|incidents?|licen[cs]es?|groups?|teams?|agents?|engineers?|devices?)"
    r"|(?:ticket|lead|request|case|task) assignment"
    r"|(?:into|under) consideration|in consideration of these|data breach(?:es)?"
    r"|tennis courts?|invoices? (?:processing|run|workflow|scan\w*))\b",
    re.IGNORECASE,
)

_SLASH_DATE = re.compile(r"\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b")
_DOT_GROUPS = re.compile(
    r"(?<![\d.])\d{1,3}(?:\.\d{3}){2,}(?![\d.])|(?<![\d.,])\d{1,3}\.000(?![\d%])"
)
_COMMA_DECIMALS = re.compile(r"(?<![\d,])\d+,\d{1,2}[ \u00a0]?(?:%|per ?cent)")


def findings(texts: Iterable[UserText], form: Form) -> Iterator[Finding]:
    """The findings about words, text by text."""
    for text in texts:
        yield from _placeholders(text)
        if text.is_name:
            continue
        yield from _vague(text)
        yield from _written_forms(text)
        if form is Form.INTERNAL:
            yield from _contract_words(text)


def _quoted(words: Iterable[str]) -> str:
    """Words in quotes, each once, in the order in which they stand."""
    once = dict.fromkeys(word.strip() for word in words)
    return ", ".join(f"“{word}”" for word in once)


def _placeholders(text: UserText) -> Iterator[Finding]:
    found = [
        match[0]
        for match in _PLACEHOLDER.finditer(text.text)
        if not (text.place is None and match[0].startswith("{"))
    ]
    if found:
        yield Finding(
            text.path,
            Severity.BLOCKER,
            f"{text.where}: {_quoted(found)} looks like something still to be filled in. Write "
            "what is meant, or leave the field empty.",
            "R02",
        )


def _vague(text: UserText) -> Iterator[Finding]:
    found: list[str] = []
    for sentence in text.sentences:
        if not re.search(r"\d", sentence):
            found += [match[0] for match in _VAGUE.finditer(_ALLOWED_VAGUE.sub("", sentence))]
    if found:
        yield Finding(
            text.path,
            Severity.WARNING,
            f"{text.where}: {_quoted(found)} can be read in more than one way. Write a number of "
            "hours or days, or what exactly is meant.",
            "R03",
        )


def _contract_words(text: UserText) -> Iterator[Finding]:
    found = [match[0] for match in _CONTRACT.finditer(_ORDINARY.sub("", text.text))]
    if found:
        yield Finding(
            text.path,
            Severity.WARNING,
            f"{text.where}: {_quoted(found)} belongs in a contract; departments of one company "
            "have none. Speak of a miss, an escalation, a plan or a decision of the superior.",
            "R52",
        )


def _written_forms(text: UserText) -> Iterator[Finding]:
    if dates := _SLASH_DATE.findall(text.text):
        yield Finding(
            text.path,
            Severity.WARNING,
            f"{text.where}: {_quoted(dates)} means another day in other countries. Write the "
            "month as a word, such as “1 April 2027”.",
            "R55",
        )
    numbers = [*_DOT_GROUPS.findall(text.text), *_COMMA_DECIMALS.findall(text.text)]
    if numbers:
        yield Finding(
            text.path,
            Severity.WARNING,
            f"{text.where}: {_quoted(numbers)} isn’t written as in the rest of the document. "
            "Write 1,000 for a thousand and 99.9 for decimals.",
            "R55",
        )
