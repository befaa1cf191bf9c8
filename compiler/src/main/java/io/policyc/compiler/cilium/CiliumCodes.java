package io.policyc.compiler.cilium;

/// Codes of what is found in CiliumNetworkPolicies; each has a page in `docs/diagnostics`.
public final class CiliumCodes {
  /// The text is no YAML.
  public static final String NOT_YAML = "PC0701";

  /// The text is larger, deeper or more entangled than policyc reads.
  public static final String TOO_LARGE = "PC0702";

  /// A document is no CiliumNetworkPolicy.
  public static final String OTHER_KIND = "PC0703";

  /// A field that CiliumNetworkPolicies don't have, or that policyc doesn't know.
  public static final String UNKNOWN_FIELD = "PC0704";

  /// A value of a wrong type, or a word that the field doesn't have.
  public static final String WRONG_VALUE = "PC0705";

  /// A field that must be there.
  public static final String MISSING_FIELD = "PC0706";

  /// A key that occurs twice in a mapping.
  public static final String DUPLICATE_KEY = "PC0707";

  /// An object that the API server or Cilium refuses.
  public static final String REFUSED_BY_CILIUM = "PC0708";

  /// Objects that can't be merged for one pod: Cilium then enforces nothing new for it.
  public static final String MERGE_CONFLICT = "PC0709";

  /// Objects of which one narrows what the other allows when Cilium merges them.
  public static final String NARROWING_MERGE = "PC0710";

  /// A document that Cilium's schema refuses.
  public static final String SCHEMA = "PC0711";

  /// A written document that reads as another policy: a fault of policyc.
  public static final String READ_BACK = "PC0712";

  private CiliumCodes() {}
}
