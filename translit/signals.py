"""The signals that ask a program to stop."""

from __future__ import annotations

import signal

# as far as the system has them; Python itself turns the first into KeyboardInterrupt
STOPPING = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGXCPU") if hasattr(signal, name)
)
