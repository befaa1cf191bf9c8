package io.policyc.signatures.wasm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what a core module imports and exports; its code is skipped.
///
/// Source: WebAssembly Core Specification 3.0, Binary Format, Modules; the proposals Compact Import
/// Section, Custom Page Sizes and Shared-Everything Threads, as wasmparser 0.263.0 reads them.
final class ModuleReader {
  private static final int IMPORTS = 2;
  private static final int EXPORTS = 7;
  private static final int LAST_SECTION = 13;
  private static final int SHARED = 0x65;

  private final List<Import> imports = new ArrayList<>();
  private final List<Export> exports = new ArrayList<>();

  private ModuleReader() {}

  static Binary.Module read(Cursor cursor) throws MalformedException {
    ModuleReader reader = new ModuleReader();
    reader.sections(cursor);
    return new Binary.Module(reader.imports, reader.exports);
  }

  private void sections(Cursor cursor) throws MalformedException {
    int seen = 0;
    while (!cursor.isAtEnd()) {
      int start = cursor.offset();
      int id = cursor.one();
      // only custom sections may stand twice: a second list of imports must not go unread
      if (id > LAST_SECTION || (id != 0 && (seen & 1 << id) != 0)) {
        throw new MalformedException(
            start, "section " + id + (id > LAST_SECTION ? " is not known" : " stands twice"));
      }
      seen |= 1 << id;
      section(id, cursor.part(cursor.u32()));
    }
  }

  private void section(int id, Cursor section) throws MalformedException {
    if (id == IMPORTS) {
      imports(section);
    } else if (id == EXPORTS) {
      exports(section);
    } else {
      return;
    }
    if (!section.isAtEnd()) {
      throw section.wrong("a section is longer than what it holds");
    }
  }

  private void imports(Cursor section) throws MalformedException {
    int count = section.count(WasmReader.MAX_ITEMS, "imports");
    for (int i = 0; i < count; i++) {
      String module = section.name();
      String name = section.name();
      int form = name.isEmpty() ? section.peek() : 0;
      if (form == 0x7f) {
        section.one();
        group(section, module);
      } else if (form == 0x7e) {
        section.one();
        groupOfOneType(section, module);
      } else {
        add(section, module, name, kind(section));
      }
    }
  }

  // One module, many names, each with its type.
  private void group(Cursor section, String module) throws MalformedException {
    int count = section.count(WasmReader.MAX_ITEMS, "imports");
    for (int i = 0; i < count; i++) {
      String name = section.name();
      add(section, module, name, kind(section));
    }
  }

  // One module, one type, many names.
  private void groupOfOneType(Cursor section, String module) throws MalformedException {
    Extern kind = kind(section);
    int count = section.count(WasmReader.MAX_ITEMS, "imports");
    for (int i = 0; i < count; i++) {
      add(section, module, section.name(), kind);
    }
  }

  private void add(Cursor section, String module, String name, Extern kind)
      throws MalformedException {
    if (imports.size() == WasmReader.MAX_ITEMS) {
      throw section.wrong("it has more than " + WasmReader.MAX_ITEMS + " imports");
    }
    imports.add(Import.core(module, name, kind));
  }

  private static Extern kind(Cursor section) throws MalformedException {
    int at = section.offset();
    int kind = section.one();
    switch (kind) {
      case 0x00, 0x20 -> section.u32();
      case 0x01 -> {
        reference(section, section.one());
        limits(section);
      }
      case 0x02 -> limits(section);
      case 0x03 -> global(section);
      case 0x04 -> tag(section);
      default -> throw new MalformedException(at, "it is not known what an import is");
    }
    return extern(kind);
  }

  private static Extern extern(int kind) {
    return switch (kind) {
      case 0x01 -> Extern.TABLE;
      case 0x02 -> Extern.MEMORY;
      case 0x03 -> Extern.GLOBAL;
      case 0x04 -> Extern.TAG;
      default -> Extern.FUNCTION;
    };
  }

  // Flags, the least, perhaps the most, perhaps the size of a page.
  private static void limits(Cursor section) throws MalformedException {
    int at = section.offset();
    int flags = section.one();
    if (flags > 0x0f) {
      throw new MalformedException(at, "it is not known what limits are meant");
    }
    section.skipU64();
    if ((flags & 0x01) != 0) {
      section.skipU64();
    }
    if ((flags & 0x08) != 0) {
      section.u32();
    }
  }

  private static void global(Cursor section) throws MalformedException {
    int type = section.one();
    if (type < 0x7b || type > 0x7f) {
      reference(section, type);
    }
    int at = section.offset();
    if (section.one() > 3) {
      throw new MalformedException(at, "it is not known whether a global changes");
    }
  }

  private static void tag(Cursor section) throws MalformedException {
    int at = section.offset();
    if (section.one() != 0) {
      throw new MalformedException(at, "it is not known what a tag is for");
    }
    section.u32();
  }

  // `(ref $t)`, `(ref null $t)`, or a word for one of those.
  private static void reference(Cursor section, int first) throws MalformedException {
    int at = section.offset() - 1;
    if (first == 0x63 || first == 0x64) {
      heapType(section);
    } else {
      abstractType(section, first, at);
    }
  }

  private static void heapType(Cursor section) throws MalformedException {
    int first = section.peek();
    if (first == 0x62) { // exactly this type
      section.one();
      section.u32();
    } else if (first == SHARED) {
      section.one();
      abstractType(section, SHARED, section.offset() - 1);
    } else {
      section.skipS33();
    }
  }

  private static void abstractType(Cursor section, int first, int at) throws MalformedException {
    int type = first == SHARED ? section.one() : first;
    if (type < 0x68 || type > 0x75) {
      throw new MalformedException(at, "it is not known what a reference refers to");
    }
  }

  private void exports(Cursor section) throws MalformedException {
    int count = section.count(WasmReader.MAX_ITEMS, "exports");
    for (int i = 0; i < count; i++) {
      String name = section.name();
      int at = section.offset();
      int kind = section.one();
      if (kind > 0x04 && kind != 0x20) {
        throw new MalformedException(at, "it is not known what an export is");
      }
      section.u32();
      exports.add(new Export(name, Optional.empty(), extern(kind)));
    }
  }
}
