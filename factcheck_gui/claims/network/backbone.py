"""The language model: sentences as tokens in, what it has learned of each out.

Here: the files of ``resources/models``, the session that computes, batches. Not here: what is made
of it (``worth``, ``entities``), how it came about (``training``).

It computes with onnxruntime on one thread of the processor: no network, no telemetry, and the same
answer every time on one machine. Loading takes a quarter of a second and some 120 MB, so it is done
where claims are sought (a command, the child process), never in the process of a window.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck_gui import paths
from factcheck_gui.claims.network.wordpiece import WordPieces
from factcheck_gui.domain import Problem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

NETWORK, VOCABULARY, WEIGHTS = "backbone.onnx", "vocabulary.txt", "worth.json"
LONGEST = 128  # pieces that the model sees at once, with start and end
_AT_ONCE = 2048  # pieces in a batch: more is no faster and takes more memory
_MOST_WINDOWS = 4  # of one sentence: what is longer than some 400 words is no prose
_LONGEST_TOKEN = 40  # pieces of one token; what goes beyond is no word
_VERDICTS, _TAGS = 3, 7


@dataclass(frozen=True, slots=True)
class Seen:
    """What the model has to say of one sentence.

    ``verdict`` (3) are the logits of no, unimportant and check-worthy statement of fact, ``tags``
    (tokens, 7) those of no name, and of the first and a further token of a person's, an
    organisation's and a place's name.
    """

    verdict: Floats
    tags: Floats


class Window:
    """Some tokens of a sentence as numbers; ``firsts`` are where each token's pieces begin."""

    def __init__(self, sentence: int, leads: bool, start: int) -> None:
        self.sentence, self.leads = sentence, leads
        self.tokens: list[int] = []
        self.firsts: list[int] = []
        self.pieces, self.shapes = [start], [0]

    def add(self, token: int, pieces: Sequence[int], shape: int) -> None:
        self.tokens.append(token)
        self.firsts.append(len(self.pieces))
        self.pieces += pieces
        self.shapes += [shape] * len(pieces)

    def closed(self, end: int) -> Window:
        self.pieces.append(end)
        self.shapes.append(0)
        return self


def shape_of(token: str) -> int:
    """How a token is written: 1 Capital, 2 CAPITALS, 3 mixed, 4 a figure, 5 a sign, else 0."""
    first = token[0]
    if not first.isalnum():
        return 5
    if first.isdigit():
        return 4
    if token.islower():
        return 0
    if first.isupper() and (len(token) == 1 or token[1:].islower()):
        return 1
    return 2 if token.isupper() else 3


class Backbone:
    """A loaded model. Make one a process (``loaded``)."""

    def __init__(self, folder: Path) -> None:
        """Loads the files in ``folder``. Raises Problem where they are missing or broken."""
        self.folder = folder
        try:
            self.pieces = WordPieces.read(folder / VOCABULARY)
            self.weights = _weights(folder / WEIGHTS)
            self._session = session_of(folder / NETWORK)
        except Problem:
            raise
        except Exception as error:  # onnxruntime raises classes of its own, bare of a common one
            raise Problem(
                "The language model cannot be loaded: simpler rules find claims, and no names.",
                str(folder),
            ) from error

    def see(self, sentences: Sequence[Sequence[str]]) -> list[Seen]:
        """What the model says of each sentence, given as its tokens.

        A sentence over ``LONGEST`` pieces is read in up to four windows: what it says is that of
        the first, its tags are those of all; there are none beyond.
        """
        import numpy as np

        verdicts = np.zeros((len(sentences), _VERDICTS), dtype=np.float32)
        tags = [np.zeros((len(tokens), _TAGS), dtype=np.float32) for tokens in sentences]
        windows = [one for n, tokens in enumerate(sentences) for one in self._windows(n, tokens)]
        for batch in batches(windows):
            verdict, tag = self._session.run(None, padded(batch, self.pieces.pad))
            for row, window in enumerate(batch):
                if window.leads:
                    verdicts[window.sentence] = verdict[row]
                tags[window.sentence][window.tokens] = tag[row][window.firsts]
        return [Seen(*one) for one in zip(verdicts, tags, strict=True)]

    def _windows(self, sentence: int, tokens: Sequence[str]) -> list[Window]:
        windows = [Window(sentence, True, self.pieces.start)]
        for number, token in enumerate(tokens):
            found = self.pieces.of(token)[:_LONGEST_TOKEN]
            if len(windows[-1].pieces) + len(found) >= LONGEST:
                if len(windows) == _MOST_WINDOWS:
                    break
                windows.append(Window(sentence, False, self.pieces.start))
            if found:
                windows[-1].add(number, found, shape_of(token))
        return [one.closed(self.pieces.end) for one in windows]


def batches(windows: Sequence[Window]) -> Iterator[list[Window]]:
    """Windows alike in length together, so that little is padded."""
    batch: list[Window] = []
    for window in sorted(windows, key=lambda one: len(one.pieces)):
        if batch and (len(batch) + 1) * len(window.pieces) > _AT_ONCE:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


def padded(batch: Sequence[Window], pad: int) -> dict[str, Any]:
    """A batch as the model takes it, filled up to the length of its last one, the longest."""
    import numpy as np

    shape = (len(batch), len(batch[-1].pieces))  # the last is the longest
    pieces = np.full(shape, pad, dtype=np.int64)
    shapes = np.zeros(shape, dtype=np.int64)
    mask = np.zeros(shape, dtype=np.float32)
    for row, window in enumerate(batch):
        length = len(window.pieces)
        pieces[row, :length] = window.pieces
        shapes[row, :length] = window.shapes
        mask[row, :length] = 1
    return {"pieces": pieces, "shapes": shapes, "mask": mask}


def _weights(path: Path) -> dict[str, dict[str, float]]:
    """What each clue of check-worthiness counts, for each genre of text (see ``worth``)."""
    import json

    found = json.loads(path.read_text(encoding="utf-8"))
    return {
        genre: {"bias": float(found[genre]["bias"])}
        | {name: float(value) for name, value in found[genre].items()}
        for genre in ("article", "speech")
    }


def session_of(path: Path) -> Any:
    """A network ready to compute, on one thread. Raises what onnxruntime raises."""
    import onnxruntime

    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # it would keep the largest batch's memory for ever
    options.log_severity_level = 4
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


@cache
def loaded() -> Backbone | str:
    """The model that is shipped; where it cannot be loaded, the sentence that says so."""
    try:
        return Backbone(paths.resources() / "models")
    except Problem as problem:
        return str(problem)


def notes() -> tuple[str, ...]:
    """What a person should know of the model: nothing, or that it is missing."""
    model = loaded()
    return (model,) if isinstance(model, str) else ()
