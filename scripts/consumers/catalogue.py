"""Catalogue: every reading, in the order of the page. Needs the extra `clients`."""

from consumers.in_process import LIBRARIES
from consumers.isolated import PROGRAMS

READINGS = (*LIBRARIES, *PROGRAMS)
