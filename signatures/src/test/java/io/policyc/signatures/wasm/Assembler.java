package io.policyc.signatures.wasm;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.policyc.signatures.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// Puts modules and components together by hand, right ones and wrong ones.
final class Assembler {
  private static final byte[] MODULE = {0, 'a', 's', 'm', 1, 0, 0, 0};
  private static final byte[] COMPONENT = {0, 'a', 's', 'm', 13, 0, 1, 0};

  private Assembler() {}

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static byte[] bytes(int... values) {
    byte[] out = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      out[i] = (byte) values[i];
    }
    return out;
  }

  static byte[] number(long value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long rest = value;
    while (rest >= 0x80) {
      out.write((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
    return out.toByteArray();
  }

  static byte[] name(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    return join(number(utf8.length), utf8);
  }

  static byte[] list(byte[]... items) {
    return join(number(items.length), join(items));
  }

  static byte[] section(int id, byte[] content) {
    return join(bytes(id), number(content.length), content);
  }

  static byte[] function(String module, String name) {
    return join(name(module), name(name), bytes(0, 0));
  }

  static byte[] instance(String name) {
    return join(bytes(0), name(name), bytes(5, 0));
  }

  static byte[] module(byte[]... sections) {
    return join(MODULE, join(sections));
  }

  static byte[] component(byte[]... sections) {
    return join(COMPONENT, join(sections));
  }

  static byte[] filler(int length) {
    byte[] out = new byte[length];
    Arrays.fill(out, (byte) 0x0b);
    return out;
  }

  static Binary read(byte[] content) {
    return WasmReader.read(Bytes.wrap(content));
  }
}
