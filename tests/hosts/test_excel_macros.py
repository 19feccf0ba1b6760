"""The macros for Excel: a function for each of the registry; and LibreOffice's VBA runs what turns numbers into errors of cells.

Not run here: Excel, XLPy and the buttons. In LibreOffice a stand-in gives what Python would have given.
"""

import re
from xml.etree import ElementTree as ET

import pytest

from addin.hosts.cells import required
from addin.hosts.excel import com_error, macro_name
from addin.hosts.excel_macros import BUTTONS, RESERVED, macros, ribbon
from addin.udfs import UDFS
from workshop.basic import run_macro

FUNCTION = re.compile(r"Public Function (SATJA_\w+)\((.*)\)\r\n    \1 = Cells_of\(Called\(\"\1\", Array\((.*)\)\)\)\r\nEnd Function")
STAND_IN = """
Function StandIn(ByVal module As String, ByVal name As String, ByVal arguments As Variant) As Variant
    Dim rows(0 To 1, 0 To 1) As Variant, line(0 To 2) As Variant
    If name = "SATJA_LEVY" Then
        StandIn = CDbl(arguments(0)) * 50
    ElseIf name = "SATJA_BAHT_TEXT" Then
        StandIn = CLng({value})
    ElseIf name = "SATJA_ALLOWANCE" Then
        rows(0, 0) = 1.5: rows(0, 1) = CLng({value}): rows(1, 0) = CLng({missing}): rows(1, 1) = "text"
        StandIn = rows
    ElseIf name = "SATJA_AGE_BE" Then
        line(0) = 1.5: line(1) = CLng({missing}): line(2) = True
        StandIn = line
    ElseIf name = "SATJA_REASON" Then
        StandIn = "asked " & (UBound(arguments) + 1) & " " & arguments(0) & " " & arguments(UBound(arguments))
    Else
        Error 5
    End If
End Function

Sub RunPython(ByVal said As String)
    Print #1, "python " & said
End Sub

Sub Say(ByVal cell As Variant)
    If IsError(cell) Then Print #1, "error " & CStr(cell) Else Print #1, TypeName(cell) & " " & cell
End Sub

Sub Main
    Dim cells As Variant, row As Long, column As Long
    Open "«written»" For Output As #1
    Say SATJA_LEVY(3, 1, 50)
    Say SATJA_BAHT_TEXT(1)
    cells = SATJA_ALLOWANCE(1, 2)
    For row = 0 To 1
        For column = 0 To 1
            Say cells(row, column)
        Next column
    Next row
    cells = SATJA_AGE_BE(1, 2)
    For row = 0 To 2
        Say cells(row)
    Next row
    Say SATJA_HEADCOUNT(1, 2, 3)
    Say SATJA_REASON("INTEREST", 1, 2)
    SatjaCheckThisBook
    SatjaNextReceipt
    Close #1
End Sub
"""
SAID = [
    "Double 150",
    "error Error 2015",
    "Double 1.5",
    "error Error 2015",
    "error Error 2042",
    "String text",
    "Double 1.5",
    "error Error 2042",
    "Boolean True",
    "error Error 2015",
    "String asked 3 INTEREST 2",
    "python from addin.hosts.excel import check_this_book; check_this_book()",
    "python from addin.hosts.excel import next_receipt; next_receipt()",
]


def in_basic() -> str:
    """Give the module as LibreOffice can run it: what only Excel has is replaced by the stand-in."""
    text = macros().replace("\r\n", "\n").replace('Attribute VB_Name = "satja"', "Option VBASupport 1")
    text = text.replace("XLPy.CallUDF(", "StandIn(").replace(", ThisWorkbook, Application.Caller)", ")").replace("IRibbonControl", "Object")
    return text + STAND_IN.format(value=com_error("#VALUE!"), missing=com_error("#N/A"))


def test_every_function_has_its_macro_with_its_arguments() -> None:
    found = {name: (declared.split(", "), passed.split(", ")) for name, declared, passed in FUNCTION.findall(macros())}
    assert found.keys() == {macro_name(name) for name in UDFS}
    for name, entry in UDFS.items():
        declared, passed = found[macro_name(name)]
        assert [each.rstrip("_") for each in passed] == [argument for argument, _, _ in entry.arguments]
        assert declared == [each if place < required(name) else f"Optional {each}" for place, each in enumerate(passed)]
        assert not RESERVED & set(passed)


def test_the_editor_can_read_it_in_any_code_page() -> None:
    assert macros().isascii()
    assert macros().startswith('Attribute VB_Name = "satja"\r\n')
    assert max(map(len, macros().splitlines())) < 1023


def test_a_button_calls_a_macro_that_is_there() -> None:
    root = ET.fromstring(ribbon())  # noqa: S314 - our own
    called = [button.get("onAction") for button in root.iter("{http://schemas.microsoft.com/office/2009/07/customui}button")]
    assert called == [f"satja.{action}" for _, action, *_ in BUTTONS]
    for _, action, *_ in BUTTONS:
        assert f"Public Sub {action}(control As IRibbonControl)" in macros()


@pytest.mark.xdist_group("extension")
def test_numbers_of_errors_become_errors_of_cells_in_vba() -> None:
    assert run_macro(in_basic()) == SAID
