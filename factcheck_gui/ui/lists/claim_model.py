"""The model of the claims pane.

Here: what a claim says in each role. Paging and keys are in paged_model.py, wording in
claim_words.py, painting in claim_list.py.
"""

from __future__ import annotations

from PySide6.QtCore import Qt

from factcheck_gui import domain
from factcheck_gui.ui.lists import claim_words
from factcheck_gui.ui.lists.paged_model import PagedModel


class ClaimModel(PagedModel[domain.Claim]):
    """Up to millions of claims in one column."""

    def update_claim(self, claim: domain.Claim) -> bool:
        """Replaces one claim and announces that row alone; False where it is not at hand."""
        return self.update_row(claim)

    def claim_at(self, row: int) -> domain.Claim | None:
        """The claim of a row; None while it has not been read."""
        return self.at(row)

    def words(self, row: domain.Claim, role: int) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return claim_words.claim_tooltip(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return claim_words.spoken(row)
        return None
