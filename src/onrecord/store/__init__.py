"""store: the record kept in a database; nothing is overwritten."""

from onrecord.store.find import DocumentRow
from onrecord.store.opening import open_store
from onrecord.store.record import Store

__all__ = ["DocumentRow", "Store", "open_store"]
