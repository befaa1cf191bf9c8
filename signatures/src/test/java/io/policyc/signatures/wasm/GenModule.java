package io.policyc.signatures.wasm;

import static io.policyc.signatures.wasm.Assembler.bytes;
import static io.policyc.signatures.wasm.Assembler.filler;
import static io.policyc.signatures.wasm.Assembler.join;
import static io.policyc.signatures.wasm.Assembler.list;
import static io.policyc.signatures.wasm.Assembler.module;
import static io.policyc.signatures.wasm.Assembler.name;
import static io.policyc.signatures.wasm.Assembler.section;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/// Makes core modules that a parser takes: types, imports and exports of every kind, and custom
/// sections anywhere.
final class GenModule {
  // chicory 1.7.5 takes neither U+0000 nor characters beyond U+FFFF in imports
  private static final List<String> NAMES =
      List.of("env", "", "wasi_snapshot_preview1", "fd_write", "ümlaut", "a b", "日本語");

  private final Random dice;

  GenModule(Random dice) {
    this.dice = dice;
  }

  byte[] next() {
    byte[] type = section(1, list(bytes(0x60, 0, 0)));
    byte[] imports = section(2, items(12, this::imported));
    byte[] memory = section(5, list(bytes(0, 1)));
    byte[] exports = section(7, unique());
    return module(
        custom(),
        type,
        custom(),
        custom(),
        maybe(imports),
        custom(),
        memory,
        custom(),
        maybe(exports),
        custom());
  }

  private byte[] maybe(byte[] section) {
    return dice.nextInt(8) == 0 ? bytes() : section;
  }

  private byte[] custom() {
    return dice.nextInt(3) == 0
        ? section(0, join(name(word()), filler(dice.nextInt(300))))
        : bytes();
  }

  private byte[] items(int most, Supplier<byte[]> item) {
    byte[][] items = new byte[dice.nextInt(most)][];
    for (int i = 0; i < items.length; i++) {
      items[i] = item.get();
    }
    return list(items);
  }

  private byte[] imported() {
    return join(name(word()), name(word()), type());
  }

  private byte[] type() {
    return switch (dice.nextInt(8)) {
      case 0, 1, 2 -> bytes(0, 0);
      case 3 -> bytes(1, dice.nextBoolean() ? 0x70 : 0x6f, 0, dice.nextInt(100));
      case 4 -> bytes(1, 0x70, 1, 3, 0x80 | dice.nextInt(128), dice.nextInt(1, 128));
      case 5 -> bytes(2, 0, dice.nextInt(100));
      case 6 -> bytes(2, 1, 1, dice.nextInt(1, 100));
      default -> bytes(3, 0x7c + dice.nextInt(4), dice.nextInt(2));
    };
  }

  // chicory refuses a name that is exported twice
  private byte[] unique() {
    int[] count = {0};
    return items(6, () -> join(name(word() + count[0]++), bytes(2, 0)));
  }

  private String word() {
    String word = NAMES.get(dice.nextInt(NAMES.size()));
    return dice.nextInt(20) == 0 ? word + "x".repeat(dice.nextInt(1000)) : word;
  }
}
