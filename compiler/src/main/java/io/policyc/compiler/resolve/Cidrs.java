package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.ExternalItem;
import io.policyc.compiler.ast.Word;
import io.policyc.compiler.model.External;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `cidr 203.0.113.0/24 except 203.0.113.7/32`
///
/// Source: Cilium v1.20.2 pkg/policy/api/rule_validation.go (CIDRRule.sanitize).
final class Cidrs {
  private final Report report;

  Cidrs(Report report) {
    this.report = report;
  }

  /// The range; empty where it is none, which was reported.
  Optional<External.Range> range(ExternalItem.Cidr line) {
    Optional<Cidr> range = check(line.cidr()).filter(cidr -> notEverything(line.cidr(), cidr));
    List<String> except = new ArrayList<>();
    for (Word word : line.except()) {
      check(word)
          .filter(hole -> range.map(whole -> lies(word, hole, whole)).orElse(false))
          .ifPresent(hole -> except.add(hole.toString()));
    }
    return range.map(whole -> new External.Range(whole.toString(), except));
  }

  private Optional<Cidr> check(Word word) {
    Optional<Cidr> cidr = Cidr.parse(word.text());
    if (cidr.isEmpty()) {
      wrong(word);
      return cidr;
    }
    return cidr.filter(c -> notMapped(word, c) && isCanonical(word, c));
  }

  private void wrong(Word word) {
    String help =
        IpAddress.parse(word.text())
            .map(a -> "write " + Say.quote(a + "/" + a.bits()) + " for the one address")
            .orElse("write an address and a length, such as `203.0.113.0/24` or `2001:db8:7::/48`");
    report.add(
        Code.PC0216
            .at(word.span(), Say.quote(word.text()) + " is not an address range")
            .withHelp(help));
  }

  private boolean notMapped(Word word, Cidr cidr) {
    boolean mapped = cidr.address().isMapped() && cidr.prefix() >= 96;
    if (mapped) {
      report.add(
          Code.PC0216
              .at(word.span(), Say.quote(word.text()) + " is an IPv4 address in IPv6 form")
              .withHelp("write " + Say.quote(unmapped(cidr).toString())));
    }
    return !mapped;
  }

  private static Cidr unmapped(Cidr cidr) {
    return new Cidr(cidr.address().unmapped(), cidr.prefix() - 96).canonical();
  }

  private boolean isCanonical(Word word, Cidr cidr) {
    if (!cidr.isCanonical()) {
      String canonical = cidr.canonical().toString();
      report.add(
          Code.PC0217
              .at(
                  word.span(),
                  Say.quote(word.text()) + " has bits set behind its first " + cidr.prefix())
              .withHelp(
                  "write "
                      + Say.quote(canonical)
                      + " for the range, or "
                      + Say.quote(cidr.address() + "/" + cidr.address().bits())
                      + " for the one address"));
    }
    return cidr.isCanonical();
  }

  private boolean notEverything(Word word, Cidr cidr) {
    if (cidr.prefix() == 0) {
      report.add(
          Code.PC0218
              .at(word.span(), Say.quote(word.text()) + " is every address outside")
              .withHelp("write `world` in the sentence instead of an external"));
    }
    return cidr.prefix() != 0;
  }

  private boolean lies(Word word, Cidr hole, Cidr whole) {
    boolean lies = whole.contains(hole) && !whole.equals(hole);
    if (!lies) {
      String what = whole.equals(hole) ? " is all of " : " does not lie in ";
      report.add(
          Code.PC0219
              .at(word.span(), Say.quote(word.text()) + what + Say.quote(whole.toString()))
              .withHelp("delete it, or take a part of " + Say.quote(whole.toString())));
    }
    return lies;
  }
}
