package io.policyc.signatures.oci.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.policyc.signatures.oci.Deadline;
import io.policyc.signatures.oci.Fetched;
import io.policyc.signatures.oci.ImageReference;
import io.policyc.signatures.oci.Repository;
import io.policyc.signatures.oci.Timekeeper;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerConfigTest {
  private static final Deadline SOON = Deadline.in(Duration.ofSeconds(10), Timekeeper.SYSTEM);

  private static DockerConfig config(String json) {
    return assertInstanceOf(
            DockerConfig.Reading.Read.class,
            DockerConfig.read(json.getBytes(UTF_8), DockerConfig.Form.CONFIG_JSON))
        .config();
  }

  private static Repository repository(String image) {
    return assertInstanceOf(ImageReference.Reading.Read.class, ImageReference.read(image))
        .reference()
        .repository();
  }

  private static String auth(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          key                          | image                        | found
          https://index.docker.io/v1/  | nginx                        | true
          index.docker.io              | docker.io/library/nginx      | true
          docker.io                    | nginx                        | true
          registry-1.docker.io         | acme/app                     | true
          docker.io/acme               | acme/app                     | true
          docker.io/acme               | other/app                    | false
          docker.io                    | ghcr.io/a/b                  | false
          ghcr.io                      | ghcr.io/a/b                  | true
          https://ghcr.io              | ghcr.io/a/b                  | true
          https://ghcr.io/v2/          | ghcr.io/a/b                  | true
          http://ghcr.io/              | ghcr.io/a/b                  | true
          GHCR.io                      | ghcr.io/a/b                  | true
          ghcr.io/a                    | ghcr.io/a/b                  | true
          ghcr.io/a/b                  | ghcr.io/a/b                  | true
          ghcr.io/a/b/c                | ghcr.io/a/b                  | false
          ghcr.io/a                    | ghcr.io/ab/c                 | false
          *.azurecr.io                 | my.azurecr.io/a              | true
          *.azurecr.io                 | a.my.azurecr.io/a            | false
          *.azurecr.io                 | azurecr.io/a                 | false
          *.*.example.com              | a.b.example.com/x            | true
          m?.azurecr.io                | my.azurecr.io/a              | true
          *y*.azurecr.io               | my.azurecr.io/a              | true
          *                            | ghcr.io/a                    | false
          localhost:5000               | localhost:5000/a             | true
          localhost                    | localhost:5000/a             | false
          localhost:5000               | localhost:5001/a             | false
          *.test:5000                  | a.test:5000/a                | true
          [::1]:5000                   | [::1]:5000/a                 | true
          evilghcr.io                  | ghcr.io/a/b                  | false
          ghcr.io.evil.test            | ghcr.io/a/b                  | false
          """)
  void keysNameHostsAndPaths(String key, String image, boolean found) {
    DockerConfig config =
        config("{\"auths\":{\"" + key + "\":{\"auth\":\"" + auth("u:p") + "\"}}}");
    assertEquals(
        found ? List.of(new Credential.Password("u", "p")) : List.of(),
        config.credentials(repository(image)));
  }

  @Test
  void theClosestKeyComesFirst() {
    DockerConfig config =
        config(
            """
            {"auths":{"*.test":{"username":"glob","password":"1"},
                      "a.test":{"username":"host","password":"2"},
                      "a.test/x/y":{"username":"path","password":"3"},
                      "a.test/x":{"username":"parent","password":"4"}}}""");
    assertEquals(
        List.of("path", "parent", "host", "glob"),
        config.credentials(repository("a.test/x/y")).stream()
            .map(one -> ((Credential.Password) one).user())
            .toList());
  }

  @Test
  void entriesComeInSeveralShapes() {
    DockerConfig config =
        config(
            """
            {"auths":{"a.test":{"auth":"%s"},
                      "b.test":{"auth":"%s","identitytoken":"id"},
                      "c.test":{"registrytoken":"reg"},
                      "d.test":{},
                      "e.test":{"auth":"%s\\n"}}}"""
                .formatted(auth("u:p:with:colons"), auth("<token>:"), auth("u:p\0\0")));
    assertEquals(
        List.of(new Credential.Password("u", "p:with:colons")),
        config.credentials(repository("a.test/x")));
    assertEquals(
        List.of(new Credential.IdentityToken("id")), config.credentials(repository("b.test/x")));
    assertEquals(
        List.of(new Credential.RegistryToken("reg")), config.credentials(repository("c.test/x")));
    assertEquals(List.of(), config.credentials(repository("d.test/x")));
    assertEquals(
        List.of(new Credential.Password("u", "p")), config.credentials(repository("e.test/x")));
  }

  @Test
  void secretsOfTheOldKindHaveNoAuths() {
    var reading =
        DockerConfig.read(
            "{\"https://ghcr.io\":{\"username\":\"u\",\"password\":\"p\"}}".getBytes(UTF_8),
            DockerConfig.Form.DOCKERCFG);
    DockerConfig config = assertInstanceOf(DockerConfig.Reading.Read.class, reading).config();
    assertEquals(
        List.of(new Credential.Password("u", "p")), config.credentials(repository("ghcr.io/a")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"auths\":{\"a\":{\"auth\":\"!!\"}}}",
        "{\"auths\":{\"a\":{\"auth\":\"dQ==\"}}}",
        "{\"auths\":{\"a\":{\"auth\":\"OnA=\"}}}",
        "{\"auths\":{},\"auths\":{}}"
      })
  void whatCannotBeReadIsRefused(String json) {
    assertInstanceOf(
        DockerConfig.Reading.Refused.class,
        DockerConfig.read(json.getBytes(UTF_8), DockerConfig.Form.CONFIG_JSON));
  }

  @Test
  void secretsAreNeverPrinted() {
    DockerConfig config =
        config("{\"auths\":{\"a.test\":{\"username\":\"u\",\"password\":\"hunter2\"}}}");
    for (Object one :
        List.of(
            config,
            new Keyring(List.of(config)),
            new Credential.Password("u", "hunter2"),
            new Credential.IdentityToken("hunter2"),
            new Credential.RegistryToken("hunter2"))) {
      assertFalse(one.toString().contains("hunter2"), one.getClass().getName());
    }
  }

  @Test
  void helpersAreAskedFirstAndOnlyWhereNamed() {
    DockerConfig config =
        config(
            """
            {"auths":{"b.test":{"username":"u","password":"p"}},
             "credHelpers":{"a.test":"one"},"credsStore":"all"}""");
    CredentialHelper helper =
        (name, server, deadline) ->
            name.equals("one")
                ? new Fetched.There<>(new Credential.Password(name, server))
                : new Fetched.NotThere<>();
    HelpedCredentials credentials = new HelpedCredentials(config, helper);
    assertEquals(
        new Fetched.There<>(List.of(new Credential.Password("one", "a.test"))),
        credentials.of(repository("a.test/x"), SOON));
    assertEquals(
        new Fetched.There<>(List.of(new Credential.Password("u", "p"))),
        credentials.of(repository("b.test/x"), SOON));
    assertEquals(Optional.of("all"), config.helper(repository("nginx")));
  }

  @Test
  void aPodsSecretsAskNoHelper() {
    DockerConfig config = config("{\"credsStore\":\"all\"}");
    assertEquals(
        new Fetched.There<>(List.of()),
        new Keyring(List.of(config)).of(repository("a.test/x"), SOON));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../x", "a/b", "a b", "a;b", "a\0b", "ä"})
  void namesOfHelpersAreWords(String name) {
    var unknown =
        assertInstanceOf(Fetched.Unknown.class, new HelperProcess().get(name, "a.test", SOON));
    assertEquals("not-allowed", unknown.trouble().kind().id());
  }

  @Test
  void aHelperThatIsNotInstalledIsATrouble() {
    var unknown =
        assertInstanceOf(
            Fetched.Unknown.class, new HelperProcess().get("none-of-this-name", "a.test", SOON));
    assertEquals("unreachable", unknown.trouble().kind().id());
  }

  @Test
  void challengesAreReadAsWritten() {
    assertEquals(
        List.of("bearer", "basic"),
        Challenge.read(
                List.of("Bearer realm=\"https://a/t?x=1,2\" , service = \"s\\\"q\", Basic realm=x"))
            .stream()
            .map(Challenge::scheme)
            .toList());
    Challenge bearer =
        Challenge.read(List.of("Bearer realm=\"https://a/t?x=1,2\" , service = \"s\\\"q\""))
            .getFirst();
    assertEquals(Optional.of("https://a/t?x=1,2"), bearer.parameter("realm"));
    assertEquals(Optional.of("s\"q"), bearer.parameter("service"));
    assertEquals(List.of(), Challenge.read(List.of("", ",,", "\"", "=", "x".repeat(10_000))));
  }

  /// Any header at all is read without failing, in linear time.
  @Test
  void strangeChallengesAreRead() {
    java.util.Random random = new java.util.Random(7);
    String letters = "Ba =,\"\\\t;x";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(40); n > 0; n--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      for (Challenge challenge : Challenge.read(List.of(text.toString()))) {
        assertFalse(challenge.scheme().isEmpty(), text.toString());
      }
    }
  }
}
