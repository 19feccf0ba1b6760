"""xlwings Lite: the functions in Excel 2021 and later, with Python running inside the add-in. Nothing here needs xlwings to be there."""
