package io.policyc.compiler.project;

import io.policyc.compiler.project.toml.TomlValue;
import java.util.Locale;

/// One key of `policyc.toml`.
///
/// @param section the table that it stands in, such as `cilium`
/// @param name its own name, such as `http-rules`
/// @param text whether its value is text, which a variable or a flag then gives without quotes
/// @param setter what takes its value
record SettingKey(String section, String name, boolean text, Setter setter) {
  /// Takes a value into a draft, or says what is wrong with it.
  interface Setter {
    void set(SettingsDraft draft, TomlValue value, SettingValues read);
  }

  /// `cilium.http-rules`
  String fullName() {
    return section + "." + name;
  }

  /// `POLICYC_CILIUM_HTTP_RULES`
  String variable() {
    return "POLICYC_" + fullName().toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
