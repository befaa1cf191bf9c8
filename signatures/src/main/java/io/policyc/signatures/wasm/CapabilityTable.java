package io.policyc.signatures.wasm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which import lets a module do what. `docs/wasm.md` holds the same table; a test compares them.
///
/// Versions of interfaces are left out: a capability is the same in each. What stands in no row is
/// unknown, never harmless.
///
/// The rows are our judgement of names. Where the names were read: Proxy-Wasm ABI 0.2.1
/// (proxy-wasm/spec, abi-versions/v0.2.1), and of 0.1.0, which hosts still offer,
/// `proxy_clear_route_cache`, `proxy_continue_request` and `proxy_continue_response`; the worlds of
/// Spin 2 and 3 (`wit/`), and for its older modules the C that its Go SDK was made of; wasmCloud's
/// `bus`, `messaging` and `postgres` (`crates/*/wit`). The other rows, WASI itself among them, were
/// written down without their specifications at hand; a name that is wrong there is one that nobody
/// imports, and what was forgotten is unknown.
public final class CapabilityTable {
  /// One line a row: an import, and the capability, or `-` for none. A `*` at the end stands for
  /// any rest; the longest row that fits counts.
  static final String ROWS =
      """
      wasi:http/outgoing-handler | network
      wasi:http/client | network
      wasi:http/handler | network
      wasi:http/types | -
      wasi:sockets/* | network
      wasi:tls/* | network
      wasi:messaging/* | network
      wasi:filesystem/* | filesystem
      wasi:cli/environment | environment
      wasi:cli/exit | -
      wasi:cli/stdin | -
      wasi:cli/stdout | -
      wasi:cli/stderr | -
      wasi:cli/types | -
      wasi:cli/terminal-* | -
      wasi:config/* | environment
      wasi:logging/logging | -
      wasi:clocks/* | clocks
      wasi:random/* | random
      wasi:io/* | -
      wasi:keyvalue/* | state
      wasi:blobstore/* | state
      wasi:sql/* | state
      fermyon:spin/http | network
      fermyon:spin/redis | network
      fermyon:spin/mysql | network
      fermyon:spin/postgres | network
      fermyon:spin/mqtt | network
      fermyon:spin/llm | network
      fermyon:spin/http-types | -
      fermyon:spin/redis-types | -
      fermyon:spin/rdbms-types | -
      fermyon:spin/variables | environment
      fermyon:spin/config | environment
      fermyon:spin/key-value | state
      fermyon:spin/sqlite | state
      spin:redis/* | network
      spin:mysql/* | network
      spin:postgres/* | network
      spin:mqtt/* | network
      spin:key-value/* | state
      spin:sqlite/* | state
      spin:variables/* | environment
      wasmcloud:bus/* | network
      wasmcloud:messaging/* | network
      wasmcloud:postgres/* | network
      wasmcloud:secrets/* | environment
      wasi_experimental_http * | network
      wasi-outbound-http * | network
      outbound-redis * | network
      outbound-pg * | network
      outbound-mysql * | network
      spin-config * | environment
      key-value * | state
      sqlite * | state
      wasi_snapshot_preview1 sock_* | network
      wasi_snapshot_preview1 path_* | filesystem
      wasi_snapshot_preview1 fd_prestat_* | filesystem
      wasi_snapshot_preview1 fd_readdir | filesystem
      wasi_snapshot_preview1 fd_* | -
      wasi_snapshot_preview1 args_* | environment
      wasi_snapshot_preview1 environ_* | environment
      wasi_snapshot_preview1 clock_* | clocks
      wasi_snapshot_preview1 poll_oneoff | clocks
      wasi_snapshot_preview1 random_get | random
      wasi_snapshot_preview1 proc_exit | -
      wasi_snapshot_preview1 proc_raise | -
      wasi_snapshot_preview1 sched_yield | -
      env proxy_http_call | network
      env proxy_grpc_* | network
      env proxy_get_shared_data | state
      env proxy_set_shared_data | state
      env proxy_register_shared_queue | state
      env proxy_resolve_shared_queue | state
      env proxy_dequeue_shared_queue | state
      env proxy_enqueue_shared_queue | state
      env proxy_get_current_time_nanoseconds | clocks
      env proxy_set_tick_period_milliseconds | clocks
      env proxy_log | -
      env proxy_get_log_level | -
      env proxy_set_effective_context | -
      env proxy_done | -
      env proxy_get_buffer_bytes | -
      env proxy_get_buffer_status | -
      env proxy_set_buffer_bytes | -
      env proxy_get_header_map_* | -
      env proxy_set_header_map_pairs | -
      env proxy_add_header_map_value | -
      env proxy_replace_header_map_value | -
      env proxy_remove_header_map_value | -
      env proxy_continue_stream | -
      env proxy_close_stream | -
      env proxy_continue_request | -
      env proxy_continue_response | -
      env proxy_send_local_response | -
      env proxy_get_property | -
      env proxy_set_property | -
      env proxy_define_metric | -
      env proxy_increment_metric | -
      env proxy_record_metric | -
      env proxy_get_metric | -
      env proxy_get_status | -
      env proxy_clear_route_cache | -
      """;

  private static final Map<String, Optional<Capability>> EXACT = new HashMap<>();
  private static final List<Prefix> PREFIXES = new ArrayList<>();

  static {
    ROWS.lines().forEach(CapabilityTable::row);
    PREFIXES.sort(Comparator.comparingInt((Prefix row) -> row.start.length()).reversed());
  }

  private record Prefix(String start, Optional<Capability> capability) {}

  private CapabilityTable() {}

  private static void row(String line) {
    int bar = line.indexOf(" | ");
    String pattern = line.substring(0, bar);
    Optional<Capability> capability = named(line.substring(bar + 3));
    if (pattern.endsWith("*")) {
      PREFIXES.add(new Prefix(pattern.substring(0, pattern.length() - 1), capability));
    } else {
      EXACT.put(pattern, capability);
    }
  }

  private static Optional<Capability> named(String word) {
    return Arrays.stream(Capability.values()).filter(c -> c.word().equals(word)).findFirst();
  }

  /// What an import lets a module do; empty when it is harmless by itself: output to the pod's log,
  /// or types that only other imports hand out.
  public static List<Capability> of(Import one) {
    return switch (one.kind()) {
      case MEMORY, TAG -> List.of();
      case FUNCTION, INSTANCE ->
          one.linked().stream().flatMap(name -> ofName(name, one).stream()).distinct().toList();
      // functions of the host may hide in any of these
      case TABLE, GLOBAL, MODULE, VALUE, TYPE, COMPONENT -> List.of(Capability.UNKNOWN);
    };
  }

  private static Optional<Capability> ofName(String linked, Import one) {
    String from = withoutVersion(linked);
    String module = from.equals("wasi_unstable") ? "wasi_snapshot_preview1" : from;
    // core modules that are to become components import functions of interfaces
    return module.indexOf(':') >= 0
        ? lookUp(module)
        : lookUp(module + one.name().map(name -> " " + name).orElse(""));
  }

  private static String withoutVersion(String name) {
    int at = name.indexOf('@');
    return at < 0 ? name : name.substring(0, at);
  }

  private static Optional<Capability> lookUp(String name) {
    Optional<Capability> exact = EXACT.get(name);
    return exact == null ? byPrefix(name) : exact;
  }

  private static Optional<Capability> byPrefix(String name) {
    for (Prefix row : PREFIXES) {
      if (name.startsWith(row.start)) {
        return row.capability;
      }
    }
    return Optional.of(Capability.UNKNOWN);
  }
}
