package io.policyc.compiler.falco.rules;

import io.policyc.compiler.falco.condition.Operator;
import io.policyc.compiler.falco.fields.FieldType;
import java.util.EnumSet;
import java.util.Set;

/// Which operators a type takes.
///
/// Source: libs 0.25.4, userspace/libsinsp/sinsp_filtercheck.cpp, and recorded verdicts.
final class Operators {
  private static final Set<Operator> EQUAL =
      EnumSet.of(Operator.EQ, Operator.EQ2, Operator.NE, Operator.IN, Operator.INTERSECTS);
  private static final Set<Operator> ORDERED = ordered();
  private static final Set<Operator> TEXT =
      EnumSet.complementOf(EnumSet.of(Operator.BCONTAINS, Operator.BSTARTSWITH));
  private static final Set<Operator> BUFFER =
      EnumSet.of(
          Operator.EQ,
          Operator.EQ2,
          Operator.NE,
          Operator.CONTAINS,
          Operator.BCONTAINS,
          Operator.STARTSWITH,
          Operator.BSTARTSWITH,
          Operator.ENDSWITH,
          Operator.IN,
          Operator.INTERSECTS);
  private static final Set<Operator> LIST = EnumSet.of(Operator.IN, Operator.INTERSECTS);
  private static final Set<Operator> NONE = EnumSet.noneOf(Operator.class);

  private Operators() {}

  private static Set<Operator> ordered() {
    EnumSet<Operator> all = EnumSet.copyOf(EQUAL);
    all.addAll(EnumSet.of(Operator.LT, Operator.LE, Operator.GT, Operator.GE));
    return all;
  }

  /// The operators of a type, or of a list of it.
  static Set<Operator> of(FieldType type, boolean list) {
    return list ? LIST : of(type);
  }

  private static Set<Operator> of(FieldType type) {
    return switch (type) {
      case CHARBUF, FSPATH, FSRELPATH -> TEXT;
      case BYTEBUF -> BUFFER;
      case BOOL, IPADDR, IPNET -> EQUAL;
      case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, DOUBLE -> ORDERED;
      case RELTIME, ABSTIME, PORT, ERRNO, FD, PID, SYSCALLID, SIGTYPE, MODE -> ORDERED;
      case FLAGS8, FLAGS16, FLAGS32, ENUMFLAGS8, ENUMFLAGS16, ENUMFLAGS32 -> ORDERED;
      case DYNAMIC, SIGSET, UID, GID, SOCKADDR, SOCKTUPLE, FDLIST -> NONE;
    };
  }
}
