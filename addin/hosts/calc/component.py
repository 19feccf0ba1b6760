"""The functions inside LibreOffice: one UNO component under three services. Runs in LibreOffice's own Python, from the extension."""

import os
import sys
from typing import Any, Callable, Tuple

import uno
import unohelper
from com.sun.star.lang import IllegalArgumentException, XLocalizable, XServiceInfo, XServiceName

HERE = os.path.dirname(__file__)  # noqa: PTH120 - what LibreOffice gives may be no path of this system
if HERE not in sys.path:
    sys.path.insert(0, HERE)

from satja_addin.hosts.calc.arguments import answer, check, taken
from satja_addin.hosts.calc.names import INTERFACE, SERVICES
from satja_addin.hosts.cells import Refused, reason
from satja_addin.hosts.reading import InError
from satja_addin.hosts.reasons import REASON
from satja_addin.udfs import UDFS


def _calling(name: str) -> Callable[..., Any]:
    """Give the method of a function: cells in, a cell or rows of them out; what is refused shows #VALUE!."""

    def called(self: Any, *values: Any) -> Any:
        try:
            return answer(name, values)
        except (Refused, InError) as refused:
            raise IllegalArgumentException(str(refused), self, 0) from None

    return called


def _why(_: Any, name: Any, values: Any) -> Any:
    """Tell why a call shows an error."""
    spelled = str(name).upper().rpartition("SATJA")[2].lstrip("._")
    return reason(spelled, taken(spelled, values), check) if spelled in UDFS else reason(spelled, values)


class Functions(unohelper.Base, uno.getClass(INTERFACE), XServiceName, XServiceInfo, XLocalizable):  # type: ignore[misc]
    """All functions of the registry."""

    service = ""

    def __init__(self, context: Any) -> None:
        self.context, self.locale = context, None

    def getServiceName(self) -> str:
        return self.service

    def getImplementationName(self) -> str:
        return _implementation(self.service)

    def supportsService(self, name: str) -> bool:
        return name == self.service

    def getSupportedServiceNames(self) -> Tuple[str, ...]:
        return (self.service,)

    def setLocale(self, locale: Any) -> None:
        self.locale = locale

    def getLocale(self) -> Any:
        return self.locale


def _implementation(service: str) -> str:
    return f"{INTERFACE}.{service}"


for _name in UDFS:
    setattr(Functions, _name, _calling(_name))
setattr(Functions, REASON, _why)

g_ImplementationHelper = unohelper.ImplementationHelper()  # the name LibreOffice looks for
for _service in SERVICES:
    g_ImplementationHelper.addImplementation(type(_service, (Functions,), {"service": _service}), _implementation(_service), (_service,))
