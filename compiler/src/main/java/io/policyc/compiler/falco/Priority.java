package io.policyc.compiler.falco;

/// How grave an alert is, from the gravest down.
public enum Priority {
  EMERGENCY,
  ALERT,
  CRITICAL,
  ERROR,
  WARNING,
  NOTICE,
  INFORMATIONAL,
  DEBUG
}
