package io.policyc.compiler.falco.fields;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/// The names of ports on Debian 12 (netbase 6.4), which a condition may write for their numbers.
public final class ServiceTable {
  private ServiceTable() {}

  // Read when somebody asks first.
  private static final class Holder {
    private static final Map<String, Integer> PORTS = read();
  }

  /// The port of a service.
  public static OptionalInt port(String name) {
    Integer port = Holder.PORTS.get(name);
    return port == null ? OptionalInt.empty() : OptionalInt.of(port);
  }

  private static Map<String, Integer> read() {
    Map<String, Integer> ports = new HashMap<>();
    for (String line : Table.lines("netbase-6.4/services.txt")) {
      int blank = line.indexOf(' ');
      ports.put(line.substring(0, blank), Integer.parseInt(line.substring(blank + 1)));
    }
    return ports;
  }
}
