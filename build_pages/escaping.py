"""Templates that escape what they are given as MarkupSafe does, without a ``Markup`` made of each of its strings.

Nothing else that a template does is made of so many: an archive of hundreds of documents has millions.
"""

from __future__ import annotations

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup
from markupsafe import escape as escape_any

try:
    from markupsafe._speedups import _escape_inner
except ImportError:  # no compiled one for this Python
    from markupsafe._native import _escape_inner


def escape(value: object) -> str:
    """A value as HTML, as ``markupsafe.escape`` gives it; the result is not marked as such, it is to be written."""
    if type(value) is str:
        return _escape_inner(value)
    return value if type(value) is Markup else escape_any(value)


class _Escaping(CodeGenerator):
    """Code that calls our ``escape`` where that of MarkupSafe would be called, and nowhere else."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.escape(")
        else:
            super()._output_child_pre(node, frame, finalize)


class EscapingEnvironment(Environment):
    """The environment of templates that are always escaped."""

    code_generator_class = _Escaping
    escape = staticmethod(escape)
