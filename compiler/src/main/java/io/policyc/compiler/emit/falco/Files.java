package io.policyc.compiler.emit.falco;

import io.policyc.compiler.falco.FalcoRules.FalcoException;
import io.policyc.compiler.falco.condition.Condition;
import io.policyc.compiler.falco.condition.Operator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Files that pods touch: `writes below …`, `reads …`.
///
/// `fd.name` is the file's path, but empty where a file is removed, renamed, linked or changed
/// without being opened: there `fs.path.*` has it, and `evt.abspath` where the path is relative to
/// an open folder: `fs.path.source` and `.target` add the current one whatever the call says, and
/// `fs.path.name` is `<UNKNOWN>` (Falco 0.44.1, sinsp_filtercheck_fspath.cpp).
final class Files {
  private static final String UNSEEN =
      "A path counts as the program names it: what goes through a symbolic link elsewhere is not"
          + " seen, nor is io_uring.";

  private static final List<FalcoException> EXCEPTIONS =
      List.of(
          Form.exception("programs", List.of("proc.exepath"), List.of("in")),
          Form.exception(
              "program_files", List.of("proc.exepath", "fd.name"), List.of("in", "pmatch")),
          Form.exception("images", List.of("container.image.repository"), List.of("in")));

  private final Library library;
  private final Programs programs;

  Files(Library library, Programs programs) {
    this.library = library;
    this.programs = programs;
  }

  Form reads(List<String> files) {
    List<String> tags =
        files.contains("/etc/shadow")
            ? List.of("T1003.008", "filesystem", "mitre_credential_access")
            : List.of("filesystem", "mitre_collection");
    Condition opened =
        library.macro(
            "policyc_opened_to_read",
            "A file was opened for reading",
            () ->
                Terms.all(
                    Terms.in("evt.type", "open", "openat", "openat2", "open_by_handle_at"),
                    Terms.is("evt.is_open_read", "true"),
                    // Whoever lists a folder opens it for reading.
                    Terms.not(Terms.is("fd.typechar", "d")),
                    Terms.number("fd.num", Operator.GE, 0)));
    return new Form(
        Optional.of(opened),
        Optional.of(Terms.all(PathTerms.below("fd.name", files), Terms.not(programs.runtime()))),
        Set.of(),
        List.of(UNSEEN, "What was opened before is not seen again when it is read."),
        tags,
        "file=%fd.name flags=%evt.arg.flags process=%proc.name exepath=%proc.exepath"
            + " command=%proc.cmdline parent=%proc.pname",
        EXCEPTIONS);
  }

  Form writes(List<String> folders) {
    Condition detail =
        Terms.any(
            Terms.all(opened(), PathTerms.below("fd.name", folders)),
            Terms.all(
                changed(),
                Terms.any(
                    PathTerms.below("fs.path.name", folders),
                    PathTerms.below("evt.abspath.dst", folders))),
            Terms.all(made(), PathTerms.below("evt.arg.path", folders)),
            Terms.all(
                renamed(),
                Terms.any(
                    PathTerms.below("fs.path.source", folders),
                    PathTerms.below("fs.path.target", folders),
                    PathTerms.below("evt.abspath.src", folders),
                    PathTerms.below("evt.abspath.dst", folders))),
            // Falco calls the new link the source, and the target what it leads to; the other way
            // round in evt.abspath.
            Terms.all(
                linked(),
                Terms.any(
                    PathTerms.below("fs.path.source", folders),
                    PathTerms.below("evt.abspath.dst", folders))),
            Terms.all(
                succeeded(
                    "policyc_changed_open",
                    "An open file's rights or owner changed",
                    "fchmod",
                    "fchown"),
                PathTerms.below("fd.name", folders)));
    return new Form(
        Optional.empty(),
        Optional.of(Terms.all(detail, Terms.not(programs.runtime()))),
        Set.of(),
        List.of(UNSEEN, "Whoever opens a file for writing counts, whether or not it writes."),
        List.of("filesystem", "mitre_persistence"),
        "event=%evt.type file=%fd.name path=%fs.path.name from=%fs.path.source"
            + " to=%fs.path.target process=%proc.name exepath=%proc.exepath"
            + " command=%proc.cmdline parent=%proc.pname",
        EXCEPTIONS);
  }

  private Condition opened() {
    return library.macro(
        "policyc_opened_to_write",
        "A file was opened for writing or created; creat has no flags",
        () ->
            Terms.all(
                Terms.in("evt.type", "open", "openat", "openat2", "open_by_handle_at", "creat"),
                Terms.any(
                    Terms.is("evt.is_open_write", "true"),
                    Terms.is("evt.is_open_create", "true"),
                    Terms.is("evt.type", "creat")),
                Terms.number("fd.num", Operator.GE, 0)));
  }

  private Condition changed() {
    return succeeded(
        "policyc_changed_path",
        "A file or folder was made, removed or given other rights, without being opened",
        "unlink",
        "unlinkat",
        "rmdir",
        "mkdir",
        "mkdirat",
        "chmod",
        "fchmodat",
        "chown",
        "lchown",
        "fchownat");
  }

  private Condition made() {
    return succeeded("policyc_made_node", "A device or pipe was made", "mknod", "mknodat");
  }

  private Condition renamed() {
    return succeeded(
        "policyc_renamed", "A file or folder was renamed", "rename", "renameat", "renameat2");
  }

  private Condition linked() {
    return succeeded("policyc_linked", "A link was made", "link", "linkat", "symlink", "symlinkat");
  }

  private Condition succeeded(String name, String comment, String... events) {
    return library.macro(
        name,
        comment,
        () -> Terms.all(Terms.in("evt.type", events), Terms.number("evt.rawres", Operator.EQ, 0)));
  }
}
