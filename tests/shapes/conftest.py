"""One letter with a fact of every kind, as the mapping writes it."""

from __future__ import annotations

import pytest
from pyoxigraph import Quad

from foigraph.ingest import model
from foigraph.ingest.model import Span
from foigraph.ingest.quads import Place, to_quads
from foigraph.ontology.vocabulary import load_vocabulary

PLACE = Place(
    "https://example.org/foigraph/disclosure/dyfed-powys/1-2022",
    "https://example.org/foigraph/graph/disclosure/dyfed-powys/1-2022/1",
)
RULE = {"rule": "test.rule"}


def whole_letter() -> model.Disclosure:
    """A letter of words that say nothing, with every kind of fact at some place in them."""
    question, second = "question-20", "question-60"
    position = model.Position(
        **RULE, span=Span(210, 240), id="position-210", questions=("1",), question_ids=(question, second),
        outcome="ncnd", facet=model.Phrase(**RULE, span=Span(211, 215), id="covert"),
        holding=model.Axis(**RULE, span=Span(216, 230), value="not-confirmed"),
        disclosure=model.Axis(**RULE, span=None, status="inferred", value="holding-undetermined-no-disclosure"),
        ground=model.Axis(**RULE, span=Span(216, 230), value="ncnd"),
        scope=model.Phrase(**RULE, span=Span(217, 220)), reason=model.Phrase(**RULE, span=Span(221, 225)),
        citations=("citation-232",),
    )  # fmt: skip
    return model.Disclosure(
        kind="disclosure", kind_reason=None, text="A letter\nof \"words\" \\ that say nothing. " * 60,
        source=model.Source(url=None, sha256="0" * 64, text_sha256="0" * 64, media_type="text/plain"),
        authority=model.AuthorityFact(**RULE, span=Span(0, 4), id="dyfed-powys", also=("gwent",)),
        reference=model.Reference(**RULE, span=Span(4, 8), value="1/2022"),
        regime=model.Regime(**RULE, span=Span(8, 12), id="FOIA2000"),
        dates=(
            model.DateFact(**RULE, span=Span(12, 13), kind="received", value="2022-09-01"),
            model.DateFact(**RULE, span=Span(13, 14), kind="response", value="2022-09-20"),
            model.DateFact(**RULE, span=Span(14, 15), kind="disclosed", value="2022-10-26"),
        ),
        request=Span(20, 100),
        questions=(
            model.Question(
                **RULE, span=Span(20, 50), id=question, number="1",
                period_start=model.PeriodEnd(**RULE, span=Span(25, 30), value="2020-01-01"),
                period_end=model.PeriodEnd(**RULE, span=Span(31, 35), value=None, open=True),
            ),
            model.Question(
                **RULE, span=Span(60, 90), id=second, number=None,
                depends_on=model.Dependency(**RULE, span=Span(61, 64), questions=(question,)),
                period_end=model.PeriodEnd(**RULE, span=Span(65, 68), value="2021-12-31"),
            ),
        ),
        responses=(
            model.Response(
                **RULE, span=Span(205, 260), id="response-205", answers=("1",), whole_request=False,
                heading=Span(200, 204), positions=(position,),
            ),
        ),
        citations=(
            model.Citation(
                **RULE, span=Span(232, 236), id="citation-232", regime="FOIA2000", section="23",
                provision="foia2000-23", role="relied-on", ncnd=True, context=Span(210, 240),
                inferred_provision="foia2000-23-5", inference_rule="test.only-limb",
            ),
        ),
        claims=(
            model.LegalClaim(**RULE, span=Span(237, 239), id="claim-237", citation="citation-232", property="absolute"),
        ),
        technologies=(
            model.TechnologyMention(
                **RULE, span=Span(40, 45), id="technology-40", technology="gait-recognition", part=question
            ),
        ),
        harm=(model.EvidenceOfHarm(**RULE, span=Span(300, 1_400), id="harm-300", heading=Span(290, 299)),),
        harm_claims=(
            model.HarmClaim(
                **RULE, span=Span(310, 320), id="harm-claim-310", harm="terrorism-threat-level", value="substantial"
            ),
        ),
        factors=(
            model.PublicInterestFactor(
                **RULE, span=Span(330, 360), id="factor-330", favours="not-confirming", provision="foia2000-24-2",
                citation="citation-232", heading=None,
            ),
        ),
        balances=(
            model.BalancingTest(
                **RULE, span=Span(361, 370), id="balance-361", heading=None, balance="maintain-ncnd",
                balance_status="explicit", balance_rule="test.balance",
            ),
        ),
        unanswered=(
            model.UnansweredPart(
                **RULE, status="inferred", span=None, id="unanswered-20", question=question, technology="drones"
            ),
        ),
        caveats=(model.Caveat(**RULE, span=Span(371, 380), id="caveat-371", about="comparability"),),
        remarks=(model.Remark(**RULE, span=Span(391, 400), id="remark-391-advice", topic="advice"),),
        working_days=model.WorkingDays(rule="test.rule", status="inferred", span=None, value=13),
        links=(model.Link(**RULE, span=Span(381, 390), id="link-381", url="https://example.org/statistics"),),
        warnings=(model.Warning(code="numbers-lost", span=Span(216, 230), message="The numbers are lost."),),
    )  # fmt: skip


@pytest.fixture(scope="session")
def letter_quads() -> list[Quad]:
    return list(dict.fromkeys(to_quads(whole_letter(), PLACE, load_vocabulary())))
