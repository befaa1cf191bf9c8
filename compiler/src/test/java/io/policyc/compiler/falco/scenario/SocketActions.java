package io.policyc.compiler.falco.scenario;

import io.policyc.compiler.falco.scenario.OpenFile.Endpoint;
import java.util.Optional;

/// What processes do with sockets.
final class SocketActions {
  private static final long IN_PROGRESS = -115;

  private SocketActions() {}

  static void run(Action action, Task process, Fields fields) {
    long fd = action.number("fd", 3);
    switch (action.type()) {
      case "connect" -> connect(action, process, fields, fd);
      case "sendto", "sendmsg" -> send(action, process, fields, fd);
      case "accept", "accept4" -> accept(action, process, fields, fd);
      default -> listen(action, process, fields, fd);
    }
  }

  private static void connect(Action action, Task process, Fields fields, long fd) {
    String to = action.text("dst", "");
    boolean unix = to.startsWith("unix:");
    long result = action.ret();
    boolean reached = result == 0 || result == IN_PROGRESS;
    OpenFile file =
        unix
            ? unix(to.substring(5), reached)
            : connection(action, to, 40000, action.has("udp") ? "udp" : "tcp", reached);
    process.files.put(fd, file);
    fields
        .returned(result)
        .number("fd", file.shown(), fd)
        .put("evt.arg.addr", unix ? to.substring(5) : Endpoint.parse(to).toString())
        .put("evt.arg.tuple", reached ? tuple(file) : "NULL");
    FileFields.put(fields, process, fd, reached);
  }

  private static OpenFile unix(String path, boolean reached) {
    return OpenFile.other("unix", reached ? "1->2 " + path : "");
  }

  private static String tuple(OpenFile file) {
    return file.client()
        .map(client -> client + "->" + file.server().map(Endpoint::toString).orElse(""))
        .orElse(file.name());
  }

  private static OpenFile connection(
      Action action, String to, int port, String protocol, boolean reached) {
    Endpoint server = Endpoint.parse(to);
    Endpoint client =
        action
            .text("src")
            .map(Endpoint::parse)
            .orElse(new Endpoint(server.v6() ? "fd00::1" : "10.244.1.5", port));
    if (!reached) {
      return OpenFile.other(server.v6() ? "ipv6" : "ipv4", "");
    }
    boolean mapped = server.address().startsWith("::ffff:");
    return mapped
        ? ends("<unknown>", Optional.empty(), client.unmapped(), server.unmapped())
        : ends(client + "->" + server, Optional.of(protocol), client, server);
  }

  private static OpenFile ends(
      String name, Optional<String> protocol, Endpoint client, Endpoint server) {
    return new OpenFile(
        server.v6() ? "ipv6" : "ipv4",
        protocol,
        name,
        "",
        Optional.of(client),
        Optional.of(server));
  }

  private static void send(Action action, Task process, Fields fields, long fd) {
    boolean sent = action.ret() >= 0;
    OpenFile file = connection(action, action.text("dst", ""), 40001, "udp", sent);
    boolean changed = !file.equals(process.files.put(fd, file)) && sent;
    fields
        .returned(sent ? 10 : action.ret())
        .number("fd", file.shown(), fd)
        .number("size", "5", 5)
        .put("evt.arg.data", "hello")
        .put("evt.arg.tuple", sent ? tuple(file) : "NULL");
    FileFields.put(fields, process, fd, changed);
  }

  private static void accept(Action action, Task process, Fields fields, long fd) {
    boolean reached = fd >= 0;
    fields.result(fd);
    if (action.type().equals("accept4")) {
      fields.number("flags", "0", 0);
    }
    if (reached) {
      OpenFile file = connection(action, action.text("dst", ""), 0, "tcp", true);
      process.files.put(fd, file);
      fields.number("fd", file.shown(), fd).put("evt.arg.tuple", tuple(file));
      FileFields.put(fields, process, fd, true);
    } else {
      fields.number("fd", Errors.name(fd), fd).put("evt.arg.tuple", "NULL");
      FileFields.none(fields, process, "4", "NULL", "NULL");
    }
  }

  /// A `listen` on a socket whose `bind` went well, or the `bind` itself.
  private static void listen(Action action, Task process, Fields fields, long fd) {
    boolean bind = action.type().equals("bind");
    Endpoint at = Endpoint.parse(action.text("addr", ""));
    OpenFile file =
        bind && action.ret() < 0 ? OpenFile.other(at.v6() ? "ipv6" : "ipv4", "") : bound(at);
    process.files.put(fd, file);
    fields.returned(action.ret()).number("fd", file.shown(), fd);
    fields.put(bind ? "evt.arg.addr" : "evt.arg.backlog", bind ? at.toString() : "128");
    FileFields.put(fields, process, fd, bind && action.ret() >= 0);
  }

  /// Falco shows `[::]` as an IPv4 address.
  private static OpenFile bound(Endpoint at) {
    Endpoint server = at.address().equals("::") ? new Endpoint("0.0.0.0", at.port()) : at;
    return new OpenFile(
        server.v6() ? "ipv6" : "ipv4",
        Optional.of("tcp"),
        at.toString(),
        "",
        Optional.empty(),
        Optional.of(server));
  }
}
