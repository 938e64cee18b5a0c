"""Whether a value read from JSON has the shape that a JSON Schema describes, told by its place.

Here: the words of JSON Schema that our own schemas use, made into functions once, so that a report
of ten thousand claims is looked through in half a second. A word that is not known here is a fault
of the schema and raises ValueError, so no rule is passed over in silence. Stricter than the
standard in two points: a whole number is written without a point, and numbers are finite and
below 2**53.
Not here: what the values mean (``incoming``).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from typing import Any

from factcheck_gui.domain import Problem

Check = Callable[[Any], None]
_LARGEST = 2**53  # beyond it readers of JSON disagree about whole numbers
_SAID = 60  # characters of a wrong value that are shown
_MOST_UNKNOWN = 20  # names of unknown fields that are kept to be told
_NAMES = {
    "object": "an object", "array": "a list", "string": "a text", "integer": "a whole number",
    "number": "a number", "boolean": "true or false", "null": "null",
}  # fmt: skip
_SPOKEN = {"title", "description", "$schema", "$id", "$defs"}  # words that demand nothing


class Wrong(Exception):
    """A value that is not as it should be; ``path`` grows while the call returns."""

    def __init__(self, what: str, *path: str | int) -> None:
        super().__init__(what)
        self.what = what
        self.path: list[str | int] = list(path)

    def within(self, step: str | int) -> Wrong:
        self.path.insert(0, step)
        return self

    @property
    def where(self) -> str:
        """The place as people write it: ``articles[2].claims[5].spans[0]``."""
        words = ""
        for step in self.path:
            words += f"[{step}]" if isinstance(step, int) else f".{step}" if words else step
        return words

    def problem(self, kept: str = "") -> Problem:
        return Problem(self.what, self.where, kept)


class Shape:
    """A schema ready to be used. ``unknown`` gathers the names of fields that it does not
    describe, which are passed over."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self.unknown: dict[str, None] = {}
        self._defs: Mapping[str, Any] = schema.get("$defs", {})
        self._made: dict[str, Check] = {}
        self.check = self._compiled(schema, "")

    def of(self, name: str) -> Check:
        """The check of one of the schema's ``$defs``. Raises Wrong when called."""
        if name not in self._made:
            self._made[name] = self._compiled(self._defs[name], name)
        return self._made[name]

    def _compiled(self, part: Mapping[str, Any], name: str) -> Check:
        if "$ref" in part:
            return self.of(part["$ref"].removeprefix("#/$defs/"))
        rules = [_RULES[word](value) for word, value in part.items() if word in _RULES]
        if "oneOf" in part:
            rules.append(self._either([self._compiled(one, name) for one in part["oneOf"]]))
        if "properties" in part or "additionalProperties" in part:
            rules.append(self._object(part, name))
        if "items" in part:
            rules.append(_items(self._compiled(part["items"], name)))
        known = {*_RULES, *_SPOKEN, "oneOf", "properties", "additionalProperties", "items"}
        if strange := set(part) - known:
            raise ValueError(f"The schema uses {sorted(strange)}, which is not known here.")
        if len(rules) == 1:
            return rules[0]

        def check(value: Any) -> None:
            for rule in rules:
                rule(value)

        return check

    def _object(self, part: Mapping[str, Any], name: str) -> Check:
        fields = {
            key: self._compiled(one, f"{name}.{key}" if name else key)
            for key, one in part.get("properties", {}).items()
        }
        others = part.get("additionalProperties")
        other = self._compiled(others, name) if isinstance(others, dict) else None

        def check(value: Any) -> None:
            if not isinstance(value, dict):
                return
            key = ""
            try:
                for key, one in value.items():
                    rule = fields.get(key, other)
                    if rule is None:
                        self._unknown(f"{name}.{key}" if name else key)
                    else:
                        rule(one)
            except Wrong as wrong:
                raise wrong.within(key) from None

        return check

    def _unknown(self, field: str) -> None:
        if len(self.unknown) < _MOST_UNKNOWN:
            self.unknown[field[:_SAID]] = None

    @staticmethod
    def _either(choices: list[Check]) -> Check:
        """One of several; where none fits, the last one says what is wrong."""

        def check(value: Any) -> None:
            for one in choices[:-1]:
                try:
                    return one(value)
                except Wrong:
                    continue
            choices[-1](value)

        return check


