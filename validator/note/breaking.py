"""Lines that break between Thai words. Browsers break Thai by a dictionary, and a few neighbours of ours come out wrong in it."""

import re
from typing import Any

from markupsafe import Markup, escape

JOINTS = ("ทุก|รหัส", "แล้ว|กรอก", "ว่า|ยอด", "ของ|กองทุน", "มา|บวก", "แต่|งบทดลอง")
"""Where Chromium 156 parts ทุกร-หัส, แล้วก-รอก, ว่าย-อด, ของกอง-ทุน, มาบ-วก, แต่ง-บท-ดล-อง: a line may break at the bar instead."""
UNKNOWN = ("อารบิก",)
"""Words it does not know and would part: อา-รบิก."""
_JOINTS = {joint.replace("|", ""): joint.replace("|", "<wbr>") for joint in JOINTS}
_MARKED = _JOINTS | {word: f'<span class="whole">{word}</span>' for word in UNKNOWN}
_PLACES = re.compile("|".join(_MARKED))


def parted(value: Any) -> Any:
    """Give a text ready for the page, with the places marked where its lines may break; anything but a plain text as it is."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return Markup(_PLACES.sub(lambda found: _MARKED[found.group()], str(escape(value))))  # noqa: S704 - escaped just here
