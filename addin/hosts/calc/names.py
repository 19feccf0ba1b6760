"""How the functions are named in LibreOffice: three services, one for each spelling that files have (measured in 7.4 and 25.2)."""

from typing import Dict, NamedTuple

IDENTIFIER = "org.satja.calc"
INTERFACE = "org.satja.calc.XFunctions"


class Spelling(NamedTuple):
    """How a service's functions are written: in a cell, and in a file where that is not the service's name and the method's.

    ``also`` stands before what the wizard says, which lists every spelling.
    """

    shown: str
    in_file: str
    also: str


SERVICES: Dict[str, Spelling] = {
    "SATJA": Spelling("SATJA.{}", "", ""),
    "SATJAVBA": Spelling("SATJA_{}", "SATJA_{}", "(Excel) "),
    "SATJAJS": Spelling("_XLDUDF_SATJA_{}", "_xldudf_SATJA_{}", "(Excel) "),
}
"""SATJA.X is read by every LibreOffice from 7.4 on; SATJA_X (Excel with macros) and _xldudf_SATJA_X (Excel's web add-ins) by newer ones."""
