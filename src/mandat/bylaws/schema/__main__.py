"""Print the published JSON Schema: ``python -m mandat.bylaws.schema``."""

import sys

from mandat.bylaws.schema import published

sys.stdout.write(published())
