package io.policyc.cli.inspectwasm;

import io.policyc.cli.Io;
import io.policyc.cli.UsageException;
import io.policyc.cli.input.DiskReader;
import io.policyc.compiler.project.SourceReader.Found;
import io.policyc.signatures.Bytes;
import io.policyc.signatures.wasm.WasmReader;
import java.nio.ByteBuffer;
import java.util.List;

/// One run of `policyc inspect-wasm`.
final class InspectWasm {
  /// The largest file, and the largest layer, that is read.
  static final int MAX_BYTES = 256 << 20;

  private static final int MAX_ENTRIES = 100_000;

  private final Io io;

  InspectWasm(Io io) {
    this.io = io;
  }

  List<Inspected> all(String name) {
    DiskReader disk = new DiskReader(io.cwd(), io.in());
    Found found =
        name.equals("-") ? disk.standardInput(MAX_BYTES) : disk.look(name, MAX_BYTES, MAX_ENTRIES);
    return switch (found) {
      case Found.Bytes(_, var content) -> List.of(file(name, content));
      case Found.Folder _ -> new LayoutImages(io.cwd().resolve(name)).all();
      case Found.Missing _ -> throw cannot(name, "there is nothing by that name");
      case Found.Unreadable(var reason) -> throw cannot(name, reason);
      case Found.Special _ -> throw cannot(name, "it is neither a file nor a folder");
      case Found.TooLarge _ -> throw cannot(name, "it is larger than 256 MiB");
      case Found.Crowded _ -> throw cannot(name, "the folder holds too many names");
    };
  }

  private static UsageException cannot(String name, String why) {
    return new UsageException(
        "`" + name + "` cannot be read: " + why,
        "name a module, a component, or the folder of an image layout");
  }

  private static Inspected file(String name, ByteBuffer content) {
    byte[] bytes = new byte[content.remaining()];
    content.get(bytes);
    return Inspected.file(name, WasmReader.read(Bytes.wrap(bytes)));
  }
}
