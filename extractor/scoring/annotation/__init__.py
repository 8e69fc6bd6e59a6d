"""Gold in the formats of annotation tools, and back."""

from extractor.scoring.annotation.brat import read_brat, write_brat
from extractor.scoring.annotation.label_studio import CONFIG, from_tasks, to_tasks
from extractor.scoring.annotation.marks import AnnotationError, Mark, MarkedArticle, marked, unmarked
from extractor.scoring.annotation.plain import to_yaml

__all__ = [
    "CONFIG",
    "AnnotationError",
    "Mark",
    "MarkedArticle",
    "from_tasks",
    "marked",
    "read_brat",
    "to_tasks",
    "to_yaml",
    "unmarked",
    "write_brat",
]
