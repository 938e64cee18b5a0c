"""What a person is told about a machine that lacks something, and when a display counts as one."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck_gui import display, system
from factcheck_gui.system import Machine, Manager

ROOT = Path(__file__).resolve().parents[2]
DEBIAN = Machine("Linux", "apt", root=False, glibc=(2, 36))
LACKING = [
    one for one in system.ALWAYS + system.X11 if one.file in ("libGL.so.1", "libxcb-cursor.so.0")
]


def test_every_library_has_a_package_in_every_manager() -> None:
    for one in system.ALWAYS + system.X11 + system.WAYLAND:
        assert ".so." in one.file
        assert all((one.apt, one.dnf, one.pacman, one.zypper))


@pytest.mark.parametrize(
    ("manager", "line"),
    [
        ("apt", "sudo apt-get install -y --no-install-recommends libgl1 libxcb-cursor0"),
        ("dnf", "sudo dnf install -y libglvnd-glx xcb-util-cursor"),
        ("pacman", "sudo pacman -S --needed --noconfirm libglvnd xcb-util-cursor"),
        ("zypper", "sudo zypper --non-interactive install Mesa-libGL1 libxcb-cursor0"),
    ],
)
def test_missing_libraries_are_named_with_the_exact_install_line(
    manager: Manager, line: str
) -> None:
    text = system.complaint(LACKING, Machine("Linux", manager, glibc=(2, 40)))
    assert "libGL.so.1, libxcb-cursor.so.0" in text
    assert text.endswith(f"\n  {line}")


def test_root_needs_no_sudo_and_no_package_is_named_twice() -> None:
    twice = [system.X11[1], *LACKING, *LACKING]
    names = [one.package("apt") for one in twice]
    line = system.install_line(names, Machine("Linux", "apt", root=True))
    assert line.startswith("apt-get install") and line.count("libgl1") == 1


def test_an_unknown_system_is_told_the_files() -> None:
    text = system.complaint(LACKING, Machine("Linux", "", glibc=(2, 40)))
    assert "libGL.so.1" in text and "sudo" not in text


@pytest.mark.parametrize("name", ["Darwin", "Windows"])
def test_nothing_is_missing_where_qt_brings_everything(name: str) -> None:
    assert not system.missing(system.ALWAYS, Machine(name), found=lambda file: False)
    assert system.report(Machine(name, "brew"), [], tests=True) == ("", True)


def test_missing_libraries_are_those_the_loader_does_not_find() -> None:
    lacking = system.missing(system.ALWAYS, DEBIAN, found=lambda file: file != "libEGL.so.1")
    assert [one.file for one in lacking] == ["libEGL.so.1"]
    assert not system.loads("libno-such-library.so.1")


def test_libraries_of_a_display_are_asked_for_only_where_there_is_one() -> None:
    assert system.needed({}) == system.ALWAYS
    assert system.needed({"DISPLAY": ":0"}) == system.ALWAYS + system.X11
    assert system.needed({"WAYLAND_DISPLAY": "wayland-0"}) == system.ALWAYS + system.WAYLAND
    assert system.needed({}, everything=True) == system.ALWAYS + system.X11


def test_a_python_without_venv_gets_the_line_of_its_own_package() -> None:
    machine = Machine("Linux", "apt", python="3.11", glibc=(2, 36), has_venv=False)
    text, fine = system.report(machine, [], tests=False)
    assert not fine
    assert text.endswith("sudo apt-get install -y --no-install-recommends python3.11-venv")


def test_tests_go_on_without_xvfb_and_say_so() -> None:
    text, fine = system.report(
        Machine("Linux", "apt", glibc=(2, 36), has_xvfb=False), [], tests=True
    )
    assert fine
    assert "left out" in text and "xvfb xauth xdotool" in text


@pytest.mark.parametrize(
    ("arch", "glibc", "says"),
    [
        ("x86_64", (2, 36), ""),
        ("x86_64", (2, 31), "needs glibc 2.34 or later; this system has 2.31"),
        ("aarch64", (2, 36), "needs glibc 2.39 or later; this system has 2.36"),
        ("riscv64", (2, 40), "not published for the processor riscv64"),
        ("x86_64", (), "GNU C library"),
    ],
)
def test_a_system_qt_is_not_published_for_is_told_why(
    arch: str, glibc: tuple[int, ...], says: str
) -> None:
    text, fine = system.report(Machine("Linux", "apt", arch=arch, glibc=glibc), [], tests=False)
    assert says in text
    assert fine is (says == "")


def test_the_check_runs_before_anything_is_installed() -> None:
    """-I and -S leave out every installed package, as in a fresh clone."""
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from factcheck_gui import system\n"
        "system.main(['--tests']); system.display_problem()"
    )
    done = subprocess.run(
        [sys.executable, "-ISc", code], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


# ---------------------------------------------------------------- the display

NOWHERE = "There is no display: WAYLAND_DISPLAY is not set and DISPLAY is not set."


@pytest.fixture
def listener() -> Iterator[Path]:
    """A local socket that accepts, as a Wayland compositor's does."""
    folder = Path(tempfile.mkdtemp(prefix="fc"))  # short: the name of a socket may have 107 bytes
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(folder / "wayland-7"))
        one.listen()
        yield folder / "wayland-7"
    shutil.rmtree(folder)


