package io.policyc.compiler.project;

import io.policyc.compiler.ast.PolicyFile;
import java.util.List;

/// Every file of a compile, by name; each once, however often it is named or imported.
public record Project(List<Member> files) {
  public Project {
    files = List.copyOf(files);
  }

  /// A file of a compile.
  ///
  /// @param foreign whether it is reached through `foreign import` only: then it is known and
  ///   counted, and nothing is emitted for it
  public record Member(PolicyFile file, boolean foreign) {}
}
