package io.policyc.findings.render;

/// What is known of a rule besides its findings.
///
/// @param title what it finds, in a line
/// @param page its page of the documentation, as Markdown; empty where there is none
/// @param uri where that page is read; empty where there is none
public record Rule(String title, String page, String uri) {
  /// A rule without a page.
  public static Rule untitled(String id) {
    return new Rule(id, "", "");
  }
}
