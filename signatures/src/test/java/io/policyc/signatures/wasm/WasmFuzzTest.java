package io.policyc.signatures.wasm;

import static io.policyc.signatures.wasm.Assembler.bytes;
import static io.policyc.signatures.wasm.Assembler.component;
import static io.policyc.signatures.wasm.Assembler.instance;
import static io.policyc.signatures.wasm.Assembler.join;
import static io.policyc.signatures.wasm.Assembler.module;
import static io.policyc.signatures.wasm.Assembler.number;
import static io.policyc.signatures.wasm.Assembler.section;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever the bytes are, there is an answer.
class WasmFuzzTest {
  private static final int ROUNDS = 4000;
  private static final int LARGE = 10_000_000;

  @Test
  void answersWhateverIsSpoilt() throws IOException {
    Random dice = new Random(20261124);
    int malformed = 0;
    int total = 0;
    for (Path file : WasmReaderTest.fixtures().toList()) {
      byte[] good = Files.readAllBytes(file);
      for (int i = 0; i < ROUNDS; i++, total++) {
        Binary binary = Assembler.read(Mutation.of(good, dice));
        assertFalse(Capability.of(binary.asked()).size() > Capability.values().length);
        malformed += binary instanceof Binary.Malformed ? 1 : 0;
      }
    }
    System.out.println(malformed + " of " + total + " spoilt files are malformed");
    assertTrue(malformed > total / 5 && malformed < total * 4 / 5, malformed + " of " + total);
  }

  @Test
  void answersNoise() {
    Random dice = new Random(6);
    for (int i = 0; i < ROUNDS; i++) {
      byte[] noise = new byte[dice.nextInt(200)];
      dice.nextBytes(noise);
      assertInstanceOf(Binary.class, Assembler.read(i % 2 == 0 ? module(noise) : component(noise)));
    }
  }

  // Each takes milliseconds; the benchmark says how many.
  @Test
  void answersLargeHostileFiles() {
    byte[] empty = new byte[LARGE];
    assertInstanceOf(Binary.Malformed.class, Assembler.read(module(section(2, empty))));
    assertInstanceOf(Binary.Component.class, Assembler.read(component(repeated(bytes(10, 1, 0)))));
    assertInstanceOf(Binary.Component.class, Assembler.read(component(repeated(bytes(1, 0)))));
    assertInstanceOf(Binary.Module.class, Assembler.read(module(repeated(bytes(0, 1, 0)))));
    byte[] many = join(number(900_000), repeated(instance("x:y/z")));
    assertInstanceOf(Binary.Malformed.class, Assembler.read(component(section(10, many))));
    byte[] most = join(number(100_000), repeated(instance("x:y/z" + "w".repeat(90))));
    Binary left = Assembler.read(component(section(10, most)));
    assertInstanceOf(Binary.Malformed.class, left);
    byte[] endless = new byte[LARGE];
    Arrays.fill(endless, (byte) 0x80);
    assertInstanceOf(Binary.Malformed.class, Assembler.read(module(endless)));
  }

  @Test
  void groupsCapabilitiesOfManyImports() {
    byte[] many =
        join(number(100_000), repeat(instance("wasmcloud:unheard/of" + "f".repeat(70)), 100_000));
    Binary binary = Assembler.read(component(section(10, many)));
    assertTrue(Capability.of(binary.asked()).equals(List.of(Capability.UNKNOWN)));
  }

  private static byte[] repeated(byte[] part) {
    return repeat(part, LARGE / part.length);
  }

  private static byte[] repeat(byte[] part, int times) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(part.length * times);
    for (int i = 0; i < times; i++) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
