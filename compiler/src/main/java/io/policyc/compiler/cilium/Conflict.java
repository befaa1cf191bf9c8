package io.policyc.compiler.cilium;

import io.policyc.compiler.Code;
import io.policyc.findings.Finding;
import io.policyc.findings.ObjectPath;

/// Two entries that Cilium can't merge for a pod that both are about, or merges into less than they
/// say.
///
/// @param kind what goes wrong
/// @param first an entry of `toPorts`, or a rule
/// @param second another one for the same peer, protocol and port
public record Conflict(Kind kind, Place first, Place second) {
  /// What goes wrong when entries for the same peer, protocol and port are merged.
  public enum Kind {
    /// HTTP, DNS, TLS and listeners exclude each other.
    PARSERS("look into the traffic in different ways", true),
    /// One says `required`, the other `disabled`.
    AUTHENTICATION("ask for different mutual authentication", true),
    /// Envoy can end or begin TLS in one way only.
    TLS_CONTEXTS("use different TLS contexts", true),
    /// Two listeners of equal priority.
    LISTENERS("send the traffic to different listeners", true),
    /// Server names together with layer 7 rules need TLS termination.
    SNI_WITH_L7("combine server names with rules on layer 7", true),
    /// One names TLS servers, so that the other admits nothing else any more.
    SNI_DEMANDED("differ in server names, which are then asked of both", false),
    /// One asks for authentication, which the other is then asked, too.
    AUTH_DEMANDED("differ in mutual authentication, which is then asked of both", false);

    private final String words;
    private final boolean refused;

    Kind(String words, boolean refused) {
      this.words = words;
      this.refused = refused;
    }

    /// What the two do, in words.
    public String words() {
      return words;
    }

    /// Whether Cilium gives up on the pod's policy; otherwise it narrows what is allowed.
    public boolean refused() {
      return refused;
    }
  }

  /// A place in one of the policies.
  ///
  /// @param policy its index in the list, counted from 0
  /// @param name `shop/web`
  /// @param path the entry
  public record Place(int policy, String name, ObjectPath path) {
    @Override
    public String toString() {
      return "`" + path + "` of `" + name + "`";
    }
  }

  /// The conflict as an error about the first of the two objects.
  public Finding finding() {
    Code code = kind.refused ? Code.PC0709 : Code.PC0710;
    String message =
        "%s and %s %s for the same peer, port and pod".formatted(first, second, kind.words);
    return code.of(message).withPath(first.path());
  }
}
