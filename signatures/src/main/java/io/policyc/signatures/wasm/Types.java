package io.policyc.signatures.wasm;

import java.util.Locale;
import java.util.Set;

/// Media types that have to do with WebAssembly, and those of images.
final class Types {
  static final String CONFIG_V0 = "application/vnd.wasm.config.v0+json";
  static final String CONFIG_V1 = "application/vnd.wasm.config.v1+json";
  static final String SPIN_APP = "application/vnd.fermyon.spin.application.v1+config";
  static final String SPIN_DATA = "application/vnd.wasm.content.layer.v1+data";
  static final String ENVOY_CONFIG = "application/vnd.module.wasm.config.v1+json";
  static final String ENVOY_MODULE = "application/vnd.module.wasm.content.layer.v1+wasm";

  private static final Set<String> MODULES =
      Set.of(
          "application/wasm",
          "application/vnd.wasm.content.layer.v1+wasm",
          "application/vnd.bytecodealliance.wasm.component.layer.v0+wasm",
          ENVOY_MODULE);
  private static final Set<String> IMAGE_CONFIGS =
      Set.of(
          "application/vnd.oci.image.config.v1+json",
          "application/vnd.docker.container.image.v1+json");

  private Types() {}

  /// Media types are compared as registries give them, but for their case.
  static String of(String mediaType) {
    return mediaType.toLowerCase(Locale.ROOT);
  }

  static boolean isModule(String type) {
    return MODULES.contains(of(type));
  }

  static boolean isImageConfig(String type) {
    return IMAGE_CONFIGS.contains(of(type));
  }

  /// Layers of files, whatever squeezes them.
  static boolean isFiles(String type) {
    String lower = of(type);
    return lower.startsWith("application/vnd.oci.image.layer.")
        || lower.startsWith("application/vnd.docker.image.rootfs.");
  }

  static boolean isEnvoy(String type) {
    return of(type).equals(ENVOY_CONFIG) || of(type).equals(ENVOY_MODULE);
  }
}
