package io.policyc.signatures.wasm;

/// What can be imported or exported.
public enum Extern {
  FUNCTION("function"),
  TABLE("table"),
  MEMORY("memory"),
  GLOBAL("global"),
  TAG("tag"),
  /// A core module, of a component.
  MODULE("module"),
  VALUE("value"),
  TYPE("type"),
  COMPONENT("component"),
  /// An interface such as `wasi:http/outgoing-handler@0.2.0`, of a component.
  INSTANCE("instance");

  private final String word;

  Extern(String word) {
    this.word = word;
  }

  /// Its name in reports.
  public String word() {
    return word;
  }
}
