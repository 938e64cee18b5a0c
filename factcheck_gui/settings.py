"""What the app remembers between starts, as typed keys over one QSettings file.

Only choices and layout: nothing a reviewer judged lives here.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

if TYPE_CHECKING:
    from factcheck_gui.domain import Round

RECENT = 8  # libraries kept in the Recent menu


class Settings:
    """Typed access to the settings file; ``path`` None is the user's own."""

    def __init__(self, path: Path | None = None) -> None:
        if path is None:
            import platformdirs

            from factcheck_gui.paths import APP_NAME

            path = Path(platformdirs.user_config_dir(APP_NAME, appauthor=False)) / "settings.ini"
        self._values = QSettings(str(path), QSettings.Format.IniFormat)

    def _text(self, key: str, default: str = "") -> str:
        return str(self._values.value(key, default))

    def _flag(self, key: str, default: bool) -> bool:
        return self._text(key, str(default)).lower() == "true"

    def _set(self, key: str, value: object) -> None:
        self._values.setValue(key, str(value) if isinstance(value, bool | float) else value)

    @property
    def reviewer(self) -> str:
        """The reviewer's name; "" until it was given."""
        return self._text("reviewer/name")

    @reviewer.setter
    def reviewer(self, name: str) -> None:
        self._set("reviewer/name", name.strip())

    @property
    def asked_name(self) -> bool:
        """Whether the first start's one question was answered or skipped."""
        return self._flag("reviewer/asked", False)

    @asked_name.setter
    def asked_name(self, value: bool) -> None:
        self._set("reviewer/asked", value)

    @property
    def round(self) -> Round:
        """The round they work in: a blind reading goes on after a new start."""
        from factcheck_gui.domain import ROUNDS

        known = self._text("reviewer/round")
        return next((one for one in ROUNDS if one == known), "first")

    @round.setter
    def round(self, value: Round) -> None:
        self._set("reviewer/round", value)

    @property
    def theme(self) -> str:
        """ "system", "light" or "dark"."""
        return self._text("look/theme", "system")

    @theme.setter
    def theme(self, value: str) -> None:
        self._set("look/theme", value)

    @property
    def language(self) -> str:
        """The language of the window: "system", "en" or "de"."""
        return self._text("look/language", "system")

    @language.setter
    def language(self, value: str) -> None:
        self._set("look/language", value)

    @property
    def text_size(self) -> float:
        """The reader's text size in points, 8 to 40."""
        try:
            return min(40.0, max(8.0, float(self._text("look/text_size", "13.5"))))
        except ValueError:
            return 13.5

    @text_size.setter
    def text_size(self, value: float) -> None:
        self._set("look/text_size", value)

    @property
    def auto_advance(self) -> bool:
        """Whether a verdict moves on to the next claim."""
        return self._flag("review/auto_advance", False)

    @auto_advance.setter
    def auto_advance(self, value: bool) -> None:
        self._set("review/auto_advance", value)

    @property
    def scale(self) -> str:
        """The id of the rating scale that new articles get; "" for the app's own choice."""
        return self._text("review/scale")

    @scale.setter
    def scale(self, id: str) -> None:
        self._set("review/scale", id)

    @property
    def library(self) -> Path | None:
        """The library open last; None before the first."""
        text = self._text("library/path")
        return Path(text) if text else None

    @library.setter
    def library(self, path: Path) -> None:
        path = path.absolute()  # the next start may be from another folder
        self._set("library/path", str(path))
        kept = [one for one in self.recent if one != path]
        self._set("library/recent", [str(one) for one in [path, *kept][:RECENT]])

    @property
    def recent(self) -> list[Path]:
        """Libraries opened lately, the last first."""
        value = self._values.value("library/recent")
        texts = value if isinstance(value, list) else [value]
        return [Path(str(text)) for text in texts if text]

    def last_place(self, library: Path) -> tuple[str, str]:
        """The article and claim (uuids) that were open last in a library."""
        article, _, claim = self._text(f"place/{_key(library)}").partition(" ")
        return article, claim

    def set_last_place(self, library: Path, article: str, claim: str) -> None:
        self._set(f"place/{_key(library)}", f"{article} {claim}")

    def layout(self, name: str) -> QByteArray:
        """A saved geometry or splitter state; empty where there is none."""
        value = self._values.value(f"layout/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_layout(self, name: str, state: QByteArray) -> None:
        self._values.setValue(f"layout/{name}", state)

    def choice(self, name: str, default: str = "") -> str:
        """A choice a dialog remembers ("export/format")."""
        return self._text(f"choice/{name}", default)

    def set_choice(self, name: str, value: str) -> None:
        self._set(f"choice/{name}", value)

    def sync(self) -> None:
        self._values.sync()


def _key(path: Path) -> str:
    import hashlib

    return hashlib.sha256(str(path.absolute()).encode("utf-8", "surrogatepass")).hexdigest()[:16]
