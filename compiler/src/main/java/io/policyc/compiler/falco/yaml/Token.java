package io.policyc.compiler.falco.yaml;

import org.jspecify.annotations.Nullable;

/// A piece of a YAML text. What could begin a key stays unverified until its colon was seen.
final class Token {
  final Kind kind;
  final int at;
  final String value;
  final YamlNode.@Nullable Scalar scalar;
  Status status = Status.VALID;

  private Token(Kind kind, int at, String value, YamlNode.@Nullable Scalar scalar) {
    this.kind = kind;
    this.at = at;
    this.value = value;
    this.scalar = scalar;
  }

  static Token of(Kind kind, int at) {
    return new Token(kind, at, "", null);
  }

  static Token of(Kind kind, int at, String value) {
    return new Token(kind, at, value, null);
  }

  static Token of(Kind kind, YamlNode.Scalar scalar) {
    return new Token(kind, scalar.at(), scalar.text(), scalar);
  }

  /// What a piece is.
  enum Kind {
    DIRECTIVE,
    DOCUMENT_START,
    DOCUMENT_END,
    BLOCK_SEQUENCE_START,
    BLOCK_MAPPING_START,
    BLOCK_SEQUENCE_END,
    BLOCK_MAPPING_END,
    BLOCK_ENTRY,
    FLOW_SEQUENCE_START,
    FLOW_MAPPING_START,
    FLOW_SEQUENCE_END,
    FLOW_MAPPING_END,
    FLOW_ENTRY,
    KEY,
    VALUE,
    ANCHOR,
    ALIAS,
    TAG,
    PLAIN_SCALAR,
    QUOTED_SCALAR
  }

  /// Whether a piece counts.
  enum Status {
    VALID,
    INVALID,
    UNVERIFIED
  }
}
