"""The value of a field in, what in it is nobody else's business out: paths of a machine, remarks to oneself, ways in.

What is found is named by its kind and never repeated: a report may be printed by a service for all to read.
"""

from __future__ import annotations

import re

from briefkit.patterns import regex

LONGEST = 4_000
"""Of a longer value only so much is looked at."""

FILES = ("file", "localfile", "pdf", "local-url", "localurl")
"""Fields that hold paths."""

ADDRESSES = ("url", "howpublished", "doi", "biburl", "link", "urlraw")
"""Fields that hold addresses."""

REMARKS = ("annote", "annotation", "comment", "comments", "notes", "review", "owner")
"""Fields in which people write to themselves."""

_HOME = regex(
    r"(?:^|[:;{\s\"]|file:/{2,3}(?:localhost/)?)(?P<root>"
    r"/(?:home|Users|mnt|media|Volumes|private|root|usr/home|run/user)/[^/:;}\s\"]{1,80}"
    r"|[A-Za-z]\\?:[\\/]{1,4}(?:(?:Users|Documents and Settings|home)[\\/]{1,4})?[^\\/:;}\"]{1,80}"
    r"|\\{2,4}[\w.$-]{1,80}\\{1,2}[^\\/:;}\"]{1,80}"
    r"|~/[^/:;}\s\"]{1,80})"
)
_MAIL = regex(r"(?<![\w.+-])[\w+-](?:[\w.+-]{0,63})@(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24}(?![\w@])")
_SELF = regex(
    r"\b(?:todo|fixme|xxx|to read|must read|read this|not yet read|unread|ask (?:the )?(?:author|boss|supervisor|prof)"
    r"|my (?:copy|notes?|supervisor|boss)|borrowed from|lent to|do not (?:cite|share|circulate|distribute|quote)"
    r"|not for (?:circulation|distribution|citation|quotation)|(?:strictly|company) confidential"
    r"|internal (?:use|only)|for internal"
    r"|password|passwd|login:)\b",
    re.IGNORECASE,
)
_SELF_WORDS = (
    *("todo", "fixme", "xxx", "read", "ask ", "my ", "borrowed", "lent to", "do not", "not for", "confidential"),
    *("internal", "passw", "login:"),
)
"""One of these is in all that the pattern before finds, and looked for much faster."""

_TOKEN = regex(
    r"[?&;#](?:amp;)?(?P<name>(?:access_|auth_?|id_|refresh_|sso_?|security_?|share_?)?token|jsessionid|phpsessid"
    r"|aspsessionid\w{0,20}|session_?id|sessid|api_?key|apikey|passwd|password|pwd|x-amz-(?:signature|credential"
    r"|security-token)|signature|sig|ticket|authkey|sharekey)=[^&#\s}]{4}",
    re.IGNORECASE,
)
_LOGIN = regex(r"https?://[^/\s@:?#]{1,80}:[^/\s@?#]{1,80}@", re.IGNORECASE)
_PROXY = regex(
    r"https?://(?:[\w-]{1,63}\.){0,8}?(?:(?:ez|lib|web)?-?proxy\d{0,2}[.:]|[\w-]{0,40}(?:ezp|ezproxy|libproxy)[\w-]{0,20}[.:]"
    r"|idm\.oclc\.org)|https?://[^/\s]{1,200}\.(?:ezproxy|libproxy|proxy|idm\.oclc)\.[^/\s]{1,100}"
)
_PROXY_WORDS = ("proxy", "ezp", "idm.oclc")
_INSIDE = regex(
    r"https?://(?:localhost|127\.\d{1,3}\.|10\.\d{1,3}\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\."
    r"|(?:[\w-]{1,63}\.){0,8}?(?:intranet|intra|corp|local|lan|internal)(?=[/:]|$))"
)
_INSIDE_WORDS = tuple("localhost //127. //10. //192.168. //172. .intra .corp .local .lan .internal".split())


def find_home(value: str) -> str:
    """The folder of a machine that a path names; an empty string for paths that lead from the library, and for none."""
    text = value[:LONGEST]
    match = _HOME.search(text) if "/" in text or "\\" in text else None
    return match["root"] if match else ""


def find_way_in(value: str) -> str:
    """What an address gives away, as the end of a sentence; an empty string where it is nothing."""
    url = value[:LONGEST]
    if "://" not in url:
        return ""
    if "=" in url and (token := _TOKEN.search(url)):
        return f"holds a key to a session or an account ('{token['name']}')"
    if "@" in url and _LOGIN.search(url):
        return "holds a name and a password"
    small = url.lower()
    if any(word in small for word in _PROXY_WORDS) and _PROXY.search(small):
        return "leads through the proxy of a library"
    if any(word in small for word in _INSIDE_WORDS) and _INSIDE.search(small):
        return "leads to a machine that only an own network knows"
    return "names a file on somebody's disk" if small.startswith("file:") else ""


def find_contact(value: str) -> str:
    """What a remark that no style prints gives away: an address for mail is meant to be read in a printed one."""
    text = value[:LONGEST]
    return "holds an e-mail address" if "@" in text and _MAIL.search(text) else find_remark(value)


def find_remark(value: str) -> str:
    """What a remark gives away, as the end of a sentence; an empty string where it is nothing."""
    text = value[:LONGEST]
    small = text.lower()
    if any(word in small for word in _SELF_WORDS) and (match := _SELF.search(text)):
        return f"looks like a remark to oneself ('{match[0]}')"
    home = find_home(text)
    return "names a folder on somebody's disk" if home and not home.startswith("~") else ""
