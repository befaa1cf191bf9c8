package io.policyc.signatures.wasm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what a component imports and exports. Sections stand in any order and any number, so all
/// of them are walked; modules and components inside are skipped by their length.
///
/// Source: WebAssembly Component Model, design/mvp/Binary.md; names with attributes as wasmparser
/// 0.263.0 reads them.
final class ComponentReader {
  private static final int IMPORTS = 10;
  private static final int EXPORTS = 11;
  private static final int LAST_SECTION = 12;
  private static final int MAX_ATTRIBUTES = 3;

  private final List<Import> imports = new ArrayList<>();
  private final List<Export> exports = new ArrayList<>();

  private ComponentReader() {}

  static Binary.Component read(Cursor cursor) throws MalformedException {
    ComponentReader reader = new ComponentReader();
    while (!cursor.isAtEnd()) {
      int start = cursor.offset();
      int id = cursor.one();
      if (id > LAST_SECTION) {
        throw new MalformedException(start, "section " + id + " is not known");
      }
      reader.section(id, cursor.part(cursor.u32()));
    }
    return new Binary.Component(reader.imports, reader.exports);
  }

  private void section(int id, Cursor section) throws MalformedException {
    if (id != IMPORTS && id != EXPORTS) {
      return;
    }
    String what = id == IMPORTS ? "imports" : "exports";
    int before = id == IMPORTS ? imports.size() : exports.size();
    int count = section.count(WasmReader.MAX_ITEMS, what);
    if (count > WasmReader.MAX_ITEMS - before) {
      throw section.wrong("it has more than " + WasmReader.MAX_ITEMS + " " + what);
    }
    for (int i = 0; i < count; i++) {
      if (id == IMPORTS) {
        imported(section);
      } else {
        exported(section);
      }
    }
    if (!section.isAtEnd()) {
      throw section.wrong("a section is longer than what it holds");
    }
  }

  private void imported(Cursor section) throws MalformedException {
    Name name = name(section);
    imports.add(new Import(name.text, Optional.empty(), name.implementing, described(section)));
  }

  private void exported(Cursor section) throws MalformedException {
    Name name = name(section);
    Extern kind = kind(section);
    section.u32();
    if (flag(section, 1) == 1) {
      described(section);
    }
    exports.add(new Export(name.text, name.implementing, kind));
  }

  private record Name(String text, Optional<String> implementing) {}

  // 1 was once the form of interfaces; 2 has attributes behind the name.
  private static Name name(Cursor section) throws MalformedException {
    int form = flag(section, 2);
    String text = section.name();
    Optional<String> implementing = Optional.empty();
    int attributes = form == 2 ? section.count(MAX_ATTRIBUTES, "attributes of a name") : 0;
    for (int i = 0; i < attributes; i++) {
      int attribute = flag(section, 2);
      String value = section.name();
      if (attribute == 0 && implementing.isPresent()) {
        throw section.wrong("a name implements two interfaces");
      }
      implementing = attribute == 0 ? Optional.of(value) : implementing;
    }
    return new Name(text, implementing);
  }

  private static int flag(Cursor section, int max) throws MalformedException {
    int at = section.offset();
    int value = section.one();
    if (value > max) {
      throw new MalformedException(at, "it is not known what an import or export says");
    }
    return value;
  }

  private static Extern kind(Cursor section) throws MalformedException {
    int at = section.offset();
    int sort = section.one();
    if (sort == 0 && section.one() != 0x11) {
      throw new MalformedException(at, "only a module can cross the edge of a component");
    }
    return switch (sort) {
      case 0x00 -> Extern.MODULE;
      case 0x01 -> Extern.FUNCTION;
      case 0x02 -> Extern.VALUE;
      case 0x03 -> Extern.TYPE;
      case 0x04 -> Extern.COMPONENT;
      case 0x05 -> Extern.INSTANCE;
      default -> throw new MalformedException(at, "it is not known what an import or export is");
    };
  }

  private static Extern described(Cursor section) throws MalformedException {
    Extern kind = kind(section);
    switch (kind) {
      case TYPE -> {
        if (flag(section, 1) == 0) {
          section.u32();
        }
      }
      case VALUE -> section.skipS33();
      default -> section.u32();
    }
    return kind;
  }
}
