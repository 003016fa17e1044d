"""Every canned query is whole and works; a bad one is refused with its file and line."""

from __future__ import annotations

import time
from importlib.resources import files

import pytest

from foigraph.core.errors import DefinitionError, UnknownQueryError
from foigraph.ontology.vocabulary import Vocabulary
from foigraph.queries.catalogue import Catalogue, load_catalogue, read_catalogue, read_query
from foigraph.queries.check import check

GOOD = """#+ title: Which letters have this code?
#+ description: >-
#+   Letters by code.
#+ heading: Letters with {code}
#+ parameters:
#+   - name: code
#+     type: text
#+     required: true
#+     description: The code.
#+     example: a
#+   - name: only-new
#+     type: boolean
#+     default: no
#+     description: Only new ones.
#+     example: yes
#+ columns:
#+   - name: letter
#+     description: The letter.
#+   - name: letters
#+     description: How many.
#+     unit: letters
#+ example:
#+   code: a
#+ tags: [test]

PREFIX e: <http://e.example/ns#>

SELECT ?letter (COUNT(?other) AS ?letters)
WHERE {
  # VALUES ?code
  # VALUES ?only_new ?letter e:new ?only_new .
  ?letter e:code ?code ; e:other ?other .
}
GROUP BY ?letter
ORDER BY ?letter
"""


def test_all_queries_of_the_package_are_loaded(catalogue: Catalogue) -> None:
    names = {file.name for file in files("foigraph.queries").iterdir() if file.name.endswith(".rq")}
    assert {f"{query.name}.rq" for query in catalogue} == names
    assert len(catalogue) == 17


def test_the_engine_accepts_every_query_with_and_without_values(catalogue: Catalogue, vocabulary: Vocabulary) -> None:
    from foigraph.ontology.vocabulary import load_vocabulary

    check(catalogue, load_vocabulary())
    with pytest.raises(DefinitionError, match="an example does not work"):  # Dyfed-Powys is no body of this table
        check(catalogue, vocabulary)


def test_loading_is_quick() -> None:
    started = time.perf_counter()
    load_catalogue.__wrapped__()
    assert time.perf_counter() - started < 0.5  # about 0.015 on an idle machine


