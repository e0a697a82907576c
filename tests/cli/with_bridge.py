"""``python with_bridge.py …``: onrecord with the reader of ``bridge``, in its worker processes too."""

import sys

from bridge import stand_in

sys.modules["onrecord.pipeline"] = stand_in()

if __name__ == "__main__":
    from onrecord.cli import main

    main()
