"""How near two sentences are in meaning, whatever their words: cosines of a language model.

Here: the model's file, sentences as unit vectors, a small memory of them. Not here: which sentences
are compared (``matching``), the model of the claim finder (``backbone``).

The model is all-MiniLM-L6-v2 (Reimers and Gurevych 2019, doi 10.18653/v1/D19-1410, and its authors;
Apache-2.0), rounded to eight bits. The claim finder's own model began as the same one, but what it
learned since cost it this sense: by its vectors 5 % of tweets find the claim that answers them. The
two share the table of pieces, half of either, which is read from the other's file. It is loaded
only in a command or in the child process, like that one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck_gui import paths
from factcheck_gui.claims.network import backbone
from factcheck_gui.claims.network.backbone import (
    LONGEST,
    VOCABULARY,
    Window,
    batches,
    padded,
    session_of,
)
from factcheck_gui.claims.network.wordpiece import WordPieces
from factcheck_gui.domain import Problem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

NETWORK = "meaning.onnx"
TABLE = "encoder.pieces.table"  # in both networks
_WIDE = 384
_REMEMBERED = 20_000  # sentences: the same claims are compared with many a query
_LONGEST = 2_000  # characters that are looked at: the model sees the first pieces only
_LONGEST_WORD = 40  # pieces


class Meaning:
    """A loaded model. Make one a process (``loaded``)."""

    def __init__(self, folder: Path) -> None:
        """Loads the files in ``folder``. Raises Problem where the two networks do not belong
        together, OSError, and what onnxruntime raises."""
        import numpy as np

        self._pieces = WordPieces.read(folder / VOCABULARY)
        self._session = session_of(folder / NETWORK)
        table = _table((folder / backbone.NETWORK).read_bytes())
        wanted = self._session.get_modelmeta().custom_metadata_map.get("table")
        if hashlib.sha256(table).hexdigest() != wanted:
            raise Problem("The two language models do not belong together.", str(folder))
        self._table = np.frombuffer(table, dtype=np.int8).reshape(-1, _WIDE)
        self._known: dict[str, Floats] = {}

    def nearness(self, text: str, others: Sequence[str]) -> list[float]:
        """How near each of the others is to a text: -1 to 1, and 0 where one has no words."""
        import numpy as np

        own, *rest = self._vectors([text, *others])
        return [float(np.dot(own, one)) for one in rest]

    def _vectors(self, texts: Sequence[str]) -> list[Floats]:
        new = [one for one in dict.fromkeys(texts) if one not in self._known]
        if len(self._known) + len(new) > _REMEMBERED:
            self._known.clear()
            new = list(dict.fromkeys(texts))
        self._known.update(zip(new, self._computed(new), strict=True))
        return [self._known[one] for one in texts]

    def _computed(self, texts: Sequence[str]) -> Floats:
        import numpy as np

        found = np.zeros((len(texts), _WIDE), dtype=np.float32)
        windows = [self._window(number, text) for number, text in enumerate(texts)]
        for batch in batches([one for one in windows if one.tokens]):
            given = {**padded(batch, self._pieces.pad), TABLE: self._table}
            (vectors,) = self._session.run(None, given)
            found[[one.sentence for one in batch]] = vectors
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        return np.asarray(found / np.where(lengths == 0, 1, lengths))

    def _window(self, number: int, text: str) -> Window:
        window = Window(number, True, self._pieces.start)
        for place, word in enumerate(text[:_LONGEST].split()):
            found = self._pieces.of(word)[:_LONGEST_WORD]
            if len(window.pieces) + len(found) >= LONGEST:
                break
            if found:
                window.add(place, found, 0)
        return window.closed(self._pieces.end)


def _table(network: bytes) -> bytes:
    """The table of pieces in an ONNX file, found by its name: a model (7: graph) of tensors (5),
    each with a name (8) and its bytes (9). Raises ValueError, IndexError where it is none."""
    for number, graph in _fields(memoryview(network)):
        for place, tensor in _fields(graph) if number == 7 else ():
            parts = dict(_fields(tensor)) if place == 5 else {}
            if bytes(parts.get(8, b"")) == TABLE.encode():
                return bytes(parts[9])
    raise ValueError("there is no table of pieces in this file")


def _fields(data: memoryview) -> Iterator[tuple[int, memoryview]]:
    """The fields of a protobuf message that have a length, by their numbers; others are passed
    over."""
    at = 0
    while at < len(data):
        key, at = _number(data, at)
        kind = key & 7
        if kind == 2:
            size, at = _number(data, at)
            yield key >> 3, data[at : at + size]
            at += size
        elif kind == 0:
            _, at = _number(data, at)
        else:
            at += 8 if kind == 1 else 4


def _number(data: memoryview, at: int) -> tuple[int, int]:
    """A number of protobuf, seven bits a byte, and where the data go on."""
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 0x7F) << shift
        shift, at = shift + 7, at + 1
        if byte < 0x80:
            return value, at


@cache
def loaded() -> Meaning | None:
    """The model that is shipped; None where it cannot be loaded: then words alone decide."""
    try:
        return Meaning(paths.resources() / "models")
    except Exception:  # onnxruntime raises classes of its own, bare of a common one
        return None
