"""`gridctl review`: a month of changes case by case, with what needs a second look."""

from functools import partial

from gridctl.app.between import between
from gridctl.app.earlier import under_sound_settings
from gridctl.app.editions import catalogue_of
from gridctl.app.opening import open_ledger
from gridctl.app.reviewing import review
from gridctl.cli import output
from gridctl.cli.reading import moment, warn_shallow, warn_unrecorded
from gridctl.cli.session import current
from gridctl.cli.spans import Face, RangeWord


def command(range_: RangeWord = None, face: Face = "text") -> None:
    """Tell it."""
    session = current()
    with open_ledger(session.folder, as_of=session.as_of) as opened:
        warn_unrecorded(opened)
        warn_shallow(opened)
        ledger = under_sound_settings(opened)
        found = review(ledger, between(ledger, range_, moment(ledger).date()))
        if session.json:
            from gridctl.views.review_json import answer

            output.say_json(answer(found))
            return
        from gridctl.views import review_page
        from gridctl.views.details import Details
        from gridctl.views.review_words import ReviewWords

        details = Details(ledger.office, ledger.catalogue, partial(catalogue_of, ledger))
        told = review_page.markdown if face == "md" else review_page.page
        output.say_lines(told(found, ReviewWords(found, details, ledger.local)))
