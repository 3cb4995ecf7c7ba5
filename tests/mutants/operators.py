"""The ways to break a file. Each is one replaced stretch of its text; the rest stays as written."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

EXCUSE: Final = "# pragma: no mutate"

_COMPARED: Final[dict[type[ast.cmpop], tuple[str, ...]]] = {
    ast.Lt: ("<=", ">="),
    ast.LtE: ("<", ">"),
    ast.Gt: (">=", "<="),
    ast.GtE: (">", "<"),
    ast.Eq: ("!=",),
    ast.NotEq: ("==",),
    ast.Is: ("is not",),
    ast.IsNot: ("is",),
    ast.In: ("not in",),
    ast.NotIn: ("in",),
}
_COUNTED: Final[dict[type[ast.operator], str]] = {
    ast.Add: "-",
    ast.Sub: "+",
    ast.Mult: "//",
    ast.FloorDiv: "*",
    ast.Div: "*",
    ast.Mod: "*",
    ast.BitAnd: "|",
    ast.BitOr: "&",
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """`path` with the characters from `start` to `end` replaced by `text`."""

    path: str
    line: int
    start: int
    end: int
    text: str
    what: str

    def applied(self, source: str) -> str:
        """The whole file, broken."""
        return source[: self.start] + self.text + source[self.end :]


class _Breaking(ast.NodeVisitor):
    """Collects (node, text, what) for one file."""

    def __init__(self, source: str) -> None:
        self._source = source
        self.found: list[tuple[ast.AST, str, str]] = []

    def _text(self, node: ast.AST) -> str:
        return ast.get_source_segment(self._source, node) or ast.unparse(node)

    def _add(self, node: ast.AST, text: str, what: str) -> None:
        self.found.append((node, text, what))

    # what is not run, or says nothing about behaviour

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for default in (*node.args.defaults, *node.args.kw_defaults):
            if default is not None:
                self.visit(default)
        self._statements(node.body)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._statements(node.body)

    def visit_If(self, node: ast.If) -> None:
        if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            return
        self._negated(node.test)
        self.generic_visit(node)

    def visit_While(self, node: ast.While) -> None:
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self._negated(node.test)
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        for condition in node.ifs:
            self._negated(condition)
        self.generic_visit(node)

    def _negated(self, test: ast.expr) -> None:
        if not isinstance(test, ast.Compare | ast.UnaryOp) or (
            isinstance(test, ast.Compare) and len(test.ops) > 1
        ):
            self._add(test, f"(not ({self._text(test)}))", "condition turned round")

    # expressions

    def visit_Compare(self, node: ast.Compare) -> None:
        terms = [node.left, *node.comparators]
        for place, op in enumerate(node.ops):
            for other in _COMPARED[type(op)]:
                text = self._text(terms[0])
                for at, one in enumerate(node.ops):
                    sign = other if at == place else _sign(one)
                    text += f" {sign} {self._text(terms[at + 1])}"
                self._add(node, f"({text})", f"{_sign(op)} becomes {other}")
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        here, other = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        terms = [f"({self._text(value)})" for value in node.values]
        self._add(node, f"({f' {other} '.join(terms)})", f"{here} becomes {other}")
        for place in range(len(terms)):
            rest = terms[:place] + terms[place + 1 :]
            self._add(node, f"({f' {here} '.join(rest)})", f"without {terms[place]}")
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not):
            self._add(node, f"bool({self._text(node.operand)})", "not goes")
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        other = _COUNTED.get(type(node.op))
        typed = isinstance(node.op, ast.BitOr) and isinstance(node.right, ast.Constant)
        if (
            other is not None
            and not typed
            and not isinstance(node.left, ast.Constant | ast.JoinedStr)
        ):
            text = f"({self._text(node.left)} {other} {self._text(node.right)})"
            self._add(node, text, f"the sign becomes {other}")
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, bool):
            self._add(node, str(not node.value), f"{node.value} becomes {not node.value}")
        elif isinstance(node.value, int):
            self._add(node, f"({node.value + 1})", f"{node.value} becomes {node.value + 1}")

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Parts of a text have no place of their own before Python 3.12."""

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name == "replace" and len(node.keywords) > 1:
            for keyword in node.keywords:
                rest = [*map(self._text, node.args)]
                rest += [_keyword(self, k) for k in node.keywords if k is not keyword]
                self._add(node, f"replace({', '.join(rest)})", f"{keyword.arg} is not replaced")
        self.generic_visit(node)

    def visit_Set(self, node: ast.Set) -> None:
        for gone in node.elts:
            rest = ", ".join(self._text(one) for one in node.elts if one is not gone)
            if rest:
                self._add(node, f"{{{rest}}}", f"without {self._text(gone)}")
        self.generic_visit(node)

    def visit_Dict(self, node: ast.Dict) -> None:
        rows = [
            f"**{self._text(value)}" if key is None else f"{self._text(key)}: {self._text(value)}"
            for key, value in zip(node.keys, node.values, strict=True)
        ]
        for place, gone in enumerate(rows):
            rest = ", ".join(rows[:place] + rows[place + 1 :])
            self._add(node, f"{{{rest}}}", f"without {gone.splitlines()[0]}")
        self.generic_visit(node)

    def visit_Raise(self, node: ast.Raise) -> None:
        """A refusal that is never raised is a statement that goes; what it says is data."""
        if isinstance(node.exc, ast.Call):
            for argument in node.exc.args:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    self._add(argument, repr(f"not-{argument.value}"), "another refusal")

    # statements

    def generic_visit(self, node: ast.AST) -> None:
        for _, value in ast.iter_fields(node):
            if isinstance(value, list) and value and isinstance(value[0], ast.stmt):
                self._statements(value)
            elif isinstance(value, list):
                for item in value:
                    if isinstance(item, ast.AST):
                        self.visit(item)
            elif isinstance(value, ast.AST):
                self.visit(value)

    def _statements(self, body: list[ast.stmt]) -> None:
        for statement in body:
            if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                continue  # a docstring
            self._gone(statement)
            self.visit(statement)

    def _gone(self, node: ast.stmt) -> None:
        if isinstance(node, ast.Raise | ast.Expr | ast.AugAssign | ast.Continue | ast.Break):
            self._add(node, "pass", "the statement goes")
        elif (
            isinstance(node, ast.Return)
            and node.value is not None
            and not (isinstance(node.value, ast.Constant) and node.value.value is None)
        ):
            self._add(node, "return None", "nothing is returned")


