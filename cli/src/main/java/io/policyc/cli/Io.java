package io.policyc.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a run may touch besides the files that its arguments name.
///
/// @param in standard input
/// @param out data: documents, or findings where no documents go to standard output
/// @param err everything else
/// @param env the environment
/// @param cwd the folder that relative names start from
/// @param clock for today's date
public record Io(
    InputStream in, Sink out, Sink err, Map<String, String> env, Path cwd, Clock clock) {
  public Io {
    env = new TreeMap<>(env);
  }

  /// A variable of the environment; one that is set to nothing counts as not set.
  public Optional<String> variable(String name) {
    return Optional.ofNullable(env.get(name)).filter(value -> !value.isEmpty());
  }
}
