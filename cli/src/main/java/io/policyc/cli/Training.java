package io.policyc.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// Runs every command once, so that the AOT cache knows their classes and what they do most.
final class Training {
  // A sentence of every kind that is common, and one mistake, so that findings are trained too.
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

  private Training() {}

  /// Trains; the result is thrown away.
  public static void main(String[] args) {
    for (int round = 0; round < 3; round++) {
      run(SENTENCES, List.of("compile", "--stdout", "-"));
      run(SENTENCES + "web may GET /x on bakcend\n", List.of("compile", "--stdout", "-"));
      run(SENTENCES + "web can GET /x on backend\n", List.of("compile", "-o", "json", "-"));
      run(SENTENCES, List.of("fmt", "-"));
      run(RULES, List.of("lint", "--falco", "-"));
      run("", List.of("explain", "PC0203"));
      run("", List.of("version"));
      run("", List.of("--help"));
      run("", List.of("compile", "--itno", "x"));
    }
  }

  private static void run(String input, List<String> args) {
    InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    Main.run(
        args.toArray(String[]::new),
        in,
        OutputStream.nullOutputStream(),
        OutputStream.nullOutputStream(),
        Map.of(),
        Path.of("").toAbsolutePath(),
        Clock.systemUTC());
  }
}
