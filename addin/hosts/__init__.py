"""The functions where people work: LibreOffice Calc, Excel through xlwings, xlwings Lite. Importing a host never needs it to be there."""


class NotOurs(Exception):  # noqa: N818 - of a file
    """A file stands where one is to be written, and was not made by us: it is left alone. ``args`` is its path."""
