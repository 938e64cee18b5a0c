"""What this machine must bring before Qt can start.

Here: the shared libraries Qt needs, the package that holds each one, and the line that installs
them. Standard library only, since ``make`` runs this before anything is installed:
``python3 -m factcheck_gui.system --install``. Not here: Qt; the search for a display, which is in
``display`` and only offered under this name too.

Why look first: Qt prints the same misleading line about xcb-cursor for every missing library and
for a display that is merely not there, and then aborts without an exception.
"""

from __future__ import annotations

import argparse
import ctypes
import importlib.util
import os
import re
import shlex
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from factcheck_gui.display import display_available, display_problem

__all__ = ["display_available", "display_problem", "library_problem", "main"]

Manager = Literal["apt", "dnf", "pacman", "zypper", "brew", ""]


class Library(NamedTuple):
    """A shared library and the package that holds it, by package manager."""

    file: str
    apt: str
    dnf: str
    pacman: str
    zypper: str

    def package(self, manager: Manager) -> str:
        """The package's name, or the library's file name where the manager is not known."""
        names = {"apt": self.apt, "dnf": self.dnf, "pacman": self.pacman, "zypper": self.zypper}
        return names.get(manager, self.file)


def _table(rows: str) -> tuple[Library, ...]:
    return tuple(Library(*row.split()) for row in rows.strip().splitlines())


# What the libraries of PySide6-Essentials 6.11 name as needed (objdump -p), less what the C
# library and these bring along. File, then the package for apt, dnf, pacman, zypper.
ALWAYS = _table("""
    libglib-2.0.so.0       libglib2.0-0        glib2             glib2            libglib-2_0-0
    libGL.so.1             libgl1              libglvnd-glx      libglvnd         Mesa-libGL1
    libEGL.so.1            libegl1             libglvnd-egl      libglvnd         Mesa-libEGL1
    libX11.so.6            libx11-6            libX11            libx11           libX11-6
    libfontconfig.so.1     libfontconfig1      fontconfig        fontconfig       fontconfig
    libfreetype.so.6       libfreetype6        freetype          freetype2        libfreetype6
    libxkbcommon.so.0      libxkbcommon0       libxkbcommon      libxkbcommon     libxkbcommon0
    libdbus-1.so.3         libdbus-1-3         dbus-libs         dbus             libdbus-1-3
    libzstd.so.1           libzstd1            libzstd           zstd             libzstd1
""")
X11 = _table("""
    libxcb-cursor.so.0     libxcb-cursor0      xcb-util-cursor   xcb-util-cursor  libxcb-cursor0
    libxcb-icccm.so.4      libxcb-icccm4       xcb-util-wm       xcb-util-wm      libxcb-icccm4
    libxcb-image.so.0      libxcb-image0       xcb-util-image    xcb-util-image   libxcb-image0
    libxcb-keysyms.so.1    libxcb-keysyms1     xcb-util-keysyms  xcb-util-keysyms libxcb-keysyms1
    libxcb-randr.so.0      libxcb-randr0       libxcb            libxcb           libxcb-randr0
    libxcb-render-util.so.0 libxcb-render-util0 xcb-util-renderutil xcb-util-renderutil \
        libxcb-render-util0
    libxcb-shape.so.0      libxcb-shape0       libxcb            libxcb           libxcb-shape0
    libxcb-sync.so.1       libxcb-sync1        libxcb            libxcb           libxcb-sync1
    libxcb-xfixes.so.0     libxcb-xfixes0      libxcb            libxcb           libxcb-xfixes0
    libxcb-xkb.so.1        libxcb-xkb1         libxcb            libxcb           libxcb-xkb1
    libX11-xcb.so.1        libx11-xcb1         libX11-xcb        libx11           libX11-xcb1
    libxkbcommon-x11.so.0  libxkbcommon-x11-0  libxkbcommon-x11  libxkbcommon-x11 libxkbcommon-x11-0
""")
WAYLAND = _table("""
    libwayland-client.so.0 libwayland-client0  libwayland-client wayland          libwayland-client0
    libwayland-cursor.so.0 libwayland-cursor0  libwayland-cursor wayland          libwayland-cursor0
""")
# The display without a screen that the end-to-end tests start, and the hands that press its keys.
XVFB = {"apt": "xvfb xauth xdotool", "dnf": "xorg-x11-server-Xvfb xdotool",
        "pacman": "xorg-server-xvfb xdotool", "zypper": "xorg-x11-server-Xvfb xdotool"}  # fmt: skip

