"""The record that a repository registers with a DOI, as XML of DataCite's schema, kernel 4."""

from pathlib import Path
from xml.etree import ElementTree as ET

from artifacts.release_context import ReleaseContext, write_text

_NAMESPACE = "http://datacite.org/schema/kernel-4"
_TO_COME = ":tba"  # DataCite's code for a value that will be assigned


def write_datacite(context: ReleaseContext, path: Path) -> None:
    """Write the record that a repository registers; its DOI may be still to come."""
    ET.register_namespace("", _NAMESPACE)
    root = _build_resource(context)
    ET.indent(root)
    content = ET.tostring(root, encoding="unicode")
    write_text(path, f'<?xml version="1.0" encoding="UTF-8"?>\n{content}\n')


def _build_resource(context: ReleaseContext) -> ET.Element:
    package = context.contract.package
    root = ET.Element(f"{{{_NAMESPACE}}}resource")
    _add(root, "identifier", package.get("id") or _TO_COME, identifierType="DOI")
    creators = _add(root, "creators")
    for contributor in package["contributors"]:
        _add(_add(creators, "creator"), "creatorName", contributor["title"], nameType="Organizational")
    _add(_add(root, "titles"), "title", package["title"])
    _add(root, "publisher", _TO_COME)
    _add(root, "publicationYear", context.day[:4])
    _add(root, "resourceType", "Dataset", resourceTypeGeneral="Dataset")
    subjects = _add(root, "subjects")
    for keyword in package["keywords"]:
        _add(subjects, "subject", keyword)
    _add(_add(root, "dates"), "date", context.day, dateType="Created")
    _add(root, "version", package["version"])
    rights = _add(root, "rightsList")
    for licence in package["licenses"]:
        _add(rights, "rights", licence["title"], rightsURI=licence["path"])
    _add(_add(root, "descriptions"), "description", package["description"], descriptionType="Abstract")
    return root


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, f"{{{_NAMESPACE}}}{name}", attributes)
    element.text = text
    return element
