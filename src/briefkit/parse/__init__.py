"""The text of a brief in, a Brief out: front matter, one read by pandoc, places, sentences, sections, allowances.

`prepare.prepare` splits off the front matter and says what pandoc has to read, so that pandoc can be started while the
rest is loaded; `brief.finish` makes the Brief of what pandoc returned; `brief.parse_brief` does both with a runner.
"""
