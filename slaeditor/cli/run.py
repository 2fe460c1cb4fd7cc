"""Which verb does what, and how its failures end: one line on the error output and exit code 2."""

import argparse
from collections.abc import Callable, Sequence
from typing import NoReturn

from slaeditor.cli import drafts, exporting, fields, histories, starting, streams
from slaeditor.cli.desk import BadUse, Desk, Words, warn
from slaeditor.errors import SlaError

Action = Callable[[Desk, Words], None]


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        raise BadUse(f"{self.prog}: {message}. `{self.prog} --help` tells more.")


def _verb(
    verbs: "argparse._SubParsersAction[_Parser]", name: str, help_text: str, action: Action
) -> _Parser:
    parser = verbs.add_parser(name, help=help_text, description=help_text)
    parser.add_argument("--library", metavar="DIR", help="the folder that holds the drafts")
    parser.add_argument("--json", action="store_true", help="print data for other programs")
    parser.set_defaults(action=action)
    return parser


def _with_draft(parser: _Parser) -> _Parser:
    parser.add_argument("draft", metavar="DRAFT", help="id, title or FILE.sla of a draft")
    return parser


def _parser() -> _Parser:
    parser = _Parser(prog="slaeditor", description="Work on service level agreements.")
    verbs = parser.add_subparsers(metavar="VERB", required=True, parser_class=_Parser)
    _verb(verbs, "templates", "List what a new agreement can start from.", starting.templates)
    new = _verb(verbs, "new", "Make a draft from a template and print its id.", starting.new)
    new.add_argument("template", metavar="TEMPLATE")
    new.add_argument("--set", metavar="PATH=VALUE", action="append", default=[], dest="settings")
    _verb(verbs, "list", "List the drafts of the library.", drafts.listed)
    _with_draft(_verb(verbs, "fields", "List the fields of a draft.", fields.fields))
    given = _with_draft(_verb(verbs, "set", "Set fields of a draft.", fields.assign))
    given.add_argument("settings", metavar="PATH=VALUE", nargs="+")
    _with_draft(_verb(verbs, "show", "Print a draft as plain text.", exporting.show))
    export = _with_draft(
        _verb(verbs, "export", "Write a draft as .docx, .html or .txt.", exporting.export)
    )
    export.add_argument("file", metavar="FILE")
    _with_draft(_verb(verbs, "history", "List the points in a draft's history.", histories.history))
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
    return parser


def run(argv: Sequence[str]) -> int:
    """Do what the words ask for; 0 when done, 2 with one line on the error output otherwise.

    A reader that wants no more of the output (`| head`) is no failure. Stopped with Ctrl+C: 130.
    """
    try:
        words = _parser().parse_args(list(argv))
        words.action(Desk.at(words.library), words)
        streams.finish_output()
    except BrokenPipeError:
        streams.drop_output()
    except SlaError as error:
        warn(str(error))
        return 2
    except OSError as error:
        return _unwritable(error)
    except KeyboardInterrupt:
        return 130
    except SystemExit as ended:
        return int(ended.code or 0)
    return 0


def _unwritable(error: OSError) -> int:
    """Say what the system refused; without the name of a file it was the output."""
    if error.filename is None:
        streams.drop_output()
    warn(f"{error.filename or 'The output'}: {error.strerror or error}.")
    return 2
