"""The web page in a real browser: `python -m tests.browser` (make axe). Needs Chromium and axe-core; not part of `make test`."""
