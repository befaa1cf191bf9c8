package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.Code;
import io.policyc.compiler.Settings;
import io.policyc.compiler.cilium.CiliumVersion;
import io.policyc.compiler.emit.Report;
import io.policyc.compiler.model.Conversation;
import io.policyc.compiler.model.Grant;
import io.policyc.compiler.model.Lookup;
import io.policyc.compiler.model.Model;
import io.policyc.compiler.model.Origin;
import io.policyc.compiler.model.Peer;
import io.policyc.findings.Finding;
import java.util.List;

/// Finds what the version of Cilium that is aimed at takes for something else, or refuses.
final class Versions {
  private final CiliumVersion version;
  private final Report report;

  Versions(Settings settings, Report report) {
    this.version = settings.cilium().version();
    this.report = report;
  }

  void check(Model model) {
    model.grants().forEach(this::check);
    model.lookups().forEach(this::check);
  }

  private void check(Grant grant) {
    if (grant.receiver() instanceof Peer.Outside(var external)) {
      subdomains(external.hosts(), grant.origin());
    }
    if (grant.conversation() instanceof Conversation.Transport(_, _, var names)) {
      names.forEach(name -> serverName(name, grant.origin()));
    }
  }

  private void check(Lookup lookup) {
    subdomains(lookup.names(), lookup.origin());
  }

  // Source: Cilium v1.19.4, pkg/fqdn/matchpattern: before it `**` was one `*`, a single label.
  private void subdomains(List<String> hosts, Origin origin) {
    if (!version.atLeast(CiliumVersion.V1_19)) {
      hosts.stream()
          .filter(host -> host.startsWith("**."))
          .forEach(host -> report.add(needs(Code.PC0401, host, CiliumVersion.V1_19, origin)));
    }
  }

  // Source: the CRD of Cilium v1.19.4, serverNames: `^(\*?\*\.)?([-a-zA-Z0-9_]+\.?)+$`.
  private void serverName(String name, Origin origin) {
    String rest = name.startsWith("**.") ? name.substring(3) : name;
    String plain = rest.startsWith("*.") && rest.equals(name) ? rest.substring(2) : rest;
    if (plain.indexOf('*') >= 0 && !version.atLeast(CiliumVersion.V1_20)) {
      report.add(needs(Code.PC0402, name, CiliumVersion.V1_20, origin));
    }
  }

  private Finding needs(Code code, String pattern, CiliumVersion since, Origin origin) {
    return code.at(
            origin.sentence(),
            "the pattern `"
                + pattern
                + "` needs Cilium "
                + since.text()
                + ", and policies are made for "
                + version.text())
        .withHelp(
            code == Code.PC0401
                ? "write one pattern for each depth, `*."
                    + pattern.substring(3)
                    + "` and `*.*."
                    + pattern.substring(3)
                    + "`, or set `version` in policyc.toml"
                : "write `*.` or `**.` in front of a name, or set `version` in policyc.toml");
  }
}
