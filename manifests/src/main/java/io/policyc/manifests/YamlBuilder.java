package io.policyc.manifests;

import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.events.ScalarEvent;

/// Values from the words of a YAML document: anchors, merge keys and names as an API server takes
/// them. Without recursion, since documents are nested as deep as somebody likes.
final class YamlBuilder {
  /// A value with an anchor; without a value while it is still read.
  private record Anchored(Optional<Value> value, long size) {}

  private final List<Finding> findings;
  private final Deque<YamlOpen> open = new ArrayDeque<>();
  private final Map<String, Anchored> anchors = new HashMap<>();
  private final Bounds bounds;
  private final Budget budget;
  private Optional<Value> root = Optional.empty();

  YamlBuilder(Bounds bounds, List<Finding> findings) {
    this.bounds = bounds;
    this.budget = new Budget(bounds);
    this.findings = findings;
  }

  /// The whole document.
  Value root() {
    return root.orElseThrow();
  }

  void scalar(ScalarEvent event, Span span) {
    budget.value(span);
    String text = event.getValue();
    Optional<String> tag = Optional.ofNullable(event.getTag());
    // `! "<<"` merges too: a tag of one `!` makes a scalar what it would be without quotes.
    boolean plain = event.getImplicit().canOmitTagInPlainScalar();
    boolean merges = plain || tag.equals(Optional.of("tag:yaml.org,2002:merge"));
    if (merges && text.equals("<<") && !open.isEmpty() && open.peek().awaitsName()) {
      open.peek().merging(span);
      return;
    }
    Value value =
        switch (YamlScalars.resolve(tag, plain, text, span)) {
          case YamlScalars.Resolved.Is(var is) -> is;
          case YamlScalars.Resolved.NoNumber _ when awaitsName() -> new Value.Text(key(text), span);
          case YamlScalars.Resolved.NoNumber(var number) ->
              throw refuse(span, "`" + number + "` is no number that JSON can carry");
          case YamlScalars.Resolved.Mismatch(var wanted) ->
              throw refuse(span, "this text is no `" + wanted + "`, as its tag says");
        };
    remember(YamlReader.anchor(event), value, 1);
    add(value, span, false);
  }

  private static String key(String number) {
    String low = number.toLowerCase(java.util.Locale.ROOT);
    return low.startsWith("+") ? low.substring(1) : low;
  }

  private boolean awaitsName() {
    return !open.isEmpty() && open.peek().awaitsName();
  }

  private static Refusal refuse(Span at, String message) {
    return new Refusal(ManifestCode.PC1007.at(at, message).withHelp("write a value that JSON has"));
  }

  void alias(String anchor, Span span) {
    Anchored target = anchors.get(anchor);
    if (target == null) {
      throw refuse(span, "no value above has the anchor `&" + anchor + "`");
    }
    Value value =
        target
            .value()
            .orElseThrow(() -> refuse(span, "the value of `&" + anchor + "` contains itself"));
    budget.alias(target.size(), span);
    add(value, span, true);
  }

  void open(boolean mapping, Optional<String> anchor, Span span) {
    if (awaitsName()) {
      throw refuse(span, "a name must be a string here, not a list or an object");
    }
    bounds.enter(open.size() + 1, span);
    budget.value(span);
    remember(anchor, Optional.empty(), 0);
    open.push(new YamlOpen(mapping, anchor, span, budget.values(), findings));
  }

  void close(Span end) {
    YamlOpen done = open.pop();
    Value value = done.close(end);
    remember(done.anchor(), value, budget.values() - done.before() + 1);
    add(value, value.span(), false);
  }

  private void remember(Optional<String> anchor, Value value, long size) {
    remember(anchor, Optional.of(value), size);
  }

  private void remember(Optional<String> anchor, Optional<Value> value, long size) {
    anchor.ifPresent(name -> anchors.put(name, new Anchored(value, size)));
  }

  private void add(Value value, Span here, boolean alias) {
    if (open.isEmpty()) {
      root = Optional.of(value);
    } else {
      open.peek().add(value, here, alias);
    }
  }

  /// Looks at what stands behind a document: whoever wrote it thinks that it is read.
  void end(String text, int base, int from, Source source) {
    List<String> rest =
        new ArrayList<>(text.substring(Math.min(from, text.length())).lines().toList());
    int at = Math.min(from, text.length());
    for (String line : rest) {
      String word = line.strip();
      if (!word.isEmpty() && !word.startsWith("#") && !word.equals("...")) {
        int start = text.indexOf(word, at);
        findings.add(
            ManifestCode.PC1009
                .at(
                    new Span(source, base + start, base + start + word.length()),
                    "this stands behind the end of its document, and is ignored")
                .withHelp("begin a new document with a line `---`"));
        return;
      }
      at += line.length();
    }
  }
}
