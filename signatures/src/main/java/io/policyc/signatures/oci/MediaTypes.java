package io.policyc.signatures.oci;

import java.util.Set;

/// The media types that matter here.
final class MediaTypes {
  static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
  static final String DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
  static final String DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
  static final String ACCEPT_MANIFEST =
      String.join(", ", OCI_INDEX, OCI_MANIFEST, DOCKER_LIST, DOCKER_MANIFEST);

  static final String SIMPLE_SIGNING = "application/vnd.dev.cosign.simplesigning.v1+json";
  static final String DSSE = "application/vnd.dsse.envelope.v1+json";
  static final String BUNDLE = "application/vnd.dev.sigstore.bundle";
  static final String COSIGN_ARTIFACT = "application/vnd.dev.cosign.artifact.";

  /// Types of configs that registries put in place of an artifact's type.
  private static final Set<String> CONFIGS =
      Set.of(
          "application/vnd.oci.empty.v1+json",
          "application/vnd.oci.image.config.v1+json",
          "application/vnd.docker.container.image.v1+json");

  private MediaTypes() {}

  static boolean isImage(String type) {
    return type.equals(OCI_MANIFEST) || type.equals(DOCKER_MANIFEST);
  }

  static boolean isIndex(String type) {
    return type.equals(OCI_INDEX) || type.equals(DOCKER_LIST);
  }

  static boolean isBundle(String type) {
    return type.startsWith(BUNDLE);
  }

  /// Whether what is listed under such an artifact type may hold a signature: it says so, or says
  /// nothing.
  static boolean maySign(String artifactType) {
    return isUnsaid(artifactType)
        || isBundle(artifactType)
        || artifactType.startsWith(COSIGN_ARTIFACT);
  }

  /// Whether it says nothing of what an artifact is.
  static boolean isUnsaid(String artifactType) {
    return artifactType.isEmpty() || CONFIGS.contains(artifactType);
  }

  /// Without parameters, in lower case.
  static String essence(String contentType) {
    int semicolon = contentType.indexOf(';');
    String type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
    return type.strip().toLowerCase(java.util.Locale.ROOT);
  }
}
