"""What the qualifiers of two places say: what stands after a comma, in brackets, or a country at the end."""

from __future__ import annotations

import numpy as np

from translit.arrays import Int32s
from translit.matching.assignment import FAR
from translit.matching.places_orgs.comparing.accounting import Columns
from translit.matching.places_orgs.comparing.arrays import Things
from translit.matching.places_orgs.lexicon.concepts import share

NEAR = 0.85


def qualifiers(things: Things, rows: Int32s, columns: Int32s) -> Columns:
    """Whether both sides have a qualifier, and it's one or another; whether one alone has it, of another country than
    the place is known to lie in. One qualifier may be the country that the other lies in.

    A name with the water that it lies on, as Stratford-upon-Avon, is another than one of that name in a region that
    isn't known to be of its country. Of two names with brackets that are the same outside, what stands inside must be
    one, be it a name or where it is.
    """
    where = things.where
    both = (things.place[rows] > 0) & (things.place[columns] > 0)
    spelled = np.full(len(rows), FAR, dtype=np.float32)
    spelled[both] = things.strings.distances(things.place[rows[both]], things.place[columns[both]])
    shared = share(things.context[rows], things.context[columns]) | (both & (spelled < NEAR))
    wider = where.country_alone[rows] | where.country_alone[columns]
    shared |= wider & share(where.within[rows], where.within[columns])
    asides = (
        (things.place[rows] == 0)
        & (things.place[columns] == 0)
        & (things.aside[rows] > 0)
        & (things.aside[columns] > 0)
    )
    others = asides & ~share(things.beside[rows], things.beside[columns])
    others[others] = things.strings.distances(things.aside[rows[others]], things.aside[columns[others]]) >= NEAR
    elsewhere, waters = np.zeros((2, len(rows)), dtype=np.bool_)
    for one, other in ((rows, columns), (columns, rows)):
        of_other = where.lies_in[other, 0] >= 0
        known = of_other | (where.lies_in[one, 0] >= 0)
        home = share(where.within[one], np.where(of_other[:, None], where.lies_in[other], where.lies_in[one]))
        elsewhere |= (where.within[one, 0] >= 0) & (things.place[other] == 0) & known & ~home
        at_home = share(where.within[one], where.about[other]) | (
            where.country_alone[one] & (where.about[other, 0] < 0)
        )
        waters |= where.upon[other] & (where.within[one, 0] >= 0) & (things.place[other] == 0) & ~at_home
    against = both & ~shared | others | waters
    return {"context_agrees": both & shared, "context_against": against, "elsewhere": elsewhere}
