package io.policyc.signatures.wasm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.ExternalType;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Core modules import and export the same for us and for chicory, the parser of a Java engine.
class ChicoryAgreesTest {
  private static final int COUNT = 3000;

  // chicory 1.7.5 refuses some of the modules; why was not looked into. What it takes is compared.
  @Test
  void onGeneratedModules() {
    Random dice = new Random(20261124);
    GenModule modules = new GenModule(dice);
    int taken = 0;
    int imports = 0;
    for (int i = 0; i < COUNT; i++) {
      byte[] module = modules.next();
      Optional<String> theirs = theirs(module);
      String ours = WasmReaderTest.shown(Assembler.read(module));
      assertTrue(ours.startsWith("module"), () -> ours + hex(module));
      if (theirs.isPresent()) {
        taken++;
        assertEquals(theirs.get(), ours, () -> hex(module));
        imports += Assembler.read(module).asked().size();
      }
    }
    System.out.println(
        "chicory agrees on " + taken + " of " + COUNT + " modules with " + imports + " imports");
    assertTrue(taken > COUNT / 2, "too few modules: " + taken);
  }

  @Test
  void onSpoiltModulesThatItTakes() {
    Random dice = new Random(6);
    GenModule modules = new GenModule(dice);
    int taken = 0;
    for (int i = 0; i < COUNT; i++) {
      byte[] module = Mutation.of(modules.next(), dice);
      Optional<String> theirs = theirs(module);
      String ours = WasmReaderTest.shown(Assembler.read(module));
      if (theirs.isPresent() && !isLax(ours)) {
        taken++;
        assertEquals(theirs.get(), ours, () -> hex(module));
      }
    }
    System.out.println("chicory takes " + taken + " of " + COUNT + " spoilt modules");
    assertTrue(taken > COUNT / 5 && taken < COUNT * 4 / 5, "taken: " + taken);
  }

  // chicory skips sections that no specification knows, and reads exports of any bytes
  private static boolean isLax(String ours) {
    return ours.startsWith("malformed")
        && (ours.endsWith(" is not known") || ours.endsWith(" a name is not UTF-8"));
  }

  private static String hex(byte[] module) {
    return HexFormat.of().formatHex(module);
  }

  // It throws exceptions of its own, and others where it trusts a length.
  private static Optional<String> theirs(byte[] bytes) {
    try {
      Parser parser = Parser.builder().withValidation(false).build();
      return Optional.of(shown(parser.parse(() -> new ByteArrayInputStream(bytes))));
    } catch (ChicoryException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static String shown(WasmModule module) {
    List<String> lines = new ArrayList<>();
    lines.add("module");
    module.importSection().stream()
        .forEach(
            one ->
                lines.add(
                    "import " + one.module() + " " + one.name() + " " + word(one.importType())));
    for (int i = 0; i < module.exportSection().exportCount(); i++) {
      var one = module.exportSection().getExport(i);
      lines.add("export " + one.name() + " " + word(one.exportType()));
    }
    return String.join("\n", lines);
  }

  private static String word(ExternalType type) {
    return switch (type) {
      case FUNCTION -> "function";
      case TABLE -> "table";
      case MEMORY -> "memory";
      case GLOBAL -> "global";
      case TAG -> "tag";
    };
  }
}
