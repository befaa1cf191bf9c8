package io.policyc.cli;

import java.util.stream.Collectors;

/// What `policyc --help` prints.
final class Help {
  static final String TEXT =
      """
      Usage: policyc COMMAND [OPTION…] [ARGUMENT…]

      One intent file becomes everything that enforces it.

      Commands:
      %s
      `policyc COMMAND --help` explains one of them.
      Exit status: 0 clean · 1 findings · 2 usage, or unreadable input · 3 a fault of policyc's own.
      """
          .formatted(
              Commands.ALL.stream()
                  .map(
                      c ->
                          "  " + c.name() + " ".repeat(15 - c.name().length()) + c.summary() + "\n")
                  .collect(Collectors.joining()));

  private Help() {}
}
