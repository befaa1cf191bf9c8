package io.policyc.findings.render;

import java.util.Map;
import java.util.TreeMap;

/// A workflow command as the runner of GitHub Actions reads it (actions/runner,
/// src/Runner.Common/ActionCommand.cs, TryParseV2).
record RunnerCommand(String name, Map<String, String> properties, String data) {
  /// The command of a line.
  ///
  /// @throws AssertionError when the line is none
  static RunnerCommand parse(String line) {
    String trimmed = line.stripLeading();
    int end = trimmed.indexOf("::", 2);
    if (!trimmed.startsWith("::") || end < 0) {
      throw new AssertionError("no command: " + line);
    }
    String info = trimmed.substring(2, end);
    int blank = info.indexOf(' ');
    Map<String, String> properties = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String property : info.substring(blank + 1).strip().split(",", -1)) {
      String[] pair = property.split("=", 2);
      if (pair.length == 2 && !pair[1].isEmpty()) {
        properties.put(pair[0], data(pair[1].replace("%3A", ":").replace("%2C", ",")));
      }
    }
    String name = blank < 0 ? info : info.substring(0, blank);
    return new RunnerCommand(name, properties, data(trimmed.substring(end + 2)));
  }

  private static String data(String text) {
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
  }
}
