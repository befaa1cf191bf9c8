package io.policyc.tests.peers.cosign;

import java.util.List;
import java.util.stream.Stream;

/// Options of cosign that choose a layout.
final class Flags {
  private Flags() {}

  static List<String> join(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  /// To sign without a log and without a timestamp.
  static List<String> offline(int version, Layout layout) {
    List<String> services = List.of("--signing-config=offline.json", "--trusted-root=nobody.json");
    List<String> legacy =
        List.of("--use-signing-config=false", "--tlog-upload=false", "--new-bundle-format=false");
    return switch (layout) {
      case LEGACY -> version == 2 ? List.of("--tlog-upload=false") : legacy;
      case BUNDLE ->
          version == 2
              ? join(List.of("--tlog-upload=false", "--new-bundle-format"), services)
              : services;
    };
  }

  /// To read a layout: cosign 2 must be told which, cosign 3 looks for both.
  static List<String> reading(int version, Layout layout) {
    return layout == Layout.BUNDLE && version == 2
        ? List.of("--new-bundle-format", "--trusted-root=nobody.json")
        : List.of("--trusted-root=nobody.json");
  }
}
