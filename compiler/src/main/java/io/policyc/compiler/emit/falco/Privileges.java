package io.policyc.compiler.emit.falco;

import io.policyc.compiler.falco.condition.Condition;
import io.policyc.compiler.falco.condition.Operator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `escalates privileges`
final class Privileges {
  private static final String RESULT = "evt.rawres";

  private final Library library;
  private final Programs programs;

  Privileges(Library library, Programs programs) {
    this.library = library;
    this.programs = programs;
  }

  Form form() {
    return new Form(
        Optional.of(escalates()),
        Optional.of(Terms.not(programs.runtime())),
        Set.of(),
        List.of(
            "A process that is root already and asks for it again counts, too.",
            "The start of a program with the setuid bit counts only when it then asks to be root."),
        List.of("T1548", "T1611", "mitre_privilege_escalation"),
        "event=%evt.type arguments=%evt.args process=%proc.name exepath=%proc.exepath"
            + " command=%proc.cmdline parent=%proc.pname",
        Programs.EXCEPTIONS);
  }

  private Condition escalates() {
    return library.macro(
        "policyc_escalates",
        "Becomes root, traces a process, loads a program or module into the kernel, mounts, or"
            + " changes namespaces",
        () ->
            Terms.any(
                becomesRoot("uid", "evt.rawarg.uid", "setuid"),
                becomesRoot("euid", "user.uid", "setreuid", "setresuid"),
                Terms.all(
                    Terms.is("evt.type", "ptrace"),
                    Terms.number(RESULT, Operator.GE, 0),
                    Terms.in("evt.arg.request", "PTRACE_ATTACH", "PTRACE_SEIZE")),
                Terms.all(
                    Terms.is("evt.type", "bpf"),
                    Terms.number(RESULT, Operator.GE, 0),
                    Terms.is("evt.arg.cmd", "BPF_PROG_LOAD")),
                Terms.all(
                    Terms.in("evt.type", "mount", "setns", "init_module", "finit_module"),
                    Terms.number(RESULT, Operator.EQ, 0)),
                Terms.all(
                    Terms.is("evt.type", "fsconfig"),
                    Terms.number(RESULT, Operator.EQ, 0),
                    Terms.is("evt.arg.cmd", "FSCONFIG_CMD_CREATE")),
                newNamespaces("unshare", Operator.EQ),
                // The child's own event, with the result 0, is the same clone again.
                newNamespaces("clone", Operator.GT),
                newNamespaces("clone3", Operator.GT)));
  }

  // By number, and by name where an image's root is called so: either may be all that is known.
  // Falco compares `evt.rawarg.euid` with nothing; `user.uid` is what it is after the call.
  private static Condition becomesRoot(String argument, String number, String... events) {
    return Terms.all(
        Terms.in("evt.type", events),
        Terms.number(RESULT, Operator.EQ, 0),
        Terms.any(Terms.number(number, Operator.EQ, 0), Terms.is("evt.arg." + argument, "root")));
  }

  private static Condition newNamespaces(String event, Operator result) {
    return Terms.all(
        Terms.is("evt.type", event),
        Terms.number(RESULT, result, 0),
        Terms.text("evt.arg.flags", Operator.CONTAINS, "CLONE_NEW"));
  }
}
