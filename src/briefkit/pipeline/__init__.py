"""The order of the steps: load a project, check its briefs, build them. The one place that joins files to the middle.

`building` is imported by who builds: a check must not pay for the engines.
"""

from briefkit.pipeline.checking import check_project, explain_line, judge_rows
from briefkit.pipeline.project import Project, load_project

__all__ = ["Project", "check_project", "explain_line", "judge_rows", "load_project"]
