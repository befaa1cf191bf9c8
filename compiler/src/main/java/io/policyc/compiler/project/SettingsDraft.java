package io.policyc.compiler.project;

import io.policyc.compiler.Settings;
import io.policyc.compiler.cilium.CiliumVersion;
import io.policyc.manifests.TemplatePath;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

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
  List<TemplatePath> templates = Settings.DEFAULT.kubernetes().templates();
  Settings.Mode admission = Settings.Admission.DEFAULT.mode();
  Settings.PodSecurity podSecurity = Settings.Admission.DEFAULT.podSecurity();
  List<String> exemptNamespaces = Settings.Admission.DEFAULT.exemptNamespaces();
  List<String> exemptRuntimeClasses = Settings.Admission.DEFAULT.exemptRuntimeClasses();
  List<String> exemptUsers = Settings.Admission.DEFAULT.exemptUsers();
  SortedMap<String, Settings.Mode> checks = Settings.Admission.DEFAULT.checks();
  SortedMap<String, Settings.Mode> namespaces = Settings.Admission.DEFAULT.namespaces();
  Settings.Mode mode = Settings.DEFAULT.webhook().mode();
  Settings.Webhook.Tags tags = Settings.DEFAULT.webhook().tags();
  Optional<String> directory = Settings.DEFAULT.output().directory();

  Settings settings() {
    return new Settings(
        new Settings.Cilium(ciliumVersion, httpRules, dns, domain, search),
        new Settings.Falco(falcoVersion, wrap, falcoNamespace),
        new Settings.Kubernetes(kubernetesVersion, apiPort, templates),
        new Settings.Admission(
            admission,
            podSecurity,
            exemptNamespaces,
            exemptRuntimeClasses,
            exemptUsers,
            checks,
            namespaces),
        new Settings.Webhook(mode, tags),
        new Settings.Output(directory));
  }
}
