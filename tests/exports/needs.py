"""What the checks need besides Python: what is missing is installed where that can be done, and
named otherwise.

Programs come from Debian's packages (as root), the validators from npm by a lock file, the
libraries from pip by hashes into a folder of their own. Nothing here runs a check.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FOLDER = ROOT / "build" / "exports"  # all that is installed or written; "make clean" removes it
PYTHON = FOLDER / "python"  # libraries that only these checks use
AXE = FOLDER / "node_modules" / "axe-core" / "axe.min.js"
VNU = FOLDER / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
LOCK = ROOT / "requirements-exports.txt"

# What must be there, by a file or a program that shows it, and Debian's package that brings it.
PROGRAMS = {
    "chromium": "chromium",
    "java": "default-jre-headless",
    "npm": "npm",
    "soffice": "libreoffice-core-nogui",
}
FILES = {
    "/usr/lib/libreoffice/program/libswlo.so": "libreoffice-writer-nogui",
    "/usr/lib/libreoffice/program/libsclo.so": "libreoffice-calc-nogui",
    "/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf": "fonts-noto-core",
    "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf": "fonts-noto-color-emoji",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc": "fonts-noto-cjk",
}


def missing_packages() -> list[str]:
    """Debian's packages of the programs and fonts that are not here. Elsewhere only programs are
    looked for, since files lie in other places: without fonts for a script its words are missed."""
    missing = [package for name, package in PROGRAMS.items() if not shutil.which(name)]
    if shutil.which("apt-get"):
        missing += [package for name, package in FILES.items() if not Path(name).exists()]
    return missing


def install() -> list[str]:
    """Installs what is missing; what is still missing afterwards, a sentence each."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    return [*_from_debian(), *_from_npm(), *_from_pip()]


def _from_debian() -> list[str]:
    packages = missing_packages()
    if packages and os.geteuid() == 0 and shutil.which("apt-get"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        _run("apt-get", "update", env=environment)
        _run("apt-get", "install", "-y", "--no-install-recommends", *packages, env=environment)
        packages = missing_packages()
    if not packages:
        return []
    names = " ".join(packages)
    return [f"Programs or fonts are missing. Debian, Ubuntu: sudo apt-get install {names}"]


def _from_npm() -> list[str]:
    if not _is_current(FOLDER / "package-lock.json", HERE / "package-lock.json"):
        if not shutil.which("npm"):
            return ["The validators are missing: they need npm (Debian: sudo apt-get install npm)."]
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(HERE / name, FOLDER / name)
        if error := _run("npm", "ci", "--no-progress", cwd=FOLDER):
            (FOLDER / "package-lock.json").unlink()
            return [f"npm could not fetch the validators: {error}"]
    return [f"{one} is missing: remove {FOLDER}" for one in (AXE, VNU) if not one.exists()]


def _from_pip() -> list[str]:
    kept = FOLDER / LOCK.name
    if not _is_current(kept, LOCK):
        shutil.rmtree(PYTHON, ignore_errors=True)
        pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "install")
        options = ("--quiet", "--no-deps", "--require-hashes", "--only-binary", ":all:")
        if error := _run(*pip, *options, "--target", str(PYTHON), "-r", str(LOCK)):
            return [f"pip could not fetch the libraries: {error}"]
        shutil.copy(LOCK, kept)
    return []


def _is_current(kept: Path, wanted: Path) -> bool:
    return kept.exists() and kept.read_bytes() == wanted.read_bytes()


def _run(*command: str, **options: object) -> str:
    """Runs an installer; its last words where it failed."""
    print("==", *command[:3], flush=True)
    done = subprocess.run(command, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload]
    return "" if done.returncode == 0 else (done.stderr or done.stdout).strip()[-500:]


def axe_version() -> str:
    """The version of axe-core, for the table."""
    about = json.loads((AXE.parent / "package.json").read_text(encoding="utf-8"))
    return str(about["version"])
