"""What the first sheet shows of the other sheets: it follows what was changed there, as every formula does."""

from typing import Any

from templates.expressions import Expr
from templates.face import Face
from templates.filled import Filled, Rows
from templates.home import ACROSS, FIRST, NEXT_ROW, STEP, TILES_ROW, next_step
from templates.kinds import Kind, to_cell
from templates.layout import Layout
from templates.write import HOME
from workbook.addresses import address

TILE_ROWS = 4

__all__ = ["HOME", "first_sheet"]


def first_sheet(face: Face, layout: Layout, filled: Filled) -> dict[str, Any]:
    """Give what the formulas of the first sheet come to, by address."""
    some = Rows(next(iter(layout.values())).table, 1)

    def shown(formula: Expr, kind: Kind) -> Any:
        return to_cell(formula.values(filled, some)[0], kind)

    faces = {address(NEXT_ROW, FIRST): shown(next_step(len(layout["controls"].table.fixed_rows), face), Kind.TEXT)}
    for place, tile in enumerate(face.tiles):
        row, inner = TILES_ROW + place // ACROSS * TILE_ROWS, FIRST + place % ACROSS * STEP + 1
        faces[address(row + 1, inner)] = shown(tile.figure, tile.kind)
        faces[address(row + 2, inner)] = shown(tile.word, Kind.TEXT)
    return faces
