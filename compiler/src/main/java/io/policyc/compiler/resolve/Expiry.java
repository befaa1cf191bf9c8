package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Notes;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.ast.Word;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// `@expires(2027-06-30)`: the last good day of a grant, in UTC.
final class Expiry {
  /// How many days a grant still holds after its last good one.
  private static final int GRACE = 30;

  private final Report report;
  private final LocalDate today;

  Expiry(Report report, LocalDate today) {
    this.report = report;
    this.today = today;
  }

  /// Reports a grant whose day has passed.
  void check(Statement.Grant grant) {
    for (Notes.Annotation annotation : expiries(grant)) {
      annotation.value().ifPresent(value -> day(value).ifPresent(day -> check(value, day)));
    }
  }

  private void check(Word at, LocalDate last) {
    LocalDate end = last.plusDays(GRACE);
    if (today.isAfter(end)) {
      report.add(
          Code.PC0329
              .at(at.span(), "this grant expired on " + last + " and held until " + end)
              .withHelp("delete the sentence, or set a later date after a review"));
    } else if (today.isAfter(last)) {
      report.add(
          Code.PC0328
              .at(at.span(), "this grant expired on " + last + " and holds until " + end)
              .withHelp("delete the sentence, or set a later date after a review"));
    }
  }

  /// Reports an expiry where it has no effect.
  void refuse(Statement statement) {
    for (Notes.Annotation annotation : expiries(statement)) {
      report.add(
          Code.PC0330
              .at(annotation.span(), "`@expires` has no effect here: only grants expire")
              .withHelp("delete it, or name the date in another annotation, such as `@review`"));
    }
  }

  private static List<Notes.Annotation> expiries(Statement statement) {
    return statement.notes().annotations().stream()
        .filter(a -> a.name().text().equals("expires"))
        .toList();
  }

  // What is no date was reported when it was read.
  private static Optional<LocalDate> day(Word value) {
    try {
      return Optional.of(LocalDate.parse(value.text()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
