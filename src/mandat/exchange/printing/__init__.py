"""Bylaws on paper: numbered articles as one HTML page, or as PDF."""

from mandat.exchange.printing.html import html_of
from mandat.exchange.printing.pdf import pdf_of

__all__ = ["html_of", "pdf_of"]
