package io.policyc.cli;

import io.policyc.compiler.Code;
import io.policyc.findings.Suggest;
import java.io.FileDescriptor;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/// The `policyc` command.
public final class Main {
  private static final List<String> HELP = List.of("-h", "--help", "help");
  private static final List<String> VERSION = List.of("-V", "--version");

  private Main() {}

  /// Runs the command and ends the process with its exit status.
  public static void main(String[] args) {
    Launched launched = Launched.byProperties();
    Io io =
        new Io(
            launched.in(System.in),
            launched.sink(1, FileDescriptor.out),
            launched.sink(2, FileDescriptor.err),
            System.getenv(),
            Path.of("").toAbsolutePath(),
            Clock.systemUTC());
    // Not System.exit: there is nothing to shut down, and hooks cost time.
    Runtime.getRuntime().halt(launched.end(run(args, io)));
  }

  /// Runs the command inside another program.
  ///
  /// @return the exit status
  public static int run(
      String[] args,
      InputStream in,
      OutputStream out,
      OutputStream err,
      Map<String, String> env,
      Path cwd,
      Clock clock) {
    return run(args, new Io(in, new Sink(out, false), new Sink(err, false), env, cwd, clock));
  }

  static int run(String[] args, Io io) {
    Exit exit = guarded(Arrays.asList(args), io);
    Optional<String> failure = io.out().tellFailure();
    if (failure.isPresent()) {
      io.err().line("policyc: standard output cannot be written: " + failure.get());
      exit = exit.and(Exit.USAGE);
    }
    return exit.status();
  }

  // The one place that catches everything: whatever gets here is our own fault.
  private static Exit guarded(List<String> args, Io io) {
    try {
      return dispatch(args, io);
    } catch (UsageException e) {
      Trouble.tell(Code.PC0090, e.reason(), e.help(), args, io);
      return Exit.USAGE;
    } catch (OutOfMemoryError e) {
      return fault(io, args, e, "out of memory", "give it more with `POLICYC_JAVA_OPTS=-Xmx4g`");
    } catch (RuntimeException | Error e) {
      return fault(
          io,
          args,
          e,
          "a fault of policyc's own: " + e,
          "please report it with the input that caused it; `POLICYC_DEBUG=1` prints where it"
              + " happened");
    }
  }

  private static Exit fault(
      Io io, List<String> args, Throwable cause, String message, String help) {
    Trouble.tell(Code.PC0091, message, Optional.of(help), args, io);
    if (io.variable("POLICYC_DEBUG").isPresent()) {
      StringWriter trace = new StringWriter();
      cause.printStackTrace(new PrintWriter(trace));
      io.err().print(trace.toString());
    }
    return Exit.FAULT;
  }

  private static Exit dispatch(List<String> args, Io io) {
    if (args.isEmpty()) {
      throw new UsageException("no command is given", "see `policyc --help`");
    }
    String name = args.getFirst();
    List<String> rest = args.subList(1, args.size());
    // No `switch` with a name for the rest: it would be linked at run time, which costs
    // milliseconds.
    if (HELP.contains(name)) {
      return help(rest, io);
    }
    return VERSION.contains(name)
        ? run(new VersionCommand(), rest, io)
        : run(command(name), rest, io);
  }

  private static Exit help(List<String> rest, Io io) {
    io.out().print(rest.isEmpty() ? Help.TEXT : new Arguments(command(rest.getFirst())).usage());
    return Exit.CLEAN;
  }

  private static Exit run(Command command, List<String> args, Io io) {
    Arguments arguments = new Arguments(command);
    ParseResult parsed = arguments.parse(args);
    if (parsed.isUsageHelpRequested()) {
      io.out().print(arguments.usage());
      return Exit.CLEAN;
    }
    return command.run(parsed, io);
  }

  private static Command command(String name) {
    return Commands.named(name).orElseThrow(() -> unknown(name));
  }

  private static UsageException unknown(String name) {
    String kind = name.startsWith("-") ? "option" : "command";
    return new UsageException(
        "unknown " + kind + " `" + name + "`",
        Suggest.nearest(name, Commands.names())
            .map(near -> "did you mean `" + near + "`?")
            .orElse("see `policyc --help`"));
  }
}
