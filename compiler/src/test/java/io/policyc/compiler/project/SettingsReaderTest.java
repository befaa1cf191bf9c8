package io.policyc.compiler.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.policyc.compiler.Settings;
import io.policyc.compiler.Settings.DnsServer;
import io.policyc.compiler.cilium.CiliumVersion;
import io.policyc.compiler.project.SettingsReader.Given;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import io.policyc.manifests.TemplatePath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {
  @Test
  void takesEveryKey() {
    Checked<Settings> read =
        read(
            """
            [cilium]
            version = "1.18"
            http-rules = "both"
            dns = [
              { namespace = "dns", labels = { app = "dns", tier = "x" }, port = 1053 },
              { entity = "host" },
            ]
            domain = "corp.local"
            search = ["a.example", "b.example"]

            [falco]
            version = "0.43"
            wrap = "rulesfile"
            namespace = "sensors"

            [kubernetes]
            version = "1.35"
            api-port = 8443
            templates = [{ group = "argoproj.io", kind = "Rollout", path = "spec.template" }]

            [admission]
            mode = "warn"
            pod-security = "baseline:v1.34"
            exempt-namespaces = ["b", "a", "b"]
            exempt-runtime-classes = ["wasmtime"]
            exempt-users = ["system:serviceaccount:ops:deployer"]
            checks = [{ check = "hostPorts", mode = "warn" }]
            namespaces = [{ namespace = "legacy", mode = "audit" }]

            [webhook]
            mode = "audit"
            tags = "resolve"

            [output]
            directory = "generated"
            """);
    assertEquals(List.of(), read.findings());
    assertEquals(
        new Settings(
            new Settings.Cilium(
                CiliumVersion.V1_18,
                Settings.HttpRules.BOTH,
                List.of(
                    new DnsServer.Pods(
                        "dns", new TreeMap<>(Map.of("app", "dns", "tier", "x")), 1053),
                    new DnsServer.Entity("host", 53)),
                "corp.local",
                List.of("a.example", "b.example")),
            new Settings.Falco("0.43", Settings.Falco.Wrap.RULESFILE, "sensors"),
            new Settings.Kubernetes(
                "1.35", 8443, List.of(new TemplatePath("argoproj.io", "Rollout", "spec.template"))),
            new Settings.Admission(
                Settings.Mode.WARN,
                new Settings.PodSecurity("baseline", "v1.34"),
                List.of("a", "b"),
                List.of("wasmtime"),
                List.of("system:serviceaccount:ops:deployer"),
                new TreeMap<>(Map.of("hostPorts", Settings.Mode.WARN)),
                new TreeMap<>(Map.of("legacy", Settings.Mode.AUDIT))),
            new Settings.Webhook(Settings.Mode.AUDIT, Settings.Webhook.Tags.RESOLVE),
            new Settings.Output(Optional.of("generated"))),
        read.value());
  }

  @Test
  void anEmptyFileSetsNothing() {
    assertEquals(Checked.clean(Settings.DEFAULT), read(""));
    assertEquals(Checked.clean(Settings.DEFAULT), SettingsReader.read(Optional.empty(), List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          text | word | finding
          [cilum]                  | cilum       | PC0802 `cilum` is not a table of settings; did you mean `cilium`?
          [zzz]                    | zzz         | PC0802 `zzz` is not a table of settings; choose from `cilium`, `falco`, `kubernetes`, `admission`, `webhook`, `output`
          [cilium]⏎versoin = "1"   | versoin     | PC0802 `versoin` is not a setting of `[cilium]`; did you mean `version`?
          [output]⏎folder = "x"    | folder      | PC0802 `folder` is not a setting of `[output]`; choose from `directory`
          version = "1.20"         | version     | PC0802 `version` is not a table of settings; choose from `cilium`, `falco`, `kubernetes`, `admission`, `webhook`, `output`
          cilium = 1               | 1           | PC0803 `cilium` must be a table, not a whole number
          [cilium]⏎version = 1.20  | 1.20        | PC0803 `cilium.version` must be text, not a number with a fraction; write it in quotes: `"1.20"`
          [cilium]⏎version = "1.2" | "1.2"       | PC0804 `1.2` is no value for `cilium.version`; did you mean `1.20`?
          [cilium]⏎version = "9.9" | "9.9"       | PC0804 `9.9` is no value for `cilium.version`; choose one of `1.18`, `1.19`, `1.20`
          [cilium]⏎http-rules = "server-side" | "server-side" | PC0804 `server-side` is no value for `cilium.http-rules`; choose one of `server`, `both`
          [cilium]⏎http-rules = true | true      | PC0803 `cilium.http-rules` must be text, not true or false
          [cilium]⏎domain = "A.b"  | "A.b"       | PC0804 `A.b` is no value for `cilium.domain`; give a domain name in lower case, such as `cluster.local`
          [cilium]⏎domain = "a.b." | "a.b."      | PC0804 `a.b.` is no value for `cilium.domain`; give a domain name in lower case, such as `cluster.local`
          [cilium]⏎domain = ""     | ""          | PC0804 `` is no value for `cilium.domain`; give a domain name in lower case, such as `cluster.local`
          [cilium]⏎search = "a"    | "a"         | PC0803 `cilium.search` must be a list, not text
          [cilium]⏎search = ["a", 1] | 1         | PC0803 `cilium.search` must be text, not a whole number; write it in quotes: `"1"`
          [cilium]⏎dns = []        | []          | PC0804 `[]` is no value for `cilium.dns`; name at least one place where pods ask for names
          [cilium]⏎dns = [1]       | 1           | PC0803 `cilium.dns` must be a list of tables, not a whole number
          [cilium]⏎dns = [{}]      | {}          | PC0804 `{ … }` is no value for `cilium.dns`; name `namespace` and `labels` of the pods, or an `entity`
          [cilium]⏎dns = [{ entity = "hst" }] | "hst" | PC0804 `hst` is no value for `cilium.dns`; did you mean `host`?
          [cilium]⏎dns = [{ entity = "host", prot = 1 }] | prot | PC0802 `prot` is not a setting of `cilium.dns`; did you mean `port`?
          [cilium]⏎dns = [{ entity = "host", namespace = "a" }] | { entity = "host", namespace = "a" } | PC0804 `entity with pods` is no value for `cilium.dns`; name either an `entity`, or `namespace` and `labels`
          [cilium]⏎dns = [{ namespace = "a", labels = {} }] | {} | PC0804 `0 labels` is no value for `cilium.dns`; give 1 to 16 labels
          [falco]⏎version = "new"  | "new"       | PC0804 `new` is no value for `falco.version`; give two numbers, such as `1.36`
          [kubernetes]⏎api-port = 0 | 0          | PC0804 `0` is no value for `kubernetes.api-port`; give a port from 1 to 65535
          [kubernetes]⏎api-port = 65536 | 65536  | PC0804 `65536` is no value for `kubernetes.api-port`; give a port from 1 to 65535
          [kubernetes]⏎api-port = "6443" | "6443" | PC0803 `kubernetes.api-port` must be a whole number, not text
          [kubernetes]⏎templates = [{ group = "a.io", kind = "X" }] | { group = "a.io", kind = "X" } | PC0804 `{ … }` is no value for `kubernetes.templates`; name its `path`, too
          [kubernetes]⏎templates = [{ grup = "a.io", kind = "X", path = "spec" }] | grup | PC0802 `grup` is not a setting of `kubernetes.templates`; did you mean `group`?
          [kubernetes]⏎templates = [{ group = "a.io", kind = "rollout", path = "spec" }] | "rollout" | PC0804 `rollout` is no value for `kubernetes.templates`; give the kind as manifests do, such as `Rollout`
          [kubernetes]⏎templates = [{ group = "A", kind = "X", path = "spec" }] | "A" | PC0804 `A` is no value for `kubernetes.templates`; give a domain name in lower case, such as `cluster.local`
          [kubernetes]⏎templates = [{ group = "a.io", kind = "X", path = "spec..x" }] | "spec..x" | PC0804 `spec..x` is no value for `kubernetes.templates`; give the names of fields with `.` between them, such as `spec.template`, `[]` behind a list, `*` for every field
          [admission]⏎mode = "off" | "off" | PC0804 `off` is no value for `admission.mode`; choose one of `enforce`, `warn`, `audit`
          [admission]⏎pod-security = "restrited" | "restrited" | PC0804 `restrited` is no value for `admission.pod-security`; did you mean `restricted`?
          [admission]⏎pod-security = "restricted:1.34" | "restricted:1.34" | PC0804 `restricted:1.34` is no value for `admission.pod-security`; write `restricted:v1.34`, or `restricted:latest`
          [admission]⏎pod-security = "baseline:" | "baseline:" | PC0804 `baseline:` is no value for `admission.pod-security`; write `baseline:v1.34`, or `baseline:latest`
          [admission]⏎exempt-namespaces = ["kube-*"] | "kube-*" | PC0804 `kube-*` is no value for `admission.exempt-namespaces`; give the name of a namespace, such as `falco`
          [admission]⏎exempt-users = [""] | "" | PC0804 `` is no value for `admission.exempt-users`; give a name
          [admission]⏎checks = [{ check = "hostPort", mode = "warn" }] | "hostPort" | PC0804 there is no check `hostPort`; did you mean `hostPorts`?
          [admission]⏎checks = [{ check = "hostNetwork", mode = "warn" }] | "hostNetwork" | PC0804 there is no check `hostNetwork`; did you mean `hostNamespaces`?
          [admission]⏎checks = [{ check = "hostPorts", mode = "warning" }] | "warning" | PC0804 `warning` is no value for `admission.checks`; choose one of `enforce`, `warn`, `audit`
          [admission]⏎checks = [{ check = "hostPorts" }] | { check = "hostPorts" } | PC0804 `{ … }` is no value for `admission.checks`; name its `mode`, too
          [admission]⏎checks = ["hostPorts"] | "hostPorts" | PC0803 `admission.checks` must be a list of tables, not text
          [admission]⏎namespaces = [{ namespace = "a", mode = "warn" }, { namespace = "a", mode = "audit" }] | { namespace = "a", mode = "audit" } | PC0804 `a` is no value for `admission.namespaces`; give it one mode: it stands here twice
          [webhook]⏎mode = "Warn"  | "Warn"      | PC0804 `Warn` is no value for `webhook.mode`; did you mean `warn`?
          [output]⏎directory = " " | " "         | PC0804 ` ` is no value for `output.directory`; give a name
          """)
  void refuses(String text, String word, String finding) {
    List<Finding> found = read(text.replace('⏎', '\n')).findings();
    assertEquals(List.of(finding), found.stream().map(SettingsReaderTest::shown).toList());
    assertEquals(word, found.getFirst().at().orElseThrow().text());
  }

  @Test
  void reportsEveryMistake() {
    assertEquals(3, read("[a]\n[cilium]\nversion = 1\n[webhook]\nx = 1\n").findings().size());
  }

  @Test
  void flagsBeatTheEnvironmentAndTheEnvironmentBeatsTheFile() {
    Optional<Source> file =
        Optional.of(
            new Source(
                "policyc.toml",
                "[cilium]\nversion = \"1.18\"\ndomain = \"a.b\"\nhttp-rules = \"both\"\n"));
    List<Given> given =
        new java.util.ArrayList<>(
            SettingsReader.overrides(
                Map.of(
                    "POLICYC_CILIUM_VERSION", "1.19",
                    "POLICYC_CILIUM_DOMAIN", "c.d",
                    "POLICYC_KUBERNETES_API_PORT", "7443",
                    "POLICYC_CILIUM_SEARCH", "[\"x.y\"]",
                    "POLICYC_OUTPUT_DIRECTORY", "",
                    "PATH", "/bin")));
    given.add(new Given("--set cilium.version", "cilium.version", "1.20"));
    Checked<Settings> read = SettingsReader.read(file, given);
    assertEquals(List.of(), read.findings());
    assertEquals(
        new Settings.Cilium(
            CiliumVersion.V1_20,
            Settings.HttpRules.BOTH,
            Settings.Cilium.DEFAULT.dns(),
            "c.d",
            List.of("x.y")),
        read.value().cilium());
    assertEquals(7443, read.value().kubernetes().apiPort());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          cilium.versoin      | 1.20  | PC0802 `cilium.versoin` is not a setting; did you mean `cilium.version`?
          kubernetes.api-port | x     | PC0801 `x` is not a value; put text in quotes, and write numbers and dates as TOML does
          kubernetes.api-port | 1 2   | PC0801 only a comment may follow the value on its line
          cilium.version      | "1.2" | PC0804 `"1.2"` is no value for `cilium.version`; did you mean `1.20`?
          """)
  void refusesOverrides(String key, String value, String finding) {
    List<Finding> found =
        SettingsReader.read(Optional.empty(), List.of(new Given("--set " + key, key, value)))
            .findings();
    assertEquals(List.of(finding), found.stream().map(SettingsReaderTest::shown).toList());
    assertEquals("--set " + key, found.getFirst().at().orElseThrow().source().name());
  }

  private static Checked<Settings> read(String text) {
    return SettingsReader.read(Optional.of(new Source("policyc.toml", text)), List.of());
  }

  private static String shown(Finding finding) {
    return finding.rule()
        + " "
        + finding.message()
        + finding.help().map(help -> "; " + help).orElse("");
  }
}
