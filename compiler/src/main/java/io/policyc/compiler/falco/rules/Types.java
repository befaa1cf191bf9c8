package io.policyc.compiler.falco.rules;

import io.policyc.compiler.falco.fields.FieldType;

/// Types in words.
final class Types {
  private Types() {}

  static String words(FieldType type) {
    return switch (type) {
      case CHARBUF, FSPATH, FSRELPATH -> "texts";
      case BYTEBUF -> "buffers";
      case BOOL -> "booleans";
      case PORT -> "ports";
      case IPADDR -> "addresses";
      case IPNET -> "networks";
      case RELTIME -> "durations";
      case ABSTIME -> "times";
      case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, DOUBLE -> "numbers";
      case ERRNO, FD, PID, SYSCALLID, SIGTYPE, MODE -> "numbers";
      case FLAGS8, FLAGS16, FLAGS32, ENUMFLAGS8, ENUMFLAGS16, ENUMFLAGS32 -> "flags";
      case DYNAMIC, SIGSET, UID, GID, SOCKADDR, SOCKTUPLE, FDLIST -> "raw values of their kind";
    };
  }
}