INSTALL: dict[Manager, str] = {
    "apt": "apt-get install -y --no-install-recommends",
    "dnf": "dnf install -y",
    "pacman": "pacman -S --needed --noconfirm",
    "zypper": "zypper --non-interactive install",
    "brew": "brew install",
}
# PySide6 6.11 is published for these versions of the GNU C library and later ones.
GLIBC = {"x86_64": (2, 34), "aarch64": (2, 39)}


class Machine(NamedTuple):
    """The facts that decide what to say: an argument everywhere, so that tests can have any."""

    system: str  # as platform.system(): "Linux", "Darwin", "Windows"
    manager: Manager = ""
    root: bool = False
    python: str = "3.11"
    arch: str = "x86_64"
    glibc: tuple[int, ...] = ()  # () where the C library is not GNU's
    has_venv: bool = True
    has_xvfb: bool = True


def this_machine() -> Machine:
    """The machine this runs on."""
    import platform

    commands: dict[Manager, str] = {
        "apt": "apt-get", "dnf": "dnf", "zypper": "zypper", "pacman": "pacman", "brew": "brew",
    }  # fmt: skip
    kind, version = platform.libc_ver() if sys.platform == "linux" else ("", "")
    return Machine(
        system=platform.system(),
        manager=next((name for name, tool in commands.items() if shutil.which(tool)), ""),
        root=hasattr(os, "geteuid") and os.geteuid() == 0,
        python=f"{sys.version_info.major}.{sys.version_info.minor}",
        arch=platform.machine(),
        glibc=tuple(map(int, re.findall(r"\d+", version))) if kind == "glibc" else (),
        has_venv=all(map(importlib.util.find_spec, ("venv", "ensurepip"))),
        has_xvfb=bool(shutil.which("Xvfb") and shutil.which("xdotool")),
    )


def loads(file: str) -> bool:
    """Whether the loader finds a shared library and everything that it needs itself."""
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def needed(env: Mapping[str, str], everything: bool = False) -> tuple[Library, ...]:
    """The libraries Qt needs in this environment: those for X11 or Wayland only where one is."""
    x11 = X11 if everything or env.get("DISPLAY") else ()
    wayland = WAYLAND if env.get("WAYLAND_DISPLAY") else ()
    return ALWAYS + x11 + wayland


def missing(
    libraries: Iterable[Library], machine: Machine, found: Callable[[str], bool] = loads
) -> list[Library]:
    """The libraries that are not there. Off Linux nothing is: Qt's wheels bring everything."""
    return [one for one in libraries if machine.system == "Linux" and not found(one.file)]


def install_line(packages: Sequence[str], machine: Machine) -> str:
    """The exact command that installs packages here; "" where the package manager is unknown."""
    if not packages or not machine.manager:
        return ""
    sudo = "" if machine.root or machine.manager == "brew" else "sudo "
    return f"{sudo}{INSTALL[machine.manager]} {shlex.join(dict.fromkeys(packages))}"


def complaint(lacking: Sequence[Library], machine: Machine) -> str:
    """What to tell a person about missing libraries, with the line that helps; "" for none."""
    if not lacking:
        return ""
    names = ", ".join(one.file for one in lacking)
    line = install_line([one.package(machine.manager) for one in lacking], machine)
    help_ = f"Install them with:\n  {line}" if line else "Install the packages that hold them."
    return f"Qt needs system libraries that are not installed: {names}.\n{help_}"


