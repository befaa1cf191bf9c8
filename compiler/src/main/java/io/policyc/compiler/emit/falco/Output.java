package io.policyc.compiler.emit.falco;

/// The text of an alert.
final class Output {
  private static final String WHERE =
      " user=%user.name user_uid=%user.uid user_loginuid=%user.loginuid namespace=%k8s.ns.name"
          + " pod=%k8s.pod.name container=%container.name container_id=%container.id"
          + " image=%container.image.repository:%container.image.tag";

  private Output() {}

  /// What happened, by which sentence it is an alert, and fields.
  static String of(String what, String place, String fields) {
    return plain(what) + " (" + plain(place) + ") | " + fields + WHERE;
  }

  // Falco takes every `%` for the begin of a field, and has no way to write one.
  private static String plain(String text) {
    return text.replace('%', '_');
  }
}
