"""What leaves this repository: wheel, source package, locks; and nothing of a machine."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def _build(target: str, source: Path, out: Path) -> Path:
    """Builds ``target`` (wheel or sdist) with what is installed: nothing is fetched."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(out)]
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (built,) = out.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


def _shipped_files(top: str) -> set[str]:
    files = (one for one in (ROOT / top).rglob("*") if one.is_file())
    return {one.relative_to(ROOT).as_posix() for one in files if "__pycache__" not in one.parts}


def test_the_wheel_holds_every_module_and_every_resource_and_seed(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    data = _shipped_files("resources") | _shipped_files("seeds")
    assert {f"factcheck_gui/{name}" for name in data} <= held
    assert _shipped_files("factcheck_gui") <= held
    assert not [name for name in held if name.startswith(("tests", "resources", "seeds"))]


def test_the_wheel_names_the_command_and_the_licences(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        info = {Path(n).name: n for n in archive.namelist() if ".dist-info/" in n}
        commands = archive.read(info["entry_points.txt"]).decode()
    assert "factcheck-gui = factcheck_gui.__main__:main" in commands
    assert {"LICENSE", "OFL-Inter.txt", "OFL-NotoSerif.txt"} <= set(info)


def test_an_installed_app_finds_its_resources_and_seeds(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        "from factcheck_gui import paths\n"
        "print(paths.resources(), len(list(paths.resources().glob('fonts/*.?tf'))))\n"
        "print(paths.seeds(), len(list(paths.seeds().glob('*.txt'))))"
    )
    command = [sys.executable, "-I", "-c", code]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    inside = tmp_path / "factcheck_gui"
    assert printed == [str(inside / "resources"), "9", str(inside / "seeds"), "1"]


def test_the_source_package_builds_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    packed = _build("sdist", ROOT, tmp_path / "sdist")
    with tarfile.open(packed) as archive:
        # Debian 12's Python 3.11.2 has no filters yet, 3.12 warns where none is chosen.
        archive.extraction_filter = getattr(tarfile, "data_filter", lambda member, _: member)
        archive.extractall(tmp_path)
    (source,) = (one for one in tmp_path.iterdir() if one.name.startswith("factcheck_gui"))
    assert (source / "tests" / "core").is_dir() and (source / "Makefile").is_file()
    again = _build("wheel", source, tmp_path / "again")
    assert set(zipfile.ZipFile(again).namelist()) == set(zipfile.ZipFile(wheel).namelist())


# ---------------------------------------------------------------- locks


def _lock(name: str) -> dict[str, tuple[str, int]]:
    """A lock's packages: name -> (version, how many hashes)."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    rows = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    found = {}
    for row in rows:
        parts = re.fullmatch(r"(\S+)==(\S+)( ; .*?)?((?:\s+--hash=sha256:[0-9a-f]{64})*)\s*", row)
        assert parts, f"{name}: this line pins nothing: {row[:80]}"
        found[str(canonicalize_name(parts[1]))] = (parts[2], parts[4].count("--hash="))
    return found


def _asked(*groups: str) -> list[Requirement]:
    lists = [PYPROJECT["dependency-groups"][group] for group in groups]
    return [Requirement(one) for one in sum(lists, PYPROJECT["project"]["dependencies"])]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_package_of_a_lock_has_hashes(name: str) -> None:
    lock = _lock(name)
    assert lock
    assert not [package for package, (_, hashes) in lock.items() if not hashes]
    absolute = re.findall(r"\s(?:/|[A-Z]:\\)\w\S*", (ROOT / name).read_text(encoding="utf-8"))
    assert not absolute, "a lock names files of the machine that made it"


@pytest.mark.parametrize(
    ("name", "groups"),
    [("requirements.txt", ("build",)), ("requirements-dev.txt", ("build", "dev"))],
)
def test_the_locks_hold_what_pyproject_asks_for(name: str, groups: tuple[str, ...]) -> None:
    lock = _lock(name)
    for asked in _asked(*groups):
        version, _ = lock[canonicalize_name(asked.name)]
        assert asked.specifier.contains(version), f"{asked} is locked at {version}: make lock"


def test_the_tests_run_what_users_get() -> None:
    dev = _lock("requirements-dev.txt")
    assert all(dev[name] == entry for name, entry in _lock("requirements.txt").items())


def test_pyside_is_held_below_the_release_that_aborts_on_python_3_11() -> None:
    asked = {one.name: one for one in _asked()}["PySide6-Essentials"]
    assert "6.11.3" in asked.specifier
    assert "6.12.0" not in asked.specifier


# ---------------------------------------------------------------- nothing of a machine


def _tracked() -> list[Path]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is not a git checkout")
    paths = [ROOT / name for name in done.stdout.decode().split("\0") if name]
    return [one for one in paths if one.is_file() and one.suffix not in (".otf", ".ttf", ".png")]


def _pattern() -> re.Pattern[str]:
    """Registry hosts and home folders, put together so that this file does not hold them."""
    hosts = [r"\.".join(one) for one in (("pypi", "org"), ("pythonhosted", "org"))]
    homes = ["/" + "root/", "/" + "home/[a-z]", "/" + "Users/[A-Za-z]", r"[A-Z]:\\" + "Users"]
    places = ["/" + "work/(main|shared)", "--(extra-)?index" + "-url", "--find" + "-links"]
    return re.compile("|".join(hosts + homes + places))


def test_no_tracked_file_names_a_package_registry_or_a_home_folder() -> None:
    pattern = _pattern()
    found = []
    for path in _tracked():
        text = path.read_text(encoding="utf-8", errors="replace")
        found += [f"{path.relative_to(ROOT)}: {hit[0]}" for hit in pattern.finditer(text)]
    assert not found


# ---------------------------------------------------------------- the rooms of the house


def test_no_room_imports_one_above_it(capsys: pytest.CaptureFixture[str]) -> None:
    from importlinter.cli import lint_imports

    status = lint_imports(str(ROOT / "pyproject.toml"), no_cache=True, no_logo=True)
    assert status == 0, capsys.readouterr().out