def library_problem(env: Mapping[str, str] = os.environ) -> str:
    """What keeps Qt from starting here, in words for a person; "" where nothing does."""
    if sys.platform != "linux" or all(loads(one.file) for one in needed(env)):
        return ""  # every start comes by here: the machine is looked at only to complain
    machine = this_machine()
    return complaint(missing(needed(env), machine), machine)


# ---------------------------------------------------------------- the command


def obstacle(machine: Machine) -> str:
    """What no package can mend: a system for which Qt is not published; "" for none."""
    if machine.system != "Linux":
        return ""
    if not machine.glibc:
        return "PySide6 is published for systems with the GNU C library; this one has another."
    least = GLIBC.get(machine.arch)
    if least is None:
        return f"PySide6 is not published for the processor {machine.arch}."
    if machine.glibc < least:
        want, have = (".".join(map(str, one)) for one in (least, machine.glibc))
        return f"PySide6 on {machine.arch} needs glibc {want} or later; this system has {have}."
    return ""


def wanted_packages(
    machine: Machine, lacking: Sequence[Library], tests: bool
) -> tuple[list[str], list[str]]:
    """The packages to install: those set-up cannot do without, and those tests would like."""
    must = [one.package(machine.manager) for one in lacking]
    if not machine.has_venv:
        must.append(f"python{machine.python}-venv" if machine.manager == "apt" else "python3-venv")
    xvfb = XVFB.get(machine.manager, "Xvfb xdotool").split()
    may = xvfb if tests and machine.system == "Linux" and not machine.has_xvfb else []
    return must, may


def report(machine: Machine, lacking: Sequence[Library], tests: bool) -> tuple[str, bool]:
    """What to say about this machine, and whether set-up can go on."""
    stop = obstacle(machine)
    if stop:
        return stop, False
    texts = [complaint(lacking, machine)]
    must, may = wanted_packages(machine, lacking, tests)
    if not machine.has_venv:
        texts.append("This Python cannot make virtual environments: venv or ensurepip is missing.")
        line = install_line(must[len(lacking) :], machine) if machine.manager == "apt" else ""
        texts.append(f"Install it with:\n  {line}" if line else "Install the whole of Python 3.")
    if may:
        line = install_line(may, machine) or "install Xvfb"
        texts.append(f"The end-to-end tests are left out, since Xvfb is not here: {line}")
    return "\n".join(filter(None, texts)), not must


def install(packages: Sequence[str]) -> bool:
    """Installs Debian packages as root, saying so; False where that failed."""
    import subprocess

    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for line in ("apt-get update", f"{INSTALL['apt']} {shlex.join(packages)}"):
        print(f"+ {line}", file=sys.stderr, flush=True)
        done = subprocess.run(shlex.split(line), env=quiet, stdout=subprocess.DEVNULL, check=False)
        if done.returncode:
            return False
    importlib.invalidate_caches()
    return True


def main(arguments: Sequence[str] | None = None) -> int:
    """Checks this machine. Status 0: set-up can go on; 1: something named is missing."""
    parser = argparse.ArgumentParser(prog="python3 -m factcheck_gui.system", description=__doc__)
    parser.add_argument("--install", action="store_true", help="install as root on Debian")
    parser.add_argument("--tests", action="store_true", help="also what the tests use")
    chosen = parser.parse_args(arguments)
    machine = this_machine()
    may_install = chosen.install and machine.root and machine.manager == "apt"
    libraries = needed(os.environ, everything=may_install or chosen.tests)
    lacking = missing(libraries, machine)
    packages = [name for names in wanted_packages(machine, lacking, chosen.tests) for name in names]
    if may_install and packages and install(packages):
        machine = this_machine()
        lacking = missing(libraries, machine)
    text, fine = report(machine, lacking, chosen.tests)
    if text:
        print(text, file=sys.stderr)
    return 0 if fine else 1


if __name__ == "__main__":
    raise SystemExit(main())
