package io.policyc.signatures.wasm;

/// Signs of an artifact's kind that disagree: somebody is to take it for something else, or it was
/// built wrongly.
///
/// @param id which signs
/// @param detail in words: lower-case, no full stop, texts of strangers escaped
public record Contradiction(Id id, String detail) {
  /// Which signs disagree.
  public enum Id {
    /// A layer or file says that it is WebAssembly, and its first bytes say otherwise.
    NOT_WASM("not-wasm"),
    /// Bytes are WebAssembly, and what describes them says otherwise.
    DISGUISED_WASM("disguised-wasm"),
    /// It begins like WebAssembly and cannot be read.
    MALFORMED_WASM("malformed-wasm"),
    /// There are more or fewer layers than its kind has.
    LAYERS("layers"),
    /// The architecture of config or platform is not that of its content.
    ARCHITECTURE("architecture"),
    /// The system of the config is not that of the module (wasip1) or component (wasip2).
    SYSTEM("system"),
    /// The config lists other imports than the component has.
    IMPORTS("imports"),
    /// The config is no JSON object.
    CONFIG("config"),
    /// It is called a plugin or a module, and holds none.
    NO_MODULE("no-module"),
    /// The locked app of a Spin application cannot be read, or names content that is not there.
    LOCKED_APP("locked-app");

    private final String word;

    Id(String word) {
      this.word = word;
    }

    /// Its name in reports.
    public String word() {
      return word;
    }
  }
}
