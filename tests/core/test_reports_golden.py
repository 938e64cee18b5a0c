"""Every format byte for byte, on a small article of our own and on the seed.

After a change that is meant: ``python -m tests.core.report_samples``, and look at the difference.
"""

from __future__ import annotations

import pytest

from factcheck_gui.reports import writing
from tests.core import report_samples as samples


@pytest.mark.parametrize("format", sorted(writing.FORMATS))
@pytest.mark.parametrize("name", sorted(samples.golden()))
def test_the_report_is_what_it_was(name: str, format: str) -> None:
    form = writing.FORMATS[format]
    expected = (samples.GOLDEN / samples.golden_name(name, form)).read_bytes()
    assert samples.parts(form.written(samples.golden()[name], None).data) == samples.parts(expected)


def test_the_same_report_gives_the_same_bytes() -> None:
    for form in writing.FORMATS.values():
        report = samples.golden()["bridge"]
        assert form.written(report, None).data == form.written(report, None).data
