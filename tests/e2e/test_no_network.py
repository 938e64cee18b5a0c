"""The app at work where there is no network at all: not even a loopback interface."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EMPTY = ["unshare", "--map-root-user", "--net"]


def empty_namespace() -> bool:
    if not shutil.which("unshare"):
        return False
    return subprocess.run([*EMPTY, "true"], capture_output=True, check=False).returncode == 0


pytestmark = pytest.mark.skipif(
    not empty_namespace(), reason="this machine makes no empty network namespace"
)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    for display in ("DISPLAY", "WAYLAND_DISPLAY"):
        env.pop(display, None)
    command = [*EMPTY, sys.executable, "-m", "factcheck_gui", *arguments]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False)


def test_the_window_the_import_and_the_report_need_no_network() -> None:
    done = run()
    assert done.returncode == 0, done.stderr
    report = Path(done.stdout.splitlines()[0])
    assert "Olenivka" in report.read_text(encoding="utf-8")


def test_the_commands_need_no_network(seed: Path, tmp_path: Path) -> None:
    library = str(tmp_path / "l.factcheck")
    assert run("extract", str(seed)).returncode == 0
    assert run("import", "--library", library, str(seed)).returncode == 0
    assert run("check", "--library", library).returncode == 0
