package io.policyc.policies.admission;

/// Why there may be no answer.
public enum Doubt {
  /// The object has a value of a type that an API server does not take.
  WRONG_TYPE("a value of a wrong type"),
  /// The namespace, or its labels, are not known.
  NAMESPACE_UNKNOWN("a namespace that is not known"),
  /// It is not known whether a RuntimeClass exists, or what handles it.
  RUNTIME_CLASS_UNKNOWN("a RuntimeClass that is not known"),
  /// A signature that a sentence asks for was not looked at.
  SIGNATURE_NOT_CHECKED("a signature that was not looked at"),
  /// A registry gave no answer.
  REGISTRY_SILENT("a registry that does not answer"),
  /// The time to answer is over.
  DEADLINE("the deadline"),
  /// policyc itself failed.
  FAULT("a fault of policyc");

  private final String words;

  Doubt(String words) {
    this.words = words;
  }

  /// What tables and messages call it.
  public String words() {
    return words;
  }
}