# ---------------------------------------------------------------- one rule each


def _type(wanted: str | list[str]) -> Check:
    names = [wanted] if isinstance(wanted, str) else wanted
    words = " or ".join(_NAMES[one] for one in names)
    plain = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}
    types = {plain[one] for one in names if one in plain}
    whole, number = "integer" in names, "number" in names

    def check(value: Any) -> None:
        kind = type(value)
        if kind in types:
            return
        numeric = (kind is int and (whole or number)) or (kind is float and number)
        if not numeric:
            raise Wrong(f"This should be {words}, and is {_told(value)}.")
        if not (math.isfinite(value) and abs(value) < _LARGEST):
            raise Wrong("This number is too large.")

    return check


def _enum(choices: list[Any]) -> Check:
    listed = ", ".join(map(str, choices))

    def check(value: Any) -> None:
        if not any(value == one and type(value) is type(one) for one in choices):
            raise Wrong(f"This should be one of {listed}, and is {_told(value)}.")

    return check


def _const(wanted: Any) -> Check:
    def check(value: Any) -> None:
        if value != wanted or type(value) is not type(wanted):
            raise Wrong(f"This should be {_told(wanted)}, and is {_told(value)}.")

    return check


def _pattern(expression: str) -> Check:
    if not (expression.startswith("^") and expression.endswith("$")):
        raise ValueError(f"The pattern {expression} should say where a text begins and ends.")
    whole = re.compile(expression[1:-1], re.ASCII)  # $ would let a line break pass

    def check(value: Any) -> None:
        if isinstance(value, str) and not whole.fullmatch(value):
            raise Wrong(f"{_told(value)} is not written as it should be here.")

    return check


def _required(names: list[str]) -> Check:
    def check(value: Any) -> None:
        if isinstance(value, dict):
            for name in names:
                if name not in value:
                    raise Wrong(f"The field “{name}” is missing.")

    return check


def _minimum(least: float) -> Check:
    def check(value: Any) -> None:
        if type(value) in (int, float) and value < least:
            raise Wrong(f"This should be {least} at least, and is {_told(value)}.")

    return check


def _maximum(most: float) -> Check:
    def check(value: Any) -> None:
        if type(value) in (int, float) and value > most:
            raise Wrong(f"This should be {most} at most, and is {_told(value)}.")

    return check


def _few(least: int) -> Check:
    def check(value: Any) -> None:
        if isinstance(value, list) and len(value) < least:
            raise Wrong(f"This list should have {least} entries at least.")

    return check


def _many(most: int) -> Check:
    def check(value: Any) -> None:
        if isinstance(value, list) and len(value) > most:
            raise Wrong(f"This list should have {most} entries at most.")

    return check


def _items(rule: Check) -> Check:
    def check(value: Any) -> None:
        if not isinstance(value, list):
            return
        done = 0
        try:
            for one in value:
                rule(one)
                done += 1
        except Wrong as wrong:
            raise wrong.within(done) from None

    return check


def _told(value: Any) -> str:
    """A wrong value in few words."""
    if isinstance(value, dict | list):
        return _NAMES["object" if isinstance(value, dict) else "array"]
    words = {None: "null", True: "true", False: "false"}
    if value is None or isinstance(value, bool):
        return words[value]
    said = str(value) if isinstance(value, str | float) or abs(value) < _LARGEST else "huge"
    return f"“{said[:_SAID]}{'…' if len(said) > _SAID else ''}”"


_RULES: Mapping[str, Callable[[Any], Check]] = {
    "type": _type, "enum": _enum, "const": _const, "pattern": _pattern, "required": _required,
    "minimum": _minimum, "maximum": _maximum, "minItems": _few, "maxItems": _many,
}  # fmt: skip
