"""``python -m tests.exports [folder]``: writes all samples in all formats, has every reader look at
them, ends with a table; status 1 where one found a problem or could not run.

The files and the pictures of their pages stay in the folder that it names.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from tests.exports import needs


def main(arguments: list[str]) -> int:
    """Installs, writes, checks, prints; the exit status."""
    folder = Path(arguments[0]) if arguments else needs.FOLDER / "written"
    if lacking := needs.install():
        print("\n".join(lacking), file=sys.stderr)
        return 1
    sys.path.insert(0, str(needs.PYTHON))
    from tests.exports.running import run

    shutil.rmtree(folder, ignore_errors=True)
    return run(folder)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
