package io.policyc.signatures.wasm;

import java.util.List;

/// What bytes are, as far as WebAssembly is concerned.
public sealed interface Binary {
  /// A core module.
  record Module(List<Import> imports, List<Export> exports) implements Binary {
    public Module {
      imports = List.copyOf(imports);
      exports = List.copyOf(exports);
    }
  }

  /// A component. Its imports are those of the outermost one: what nests inside gets its own from
  /// there.
  record Component(List<Import> imports, List<Export> exports) implements Binary {
    public Component {
      imports = List.copyOf(imports);
      exports = List.copyOf(exports);
    }
  }

  /// It begins like one and is none: no host runs it, or nobody can say what it imports.
  ///
  /// @param offset where it went wrong, in bytes
  /// @param why in words: lower-case, no full stop
  record Malformed(int offset, String why) implements Binary {}

  /// Anything else.
  record Other() implements Binary {}

  /// What it imports; nothing where that is not known.
  default List<Import> asked() {
    return switch (this) {
      case Module(var imports, _) -> imports;
      case Component(var imports, _) -> imports;
      case Malformed _, Other _ -> List.of();
    };
  }

  /// What it exports; nothing where that is not known.
  default List<Export> offered() {
    return switch (this) {
      case Module(_, var exports) -> exports;
      case Component(_, var exports) -> exports;
      case Malformed _, Other _ -> List.of();
    };
  }
}
