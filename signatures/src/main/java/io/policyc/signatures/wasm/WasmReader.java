package io.policyc.signatures.wasm;

import io.policyc.signatures.Bytes;

/// Reads what a module or component imports and exports.
///
/// Nothing is validated that does not bear on these: a host may refuse what is read here. The
/// reverse does not hold: a host that runs the bytes sees these imports and no others.
public final class WasmReader {
  /// How many imports, and how many exports, are read at most: what browsers took until 2024, and
  /// 1,000 times what is seen.
  public static final int MAX_ITEMS = 100_000;

  private static final int HEADER = 8;

  private WasmReader() {}

  /// Reads a file.
  ///
  /// @param bytes whose number the caller bounds; time is linear in it
  public static Binary read(Bytes bytes) {
    byte[] content = bytes.view();
    if (!isWasm(bytes)) {
      return new Binary.Other();
    }
    try {
      return read(content);
    } catch (MalformedException e) {
      return e.value();
    }
  }

  /// Whether bytes begin as every module and component does: with `\0asm`.
  public static boolean isWasm(Bytes bytes) {
    byte[] content = bytes.view();
    return content.length >= 4
        && content[0] == 0
        && content[1] == 'a'
        && content[2] == 's'
        && content[3] == 'm';
  }

  private static Binary read(byte[] content) throws MalformedException {
    if (content.length < HEADER) {
      throw new MalformedException(content.length, "it ends too early");
    }
    int version = (content[4] & 0xff) | ((content[5] & 0xff) << 8);
    int layer = (content[6] & 0xff) | ((content[7] & 0xff) << 8);
    Cursor cursor = new Cursor(content, HEADER, content.length);
    if (layer == 0 && version == 1) {
      return ModuleReader.read(cursor);
    }
    // 13 is the preview's; the standard's will be 1
    if (layer == 1 && (version == 13 || version == 1)) {
      return ComponentReader.read(cursor);
    }
    throw new MalformedException(4, "version " + version + " of layer " + layer + " is not known");
  }
}
