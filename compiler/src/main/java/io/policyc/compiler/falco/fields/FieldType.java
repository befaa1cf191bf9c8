package io.policyc.compiler.falco.fields;

/// The types of fields and of events' parameters.
///
/// Source: libs 0.25.4, userspace/libsinsp (`PT_*`).
public enum FieldType {
  /// A text.
  CHARBUF,
  /// Bytes.
  BYTEBUF,
  /// True or false.
  BOOL,
  /// A number with a sign, 8 bits.
  INT8,
  /// A number with a sign, 16 bits.
  INT16,
  /// A number with a sign, 32 bits.
  INT32,
  /// A number with a sign, 64 bits.
  INT64,
  /// A number, 8 bits.
  UINT8,
  /// A number, 16 bits.
  UINT16,
  /// A number, 32 bits.
  UINT32,
  /// A number, 64 bits.
  UINT64,
  /// A number with a fraction.
  DOUBLE,
  /// A duration in nanoseconds.
  RELTIME,
  /// Nanoseconds since 1970.
  ABSTIME,
  /// A port, by number or service name.
  PORT,
  /// An address of IPv4 or IPv6.
  IPADDR,
  /// A range of addresses.
  IPNET,
  /// What depends on the event.
  DYNAMIC,
  /// A call's result: 0 or more, or an error.
  ERRNO,
  /// A file descriptor.
  FD,
  /// A process.
  PID,
  /// A system call's number.
  SYSCALLID,
  /// A signal.
  SIGTYPE,
  /// A set of signals.
  SIGSET,
  /// A user.
  UID,
  /// A group.
  GID,
  /// A file's mode.
  MODE,
  /// Flags, 8 bits.
  FLAGS8,
  /// Flags, 16 bits.
  FLAGS16,
  /// Flags, 32 bits.
  FLAGS32,
  /// One of several words, 8 bits.
  ENUMFLAGS8,
  /// One of several words, 16 bits.
  ENUMFLAGS16,
  /// One of several words, 32 bits.
  ENUMFLAGS32,
  /// A path.
  FSPATH,
  /// A path that may be relative to another one.
  FSRELPATH,
  /// A socket's address.
  SOCKADDR,
  /// Both addresses of a socket.
  SOCKTUPLE,
  /// Several file descriptors.
  FDLIST
}
