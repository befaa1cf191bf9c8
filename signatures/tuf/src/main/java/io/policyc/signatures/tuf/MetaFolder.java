package io.policyc.signatures.tuf;

import dev.sigstore.json.JsonParseException;
import dev.sigstore.tuf.FileSystemTufStore;
import dev.sigstore.tuf.model.SignedTufMeta;
import io.policyc.signatures.Quote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/// What a mirror was last seen to say: `root.json`, `timestamp.json`, `snapshot.json` and
/// `targets.json`.
///
/// @param path a folder of this mirror's own
record MetaFolder(Path path) {
  /// Makes it, before anybody is asked.
  void prepare() throws RefreshException {
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw unwritable(e);
    }
    if (!Files.isWritable(path)) {
      throw unwritable(new IOException("read-only"));
    }
  }

  <T extends SignedTufMeta<?>> Optional<T> read(String role, Class<T> type)
      throws IOException, JsonParseException {
    return store(path).readMeta(role, type);
  }

  /// Takes over what a refresh learnt. Each file is replaced as a whole; of a run that is killed
  /// between two of them the next one makes up the rest.
  void keep(Map<String, SignedTufMeta<?>> learnt) throws RefreshException {
    try {
      Path beside = Files.createTempDirectory(path, "new");
      try {
        replace(learnt, beside);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private void replace(Map<String, SignedTufMeta<?>> learnt, Path beside) throws IOException {
    for (Map.Entry<String, SignedTufMeta<?>> one : learnt.entrySet()) {
      store(beside).writeMeta(one.getKey(), one.getValue());
      String name = one.getKey() + ".json";
      Files.move(beside.resolve(name), path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  // No folder for targets: they stay in memory.
  private static FileSystemTufStore store(Path folder) {
    return FileSystemTufStore.newFileSystemStore(folder, folder);
  }

  private RefreshException unwritable(IOException e) {
    return new RefreshException("the folder " + Quote.of(path + "") + " cannot be written", e);
  }
}
