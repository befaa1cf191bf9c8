package io.policyc.cli;

import io.policyc.compiler.Code;
import io.policyc.findings.Finding;
import io.policyc.findings.render.JsonRenderer;
import io.policyc.findings.render.Visible;
import java.util.List;
import java.util.Optional;

/// Tells what ends a run before it has findings to print: in a line for people or, where JSON was
/// asked for, in that form. Either goes to standard error.
final class Trouble {
  private Trouble() {}

  /// Tells it.
  ///
  /// @param args what was typed, which may fit no command
  static void tell(Code code, String message, Optional<String> help, List<String> args, Io io) {
    if (wantsJson(args)) {
      Finding finding = code.of(message);
      io.err()
          .print(new JsonRenderer().render(List.of(help.map(finding::withHelp).orElse(finding))));
      return;
    }
    io.err().line("policyc: " + Visible.text(message));
    help.ifPresent(text -> io.err().line("   help: " + Visible.text(text)));
  }

  // The arguments may be what is wrong: they are looked at one by one, as far as they can be read.
  private static boolean wantsJson(List<String> args) {
    for (int at = 0; at < args.size(); at++) {
      String next = at + 1 < args.size() ? args.get(at + 1) : "";
      boolean json =
          switch (args.get(at)) {
            case "-o", "--output" -> next.equals("json");
            case "-ojson", "-o=json", "--output=json" -> true;
            default -> false;
          };
      if (json) {
        return true;
      }
    }
    return false;
  }
}
