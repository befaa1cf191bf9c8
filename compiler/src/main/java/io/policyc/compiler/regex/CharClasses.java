package io.policyc.compiler.regex;

import java.util.Map;
import java.util.Optional;

/// The character classes that have names: Perl's `\d` and POSIX's `[:alpha:]`. All are of ASCII.
///
/// Source: RE2, doc/syntax.txt.
final class CharClasses {
  private static final Map<Character, CharSet> PERL =
      Map.of(
          'd', CharSet.pairs("09"),
          's', CharSet.pairs("\t\n\f\r  "),
          'w', CharSet.pairs("09AZ__az"));

  private static final Map<String, CharSet> POSIX =
      Map.ofEntries(
          Map.entry("alnum", CharSet.pairs("09AZaz")),
          Map.entry("alpha", CharSet.pairs("AZaz")),
          Map.entry("ascii", CharSet.pairs("\0\u007f")),
          Map.entry("blank", CharSet.pairs("\t\t  ")),
          Map.entry("cntrl", CharSet.pairs("\0\u001f\u007f\u007f")),
          Map.entry("digit", CharSet.pairs("09")),
          Map.entry("graph", CharSet.pairs("!~")),
          Map.entry("lower", CharSet.pairs("az")),
          Map.entry("print", CharSet.pairs(" ~")),
          Map.entry("punct", CharSet.pairs("!/:@[`{~")),
          Map.entry("space", CharSet.pairs("\t\r  ")),
          Map.entry("upper", CharSet.pairs("AZ")),
          Map.entry("word", CharSet.pairs("09AZ__az")),
          Map.entry("xdigit", CharSet.pairs("09AFaf")));

  private CharClasses() {}

  /// `d` for `\d`, `D` for what `\d` leaves out.
  static Optional<CharSet> perl(char letter, boolean ignoreCase) {
    char lower = Character.toLowerCase(letter);
    return Optional.ofNullable(PERL.get(lower))
        .map(set -> signed(set, letter != lower, ignoreCase));
  }

  /// `alpha` for `[:alpha:]`, `^alpha` for `[:^alpha:]`.
  static Optional<CharSet> posix(String name, boolean ignoreCase) {
    boolean negated = name.startsWith("^");
    return Optional.ofNullable(POSIX.get(negated ? name.substring(1) : name))
        .map(set -> signed(set, negated, ignoreCase));
  }

  private static CharSet signed(CharSet set, boolean negated, boolean ignoreCase) {
    CharSet folded = ignoreCase ? set.ignoringCase() : set;
    return negated ? folded.not() : folded;
  }
}
