package io.policyc.findings.render;

import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Findings as test results in JUnit's XML: one suite a file, one test a finding.
///
/// Errors are tests that fail; warnings and notes are tests that pass and say something. A file
/// about which nothing is found is one test that passes.
public final class JUnitRenderer implements Renderer {
  // Readers show names in a list; the whole message stands in the failure.
  private static final int NAME = 200;
  private static final int ATTRIBUTE = 4_000;
  // XML parsers bound the length of a text (Java's at 100,000), and refuse the whole report.
  private static final int TEXT = 50_000;
  // The suite of findings that have no place in a file.
  private static final String NO_FILE = "policyc";

  private final TextRenderer text = new TextRenderer(false);
  private final List<String> inputs;

  /// @param inputs the names of the files that were read, as far as they are known
  public JUnitRenderer(List<String> inputs) {
    this.inputs = List.copyOf(inputs);
  }

  @Override
  public String id() {
    return "junit";
  }

  @Override
  public String render(List<Finding> findings) {
    Map<String, List<Finding>> suites = suites(Ordered.of(findings));
    XmlWriter xml = new XmlWriter().element("testsuites").attribute("name", "policyc");
    counts(xml, suites.values().stream().flatMap(List::stream).toList(), clean(suites));
    suites.forEach((file, found) -> suite(xml, file, found));
    return xml.end().toString();
  }

  private Map<String, List<Finding>> suites(List<Finding> findings) {
    Map<String, List<Finding>> suites = new TreeMap<>();
    inputs.forEach(input -> suites.put(input, new ArrayList<>()));
    for (Finding finding : findings) {
      String file = finding.at().map(at -> at.source().name()).orElse(NO_FILE);
      suites.computeIfAbsent(file, _ -> new ArrayList<>()).add(finding);
    }
    if (suites.isEmpty()) {
      suites.put(NO_FILE, List.of());
    }
    return suites;
  }

  private static int clean(Map<String, List<Finding>> suites) {
    return (int) suites.values().stream().filter(List::isEmpty).count();
  }

  private static void counts(XmlWriter xml, List<Finding> findings, int clean) {
    xml.attribute("tests", findings.size() + clean)
        .attribute("failures", Summary.of(findings).errors())
        .attribute("errors", 0)
        .attribute("skipped", 0);
  }

  private void suite(XmlWriter xml, String file, List<Finding> findings) {
    xml.element("testsuite").attribute("name", attribute(file));
    counts(xml, findings, findings.isEmpty() ? 1 : 0);
    if (findings.isEmpty()) {
      test(xml, file, "nothing found").end();
    }
    Names names = new Names();
    findings.forEach(finding -> finding(xml, file, finding, names));
    xml.end();
  }

  private static XmlWriter test(XmlWriter xml, String file, String name) {
    return xml.element("testcase")
        .attribute("name", name)
        .attribute("classname", attribute(file))
        .attribute("file", attribute(file));
  }

  private void finding(XmlWriter xml, String file, Finding finding, Names names) {
    test(xml, file, names.unique(Shortened.to(NAME, Visible.text(name(finding)))));
    finding.at().ifPresent(at -> xml.attribute("line", at.line()));
    String shown = Shortened.to(TEXT, text.render(List.of(finding)));
    if (finding.level() == Level.ERROR) {
      xml.element("failure").attribute("message", attribute(finding.message()));
      xml.attribute("type", attribute(finding.rule())).end(shown).end();
    } else {
      xml.element("system-out").end(shown).end();
    }
  }

  private static String attribute(String text) {
    return Shortened.to(ATTRIBUTE, Visible.text(text));
  }

  // No line in it: a test that moves is the same test.
  private static String name(Finding finding) {
    String where = Told.where(finding);
    return finding.rule() + ": " + finding.message() + (where.isEmpty() ? "" : " (" + where + ")");
  }

  // GitLab drops all but the first of several tests that have one name.
  private static final class Names {
    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    String unique(String name) {
      String candidate = name;
      while (!taken.add(candidate)) {
        candidate = name + " [" + counts.merge(name, 2, (count, _) -> count + 1) + "]";
      }
      return candidate;
    }
  }
}
