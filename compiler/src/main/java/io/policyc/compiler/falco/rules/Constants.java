package io.policyc.compiler.falco.rules;

import io.policyc.compiler.Code;
import io.policyc.compiler.falco.condition.Comparand.Text;
import io.policyc.compiler.falco.condition.Operator;
import io.policyc.compiler.falco.fields.EventTable;
import io.policyc.compiler.falco.fields.FalcoEvent;
import io.policyc.compiler.falco.fields.FieldType;
import io.policyc.compiler.falco.fields.ServiceTable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The constants that a type takes.
///
/// Source: libs 0.25.4, userspace/libsinsp/filter_value.cpp and recorded verdicts.
final class Constants {
  /// Longer constants have no room in a filter.
  private static final int MAX_BYTES = 255;

  private Constants() {}

  /// Checks a constant.
  static void check(FieldType type, Operator operator, Text whole) throws Wrong {
    Text constant = upToNul(whole);
    switch (type) {
      case CHARBUF, FSPATH, FSRELPATH, BYTEBUF -> text(operator, constant);
      case BOOL -> bool(constant);
      case PORT -> port(constant);
      case IPADDR -> address(constant);
      case IPNET -> network(constant);
      case DOUBLE -> number(constant);
      case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64 -> number(constant);
      case RELTIME, ABSTIME, ERRNO, FD, PID, SYSCALLID, SIGTYPE, MODE -> number(constant);
      case FLAGS8, FLAGS16, FLAGS32, ENUMFLAGS8, ENUMFLAGS16, ENUMFLAGS32 -> number(constant);
      case DYNAMIC, SIGSET, UID, GID, SOCKADDR, SOCKTUPLE, FDLIST ->
          throw wrong(constant, "nothing can be compared with this type", "");
    }
  }

  /// Checks the name of an event type.
  static void event(Text whole, Advice advice) throws Wrong {
    Text constant = upToNul(whole);
    String name = constant.text();
    if (EventTable.find(name).isPresent() || isOtherEvent(name)) {
      return;
    }
    Trouble trouble =
        Trouble.of(Code.PC0925, constant.at(), length(constant), "there is no event `" + name + "`")
            .as(Trouble.Kind.UNKNOWN);
    throw new Wrong(
        advice
            .nearest(name, EventTable.all().stream().map(FalcoEvent::name).toList())
            .map(near -> trouble.withHelp("did you mean `" + near + "`?"))
            .orElse(trouble));
  }

  // Falco hands texts on as C does.
  private static Text upToNul(Text whole) {
    int end = whole.text().indexOf('\0');
    return end < 0 ? whole : new Text(whole.text().substring(0, end), whole.quoted(), whole.at());
  }

  // Falco knows these, but lists them nowhere.
  private static boolean isOtherEvent(String name) {
    return name.isEmpty() || List.of("NA", "syscall", "unknown").contains(name);
  }

  private static void text(Operator operator, Text constant) throws Wrong {
    boolean hex = operator == Operator.BCONTAINS || operator == Operator.BSTARTSWITH;
    int length = constant.text().getBytes(StandardCharsets.UTF_8).length;
    int bytes = hex ? length / 2 : length;
    if (bytes > MAX_BYTES) {
      String message = "a constant has " + bytes + " bytes, which is more than " + MAX_BYTES;
      throw wrong(constant, message, "compare with a part of it, by `startswith` or `contains`");
    }
    if (hex && !isHex(constant.text())) {
      throw wrong(
          constant, "`" + operator.text() + "` takes bytes in hexadecimal digits", "write `cafe`");
    }
  }

  private static boolean isHex(String text) {
    return text.length() % 2 == 0
        && text.chars().allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
  }

  private static void bool(Text constant) throws Wrong {
    if (!constant.text().equals("true") && !constant.text().equals("false")) {
      throw wrong(
          constant, "`" + constant.text() + "` is neither `true` nor `false`", "write `true`");
    }
  }

  private static void number(Text constant) throws Wrong {
    if (!Numbers.isNumber(constant.text())) {
      throw wrong(
          constant,
          "`" + constant.text() + "` is no decimal number",
          "write a whole number; durations and times are nanoseconds");
    }
  }

  private static void port(Text constant) throws Wrong {
    String text = constant.text();
    if (Numbers.isDigits(text)) {
      range(constant);
    } else if (!text.isEmpty() && ServiceTable.port(text).isEmpty()) {
      String help =
          text.indexOf('-') > 0
              ? "write a range with `>=` and `<=`"
              : "write a number, or a name of /etc/services";
      throw wrong(constant, "`" + text + "` is no port", help);
    }
  }

  private static void range(Text constant) throws Wrong {
    String digits = constant.text().replaceFirst("^0+", "");
    boolean huge = digits.length() > 10;
    if (huge || (!digits.isEmpty() && Long.parseLong(digits) > Integer.MAX_VALUE)) {
      String message = "the port `" + constant.text() + "` ends Falco";
      throw new Wrong(
          new Trouble(
              Code.PC0940,
              constant.at(),
              length(constant),
              message,
              Optional.of("write a number up to 65535"),
              Trouble.Kind.KILLS));
    }
  }

  private static void address(Text constant) throws Wrong {
    if (!Addresses.isAddress(constant.text())) {
      boolean network = constant.text().indexOf('/') > 0;
      throw wrong(
          constant,
          "`" + constant.text() + "` is no address",
          network
              ? "compare networks with `fd.snet`, `fd.cnet`"
              : "write 192.0.2.1 or 2001:db8::1");
    }
  }

  private static void network(Text constant) throws Wrong {
    if (!Addresses.isNetwork(constant.text())) {
      throw wrong(
          constant,
          "`" + constant.text() + "` is no network",
          "write 192.0.2.0/24, 2001:db8::/32, or a host with /32 or /128");
    }
  }

  private static Wrong wrong(Text constant, String message, String help) {
    Trouble trouble = Trouble.of(Code.PC0924, constant.at(), length(constant), message);
    return new Wrong(help.isEmpty() ? trouble : trouble.withHelp(help));
  }

  static int length(Text constant) {
    return constant.text().length() + (constant.quoted() ? 2 : 0);
  }
}
