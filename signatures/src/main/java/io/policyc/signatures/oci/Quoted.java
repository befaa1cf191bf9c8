package io.policyc.signatures.oci;

/// Texts of strangers, fit for a sentence of ours.
public final class Quoted {
  private static final int MAX = 200;

  private Quoted() {}

  /// In backticks, cut at 200 characters, everything that is not printable ASCII escaped.
  public static String quote(String text) {
    StringBuilder out = new StringBuilder("`");
    for (int i = 0; i < text.length() && i < MAX; i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '`' || c == '\\') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append(text.length() > MAX ? "…`" : "`").toString();
  }
}
