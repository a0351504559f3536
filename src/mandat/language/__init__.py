"""One catalogue of words: English beside the code, each other language a folder of files here.

>>> from mandat.language import msg, plural
>>> SIGNED = plural("{n} member has signed {petition}", "{n} members have signed {petition}", "n")
>>> SIGNED.text("en", n=1, petition="p-3"), SIGNED.text("en", n=1200, petition="p-3")
('1 member has signed p-3', '1,200 members have signed p-3')
"""

from mandat.language.catalogue import Catalogue, catalogue
from mandat.language.errors import ToldError, as_it_is, did_you_mean, told
from mandat.language.languages import ENGLISH, LANGUAGES, Language, UnknownLanguageError, language_named
from mandat.language.sentences import (
    Day,
    Kind,
    Listed,
    Message,
    Moment,
    Named,
    Phrases,
    Quoted,
    Reader,
    Sentence,
    Value,
    msg,
    plural,
)

__all__ = [
    "ENGLISH",
    "LANGUAGES",
    "Catalogue",
    "Day",
    "Kind",
    "Language",
    "Listed",
    "Message",
    "Moment",
    "Named",
    "Phrases",
    "Quoted",
    "Reader",
    "Sentence",
    "ToldError",
    "UnknownLanguageError",
    "Value",
    "as_it_is",
    "catalogue",
    "did_you_mean",
    "language_named",
    "msg",
    "plural",
    "told",
]
