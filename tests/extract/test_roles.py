"""Where the anchors are, and what the words around them are."""

import numpy as np
from extract.marked import marked_article

from onrecord.extract.anchors import CONTENT_ANCHOR, CUE_ANCHOR, find_anchors
from onrecord.extract.roles import CONTENT, CUE, SOURCE, TOGETHER, read_roles


def test_an_anchor_is_a_word_above_the_threshold_with_its_likelier_kind() -> None:
    chances = np.array([[0.9, 0.1, 0.0], [0.2, 0.8, 0.0], [0.1, 0.44, 0.46]], dtype=np.float32)
    found = find_anchors(np.log(chances + 1e-9), threshold=0.4)
    assert [(anchor.word, anchor.kind) for anchor in found] == [(1, CUE_ANCHOR), (2, CONTENT_ANCHOR)]
    assert [(anchor.word, anchor.kind) for anchor in find_anchors(np.log(chances + 1e-9), 0.5)] == [(1, CUE_ANCHOR)]


def test_the_words_around_an_anchor_have_their_likeliest_role_and_its_probability() -> None:
    _, encoded, settings = marked_article("{s Ann Lee} {c said} {t it was late}.")
    (part,) = read_roles(encoded, find_anchors(encoded.anchors, 0.5), settings.scorer)
    assert [part.words(role) for role in (SOURCE, CUE, CONTENT)] == [[0, 1], [2], [3, 4, 5]]
    assert 0.9 < part.certainty(CONTENT) < 1


def test_many_anchors_are_read_as_one_would_be() -> None:
    one = "{s%d Ann} {c%d said} {t%d so}. "
    marked = "".join(one % (n % 10, n % 10, n % 10) for n in range(9))
    _, encoded, settings = marked_article(marked)
    anchors = find_anchors(encoded.anchors, 0.5) * TOGETHER
    parts = list(read_roles(encoded, sorted(anchors), settings.scorer))
    assert [part.words(CONTENT) for part in parts] == [[part.anchor.word + 1] for part in parts]
    assert len(parts) == 9 * TOGETHER
