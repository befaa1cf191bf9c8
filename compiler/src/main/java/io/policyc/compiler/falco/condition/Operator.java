package io.policyc.compiler.falco.condition;

/// The operators that compare; `exists` is [Condition.Exists].
public enum Operator {
  EQ("="),
  EQ2("=="),
  NE("!="),
  LT("<"),
  LE("<="),
  GT(">"),
  GE(">="),
  CONTAINS("contains"),
  ICONTAINS("icontains"),
  BCONTAINS("bcontains"),
  STARTSWITH("startswith"),
  BSTARTSWITH("bstartswith"),
  ENDSWITH("endswith"),
  GLOB("glob"),
  IGLOB("iglob"),
  REGEX("regex"),
  IN("in"),
  INTERSECTS("intersects"),
  PMATCH("pmatch");

  private final String text;

  Operator(String text) {
    this.text = text;
  }

  /// How a condition writes it.
  public String text() {
    return text;
  }
}
