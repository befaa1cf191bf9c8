package io.policyc.cli;

import io.policyc.compiler.Code;
import io.policyc.findings.Finding;
import io.policyc.findings.render.Visible;
import java.util.List;
import java.util.Optional;

/// Tells what ends a run before it has findings to print: in a line for people or, where a format
/// for programs was asked for, in that form. Either goes to standard error.
final class Trouble {
  private Trouble() {}

  /// Tells it.
  ///
  /// @param args what was typed, which may fit no command
  static void tell(Code code, String message, Optional<String> help, List<String> args, Io io) {
    Optional<String> format = format(args);
    if (format.isPresent()) {
      Finding finding = code.of(message);
      List<Finding> findings = List.of(help.map(finding::withHelp).orElse(finding));
      io.err().print(Formats.named(format.get(), List.of()).render(findings));
      return;
    }
    io.err().line("policyc: " + Visible.text(message));
    help.ifPresent(text -> io.err().line("   help: " + Visible.text(text)));
  }

  // The arguments may be what is wrong: they are looked at one by one, as far as they can be read.
  private static Optional<String> format(List<String> args) {
    Optional<String> format = Optional.empty();
    for (int at = 0; at < args.size(); at++) {
      String next = at + 1 < args.size() ? args.get(at + 1) : "";
      String word = asked(args.get(at), next);
      if (!word.equals("text") && FindingsOutput.FORMATS.contains(word)) {
        format = Optional.of(word);
      }
    }
    return format;
  }

  private static String asked(String arg, String next) {
    if (arg.equals("-o") || arg.equals("--output")) {
      return next;
    }
    for (String prefix : List.of("--output=", "-o=", "-o")) {
      if (arg.startsWith(prefix)) {
        return arg.substring(prefix.length());
      }
    }
    return "";
  }
}
