"""The language of the window: Qt's translators, and the locale of its numbers and dates.

Here: which language is meant by the setting and the system, and loading it. Not here: the words
(resources/translations; ``make translations`` gathers and compiles them). The app's own language
is English and needs no file.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from factcheck_gui import paths

CHOICES = ("system", "en", "de")
_LANGUAGES = {"en": QLocale.Language.English, "de": QLocale.Language.German}
_COUNTRIES = {"en": QLocale.Country.UnitedKingdom, "de": QLocale.Country.Germany}
_OWN = "factcheck-translator"  # the object name of the translators that were installed here


def meant(choice: str, system: QLocale | None = None) -> str:
    """The language of a setting, "en" or "de"; "system" is the first of them that the user wants.

    English where the system knows neither.
    """
    if choice in _LANGUAGES:
        return choice
    wanted = (system or QLocale.system()).uiLanguages()
    codes = (one.replace("_", "-").partition("-")[0].lower() for one in wanted)
    return next((code for code in codes if code in _LANGUAGES), "en")


def locale_of(language: str, system: QLocale | None = None) -> QLocale:
    """How numbers and dates are written: as in the system's country where it speaks the language.

    Built anew from the two, because the system's own locale may mix several languages.
    """
    ours = system or QLocale.system()
    if ours.language() == _LANGUAGES[language]:
        return QLocale(ours.language(), ours.territory())
    return QLocale(_LANGUAGES[language], _COUNTRIES[language])


def install(app: QCoreApplication, choice: str) -> str:
    """Gives the app the language of a setting, before its widgets are made; which one it is.

    What an earlier call installed is taken away. A translation that cannot be read leaves English.
    """
    for old in app.findChildren(QTranslator, _OWN):
        app.removeTranslator(old)
        old.deleteLater()
    language = meant(choice)
    QLocale.setDefault(locale_of(language))
    if language != "en":
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        _load(app, f"{folder}/qtbase_{language}.qm")
        _load(app, str(paths.resources() / "translations" / f"factcheck_{language}.qm"))
    return language


def _load(app: QCoreApplication, file: str) -> None:
    translator = QTranslator(app)
    translator.setObjectName(_OWN)
    if translator.load(file):
        app.installTranslator(translator)