def _keyword(breaking: _Breaking, node: ast.keyword) -> str:
    text = breaking._text(node.value)  # noqa: SLF001 - the same file's
    return f"**{text}" if node.arg is None else f"{node.arg}={text}"


_SIGNS: Final[dict[type[ast.cmpop], str]] = {
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=",
    ast.Is: "is", ast.IsNot: "is not", ast.In: "in", ast.NotIn: "not in",
}  # fmt: skip


def _sign(op: ast.cmpop) -> str:
    return _SIGNS[type(op)]


def mutants_of(path: str, source: str) -> Iterator[Mutant]:
    """Every way to break this file, in the order of its lines. All of them can be parsed."""
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    lines = source.splitlines()

    def place(line: int, column: int) -> int:
        before = lines[line - 1].encode()[:column].decode() if line <= len(lines) else ""
        return starts[line - 1] + len(before)

    breaking = _Breaking(source)
    breaking.visit(ast.parse(source))
    found = set()
    for node, text, what in breaking.found:
        assert isinstance(node, ast.expr | ast.stmt)
        last = node.end_lineno or node.lineno
        if any(EXCUSE in line for line in lines[node.lineno - 1 : last]):
            continue
        start = place(node.lineno, node.col_offset)
        end = place(last, node.end_col_offset or 0)
        mutant = Mutant(path, node.lineno, start, end, text, what)
        if mutant not in found:
            found.add(mutant)
    yield from sorted(found, key=lambda m: (m.line, m.start, m.end, m.text))