linux_only = pytest.mark.skipif(sys.platform != "linux", reason="displays of Linux")


@pytest.mark.parametrize("name", ["Darwin", "Windows"])
def test_macos_and_windows_have_a_display(name: str) -> None:
    assert display.display_problem({}, system=name) == ""


@linux_only
def test_without_any_variable_there_is_no_display() -> None:
    assert display.display_problem({}) == NOWHERE
    assert not display.display_available({})


@linux_only
@pytest.mark.parametrize("name", [":4711", "unix:4711", ":4711.0", "localhost:59000.0"])
def test_a_display_that_does_not_answer_is_none(name: str) -> None:
    assert f"nothing answers at DISPLAY={name}" in display.display_problem({"DISPLAY": name})


@linux_only
def test_a_name_that_is_no_display_is_said_to_be_none() -> None:
    assert "is not the name of one" in display.display_problem({"DISPLAY": "nonsense"})


@linux_only
def test_a_display_on_another_machine_is_believed() -> None:
    assert display.display_available({"DISPLAY": "desk.invalid:0"})


@linux_only
def test_a_wayland_socket_that_answers_is_a_display(listener: Path) -> None:
    env = {"WAYLAND_DISPLAY": listener.name, "XDG_RUNTIME_DIR": str(listener.parent)}
    assert display.display_available(env)
    assert display.display_available({"WAYLAND_DISPLAY": str(listener)})
    gone = display.display_problem({**env, "WAYLAND_DISPLAY": "wayland-8"})
    assert "nothing answers at WAYLAND_DISPLAY=wayland-8" in gone


@linux_only
def test_an_explicit_platform_decides_which_display_counts(listener: Path) -> None:
    env = {"WAYLAND_DISPLAY": str(listener)}
    assert not display.display_available({**env, "QT_QPA_PLATFORM": "xcb"})
    assert display.display_available({**env, "QT_QPA_PLATFORM": "wayland;xcb"})
    assert not display.display_available({**env, "QT_QPA_PLATFORM": "offscreen"})
    assert display.display_available({"QT_QPA_PLATFORM": "vnc:port=5977"})


@linux_only
@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed")
def test_a_running_x_server_is_a_display() -> None:
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-nolisten", "tcp"]
    server = subprocess.Popen(
        command, pass_fds=[writer], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        os.close(writer)
        with os.fdopen(reader) as told:
            number = told.readline().strip()
        assert number, "Xvfb did not start"
        assert display.display_available({"DISPLAY": f":{number}"})
        assert display.display_available({"DISPLAY": f"unix:{number}.0"})
    finally:
        server.terminate()
        server.wait()
