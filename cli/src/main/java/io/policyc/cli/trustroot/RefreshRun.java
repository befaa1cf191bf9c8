package io.policyc.cli.trustroot;

import io.policyc.cli.Exit;
import io.policyc.cli.Io;
import io.policyc.cli.Reasons;
import io.policyc.cli.UsageException;
import io.policyc.cli.input.NamedFiles;
import io.policyc.cli.output.Disk;
import io.policyc.cli.output.SingleFile;
import io.policyc.signatures.Bytes;
import io.policyc.signatures.trust.TrustRoots;
import io.policyc.signatures.trust.TrustedRootFile;
import io.policyc.signatures.tuf.Refresh;
import io.policyc.signatures.tuf.TrustRootRefresher;
import io.policyc.signatures.tuf.TufMirror;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.ParseResult;

/// One run of `policyc trust-root --refresh`.
final class RefreshRun {
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final int MAX_ROOT_BYTES = 512 * 1024;

  private final ParseResult args;
  private final Io io;

  RefreshRun(ParseResult args, Io io) {
    this.args = args;
    this.io = io;
  }

  Exit run() {
    Path target = target();
    TrustRootRefresher refresher = new TrustRootRefresher(mirror(), cache(), DEADLINE, io.clock());
    return switch (refresher.refresh(TrustRoots.publicGood())) {
      case Refresh.Refreshed(var root) -> write(root, target);
      case Refresh.Kept(var _, var why) -> {
        io.err().line("error: the trust root was not refreshed: " + why);
        io.err().line("  `" + into() + "` stays as it was");
        yield Exit.FINDINGS;
      }
    };
  }

  private Exit write(TrustedRootFile root, Path target) {
    try {
      String text = new String(root.json().view(), StandardCharsets.UTF_8);
      SingleFile.write(Disk.REAL, target, text);
    } catch (IOException e) {
      throw new UsageException("`" + into() + "` cannot be written: " + Reasons.of(e));
    }
    io.out().line(root.name() + " is in `" + into() + "`");
    return Exit.CLEAN;
  }

  private String into() {
    return args.matchedOptionValue("--into", "");
  }

  private Path target() {
    if (into().isEmpty()) {
      throw new UsageException("nothing says where the trust root goes", "add `--into FILE`");
    }
    Path target = path(into());
    if (switch (Disk.REAL.kind(target)) {
      case NONE, FILE -> false;
      case LINK, FOLDER, OTHER -> true;
    }) {
      throw new UsageException("`" + into() + "` is no plain file", "name another one");
    }
    return target;
  }

  private Path path(String name) {
    try {
      return io.cwd().resolve(name).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw new UsageException("no file can be called `" + name + "`");
    }
  }

  // Where the system keeps what may be lost: an older answer is then no longer noticed.
  private Path cache() {
    String folder =
        io.variable("XDG_CACHE_HOME")
            .or(() -> io.variable("HOME").map(home -> home + "/.cache"))
            .orElseThrow(
                () ->
                    new UsageException(
                        "there is no folder for what the mirror was last seen to say",
                        "set `XDG_CACHE_HOME` or `HOME`"));
    return path(folder).resolve("policyc").resolve("tuf");
  }

  private TufMirror mirror() {
    String url = args.matchedOptionValue("--tuf-mirror", "");
    String root = args.matchedOptionValue("--tuf-root", "");
    if (url.isEmpty() && root.isEmpty()) {
      return TufMirror.publicGood();
    }
    if (url.isEmpty() || root.isEmpty()) {
      throw new UsageException(
          "a mirror is an address and whose word counts there",
          "give both `--tuf-mirror` and `--tuf-root`");
    }
    byte[] first = new NamedFiles(io.cwd()).read("root", root, MAX_ROOT_BYTES);
    if (first.length > MAX_ROOT_BYTES) {
      throw new UsageException("the root `" + root + "` is larger than 512 KiB");
    }
    try {
      return new TufMirror(URI.create(url), Bytes.wrap(first));
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "`" + url + "` is no address of a mirror", "give one by https, or http");
    }
  }
}
