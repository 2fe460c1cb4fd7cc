"""Which verb does what, and how its failures end: one line on the error output and exit code 2."""

import argparse
from collections.abc import Callable, Sequence
from typing import NoReturn

from slaeditor.cli import (
    doctor,
    drafts,
    exporting,
    fields,
    histories,
    levels,
    libraries,
    reviewing,
    starting,
    streams,
)
from slaeditor.cli.desk import BadUse, Desk, Words
from slaeditor.cli.streams import warn
from slaeditor.document.copies import Copy, Profile
from slaeditor.errors import SlaError

Action = Callable[[Desk, Words], int | None]
_PRINTS_DATA = {
    *("templates", "new", "list", "fields", "history", "duplicate", "review"),
    *("library", "doctor"),
}


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        raise BadUse(f"{self.prog}: {message}. `{self.prog} --help` tells more.")


def _verb(
    verbs: "argparse._SubParsersAction[_Parser]", name: str, help_text: str, action: Action
) -> _Parser:
    parser = verbs.add_parser(name, help=help_text, description=help_text, allow_abbrev=False)
    parser.add_argument("--library", metavar="DIR", help="the folder that holds the drafts")
    if name in _PRINTS_DATA:
        parser.add_argument("--json", action="store_true", help="print data for other programs")
    parser.set_defaults(action=action)
    return parser


def _with_draft(parser: _Parser) -> _Parser:
    parser.add_argument("draft", metavar="DRAFT", help="id, title or FILE.sla of a draft")
    return parser


def _export(verbs: "argparse._SubParsersAction[_Parser]") -> None:
    export = _with_draft(
        _verb(verbs, "export", "Write a draft as .docx, .pdf, .html or .txt.", exporting.export)
    )
    export.add_argument("file", metavar="FILE")
    export.add_argument(
        "--against",
        metavar="REVISION|FILE.docx",
        help="track what changed since: id or label of a point in the history, “sent”, or a Word "
        "file that was exported from the draft",
    )
    export.add_argument(
        "--copy",
        choices=[copy.value for copy in Copy],
        help="review: for your own legal department (the usual one); other-side: without comments "
        "and notes; clean: for signature, refused while a gap is open",
    )
    export.add_argument(
        "--profile",
        choices=[profile.value for profile in Profile],
        default=Profile.COMPATIBLE.value,
        help="word: content controls round the values; compatible: bookmarks only",
    )
    export.add_argument(
        "--watermark", metavar="TEXT", default="", help="stands across every page, as in DRAFT"
    )
    export.add_argument(
        "--template",
        metavar="FILE.dotx",
        help="your firm's Word template: its styles, numbering, page, header and footer",
    )
    export.add_argument(
        "--role",
        metavar="ROLE=STYLE",
        action="extend",
        nargs="+",
        default=[],
        dest="roles",
        help="what a style of the template is for, as in heading=AcmeL1; ROLE= takes our own style",
    )


def _review(verbs: "argparse._SubParsersAction[_Parser]") -> None:
    came = _with_draft(_verb(verbs, "review", "Read a Word file that came back.", reviewing.review))
    came.add_argument("file", metavar="FILE.docx")
    came.add_argument(
        "--take",
        metavar="ID",
        nargs="+",
        default=[],
        help="take these proposals into the draft, or “all”",
    )
    came.add_argument(
        "--repair", action="store_true", help="read what can be read of a damaged file"
    )


def _history(verbs: "argparse._SubParsersAction[_Parser]") -> None:
    points = _with_draft(
        _verb(verbs, "history", "List the points in a draft's history.", histories.history)
    )
    one = points.add_mutually_exclusive_group()
    one.add_argument(
        "--restore",
        metavar="POINT",
        help="go back to a point (id or label), also of a draft in the trash or one that is gone; "
        "what stands now becomes a point first",
    )
    one.add_argument("--show", metavar="POINT", help="print what the draft said at a point")
    one.add_argument("--name", metavar="NAME", help="make a point of what the draft says now")


def _parser() -> _Parser:
    parser = _Parser(prog="slaeditor", description="Work on service level agreements.")
    verbs = parser.add_subparsers(metavar="VERB", required=True, parser_class=_Parser)
    _verb(verbs, "templates", "List what a new agreement can start from.", starting.templates)
    new = _verb(verbs, "new", "Make a draft from a template and print its id.", starting.new)
    new.usage = "slaeditor new TEMPLATE [--set PATH=VALUE …] [--library DIR] [--json]"
    new.add_argument("template", metavar="TEMPLATE", nargs="?")  # `--set` may have swallowed it
    new.add_argument(
        "--set",
        metavar="PATH=VALUE",
        action="extend",
        nargs="+",
        default=[],
        dest="settings",
        help="values to begin with, as in title=Payroll",
    )
    listed = _verb(verbs, "list", "List the drafts of the library.", drafts.listed)
    listed.add_argument("--csv", metavar="FILE", help="as a table for a spreadsheet; “-” prints it")
    _with_draft(_verb(verbs, "fields", "List the fields of a draft.", fields.fields))
    given = _with_draft(_verb(verbs, "set", "Set fields of a draft.", fields.assign))
    given.add_argument("settings", metavar="PATH=VALUE", nargs="+")
    table = _with_draft(
        _verb(verbs, "levels", "Service levels as a table, out and in.", levels.levels)
    )
    table.add_argument("--csv", metavar="FILE", help="write them to a file; “-” prints them")
    table.add_argument(
        "--from", metavar="FILE.csv", dest="source", help="take them from such a file"
    )
    _with_draft(_verb(verbs, "show", "Print a draft as plain text.", exporting.show))
    _export(verbs)
    _review(verbs)
    _history(verbs)
    copy = _with_draft(
        _verb(verbs, "duplicate", "Copy a draft and print the id of the copy.", drafts.duplicated)
    )
    copy.add_argument(
        "--leave-out",
        metavar="WHAT",
        default="",
        dest="leave_out",
        help="comma-separated: " + ", ".join(drafts.LEAVE_OUT),
    )
    _with_draft(_verb(verbs, "trash", "Move a draft to the trash.", drafts.trashed))
    _with_draft(_verb(verbs, "restore", "Take a draft back from the trash.", drafts.restored))
    _care(verbs)
    return parser


def _care(verbs: "argparse._SubParsersAction[_Parser]") -> None:
    whole = _verb(
        verbs,
        "library",
        "Save the whole library to one file, or bring one back.",
        libraries.library,
    )
    whole.add_argument("--save", metavar="FILE", help="drafts, trash and histories into one file")
    whole.add_argument(
        "--load",
        metavar="FILE",
        help="take what is in such a file: nothing here is replaced without a point of its history",
    )
    looked = _verb(
        verbs,
        "doctor",
        "Check the library; mend what needs no choice. Exit code 1 when something does.",
        doctor.doctor,
    )
    looked.add_argument(
        "--restore", metavar="ID", help="save the best that is left of a damaged draft as a copy"
    )


def run(argv: Sequence[str]) -> int:
    """Do what the words ask for; 0 when done, 2 with one line on the error output otherwise.

    `doctor` and `library` end with 1 when something needs a look.

    A reader that wants no more of the output (`| head`) is no failure.
    """
    try:
        words = _parser().parse_args(list(argv))
        codes: list[int] = []
        ended = streams.finished(
            lambda: codes.append(words.action(Desk.at(words.library), words) or 0)
        )
        return ended or sum(codes)  # none where a reader wanted no more
    except SlaError as error:
        warn(str(error))
        return 2
    except SystemExit as left:  # `--help` has printed
        return int(left.code or 0)
