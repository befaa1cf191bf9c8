package io.policyc.cli.startup;

import io.policyc.cli.Main;
import java.io.ByteArrayInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Objects;

/// Runs every command once, so that the AOT cache knows their classes and what they do most.
final class Training {
  // A sentence of every kind that is common.
  static final String SENTENCES =
      """
      namespace shop
      workload web { app: web; port http 8080 }
      workload backend { app: backend; port http 8080; port metrics 9100 }
      workload db in data { app: postgres; port pg 5432 }
      external stripe { host api.stripe.com; port 443 }
      external office { cidr 203.0.113.0/24 except 203.0.113.7/32 }
      web may GET, HEAD /api/v1/items/{id}, /api/v1/prices/** on backend
      backend may connect to db
      web may reach stripe
      office may connect to backend port metrics
      every pod { role: admin } may connect to backend port http
      every pod in monitoring may GET /metrics on backend port metrics
      world may GET /** on web
      deny world to backend port 9000
      alert when web spawns a shell
      namespace shop is closed
      """;

  // What is different where little is said: a closed workload that may send nothing, for one.
  static final String FEW =
      """
      namespace shop
      workload web { app: web; port http 8080 }
      workload backend { app: backend; port http 8080 }
      world may GET, HEAD /** on web
      web may GET /api/v1/items on backend
      namespace shop is closed
      """;

  private static final String RULES =
      """
      - macro: opened
        condition: evt.type in (open, openat, openat2)
      - rule: Shadow opened
        desc: Somebody opens the passwords
        condition: opened and fd.name startswith /etc and not proc.nme in (login, passwd)
        output: "%proc.name opened %fd.name"
        priority: WARNING
      """;

  // One pod that is refused, and one that says what it should.
  private static final String MANIFESTS =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: shop}
      spec:
        template:
          metadata: {labels: {app: web}}
          spec:
            containers:
              - name: web
                image: registry.example.com/web:1.4.2
                ports: [{containerPort: 8080}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: backend, namespace: shop, labels: {app: backend}}
      spec:
        securityContext:
          runAsNonRoot: true
          seccompProfile: {type: RuntimeDefault}
        containers:
          - name: backend
            image: "registry.example.com/backend:2.0.1"
            securityContext:
              allowPrivilegeEscalation: false
              capabilities:
                drop:
                  - ALL
      """;

  // What `bundle.json` is: the bundle of cosign 3.0.2's own release, with a timestamp.
  static final String NAME =
      "--certificate-identity=keyless@projectsigstore.iam.gserviceaccount.com";
  static final String ISSUER = "--certificate-oidc-issuer=https://accounts.google.com";
  static final String DIGEST =
      "sha256:261875ae0067f84dc0b4bfe44275392f06a258362acc14516861e5d8fca17dbd";

  // `(module)`, with one import.
  private static final byte[] MODULE =
      HexFormat.of().parseHex("0061736d01000000010401600000020701016101620000");

  private Training() {}

  /// Trains in an empty folder; the last run ends the process. All that is said goes to standard
  /// output: whoever changes how the command starts can compare it.
  ///
  /// @param args the folder, and how often
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]).toAbsolutePath();
    Files.writeString(folder.resolve("policyc.toml"), "[cilium]\nversion = \"1.20\"\n");
    Files.writeString(folder.resolve("a.policy"), SENTENCES);
    Files.writeString(folder.resolve("few.policy"), FEW);
    Files.writeString(folder.resolve("rules.yaml"), RULES);
    Files.writeString(folder.resolve("pods.yaml"), MANIFESTS);
    Files.writeString(folder.resolve("backend.yaml"), MANIFESTS.split("---\n", 2)[1]);
    Files.write(folder.resolve("module.wasm"), MODULE);
    Files.write(folder.resolve("bundle.json"), bundle());
    Files.writeString(folder.resolve("bad"), SENTENCES + "web may GET /x on bakcend\n");
    for (int round = 0; round < Integer.parseInt(args[1]); round++) {
      run(folder, "compile", "--stdout", "-");
      run(folder, "compile", "--stdout", "few.policy");
      run(folder, "compile", "--stdout", "bad");
      run(folder, "compile", "-o", "json", "bad");
      run(folder, "compile", "--into", "out" + round, "--source-map", "map.json", "a.policy");
      run(folder, "compile", "--into", "out", "a.policy");
      run(folder, "compile", "--check", "--into", "out", "few.policy");
      run(folder, "check", "backend.yaml");
      run(folder, "check", "--policy", "few.policy", "pods.yaml");
      run(folder, "fmt", "-");
      run(folder, "fmt", "--check", "a.policy");
      run(folder, "lint", "--falco", "rules.yaml");
      run(folder, "verify-bundle", "--bundle", "bundle.json", NAME, ISSUER, DIGEST);
      run(folder, "inspect-wasm", "module.wasm");
      run(folder, "explain", "PC0203");
      run(folder, "version");
      run(folder, "--help");
      run(folder, "compile", "--itno", "x");
    }
    Main.main(new String[] {"compile", "--stdout", folder.resolve("few.policy").toString()});
  }

  static byte[] bundle() throws IOException {
    try (InputStream in = Training.class.getResourceAsStream("bundle.json")) {
      return Objects.requireNonNull(in, "bundle.json").readAllBytes();
    }
  }

  private static void run(Path folder, String... args) throws IOException {
    InputStream in = new ByteArrayInputStream(SENTENCES.getBytes(StandardCharsets.UTF_8));
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    int status = Main.run(args, in, out, out, System.getenv(), folder, Clock.systemUTC());
    out.write(("status " + status + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
