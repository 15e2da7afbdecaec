"""The web page in a real browser: `make axe`. Needs Chromium and axe-core, so it is no part of `make test`."""
