"""``escaping``: what templates write is what MarkupSafe's own would, each character escaped once."""

from __future__ import annotations

import markupsafe
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from build_pages import escaping
from build_pages.escaping import EscapingEnvironment, escape

TEMPLATE = (
    "<a href=\"{{ x }}\">{{ x ~ '<' }}{{ x|raw }}{% macro m(y) %}<b>{{ y }}</b>{% endmacro %}{{ m(x) }}{{ n }}</a>"
    "{% set s %}{{ x }}<i>{% endset %}{{ s }}{% autoescape n > 3 %}{{ x }}{% endautoescape %}"
)
values = st.one_of(st.text(), st.text("<>&\"'字"), st.text("<&字").map(Markup), st.integers(), st.none())


@given(values)
def test_a_value_is_escaped_as_markupsafe_does(value: object) -> None:
    assert escape(value) == str(markupsafe.escape(value))


@given(values)
def test_what_is_escaped_is_not_escaped_again(value: object) -> None:
    assert escape(escape(value)) == str(markupsafe.escape(escape(value))) == escape(value)


@given(values)
def test_a_template_writes_what_jinjas_own_environment_does(value: object) -> None:
    written = []
    for kind in (Environment, EscapingEnvironment):
        environment = kind(autoescape=True)
        environment.filters["raw"] = Markup
        written.append(environment.from_string(TEMPLATE).render(x=value, n=3))
    assert written[0] == written[1]


def test_the_code_of_a_template_calls_our_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(escaping, "escape", lambda value: f"[{value}]")
    assert EscapingEnvironment(autoescape=True).from_string("{{ x }}<br>").render(x="渡口") == "[渡口]<br>"


def test_what_is_not_known_is_refused() -> None:
    with pytest.raises(UndefinedError):
        EscapingEnvironment(autoescape=True, undefined=StrictUndefined).from_string("{{ x }}").render()
