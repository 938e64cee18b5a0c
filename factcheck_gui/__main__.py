"""No argument, or a library alone: the window. A subcommand: one job without a window.

Nothing is imported here before it is known which of the two it is.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

# Qt reads these itself; each takes a value. A session manager restarts an app with -session.
QT_OPTIONS = ("-platform", "-style", "-display", "-geometry", "-session", "-qwindowgeometry")


def main() -> int:
    """Runs the app or a command with the arguments of the process; the exit status."""
    try:
        wanted = _window(sys.argv[1:])
        if wanted is None:
            from factcheck_gui import cli

            return cli.run()
        return _open_window(*wanted)
    except KeyboardInterrupt:
        return 130


def _window(arguments: list[str]) -> tuple[Path | None, list[str]] | None:
    """The library and Qt's own arguments for a window; None where a command is asked for."""
    library: Path | None = None
    for_qt: list[str] = []
    rest = list(arguments)
    while rest:
        one = rest.pop(0)
        if one in QT_OPTIONS and rest:
            for_qt += [one, rest.pop(0)]
        elif one == "--library" and rest and library is None:
            library = Path(rest.pop(0))
        elif one.startswith("--library=") and library is None:
            library = Path(one.removeprefix("--library="))
        elif one.endswith(".factcheck") and not one.startswith("-") and library is None:
            library = Path(one)
        else:
            return None
    return library, for_qt


def _open_window(library: Path | None, for_qt: list[str]) -> int:
    from factcheck_gui.system import library_problem

    missing = library_problem()
    if missing:  # said before Qt is loaded, which would end in an ImportError
        print(missing, file=sys.stderr)
        return 1
    gc.disable()  # until the window is filled (app.fill): nearly all that a start makes is kept
    from factcheck_gui import app

    return app.run(library, for_qt)


if __name__ == "__main__":
    sys.exit(main())
