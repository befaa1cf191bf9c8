package io.policyc.compiler.gen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Random policies in which every sentence form occurs, valid as far as syntax goes.
///
/// Names that sentences use are declared at the top of the text; whether a sentence makes sense (a
/// port that exists, a method on a gRPC port) is left to chance.
public final class GenPolicy {
  private static final List<String> WORKLOADS =
      List.of("web", "backend", "db", "batch", "\"every\"", "\"images\"", "api-2", "a.b_c");
  private static final List<String> NAMESPACES = List.of("shop", "data", "monitoring", "team-7");
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "\"PROPFIND\"");
  private static final List<String> PATHS =
      List.of(
          "/",
          "/api/v1/items",
          "/api/v1/items/{id}",
          "/users/{id:int}/**",
          "/files/*.json",
          "/a,b/{x:uuid}",
          "/%C3%A9/caf%65",
          "/a;b=c/d",
          "/**",
          "/x~1");
  private static final List<String> CLASSES = List.of("wasmtime-wasi", "spin", "\"a.b\"");
  private static final List<List<String>> ITEMS =
      List.of(List.of(), List.of("handler spin"), List.of("handler spin", "runs wasm"));
  private static final List<String> WORDS =
      List.of("acme", "v1.2", "x_y", "\"a b\"", "\"\\\"q\\\\\"");

  private final Random random;
  private final Layout layout;
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Map<String, Supplier<String>> forms = new TreeMap<>();

  /// A generator that gives the same texts for the same seed.
  public GenPolicy(long seed) {
    this.random = new Random(seed);
    this.layout = new Layout(random);
    declarations();
    sentences();
    promises();
    images();
    admission();
  }

  /// How often each form was made.
  public Map<String, Integer> counts() {
    return counts;
  }

  /// The names of all forms.
  public List<String> forms() {
    return List.copyOf(forms.keySet());
  }

  /// A file of about so many sentences.
  public String file(int sentences) {
    StringBuilder text = new StringBuilder(random.nextInt(10) == 0 ? "\uFEFF" : "");
    for (int i = 0; i < sentences; i++) {
      text.append(layout.between()).append(notes()).append(sentence()).append(layout.end());
    }
    text.append(layout.between());
    return random.nextInt(8) == 0 ? text.toString().replace("\n", "\r\n") : text.toString();
  }

  /// One sentence of a random form, without annotations.
  public String sentence() {
    return sentence(forms().get(random.nextInt(forms.size())));
  }

  /// One sentence of a form.
  public String sentence(String form) {
    counts.merge(form, 1, Integer::sum);
    String because = random.nextInt(8) == 0 ? layout.clause() + "because \"it — says so\"" : "";
    return Objects.requireNonNull(forms.get(form)).get() + because;
  }

  private String notes() {
    if (random.nextInt(6) > 0) {
      return "";
    }
    String[] notes = {"@owner(\"team-a\")", "@expires(2027-06-30)", "@reviewed", "@x( 1 )"};
    int first = random.nextInt(4);
    // Two different ones: `@expires` stands once.
    int second = (first + 1 + random.nextInt(3)) % 4;
    return notes[first]
        + (random.nextBoolean() ? " " + notes[second] : "")
        + layout.between().replaceAll("[ \t]*$", "")
        + "\n";
  }

  private void declarations() {
    form("namespace", () -> maybe("foreign ") + "namespace" + sp() + pick(NAMESPACES));
    form("import", () -> maybe("foreign ") + "import" + sp() + "\"platform/base.policy\"");
    form(
        "workload",
        () ->
            maybe("foreign ")
                + "workload"
                + sp()
                + pick(WORKLOADS)
                + sp()
                + (random.nextBoolean() ? "in " + pick(NAMESPACES) + " " : "")
                + block(this::workloadItem));
    form("external", () -> "external" + sp() + pick(WORKLOADS) + sp() + block(this::externalItem));
  }

  private void sentences() {
    form("request", () -> parties() + " may " + methods() + " " + paths() + " on " + rest());
    form("any request", () -> parties() + " may request " + paths() + " on " + rest());
    form(
        "matching", () -> parties() + " may GET path matching re\"/v[12]/\\d+\\\"?\" on " + rest());
    form("call", () -> parties() + " may call " + list(this::rpc) + " on " + rest());
    form(
        "connect", () -> parties() + sp() + "may" + sp() + "connect" + sp() + "to" + sp() + rest());
    form("reach", () -> parties() + " may reach " + parties() + maybe(" with mutual auth"));
    form("ping", () -> parties() + " may ping " + parties());
    form(
        "resolve",
        () ->
            parties()
                + " may resolve "
                + list(() -> pick(List.of("**", "*.corp.example", "a.example"))));
    form(
        "use",
        () ->
            parties()
                + " may use "
                + list(() -> pick(List.of("wasi:keyvalue", "wasi:http/types"))));
    form("closed", () -> parties() + " is closed");
    form("namespace closed", () -> "namespace " + pick(NAMESPACES) + " is closed");
    form(
        "profile",
        () ->
            "namespace "
                + pick(NAMESPACES)
                + " is "
                + pick(List.of("restricted", "baseline"))
                + maybe(" at v1.34"));
    form(
        "runs wasm",
        () -> parties() + " runs wasm on " + list(() -> pick(List.of("wasmtime-wasi", "spin"))));
  }

  private void admission() {
    form(
        "runtime class",
        () ->
            "runtime"
                + sp()
                + "class"
                + sp()
                + pick(CLASSES)
                + maybe(" " + layout.block(ITEMS.get(random.nextInt(ITEMS.size())))));
    form(
        "except",
        () ->
            "except "
                + pick(List.of("Deployment/web", "Pod/debug-*", "\"Namespace/a\"", "Job/x.y"))
                + (random.nextBoolean() ? " in " + pick(NAMESPACES) : "")
                + " from "
                + list(() -> pick(List.of("hostPorts", "runAsNonRoot", "capabilities_baseline")))
                + layout.clause()
                + "until"
                + sp()
                + "2027-06-30");
  }

  private void promises() {
    form(
        "deny",
        () ->
            "deny "
                + parties()
                + " to "
                + parties()
                + (random.nextBoolean() ? sp() + ports() : ""));
    form("never", () -> "never " + parties() + " may " + action());
    form(
        "expect",
        () ->
            "expect "
                + pick(List.of(parties(), "nobody", "nobody outside shop", "nobody but db"))
                + pick(List.of(" can ", " cannot "))
                + action());
    form(
        "alert",
        () ->
            maybe("no ")
                + "alert when "
                + parties()
                + " "
                + behaviour()
                + (random.nextBoolean()
                    ? " as " + pick(List.of("warning", "critical", "informational"))
                    : ""));
  }

  private void images() {
    form("signed", () -> images(" are signed by " + maybe("all of ") + list(this::signer)));
    form("attest", () -> images(" attest https://slsa.dev/provenance/v1 by " + list(this::signer)));
    form(
        "come from",
        () -> images(" come from " + list(() -> pick(List.of("ghcr.io/acme/**", "docker.io/**")))));
  }

  private String images(String rest) {
    return "images "
        + (random.nextBoolean() ? "ghcr.io/acme/**, x.io/** " : "")
        + "of "
        + parties()
        + rest;
  }

  private String action() {
    return switch (random.nextInt(3)) {
      case 0 -> methods() + " " + pick(List.of("/a?b=c", "/x")) + " on " + rest();
      case 1 -> "connect to " + rest();
      default -> "reach " + parties();
    };
  }

  private String behaviour() {
    return pick(
        List.of(
            "spawns a shell",
            "runs /usr/bin/curl," + sp() + "/usr/bin/wget",
            "runs anything but /app/server",
            "writes below /etc, /var/lib",
            "reads /etc/shadow",
            "connects elsewhere",
            "listens elsewhere",
            "escalates privileges"));
  }

  private String signer() {
    return switch (random.nextInt(3)) {
      case 0 -> "key \"keys/cosign.pub\"";
      case 1 ->
          "\"https://github.com/acme/**\"" + layout.clause() + "through \"https://issuer.example\"";
      default -> "matching re\"https://.*\"";
    };
  }

  private String rpc() {
    return pick(List.of("shop.Cart/AddItem", "shop.Cart/*", "grpc.health.v1.Health/Check"));
  }

  private String methods() {
    return list(() -> pick(METHODS));
  }

  private String paths() {
    return list(() -> pick(PATHS));
  }

  private String rest() {
    StringBuilder rest = new StringBuilder(parties());
    boolean first = random.nextBoolean();
    rest.append(first && random.nextBoolean() ? sp() + ports() : "");
    for (int i = random.nextInt(3); i > 0; i--) {
      rest.append(layout.clause()).append(condition());
    }
    return rest.append(!first && random.nextBoolean() ? sp() + ports() : "").toString();
  }

  private String condition() {
    return pick(
        List.of(
            "with header X-Tenant: " + pick(WORDS),
            "with header X-A",
            "with host api.*.example",
            "without query",
            "with mutual auth",
            "with sni",
            "with sni api.stripe.com"));
  }

  private String ports() {
    return random.nextInt(4) == 0
        ? "every port" + maybe("/udp")
        : "port "
            + list(
                () ->
                    pick(List.of("http", "5432", "8000-8100", "9999/udp", "132/sctp", "metrics")));
  }

  private String parties() {
    return random.nextInt(12) == 0
        ? "anyone" + maybe(" outside data") + maybe(" but " + list(() -> pick(WORKLOADS)))
        : list(this::party);
  }

  private String party() {
    return switch (random.nextInt(8)) {
      case 0 -> pick(NAMESPACES) + "/" + pick(WORKLOADS);
      case 1 ->
          pick(
              List.of(
                  "world",
                  "cluster",
                  "host",
                  "remote-node",
                  "every node",
                  "kube-apiserver",
                  "cilium-ingress"));
      case 2 ->
          pick(List.of("every", "any"))
              + " pod"
              + (random.nextBoolean() ? sp() + block(this::label) : "")
              + scope();
      default -> pick(WORKLOADS);
    };
  }

  private String scope() {
    return switch (random.nextInt(4)) {
      case 0 -> " in " + pick(NAMESPACES);
      case 1 -> " in every namespace";
      case 2 -> " in namespaces " + block(this::label);
      default -> "";
    };
  }

  private String label() {
    String key = pick(List.of("app", "tier", "app.kubernetes.io/name", "\"port\"", "\"service\""));
    return switch (random.nextInt(5)) {
      case 0 -> key + " in (" + list(() -> pick(WORDS)) + ")";
      case 1 -> key + " not in (" + list(() -> pick(WORDS)) + ")";
      case 2 -> key + " exists";
      case 3 -> key + " absent";
      default -> key + ":" + sp() + pick(WORDS);
    };
  }

  private String workloadItem() {
    return switch (random.nextInt(4)) {
      case 0 -> "service account sa-" + random.nextInt(9);
      case 1 ->
          "port "
              + pick(
                  List.of(
                      "http 8080",
                      "8080",
                      "media 30000-30100/udp",
                      "sctp 9/sctp",
                      "http 8080 behind service 80",
                      "8443 behind service 443, 8443"));
      default -> label();
    };
  }

  private String externalItem() {
    return switch (random.nextInt(4)) {
      case 0 -> "host " + list(() -> pick(List.of("api.stripe.com", "*.feeds.example.com")));
      case 1 -> "cidr 203.0.113.0/24 except 203.0.113.7/32," + sp() + "203.0.113.8/32";
      case 2 -> pick(List.of("cidr ::/0", "cidr 2001:db8::/32", "cidr group partners"));
      default -> "port " + list(() -> pick(List.of("443", "8000-8100/udp")));
    };
  }

  private String block(Supplier<String> item) {
    List<String> items = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(item.get());
    }
    return layout.block(items);
  }

  private String list(Supplier<String> item) {
    StringBuilder list = new StringBuilder(item.get());
    while (random.nextInt(3) == 0) {
      list.append(layout.comma()).append(item.get());
    }
    return list.toString();
  }

  private void form(String name, Supplier<String> make) {
    forms.put(name, make);
  }

  private String sp() {
    return layout.blanks();
  }

  private String maybe(String text) {
    return random.nextBoolean() ? text : "";
  }

  private String pick(List<String> options) {
    return options.get(random.nextInt(options.size()));
  }
}
