package io.policyc.signatures.tuf;

import dev.sigstore.tuf.TargetStore;
import io.policyc.signatures.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Holds the one file that is fetched, in memory: it is small, and what lies in a folder between
/// two runs may have been changed.
final class OneTarget implements TargetStore {
  private Bytes content = Bytes.EMPTY;

  Bytes content() {
    return content;
  }

  @Override
  public String getIdentifier() {
    return "memory";
  }

  @Override
  public void writeTarget(String name, byte[] bytes) {
    content = Bytes.copyOf(bytes);
  }

  @Override
  public boolean hasTarget(String name) {
    return false;
  }

  @Override
  public byte[] readTarget(String name) throws IOException {
    return content.toArray();
  }

  @Override
  public InputStream getTargetInputSteam(String name) {
    return new ByteArrayInputStream(content.view());
  }
}
