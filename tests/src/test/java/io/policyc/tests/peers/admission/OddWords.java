package io.policyc.tests.peers.admission;

import io.policyc.tests.gen.Dice;

/// One value written in one of the many ways that mean it.
final class OddWords {
  private final Dice dice;

  OddWords(Dice dice) {
    this.dice = dice;
  }

  Odd.Word bool(boolean value) {
    return new Odd.Word(
        value
            ? dice.one("true", "true", "yes", "on", "Yes", "y", "Y", "TRUE", "On", "!!bool on")
            : dice.one("false", "false", "no", "off", "No", "n", "N", "FALSE", "Off", "!!bool no"));
  }

  Odd.Word number(int value) {
    String digits = Integer.toString(value);
    return new Odd.Word(
        dice.one(
            digits,
            digits,
            digits,
            "+" + digits,
            "0" + Integer.toOctalString(value),
            "0o" + Integer.toOctalString(value),
            "0x" + Integer.toHexString(value),
            "0b" + Integer.toBinaryString(value),
            digits + ".0",
            digits + "e0",
            "!!int " + digits,
            digits.charAt(0) + "_" + digits.substring(1)));
  }

  /// @param value of letters, digits and few others, so that it may stand without quotes
  Odd.Word text(String value) {
    return new Odd.Word(
        value.isEmpty()
            ? dice.one("\"\"", "''", "!!str")
            : dice.one(
                value, value, value, "\"" + value + "\"", "'" + value + "'", "!!str " + value));
  }

  Odd.Word nothing() {
    return new Odd.Word(dice.one("null", "~", "Null", "NULL", "!!null null"));
  }

  /// A value of a type that nobody asked for.
  Odd.Word wrongBool() {
    return new Odd.Word(
        dice.one("\"true\"", "1", "'no'", "tRUE", "! yes", "[]", "{}", "yess", "0"));
  }

  Odd.Word wrongNumber() {
    return new Odd.Word(
        dice.one("\"80\"", "1.5", "yes", "'0'", "1:30", "99999999999", "0x", "[80]", "2026-01-01"));
  }

  Odd.Word wrongText() {
    return new Odd.Word(dice.one("1", "yes", "1.5", "010", "[a]", "{a: b}", "n", "0x1F"));
  }

  Odd.Word broken() {
    return new Odd.Word(
        dice.one(
            "*nowhere", ".inf", "\"open", "[a", "{a: b", "!!int x", "@a", "a: b: c", "\"\\q\""));
  }
}
