package io.policyc.compiler.falco.evaluate;

import io.policyc.compiler.falco.fields.EventTable;
import io.policyc.compiler.falco.fields.FalcoField;
import io.policyc.compiler.falco.fields.FieldTable;
import io.policyc.compiler.falco.fields.FieldType;
import java.util.List;
import java.util.Optional;

/// The kinds of fields.
final class Kinds {
  private static final String RAW = "evt.rawarg.";

  /// Fields whose argument stands behind a dot.
  private static final List<String> OPEN = List.of("evt.arg.", RAW, "evt.abspath.");

  private Kinds() {}

  /// What is known of a field; empty where Falco has none of the name.
  static Optional<FalcoField> field(String name) {
    return FieldTable.find(
        OPEN.stream()
            .filter(name::startsWith)
            .findFirst()
            .map(p -> p.substring(0, p.length() - 1))
            .orElse(name));
  }

  /// The kind of `evt.rawarg.<parameter>` in an event of a type.
  static Optional<Kind> raw(String field, String eventType) {
    return EventTable.find(eventType).stream()
        .flatMap(event -> event.parameters().stream())
        .filter(parameter -> field.equals(RAW + parameter.name()))
        .map(parameter -> of(parameter.type()))
        .findFirst();
  }

  /// The kind of a type.
  static Kind of(FieldType type) {
    return switch (type) {
      case CHARBUF, FSPATH, FSRELPATH -> Kind.TEXT;
      case BYTEBUF, SOCKADDR, SOCKTUPLE, FDLIST, SIGSET -> Kind.BYTES;
      case BOOL -> Kind.TRUTH;
      case INT8 -> Kind.S8;
      case INT16 -> Kind.S16;
      case INT32 -> Kind.S32;
      case INT64, ERRNO, FD, PID -> Kind.S64;
      case UINT8, FLAGS8, ENUMFLAGS8, SIGTYPE -> Kind.U8;
      case UINT16, FLAGS16, ENUMFLAGS16, SYSCALLID -> Kind.U16;
      case UINT32, FLAGS32, ENUMFLAGS32, MODE, UID, GID -> Kind.U32;
      case UINT64, RELTIME, ABSTIME -> Kind.U64;
      case DOUBLE -> Kind.REAL;
      case PORT -> Kind.PORT;
      case IPADDR -> Kind.ADDRESS;
      case IPNET -> Kind.NETWORK;
      case DYNAMIC -> Kind.DYNAMIC;
    };
  }
}
