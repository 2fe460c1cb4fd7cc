"""Run by a Python that has LibreOffice's `uno`: resolve all tracked changes of Word files.

    python office_resolving.py PIPE FILE.docx...

LibreOffice listens at the pipe. For each file, FILE-accepted.docx and FILE-rejected.docx are
written beside it.
"""

import sys
import time
from pathlib import Path

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]

COMMANDS = {"accepted": ".uno:AcceptAllTrackedChanges", "rejected": ".uno:RejectAllTrackedChanges"}


def option(name: str, value: object) -> object:
    """One named argument of a call."""
    return PropertyValue(Name=name, Value=value)


def context_at(pipe: str) -> object:
    """The office that listens at a pipe, waited for up to a minute."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.5)
    raise TimeoutError("LibreOffice doesn't listen.")


def main(pipe: str, *files: str) -> None:
    """Resolve the changes of each file both ways, and end the office."""
    context = context_at(pipe)
    services = context.ServiceManager  # type: ignore[attr-defined]
    desktop = services.createInstance("com.sun.star.frame.Desktop")
    dispatcher = services.createInstance("com.sun.star.frame.DispatchHelper")
    for file in map(Path, files):
        for name, command in COMMANDS.items():
            opened = desktop.loadComponentFromURL(
                file.as_uri(), "_blank", 0, (option("Hidden", True),)
            )
            frame = opened.CurrentController.Frame
            dispatcher.executeDispatch(frame, command, "", 0, ())
            target = file.with_name(f"{file.stem}-{name}.docx").as_uri()
            opened.storeToURL(target, (option("FilterName", "MS Word 2007 XML"),))
            opened.close(True)
    desktop.terminate()


if __name__ == "__main__":
    main(*sys.argv[1:])
