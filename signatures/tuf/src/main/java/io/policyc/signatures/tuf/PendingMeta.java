package io.policyc.signatures.tuf;

import dev.sigstore.json.JsonParseException;
import dev.sigstore.tuf.MetaStore;
import dev.sigstore.tuf.model.SignedTufMeta;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What one refresh learns, in front of what earlier ones left in a folder, which it only reads.
///
/// sigstore-java writes each part as soon as it has checked it. Were a timestamp kept whose
/// snapshot failed, the next refresh would take the old snapshot for the one that belongs to it.
final class PendingMeta implements MetaStore {
  private final MetaFolder folder;
  private final Map<String, SignedTufMeta<?>> written = new TreeMap<>();
  private final Set<String> cleared = new TreeSet<>();

  PendingMeta(MetaFolder folder) {
    this.folder = folder;
  }

  Map<String, SignedTufMeta<?>> written() {
    return new TreeMap<>(written);
  }

  @Override
  public String getIdentifier() {
    return "memory";
  }

  @Override
  public <T extends SignedTufMeta<?>> Optional<T> readMeta(String role, Class<T> type)
      throws IOException, JsonParseException {
    if (written.containsKey(role)) {
      return Optional.ofNullable(written.get(role)).map(type::cast);
    }
    return cleared.contains(role) ? Optional.empty() : folder.read(role, type);
  }

  @Override
  public void writeMeta(String role, SignedTufMeta<?> meta) {
    written.put(role, meta);
  }

  @Override
  public void clearMeta(String role) {
    written.remove(role);
    cleared.add(role);
  }
}
