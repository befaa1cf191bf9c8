package io.policyc.compiler.project;

import io.policyc.compiler.Settings;
import io.policyc.compiler.cilium.CiliumVersion;
import java.util.List;
import java.util.Optional;

/// Settings while they are read, starting from what holds without any.
final class SettingsDraft {
  CiliumVersion ciliumVersion = Settings.Cilium.DEFAULT.version();
  Settings.HttpRules httpRules = Settings.Cilium.DEFAULT.httpRules();
  List<Settings.DnsServer> dns = Settings.Cilium.DEFAULT.dns();
  String domain = Settings.Cilium.DEFAULT.domain();
  List<String> search = Settings.Cilium.DEFAULT.search();
  String falcoVersion = Settings.DEFAULT.falco().version();
  Settings.Falco.Wrap wrap = Settings.DEFAULT.falco().wrap();
  String falcoNamespace = Settings.DEFAULT.falco().namespace();
  String kubernetesVersion = Settings.DEFAULT.kubernetes().version();
  int apiPort = Settings.DEFAULT.kubernetes().apiPort();
  Settings.Webhook.Mode mode = Settings.DEFAULT.webhook().mode();
  Settings.Webhook.Tags tags = Settings.DEFAULT.webhook().tags();
  Optional<String> directory = Settings.DEFAULT.output().directory();

  Settings settings() {
    return new Settings(
        new Settings.Cilium(ciliumVersion, httpRules, dns, domain, search),
        new Settings.Falco(falcoVersion, wrap, falcoNamespace),
        new Settings.Kubernetes(kubernetesVersion, apiPort),
        new Settings.Webhook(mode, tags),
        new Settings.Output(directory));
  }
}
