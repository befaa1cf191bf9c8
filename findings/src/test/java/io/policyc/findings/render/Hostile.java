package io.policyc.findings.render;

import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.findings.ObjectPath;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Findings that hold what no format may let through as it is.
final class Hostile {
  /// Texts that mean something to one format or another.
  static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\0",
          "\u0001\u0008\u000b\u000c\u001f\u007f\u0080\u0085\u009b",
          "\n::error::x",
          "\r::set-output name=a::b",
          "\r\n::stop-commands::x\r\n",
          "::add-mask::secret",
          "##[add-mask]secret",
          "%0A::error::x%0D%25",
          ",line=1,title=x::y",
          "\u001b[2J\u001b]0;title\u0007",
          "]]>",
          "<!-- --><![CDATA[x]]></failure><x a='\"'/>",
          "&amp;&#0;&lol;",
          "\"}],\"level\":\"note",
          "\\u0000\\",
          "\ud800",
          "\udc00\ud800",
          "a\ud83dz",
          "😀",
          "\ufffe\uffff\ufeff",
          "\u202e\u2066abc\u2069",
          "\u2028\u2029",
          "[click](http://evil.example)",
          "{0} {1} {{2}}",
          "/etc/passwd",
          "../../x",
          "a:b?c#d%zz e",
          "<stdin>",
          "x".repeat(5_000));

  private static final List<Level> LEVELS = List.of(Level.ERROR, Level.WARNING, Level.NOTE);

  private Hostile() {}

  /// A finding whose every text is this one.
  static Finding all(String text) {
    Source source = new Source("a" + text, text + "\n" + text);
    Span at = new Span(source, 0, source.text().length());
    return Finding.at("PC0101" + text, Level.ERROR, at, "m" + text)
        .withHelp("h" + text)
        .withObject("o" + text)
        .withPath(new ObjectPath("p" + text))
        .withRelated(new Span(source, 0, 0), "r" + text)
        .withRelated(at, "l" + text)
        .withFix(at, text);
  }

  /// Some findings, put together from these texts.
  static List<Finding> some(Random random) {
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      sources.add(new Source("f" + text(random), text(random) + text(random) + text(random)));
    }
    List<Finding> findings = new ArrayList<>();
    int count = random.nextInt(30);
    for (int i = 0; i < count; i++) {
      findings.add(one(random, sources));
    }
    return findings;
  }

  private static Finding one(Random random, List<Source> sources) {
    String rule = random.nextBoolean() ? "PC0203" : "r" + text(random);
    Level level = LEVELS.get(random.nextInt(LEVELS.size()));
    String message = "m" + text(random);
    Finding finding =
        random.nextInt(5) == 0
            ? Finding.of(rule, level, message)
            : Finding.at(rule, level, span(random, sources), message);
    finding = random.nextBoolean() ? finding.withHelp("h" + text(random)) : finding;
    finding = random.nextBoolean() ? finding.withObject("o" + text(random)) : finding;
    finding = random.nextBoolean() ? finding.withPath(new ObjectPath(text(random))) : finding;
    finding = random.nextBoolean() ? finding.withFix(span(random, sources), text(random)) : finding;
    for (int i = random.nextInt(3); i > 0; i--) {
      finding = finding.withRelated(span(random, sources), text(random));
    }
    return finding;
  }

  private static Span span(Random random, List<Source> sources) {
    Source source = sources.get(random.nextInt(sources.size()));
    int start = random.nextInt(source.text().length() + 1);
    return new Span(source, start, start + random.nextInt(source.text().length() - start + 1));
  }

  private static String text(Random random) {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }
}
