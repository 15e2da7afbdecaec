"""The order of the steps: load a project, check its briefs, build them. The one place that joins files to the middle."""

from briefkit.pipeline.building import build_project
from briefkit.pipeline.checking import check_project, judge_rows, library_statistics
from briefkit.pipeline.project import Project, load_project

__all__ = ["Project", "build_project", "check_project", "judge_rows", "library_statistics", "load_project"]
