package io.policyc.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ParseResult;

/// The day that a run takes for today: `--today DATE`, `POLICYC_TODAY`, else the clock's.
public final class Today {
  private Today() {}

  /// The day, in UTC.
  ///
  /// @throws UsageException for what is no date
  public static LocalDate of(ParseResult args, Io io) {
    String flag = args.matchedOptionValue("--today", io.variable("POLICYC_TODAY").orElse(""));
    if (flag.isEmpty()) {
      return LocalDate.ofInstant(io.clock().instant(), ZoneOffset.UTC);
    }
    try {
      return LocalDate.parse(flag);
    } catch (DateTimeParseException e) {
      throw new UsageException(
          "`" + flag + "` is no date", "write it as year, month and day: `2027-06-30`");
    }
  }
}
