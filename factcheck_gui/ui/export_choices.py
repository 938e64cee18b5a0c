"""The left side of the export window: its groups together, what they choose, and what of it is
remembered. The groups are in export_groups.py and export_details.py. Not here: the preview, the
file, writing.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, fields
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QInputDialog, QScrollArea, QVBoxLayout, QWidget

from factcheck_gui import jobs
from factcheck_gui.domain import Tally
from factcheck_gui.previewing import Offer
from factcheck_gui.reports import logos, templates
from factcheck_gui.reports.content import Choices, Included
from factcheck_gui.reports.writing import FORMATS, applies, usual
from factcheck_gui.session import Session
from factcheck_gui.settings import Settings
from factcheck_gui.tasks import Tasks, while_there
from factcheck_gui.ui.check_list import CheckList
from factcheck_gui.ui.disclosure import Disclosure
from factcheck_gui.ui.export_details import IncludedGroup, LookGroup, PublisherGroup
from factcheck_gui.ui.export_groups import ArticlesGroup, ClaimsGroup, FormatGroup, Group
from factcheck_gui.ui.scrolling import scroll_down


class ExportChoices(QScrollArea):
    """``changed`` when another report is wanted, ``refused`` (a Problem) when a logo or a template
    could not be taken."""

    changed = Signal()
    refused = Signal(object)

    def __init__(
        self,
        session: Session,
        settings: Settings,
        tasks: Tasks,
        offer: Offer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        article, reader = session.article, session.reader
        assert article and reader and session.path  # or the action is not enabled
        self._settings, self._tasks = settings, tasks
        self._library, self._blind = session.path, reader.blind
        self.checks = CheckList(offer.unready)
        self._languages, self._templates = offer.languages, dict(offer.templates)
        self._look_first: Disclosure | None = None
        self.articles = ArticlesGroup(reader, article.row.key)
        self.claims = ClaimsGroup(reader.scale(article.row.key))
        self._make_others()
        self._lay_out()
        self._recall()
        self._connect()
        self.count()

    # ------------------------------------------------------------ building

    def _make_others(self) -> None:
        choice = self._settings.choice
        self.format = FormatGroup(choice("export/format"))
        self.included = IncludedGroup(self._told_before, choice("export/copies") == "yes")
        self.publisher = PublisherGroup(choice("export/organisation"))
        self.look = LookGroup()

    @property
    def groups(self) -> list[Group]:
        """From the top down."""
        first = [self.articles, self.claims, self.format]
        return [*first, self.included, self.publisher, self.look]

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 14, 0)
        column.setSpacing(4)
        missing = sum(len(numbers) for _, numbers in self.checks.lines)
        if missing:
            self._look_first = Disclosure(self.checks)
            words = self.tr("Have a look before it leaves ({0})").format(missing)
            self._look_first.setText(words)
            column.addWidget(self._look_first)
            column.addWidget(self.checks)
            column.addSpacing(6)
        for group in self.groups:
            column.addWidget(group)
        column.addStretch(1)
        scroll_down(self, page)
        self.setMinimumWidth(page.minimumSizeHint().width() + 14)

    def _connect(self) -> None:
        self.articles.changed.connect(self.count)
        self.format.changed.connect(self._show_format)
        for group in self.groups:
            group.changed.connect(self.changed)
        self.publisher.logo_wanted.connect(self._read_logo)
        self.look.template_wanted.connect(self._ask_for_template)

    def focus_first(self) -> None:
        """Puts the keyboard where the eye begins."""
        for group in (self.articles, self.claims):
            if not group.isHidden():
                group.which.button(group.which.checkedId()).setFocus()
                return

    # ------------------------------------------------------------ what is chosen

    def choices(self) -> Choices:
        """What is chosen, but for the format and the articles."""
        return Choices(
            only_reviewed=self.claims.which.checkedId() == ClaimsGroup.REVIEWED,
            verdicts=self.claims.verdicts(),
            included=self.included.included(),
            organisation=self.publisher.organisation.text().strip(),
            url=self.publisher.url.text().strip(),
            logo=self.publisher.logo,
            language=self.look.language.currentData() or "en",
            template=self.look.template.currentData() or "",
        )

    def suffix(self) -> str:
        """The ending of the file."""
        return ".zip" if self.included.copies() else FORMATS[self.format.name()].suffix

    def _show_format(self) -> None:
        """What the format leaves out cannot be chosen, and says why."""
        told, why = applies(self.format.name()), self.tr("This format has no place for it.")
        self.included.show_format(self.format.name())
        self.included.grey({name: why for name in self.included.boxes if name not in told})
        for name, field in (
            ("organisation", self.publisher.organisation),
            ("url", self.publisher.url),
            ("logo", self.publisher.logo_row),
            ("language", self.look.language),
            ("template", self.look.template),
        ):
            field.setEnabled(name in told)
            field.setToolTip("" if name in told else why)

    def count(self) -> None:
        """How many claims of each verdict the articles chosen have."""
        keys = self.articles.keys()
        if self._look_first:  # it is about the open article
            self._look_first.setVisible(self.articles.this in keys)
        self._tasks.in_thread(
            partial(jobs.tally, self._library, keys, self._blind),
            while_there(self, partial(self._show_tally, keys)),
        )

    def _show_tally(self, keys: tuple[int, ...], tally: Tally) -> None:
        if keys == self.articles.keys():
            self.claims.set_tally(tally)
            self.changed.emit()

    # ------------------------------------------------------------ logo and templates

    def _read_logo(self, path: Path) -> None:
        self._tasks.in_thread(
            partial(logos.read, path),
            while_there(self, partial(self.publisher.take_logo, str(path))),
            self.refused.emit,
        )

    def _offer_templates(self, chosen: str) -> None:
        ours = {templates.OURS: self.tr("As it comes with the app")}
        self.look.offer(self.look.template, {**ours, **self._templates}, chosen)

    def _ask_for_template(self) -> None:
        """Begins a newsroom's own look as a copy of ours, and shows the folder that it lies in."""
        name, sure = QInputDialog.getText(
            self, self.tr("Make a template"), self.tr("Name of the template:")
        )
        if sure and name.strip():
            self._tasks.in_thread(
                partial(templates.start, name.strip()),
                while_there(self, self._show_template),
                self.refused.emit,
            )

    def _show_template(self, folder: Path) -> None:
        self._templates[folder.name] = folder.name
        self._offer_templates(folder.name)
        self.changed.emit()
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    # ------------------------------------------------------------ what is remembered

    def _recall(self) -> None:
        choice = self._settings.choice
        self.claims.recall(choice("export/claims", "0"), choice("export/verdicts"))
        language = report_language(self._settings, self._languages)
        self.look.offer(self.look.language, self._languages, language)
        self._offer_templates(choice("export/template"))
        self._show_format()
        if logo := choice("export/logo"):
            self._read_logo(Path(logo))

    def remember(self) -> None:
        """All but the address, which is another one for each check, and private notes."""
        choices, keep = self.choices(), self._settings.set_choice
        keep("export/format", self.format.name())
        keep("export/claims", str(self.claims.which.checkedId()))
        keep("export/verdicts", self.claims.remembered())
        told = [name for name, on in asdict(choices.included).items() if on and name != "notes"]
        keep(_included_key(self.format.name()), " ".join(told))
        keep("export/copies", "yes" if self.included.copies() else "")
        keep("export/organisation", choices.organisation)
        keep("export/logo", self.publisher.logo_path)
        keep("export/language", choices.language)
        keep("export/template", choices.template)

    def _told_before(self, format: str) -> Included:
        """What was told beside the claims the last time, else what is usual; private notes never
        are."""
        before = self._settings.choice(_included_key(format), "?")
        if before == "?":
            return usual(format)
        told = set(before.split()) - {"notes"}
        return Included(**{one.name: one.name in told for one in fields(Included)})


def _included_key(format: str) -> str:
    """JSON, to import again, is remembered apart: by itself it leaves nothing out."""
    return "export/included json" if format == "json" else "export/included"


def report_language(settings: Settings, known: Collection[str]) -> str:
    """The language of a report's fixed words: as it was chosen last, by itself the window's;
    English where there are no words in it."""
    window = QLocale().bcp47Name().partition("-")[0]
    wanted = settings.choice("export/language", window)
    return wanted if wanted in known else "en"
