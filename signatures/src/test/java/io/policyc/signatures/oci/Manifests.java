package io.policyc.signatures.oci;

import io.policyc.signatures.Digest;
import java.util.List;
import java.util.stream.Collectors;

/// Texts of manifests for tests.
final class Manifests {
  static final String IMAGE = "application/vnd.oci.image.manifest.v1+json";
  static final String INDEX = "application/vnd.oci.image.index.v1+json";
  static final String BUNDLE = "application/vnd.dev.sigstore.bundle.v0.3+json";
  static final String EMPTY_CONFIG = "application/vnd.oci.empty.v1+json";
  static final String SIMPLE = "application/vnd.dev.cosign.simplesigning.v1+json";
  static final String DSSE = "application/vnd.dsse.envelope.v1+json";

  private Manifests() {}

  static String layer(String type, Digest digest, long size, String annotations) {
    return """
        {"mediaType":"%s","digest":"%s","size":%d,"annotations":{%s}}"""
        .formatted(type, digest, size, annotations);
  }

  static String image(String artifactType, String configType, String... layers) {
    return """
        {"schemaVersion":2,"mediaType":"%s","artifactType":"%s",
         "config":{"mediaType":"%s","digest":"%s","size":2},"layers":[%s]}"""
        .formatted(
            IMAGE,
            artifactType,
            configType,
            Digest.sha256(new byte[] {'{', '}'}),
            String.join(",", layers));
  }

  static String entry(Digest digest, String artifactType) {
    return """
        {"mediaType":"%s","digest":"%s","size":10,"artifactType":"%s"}"""
        .formatted(IMAGE, digest, artifactType);
  }

  static String index(List<String> entries) {
    return entries.stream()
        .collect(
            Collectors.joining(
                ",", "{\"schemaVersion\":2,\"mediaType\":\"" + INDEX + "\",\"manifests\":[", "]}"));
  }
}
