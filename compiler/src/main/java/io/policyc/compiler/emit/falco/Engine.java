package io.policyc.compiler.emit.falco;

import io.policyc.compiler.Settings;

/// What the release of Falco that is aimed at shows.
///
/// @param minor of `0.MINOR`
record Engine(int minor) {
  /// The first release whose events have the shape that rules expect; its engine is 0.57.0.
  static final int OLDEST = 42;

  /// The first one in which a start names the file that was asked for, again (falcosecurity/libs
  /// pull request 2735); its engine is 0.62.0.
  private static final int FILE_NAMES = 44;

  /// @param falco with a version that the settings have checked
  static Engine of(Settings.Falco falco) {
    String[] numbers = falco.version().split("\\.", -1);
    return new Engine(numbers[0].equals("0") ? Integer.parseInt(numbers[1]) : Integer.MAX_VALUE);
  }

  boolean isTooOld() {
    return minor < OLDEST;
  }

  /// Whether `evt.arg.filename` has a value when a program starts.
  boolean showsFileNames() {
    return minor >= FILE_NAMES;
  }

  /// The engine that a file of rules asks for.
  ///
  /// @param fileNames whether a rule would be wrong where a start does not name its file
  static String required(boolean fileNames) {
    return fileNames ? "0.62.0" : "0.57.0";
  }
}
