package io.policyc.compiler.emit.falco;

import io.policyc.compiler.falco.FalcoRules.FalcoException;
import io.policyc.compiler.falco.condition.Condition;
import io.policyc.compiler.falco.condition.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Programs that pods start: `spawns a shell`, `runs …`, `runs anything but …`.
///
/// `proc.exepath` is where symbolic links end (`/bin/sh` is `/usr/bin/dash` there, and a script is
/// its interpreter), `evt.arg.filename` what was asked for, `proc.name` the name of that, cut to 15
/// characters: only names of shells, which are shorter, are compared with it.
final class Programs {
  private static final List<String> SHELLS =
      List.of(
          "ash", "bash", "csh", "dash", "fish", "hush", "ksh", "ksh93", "lksh", "mksh", "oksh",
          "pwsh", "rbash", "sh", "tcsh", "yash", "zsh");

  /// What busybox is as a shell; nothing else that it is ends in `sh`.
  private static final List<String> IN_BUSYBOX = List.of("ash", "bash", "hush", "sh");

  private static final List<String> RUNTIMES =
      List.of(
          "/usr/bin/crun",
          "/usr/bin/runc",
          "/usr/bin/youki",
          "/usr/local/bin/crun",
          "/usr/local/bin/runc",
          "/usr/local/sbin/runc",
          "/usr/sbin/runc",
          "memfd:runc_cloned:/proc/self/exe");

  private static final String OUTPUT =
      "process=%proc.name exepath=%proc.exepath command=%proc.cmdline parent=%proc.pname"
          + " terminal=%proc.tty exe_flags=%evt.arg.flags";

  static final List<FalcoException> EXCEPTIONS =
      List.of(
          Form.exception("programs", List.of("proc.exepath"), List.of("in")),
          Form.exception("started_by", List.of("proc.exepath", "proc.pname"), List.of("in", "in")),
          Form.exception("commands", List.of("proc.cmdline"), List.of("startswith")),
          Form.exception("images", List.of("container.image.repository"), List.of("in")));

  private final Library library;
  private final Engine engine;
  private boolean fileNames;

  Programs(Library library, Engine engine) {
    this.library = library;
    this.engine = engine;
  }

  /// Whether `evt.arg.filename` was used.
  boolean needFileNames() {
    return fileNames;
  }

  Form shell() {
    return form(
        Optional.of(shells()),
        List.of("T1059.004"),
        Set.of(),
        "A shell under a name and path of its own, or one in memory, looks like any other program."
            + " A probe that runs a shell is one: exceptions take it out.");
  }

  Form runs(List<String> programs) {
    return form(
        Optional.of(named(programs)),
        List.of(),
        hidden(),
        "A copy of the program at another path, or one in memory, is not it.");
  }

  Form anythingBut(List<String> programs) {
    return form(
        Optional.of(Terms.all(Terms.not(named(programs)), Terms.not(runtime()))),
        List.of(),
        hidden(),
        "Whatever lies at an allowed path is allowed, also when it was replaced.");
  }

  private Set<Blind> hidden() {
    return engine.showsFileNames() ? Set.of() : Set.of(Blind.SCRIPTS);
  }

  private Form form(
      Optional<Condition> detail, List<String> techniques, Set<Blind> blind, String unseen) {
    List<String> tags = new ArrayList<>(techniques);
    tags.add("mitre_execution");
    return new Form(
        Optional.of(started()), detail, blind, List.of(unseen), tags, OUTPUT, EXCEPTIONS);
  }

  /// A program has started: a failed start keeps the name of the program before.
  private Condition started() {
    return library.macro(
        "policyc_started",
        "A program has started; a start that failed shows the program before",
        () ->
            Terms.all(
                Terms.in("evt.type", "execve", "execveat"),
                Terms.number("evt.rawres", Operator.EQ, 0)));
  }

  private Condition shells() {
    return library.macro(
        "policyc_shell",
        "A shell by its name, by what its path leads to (also as a script's interpreter), or in"
            + " busybox",
        () -> {
          List<Condition> terms = new ArrayList<>();
          terms.add(
              Terms.inList(
                  "proc.name",
                  library.list("policyc_shell_names", "Programs that are shells", SHELLS)));
          SHELLS.forEach(
              shell -> terms.add(Terms.text("proc.exepath", Operator.ENDSWITH, "/" + shell)));
          terms.add(
              Terms.all(Terms.text("proc.exepath", Operator.ENDSWITH, "/busybox"), inBusybox()));
          return Terms.any(terms);
        });
  }

  private static Condition inBusybox() {
    List<Condition> first = new ArrayList<>();
    for (String shell : IN_BUSYBOX) {
      first.add(Terms.text("proc.args", Operator.EQ, shell));
      first.add(Terms.text("proc.args", Operator.STARTSWITH, shell + " "));
    }
    return Terms.any(
        Terms.text("proc.exe", Operator.ENDSWITH, "sh"),
        Terms.all(Terms.text("proc.exe", Operator.ENDSWITH, "busybox"), Terms.any(first)));
  }

  /// The container runtime while it sets a container up, which Falco counts among its processes.
  Condition runtime() {
    return library.macro(
        "policyc_runtime",
        "The container runtime, which Falco counts among the container's processes while it sets"
            + " one up",
        () ->
            Terms.all(
                Terms.inList(
                    "proc.exepath",
                    library.list(
                        "policyc_runtimes", "Where container runtimes lie; add yours", RUNTIMES)),
                // What a pod wrote to such a path of its own is none.
                Terms.not(Terms.is("proc.is_exe_upper_layer", "true"))));
  }

  private Condition named(List<String> programs) {
    List<String> paths = merged(programs);
    if (!engine.showsFileNames()) {
      return PathTerms.exact("proc.exepath", paths);
    }
    fileNames = true;
    return Terms.any(
        PathTerms.exact("proc.exepath", paths), PathTerms.exact("evt.arg.filename", paths));
  }

  // Most images have /bin as a symbolic link to /usr/bin, where paths then end.
  private static List<String> merged(List<String> programs) {
    return List.copyOf(
        new TreeSet<>(
            programs.stream()
                .flatMap(p -> Stream.concat(Stream.of(p), alias(p).stream()))
                .toList()));
  }

  private static Optional<String> alias(String path) {
    if (path.startsWith("/bin/") || path.startsWith("/sbin/")) {
      return Optional.of("/usr" + path);
    }
    return path.startsWith("/usr/bin/") || path.startsWith("/usr/sbin/")
        ? Optional.of(path.substring("/usr".length()))
        : Optional.empty();
  }
}
