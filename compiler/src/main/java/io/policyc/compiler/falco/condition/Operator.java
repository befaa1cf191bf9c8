package io.policyc.compiler.falco.condition;

/// The operators that compare; `exists` is [Condition.Exists].
public enum Operator {
  EQ("=", Kind.TEXT),
  EQ2("==", Kind.TEXT),
  NE("!=", Kind.TEXT),
  LT("<", Kind.NUMBER),
  LE("<=", Kind.NUMBER),
  GT(">", Kind.NUMBER),
  GE(">=", Kind.NUMBER),
  CONTAINS("contains", Kind.TEXT),
  ICONTAINS("icontains", Kind.TEXT),
  BCONTAINS("bcontains", Kind.TEXT),
  STARTSWITH("startswith", Kind.TEXT),
  BSTARTSWITH("bstartswith", Kind.TEXT),
  ENDSWITH("endswith", Kind.TEXT),
  GLOB("glob", Kind.TEXT),
  IGLOB("iglob", Kind.TEXT),
  REGEX("regex", Kind.TEXT),
  IN("in", Kind.LIST),
  INTERSECTS("intersects", Kind.LIST),
  PMATCH("pmatch", Kind.LIST);

  private final String text;
  private final Kind kind;

  Operator(String text, Kind kind) {
    this.text = text;
    this.kind = kind;
  }

  /// How a condition writes it.
  public String text() {
    return text;
  }

  /// What stands on its right-hand side.
  public Kind kind() {
    return kind;
  }

  /// Whether it is written with letters.
  public boolean isWord() {
    return Lexer.isLetter(text.charAt(0));
  }

  /// What stands on an operator's right-hand side; `val(…)` and transformers may stand behind any.
  public enum Kind {
    /// A number.
    NUMBER,
    /// A constant, or a modifier and a list.
    TEXT,
    /// A list in parentheses or by name.
    LIST
  }
}
