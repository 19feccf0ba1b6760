"""The macros of Excel on Windows, as text: a function SATJA_X for each of the registry, and what the ribbon's two buttons do.

xlwings' own wrappers give an error as a text, which SUM passes over. These ask xlwings in the same way (``XLPy.CallUDF``) and turn an
error's number into an error of the cell, in each cell of a range. They need VBA's reference to xlwings. Written for Excel; in
LibreOffice's VBA the part that turns errors is run by the tests.
"""

from xml.sax.saxutils import quoteattr

from ..udfs import UDFS
from ..udfs.registry import Udf
from .cells import required
from .excel import COM_ERROR, macro_name
from .reasons import REASON

MODULE, PYTHON = "satja", "addin.hosts.excel"
RESERVED = frozenset({
    "and", "as", "boolean", "byref", "byte", "byval", "call", "case", "close", "const", "currency", "date", "debug", "declare", "dim", "do", "double",
    "each", "else", "end", "enum", "erase", "error", "event", "exit", "false", "for", "friend", "function", "get", "global", "gosub", "goto", "if", "imp",
    "implements", "in", "input", "integer", "is", "lbound", "let", "like", "line", "lock", "long", "loop", "lset", "me", "mod", "new", "next", "not",
    "nothing", "null", "object", "on", "open", "option", "optional", "or", "paramarray", "preserve", "print", "private", "property", "public", "put",
    "raiseevent", "redim", "rem", "resume", "return", "rset", "seek", "select", "set", "single", "spc", "static", "stop", "string", "sub", "tab", "then",
    "to", "true", "type", "typeof", "ubound", "unlock", "until", "variant", "wend", "while", "with", "write", "xor",
})  # fmt: skip
"""VBA's own words, which no argument may be called; VBA is not particular about case."""
CHECK_TH, NEXT_TH = "ทวนสมุดเล่มนี้", "ใบเสร็จถัดไป"
BUTTONS = (
    ("check", "OnCheckThisBook", CHECK_TH, "ดูทั้งสมุด แล้ววางสิ่งที่ชวนดูไว้ในแผ่นใหม่ แผ่นอื่นไม่ถูกแตะ", "ReviewTrackChanges"),
    ("next", "OnNextReceipt", NEXT_TH, "ไปที่แถวว่างแถวแรกของใบเสร็จ และใส่เลขที่ถัดไปให้", "GoToNewRecord"),
)


def macros() -> str:
    """Give the module as Excel's editor imports it: ASCII, since the editor reads a file in the code page of the computer."""
    functions = "\n".join(_function(entry) for entry in UDFS.values())
    return _MODULE.format(module=MODULE, python=PYTHON, functions=functions, reason=macro_name(REASON), com_error=COM_ERROR).replace("\n", "\r\n")


def ribbon() -> str:
    """Give the ribbon of a workbook that has the macros: two buttons on a tab of their own."""
    buttons = "".join(
        f'<button id="satja_{name}" label={quoteattr(label)} screentip={quoteattr(label)} supertip={quoteattr(tip)} size="large" '
        f'imageMso="{picture}" onAction="{MODULE}.{action}"/>'
        for name, action, label, tip, picture in BUTTONS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><customUI xmlns="http://schemas.microsoft.com/office/2009/07/customui"><ribbon><tabs>'
        f'<tab id="satja" label="สัจจะ"><group id="satja_book" label="สมุดเล่มนี้">{buttons}</group></tab></tabs></ribbon></customUI>'
    )


def _function(entry: Udf) -> str:
    """Give one function; what may be left out is Optional."""
    must = required(entry.name)
    names = [_argument(name) for name, _, _ in entry.arguments]
    declared = ", ".join(name if place < must else f"Optional {name}" for place, name in enumerate(names))
    name = macro_name(entry.name)
    return f'Public Function {name}({declared})\n    {name} = Cells_of(Called("{name}", Array({", ".join(names)})))\nEnd Function\n'


def _argument(name: str) -> str:
    return f"{name}_" if name in RESERVED else name


_MODULE = """Attribute VB_Name = "{module}"
' Made by satja from its registry of functions: change satja, not this.
' Tools > References: tick xlwings. A number of ours is a Double; a Long is an error's number.

{functions}
Public Function {reason}(function_, ParamArray values())
    Dim all() As Variant, place As Long
    ReDim all(0 To UBound(values) + 1)
    all(0) = function_
    For place = 0 To UBound(values)
        If IsObject(values(place)) Then Set all(place + 1) = values(place) Else all(place + 1) = values(place)
    Next place
    {reason} = Called("{reason}", all)
End Function

Public Sub SatjaCheckThisBook()
    RunPython "from {python} import check_this_book; check_this_book()"
End Sub

Public Sub SatjaNextReceipt()
    RunPython "from {python} import next_receipt; next_receipt()"
End Sub

Public Sub OnCheckThisBook(control As IRibbonControl)
    SatjaCheckThisBook
End Sub

Public Sub OnNextReceipt(control As IRibbonControl)
    SatjaNextReceipt
End Sub

Private Function Called(ByVal name As String, ByVal arguments As Variant) As Variant
    On Error GoTo stopped
    Called = XLPy.CallUDF("{python}", name, arguments, ThisWorkbook, Application.Caller)
    Exit Function
stopped:
    Called = CVErr(2015)
End Function

Private Function Cells_of(ByVal answer As Variant) As Variant
    Dim row As Long, column As Long
    Select Case Dimensions(answer)
    Case 0
        answer = Cell_of(answer)
    Case 1
        For row = LBound(answer) To UBound(answer)
            answer(row) = Cell_of(answer(row))
        Next row
    Case Else
        For row = LBound(answer, 1) To UBound(answer, 1)
            For column = LBound(answer, 2) To UBound(answer, 2)
                answer(row, column) = Cell_of(answer(row, column))
            Next column
        Next row
    End Select
    Cells_of = answer
End Function

Private Function Cell_of(ByVal cell As Variant) As Variant
    If VarType(cell) = vbLong Then Cell_of = CVErr(cell - ({com_error})) Else Cell_of = cell
End Function

Private Function Dimensions(ByVal answer As Variant) As Long
    Dim last As Long, number As Long
    If Not IsArray(answer) Then Exit Function
    On Error GoTo counted
    Do
        last = UBound(answer, number + 1)
        number = number + 1
    Loop
counted:
    Dimensions = number
End Function
"""
