"""The functions where people work: LibreOffice Calc, Excel through xlwings, xlwings Lite. Importing a host never needs it to be there."""