def test_a_query_holds_what_its_header_says() -> None:
    query = read_query("letters.rq", GOOD)
    code, new = query.parameters
    assert (query.name, query.title, query.tags) == ("letters", "Which letters have this code?", ("test",))
    assert (code.required, code.default, code.variable) == (True, None, "code")
    assert (new.required, new.default, new.example, new.variable) == (False, "no", "yes", "only_new")
    assert [column.unit for column in query.columns] == [None, "letters"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("#+ tags: [test]", "#+ tag: [test]", r"letters.rq, line 24: the header has the unknown key 'tag'"),
        ("#+     unit: letters", "#+     units: letters", r"line 21: a column has the unknown key 'units'"),
        ("#+     example: a\n", "#+     examples: a\n", r"line 10: a parameter has the unknown key 'examples'"),
        ("#+ tags: [test]\n", "", r"letters.rq, line 1: the header has no 'tags'"),
        ("#+     description: The code.\n", "", r"line 6: a parameter has no 'description'"),
        ("type: text", "type: string", r"line 6: parameter 'code' has the unknown type 'string'"),
        (
            "required: true",
            "required: true\n#+     default: b",
            r"line 6: parameter 'code' is required and has a default",
        ),
        ("#+ title: Which letters have this code?", "#+ title: Letters", r"line 1: the title is not a question"),
        ("#+ tags: [test]", "#+ tags: [test", r"line \d+: the header is not YAML"),
        ("\nPREFIX", "\n#+ late: yes\nPREFIX", r"line 26: a header line after the end of the header"),
        ("  # VALUES ?code\n", "", r"line 6: parameter 'code': no line `# VALUES \?code` marks its place"),
        ("?letter e:code ?code", "?letter e:code ?codes", r"parameter 'code': the query does not use \?code"),
        ("# VALUES ?code\n", "# VALUES ?code\n  # VALUES ?color\n", r"line 31: a place is marked for \?color"),
        ("SELECT ?letter (", "SELECT (", r"line 17: column 'letter' is declared and not selected"),
        ("SELECT ?letter (", "SELECT ?letter ?code (", r"line 28: \?code is selected and not declared as a column"),
        ("SELECT ?letter (COUNT(?other) AS ?letters)", "SELECT (COUNT(?other) AS ?letters) ?letter", r"another order"),
        ("?letter e:code ?code ;", "?letter e:code $code ;", r"line 32: `\$` looks like a template"),
        ("?letter e:code ?code ;", "?letter e:code {code} ;", r"line 32: `{word}` looks like a template"),
        ("?letter e:code ?code ;", "?letter e:code %s ;", r"line 32: this looks like a template"),
        ("?letter e:code ?code ;", "?letter e:code [[code]] ;", r"line 32: this looks like a template"),
        ("?letter e:code ?code ;", "SERVICE <http://e/> {} ?letter e:code ?code ;", r"line 32: SERVICE"),
        ("?letter e:code ?code ;", "service#x\n<http://e/> {} ?letter e:code ?code ;", r"line 32: SERVICE"),
        ("ORDER BY ?letter\n", "ORDER BY ?letter\nLIMIT 5\n", r"line 36: the caller sets the LIMIT"),
        ("WHERE {\n  # VALUES ?code\n", "# VALUES ?code\nWHERE {\n", r"line 29: a VALUES place outside every group"),
        ("#+   code: a\n", "#+   color: a\n", r"'color' is no parameter"),
        ("#+ example:\n#+   code: a\n", "#+ example: {}\n", r"lacks the required parameter 'code'"),
        ("Letters with {code}", "Letters with {color}", r"line 4: 'color' is no parameter"),
        ("- name: only-new", "- name: code", r"the parameter 'code' stands twice"),
        ("- name: only-new", "- name: Only_New", r"not words in lower case"),
        ("#+ tags: [test]", "#+ summary: missing\n#+ tags: [test]", r"letters.rq: its summary 'missing' is no query"),
    ],
)
def test_a_bad_file_is_refused_with_its_line_and_reason(old: str, new: str, message: str) -> None:
    assert old in GOOD
    with pytest.raises(DefinitionError, match=message):
        read_catalogue({"letters.rq": GOOD.replace(old, new, 1)})


def test_what_is_forbidden_may_stand_in_comments_and_texts() -> None:
    harmless = GOOD.replace(
        "  ?letter e:code",
        "  # SERVICE costs $5, LIMIT it\n  FILTER('$SERVICE [[x]]' != \"LIMIT {x}\")\n  ?letter e:code",
    )
    assert read_query("letters.rq", harmless).name == "letters"


def test_what_does_not_parse_is_refused_by_the_check(vocabulary: Vocabulary) -> None:
    with pytest.raises(DefinitionError, match=r"letters.rq, line \d+: not SPARQL"):
        check(read_catalogue({"letters.rq": GOOD.replace("e:other ?other .", "e:other ?other ;; . .")}), vocabulary)


def test_what_parses_only_without_values_is_refused_by_the_check(vocabulary: Vocabulary) -> None:
    bad = GOOD.replace("?letter e:new ?only_new .", "?letter e:new ?only_new . }")
    with pytest.raises(DefinitionError, match=r"not SPARQL"):
        check(read_catalogue({"letters.rq": bad}), vocabulary)


def test_an_unknown_name_is_answered_with_the_nearest(catalogue: Catalogue) -> None:
    with pytest.raises(UnknownQueryError, match="forces-citing-exemption"):
        catalogue.get("forces-citing-exemptions")
    with pytest.raises(UnknownQueryError, match="positions"):
        catalogue.get("postions")
    with pytest.raises(UnknownQueryError, match="foigraph query"):
        catalogue.get("")


def test_every_summary_takes_the_parameters_of_its_query(catalogue: Catalogue) -> None:
    pairs = [(query, catalogue.get(query.summary)) for query in catalogue if query.summary]
    assert [query.name for query, _ in pairs] == ["forces-citing-exemption"]
    for query, summary in pairs:
        assert {parameter.name for parameter in summary.parameters} <= {p.name for p in query.parameters}
