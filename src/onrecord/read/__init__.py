"""read: files, pages, web addresses and tables of reports become Documents.

``find_inputs`` says what there is to read, cheaply; ``read_input`` reads one of them. What cannot be read is an
``InputError`` in its place, so that the rest is read. Light to import: the page extractor, the language model and the
network are loaded when an input needs them.
"""

from onrecord.read.document import make_document
from onrecord.read.inputs import Input, find_inputs
from onrecord.read.options import ReadOptions
from onrecord.read.reader import read_input

__all__ = ["Input", "ReadOptions", "find_inputs", "make_document", "read_input"]
