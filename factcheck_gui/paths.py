"""Where things are: the user's folders, and the files shipped with the app.

Resources lie inside the installed package (``factcheck_gui/resources``), or beside the package in
a checkout. Nothing here reads or writes them.
"""

from __future__ import annotations

from pathlib import Path

from factcheck_gui import __version__

APP_NAME = "factcheck-gui"
TOOL = f"{APP_NAME} {__version__}"  # as the library and the reports name who made them
DESKTOP_ID = "org.factcheck_gui.Factcheck"  # as in resources/desktop
LIBRARY_NAME = "library.factcheck"

_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def resources() -> Path:
    """The folder of icons, fonts, scales and templates."""
    return _shipped("resources")


def seeds() -> Path:
    """The folder of the articles that a first start opens with."""
    return _shipped("seeds")


def data_folder() -> Path:
    """The user's data folder of this app; not created here."""
    import platformdirs

    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))


def own_scales() -> Path:
    """Where rating scales that people made lie; not created here."""
    return data_folder() / "scales"


def own_words() -> Path:
    """Where the fixed words of reports in further languages lie; not created here."""
    return data_folder() / "words"


def own_templates() -> Path:
    """Where a newsroom's own looks of reports lie, a folder each; not created here."""
    return data_folder() / "templates"


def default_library() -> Path:
    """The library a first start makes."""
    return data_folder() / LIBRARY_NAME


def log_folder() -> Path:
    """Where the log of bugs goes; not created here."""
    import platformdirs

    return Path(platformdirs.user_log_dir(APP_NAME, appauthor=False))


_SYNCED = ("Dropbox", "OneDrive", "Google Drive", "GoogleDrive", "iCloud", "Nextcloud", "ownCloud",
           "Mobile Documents", "Box Sync", "Syncthing", "pCloud", "MEGA")  # fmt: skip


def synced_by(path: Path) -> str:
    """The name of the service whose folder this path lies in, as folder names tell; "" for none."""
    for part in path.resolve().parts:
        for name in _SYNCED:
            if part.casefold().startswith(name.casefold()):
                return "iCloud" if name == "Mobile Documents" else name
    return ""
