"""Catalogue: every reading, in the order of the page. Needs the extra `clients`."""

from clients.apart import PROGRAMS
from clients.libraries import LIBRARIES

READINGS = (*LIBRARIES, *PROGRAMS)
