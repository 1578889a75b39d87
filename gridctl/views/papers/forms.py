"""Forms: which function draws which paper."""

from collections.abc import Callable

from gridctl.views.papers.dossier import dossier
from gridctl.views.papers.material import Material
from gridctl.views.papers.order import order
from gridctl.views.papers.paper import Paper
from gridctl.views.papers.reminder import reminder
from gridctl.views.papers.supervision import supervision

FORMS: dict[str, Callable[[Material], Paper]] = {
    "dispatch": order,
    "urge": reminder,
    "supervise": supervision,
    "dossier": dossier,
}
