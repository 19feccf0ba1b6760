"""Make the committed templates: ``python -m templates.build``; the same declaration gives the same bytes."""

from pathlib import Path

from templates.books import BOOKS
from templates.declare import Size
from templates.filled import fill
from templates.write import write_book

FOLDER = Path(__file__).parent / "xlsx"


def build(folder: Path = FOLDER) -> list[Path]:
    """Write an empty book of every fund type at the usual size; gives the files."""
    folder.mkdir(exist_ok=True)
    made = []
    for name, make in BOOKS.items():
        size = Size()
        book = make(size)
        made.append(folder / f"{name}.xlsx")
        write_book(book, size, fill(book, size, {}), made[-1])
    return made


if __name__ == "__main__":
    build()
