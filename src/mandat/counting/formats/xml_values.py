"""XML of others, read so that it can do no harm: no document type, no entities, nothing fetched (defusedxml)."""

from __future__ import annotations

from xml.etree.ElementTree import Element, ParseError

from mandat.counting.errors import BadFileError
from mandat.counting.formats.opened import OpenedFile
from mandat.language import msg, told

_DEEPEST = 64


def parse(opened: OpenedFile) -> Element:
    """The root of an XML text. Raises `BadFileError` for what is not well-formed, or declares entities."""
    from defusedxml import DefusedXmlException  # noqa: PLC0415  (only XML needs it)
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415

    try:
        root = fromstring(opened.content, forbid_dtd=True)
    except ParseError as error:
        line = error.position[0] if hasattr(error, "position") else None
        raise BadFileError(
            msg("this is no XML ({problem})")(problem=told(error)), line=line, source=opened.name
        ) from None
    except DefusedXmlException:
        raise BadFileError(
            msg("the XML declares a document type or entities, which no file of ballots needs"),
            source=opened.name,
        ) from None
    except (ValueError, LookupError) as error:
        raise BadFileError(
            msg("this is no XML ({problem})")(problem=told(error)), source=opened.name
        ) from None
    assert isinstance(root, Element)
    _refuse_depth(root, opened.name)
    return root


def _refuse_depth(root: Element, source: str) -> None:
    level, depth = [root], 0
    while level:
        level, depth = [child for each in level for child in each], depth + 1
        if depth > _DEEPEST:
            raise BadFileError(msg("the XML is nested deeper than any file of ballots"), source=source)


def local_name(tag: str) -> str:
    """A name without its namespace."""
    return str(tag).rpartition("}")[2]


def child(element: Element, name: str) -> Element | None:
    """The first child of that name, whatever its namespace."""
    return next((each for each in element if local_name(each.tag) == name), None)


def children(element: Element | None, name: str) -> list[Element]:
    """All children of that name."""
    return [] if element is None else [each for each in element if local_name(each.tag) == name]


def text_of(element: Element | None, name: str) -> str:
    """The text of a child, or nothing."""
    found = None if element is None else child(element, name)
    return "" if found is None else (found.text or "").strip()
