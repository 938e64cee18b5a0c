"""Whether a window opened now would be seen by somebody, asked before Qt is started.

Standard library only. A display is looked for through local (AF_UNIX) sockets and the files of
the kernel: nothing here opens an internet socket. Not here: Qt, which aborts the process where it
finds no display, with a line about a library that is not the reason.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Mapping
from pathlib import Path


def display_available(env: Mapping[str, str] = os.environ) -> bool:
    """Whether a window opened now would be seen by somebody."""
    return not display_problem(env)


def display_problem(env: Mapping[str, str] = os.environ, system: str = "") -> str:
    """Why no window can be shown, in one sentence; "" where one can.

    ``system`` is as ``platform.system()`` has it. An explicit ``QT_QPA_PLATFORM`` decides which
    displays count; one without a screen (offscreen, minimal) counts as none.
    """
    here = {"darwin": "Darwin", "win32": "Windows"}.get(sys.platform, "")
    if (system or here) in ("Darwin", "Windows"):
        return ""
    chosen = [one.split(":")[0] for one in env.get("QT_QPA_PLATFORM", "").split(";") if one]
    if chosen and not {"xcb", "wayland"} & set(chosen):
        unseen = chosen[0] in ("offscreen", "minimal", "minimalegl")
        return f"QT_QPA_PLATFORM={chosen[0]} shows no window." if unseen else ""
    asked = {"wayland": _wayland_problem, "xcb": _x11_problem}
    answers = [ask(env) for name, ask in asked.items() if not chosen or name in chosen]
    return "" if "" in answers else f"There is no display: {' and '.join(answers)}."


def _wayland_problem(env: Mapping[str, str]) -> str:
    name = env.get("WAYLAND_DISPLAY", "")
    if not name:
        return "WAYLAND_DISPLAY is not set"
    place = str(Path(env.get("XDG_RUNTIME_DIR", "/")) / name)  # an absolute name stays as it is
    return "" if _answers(place) else f"nothing answers at WAYLAND_DISPLAY={name}"


def _x11_problem(env: Mapping[str, str]) -> str:
    name = env.get("DISPLAY", "")
    if not name:
        return "DISPLAY is not set"
    parts = re.fullmatch(r"(?P<host>.*?)/?:(?P<number>\d+)(\.\d+)?", name)
    if parts is None:
        return f"DISPLAY={name} is not the name of one"
    host, number = parts["host"], int(parts["number"])
    if host not in ("", "unix"):
        return "" if _remote_may_answer(host, number) else f"nothing answers at DISPLAY={name}"
    if _admits(number):
        return ""
    place = f"/tmp/.X11-unix/X{number}"
    if _answers("\0" + place) or _answers(place):
        return f"DISPLAY={name} refuses this user (see XAUTHORITY)"
    return f"nothing answers at DISPLAY={name}"


def _answers(place: str) -> bool:
    """Whether something listens at a local socket (a path, or after a NUL an abstract name)."""
    import socket

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as one:
        one.settimeout(2)
        try:
            one.connect(place)
        except OSError:
            return False
        return True


_held: dict[int, int] = {}  # connections to X servers, by number of the display


def _admits(number: int) -> bool:
    """Whether the local X server of this number lets this user in.

    The connection is kept: a server without a desktop starts afresh when its last client leaves,
    and would cut off Qt a moment later. For the same reason a failure is tried once more.
    """
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:  # without it Qt cannot use the display either
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    for pause in (0.0, 0.3):
        time.sleep(pause)
        # "unix:" keeps libxcb from trying an internet socket after the local one.
        known = _held.pop(number, None) or xcb.xcb_connect(f"unix:{number}".encode(), None)
        if xcb.xcb_connection_has_error(known) == 0:
            _held[number] = known
            return True
        xcb.xcb_disconnect(known)
    return False


def _remote_may_answer(host: str, number: int) -> bool:
    """Whether a forwarded display may be there, without opening an internet socket.

    For this machine's own end of an ssh tunnel the kernel's list of listening ports is read: a
    terminal that outlives its ssh session keeps a DISPLAY that leads nowhere. Else: believed.
    """
    if host not in ("localhost", "127.0.0.1", "::1"):
        return True
    try:
        rows = [
            line.split()
            for table in ("/proc/net/tcp", "/proc/net/tcp6")
            for line in Path(table).read_text(encoding="ascii").splitlines()[1:]
        ]
    except OSError:
        return True
    port, listening = f":{6000 + number:04X}", "0A"
    return any(row[1].endswith(port) and row[3] == listening for row in rows)
