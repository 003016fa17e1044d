"""Tables that people edit: a row that has slipped is named, never read with its cells under the wrong names."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foigraph.core.errors import DefinitionError
from foigraph.core.rows import named, records, rows

CELLS = st.text(st.characters(exclude_characters="\x00", exclude_categories=("Cs",)))


@given(st.lists(st.tuples(CELLS, CELLS.filter(bool)), min_size=1))
def test_what_is_written_as_csv_is_read_back(table: list[tuple[str, str]]) -> None:
    written = io.StringIO(newline="")
    csv.writer(written).writerows([("a", "b"), *table])
    assert [(row["a"], row["b"]) for row in records("some.csv", written.getvalue())] == table
    assert [tuple(cells) for _, cells in rows("some.csv", written.getvalue(), ["a", "b"])] == table


@pytest.mark.parametrize("text", ["", "b,a\n", "a\n", "a,b,c\n"])
def test_other_columns_are_refused(text: str) -> None:
    with pytest.raises(DefinitionError, match=r"^some\.csv, row 1: the columns are not a, b"):
        list(rows("some.csv", text, ["a", "b"]))


@pytest.mark.parametrize("cells", ["1", "1,2,3", "1,2,"])
def test_a_row_of_another_length_is_named_with_what_to_do(cells: str) -> None:
    with pytest.raises(DefinitionError, match=r"some\.csv, row 3: \d columns where 2 belong") as caught:
        records("some.csv", f"a,b\n1,2\n{cells}\n")
    assert "double quotes" in str(caught.value.remedy)
    with pytest.raises(DefinitionError, match="here: 3 columns where 2 belong"):
        named("here", ["a", "b"], ["1", "2", "3"])


def test_an_empty_table_has_no_rows() -> None:
    assert records("some.csv", "") == []
    assert records("some.csv", "a,b\n\n1,2\n") == [{"a": "1", "b": "2"}]
