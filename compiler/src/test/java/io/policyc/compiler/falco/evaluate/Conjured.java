package io.policyc.compiler.falco.evaluate;

import io.policyc.compiler.falco.condition.Comparand.Modifier;
import io.policyc.compiler.falco.condition.Operator;
import io.policyc.compiler.falco.condition.Transformer;
import io.policyc.compiler.falco.fields.FalcoField;
import io.policyc.compiler.falco.fields.FieldTable;
import io.policyc.compiler.falco.scenario.Samples;
import java.util.List;
import java.util.Random;

/// Conditions and events drawn by lot, most of them sound.
final class Conjured {
  private static final List<String> FIELDS =
      FieldTable.all().stream().map(FalcoField::name).toList();

  /// Fields that events have, so that conditions do fire.
  private static final List<String> USUAL =
      List.of(
          "proc.name",
          "proc.exepath",
          "proc.aname",
          "proc.cmdline",
          "user.uid",
          "evt.type",
          "fd.name",
          "fd.sip",
          "fd.snet",
          "fd.ip",
          "fd.net",
          "fd.port",
          "fd.sport",
          "fd.types",
          "evt.rawres",
          "evt.arg.uid",
          "evt.rawarg.uid",
          "k8s.pod.label[app]",
          "proc.args[1]");

  private static final List<String> CONSTANTS =
      List.of(
          "nginx",
          "sh",
          "/etc",
          "''",
          "'a b'",
          "0",
          "443",
          "-1",
          "99999999999999999999",
          "4294967296",
          "1.2.3.4",
          "2001:db8::1",
          "10.0.0.0/8",
          "2001:db8::/32",
          "0.0.0.0/0",
          "true",
          "false",
          "execve",
          "connect",
          "https",
          "'*'",
          "'/*/[a-z]?'",
          "'[!]'",
          "'[['",
          "'a\\\\b'",
          "'.*'",
          "'(a|b)*c'",
          "'((((a*)*)*)*)*b'",
          "'[[:alpha:]]+'",
          "'é'",
          "6865",
          "shells",
          "nets");

  private final Random random;

  Conjured(Random random) {
    this.random = random;
  }

  private <T> T any(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  /// A condition of at most a depth.
  String condition(int depth) {
    int form = depth == 0 ? 9 : random.nextInt(10);
    return switch (form) {
      case 0, 1 -> condition(depth - 1) + " and " + condition(depth - 1);
      case 2, 3 -> "(" + condition(depth - 1) + " or " + condition(depth - 1) + ")";
      case 4 -> "not " + condition(depth - 1);
      case 5 -> any(List.of("opens", "shell", "nope"));
      case 6 -> operand() + " exists";
      default -> comparison();
    };
  }

  private String comparison() {
    Operator operator = any(List.of(Operator.values()));
    return operand() + " " + operator.text() + " " + right(operator);
  }

  private String right(Operator operator) {
    boolean list = operator == Operator.IN || operator == Operator.PMATCH;
    if (list || operator == Operator.INTERSECTS) {
      return items();
    }
    return switch (random.nextInt(8)) {
      case 0 -> any(List.of(Modifier.ONEOF, Modifier.ANYOF, Modifier.ALLOF)).text() + " " + items();
      case 1 -> "val(" + field() + ")";
      default -> any(CONSTANTS);
    };
  }

  private String items() {
    return "("
        + String.join(
            ", ", random.ints(random.nextInt(4), 0, 1).mapToObj(i -> any(CONSTANTS)).toList())
        + ")";
  }

  private String operand() {
    return random.nextInt(6) > 0 ? field() : transformed();
  }

  private String transformed() {
    Transformer transformer = any(List.of(Transformer.values()));
    return switch (transformer) {
      case CONCAT -> "concat(" + field() + ", '-', " + field() + ")";
      case JOIN -> "join(',', (" + field() + ", " + field() + "))";
      case GETOPT -> "getopt((proc.args[0], proc.args[1]), 'g:x')";
      case TOLOWER, TOUPPER, B64, BASENAME, LEN, VAL -> transformer.text() + "(" + field() + ")";
    };
  }

  private String field() {
    return random.nextInt(3) > 0 ? any(USUAL) : any(FIELDS);
  }

  /// The text with a few characters changed.
  String damaged(String text) {
    StringBuilder damaged = new StringBuilder(text);
    for (int i = random.nextInt(3); i > 0 && !damaged.isEmpty(); i--) {
      int at = random.nextInt(damaged.length());
      damaged.setCharAt(at, any(List.of('(', ')', '\'', '"', '\\', ' ', ',', '=', '[', 'é', '\0')));
    }
    return damaged.toString();
  }

  /// An event with a few fields changed.
  FalcoEvent event() {
    FalcoEvent event = Samples.event(any(List.copyOf(Samples.all().keySet())));
    for (int i = random.nextInt(4); i > 0; i--) {
      String field = any(USUAL);
      event = random.nextBoolean() ? event.without(field) : event.with(field, value());
    }
    return event;
  }

  private Value value() {
    return switch (random.nextInt(4)) {
      case 0 -> new Value.Whole(random.nextLong());
      case 1 -> new Value.Truth(random.nextBoolean());
      case 2 -> new Value.Many(List.of(any(CONSTANTS), any(CONSTANTS)));
      default -> new Value.Text(any(CONSTANTS));
    };
  }
}
