package io.policyc.tests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.signatures.Digest;
import io.policyc.signatures.mint.Keys;
import io.policyc.signatures.mint.MintedLeaf;
import io.policyc.signatures.mint.MintedWorld;
import io.policyc.signatures.mint.SignaturePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyBundleTest {
  private static final MintedWorld WORLD = MintedWorld.create();
  private static final KeyPair KEYS = Keys.p384();
  private static final byte[] CONTENT = "what is signed".getBytes(UTF_8);
  private static final String DIGEST = Digest.sha256(CONTENT).toString();

  @TempDir Path temp = Path.of("unset");

  @BeforeEach
  void write() throws IOException {
    Files.write(temp.resolve("file"), CONTENT);
    Files.writeString(temp.resolve("other"), "something else");
    Files.write(temp.resolve("root.json"), WORLD.trustRoot().json());
    Files.writeString(
        temp.resolve("key.pub"), Keys.pem("PUBLIC KEY", KEYS.getPublic().getEncoded()));
    Files.writeString(
        temp.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    Files.writeString(temp.resolve("bad.json"), "{}");
    Files.write(
        temp.resolve("b.json"),
        SignaturePlan.keyless(WORLD, WORLD.leaf()).message(CONTENT).bytes());
    Files.write(
        temp.resolve("own.json"),
        SignaturePlan.keyless(WORLD, unpromised()).message(CONTENT).bytes());
    Files.write(temp.resolve("k.json"), SignaturePlan.keyed(WORLD, KEYS).message(CONTENT).bytes());
    Files.write(
        temp.resolve("unlogged.json"),
        SignaturePlan.keyed(WORLD, KEYS).unlogged().message(CONTENT).bytes());
  }

  /// As an authority without a certificate log issues it.
  private static MintedLeaf unpromised() {
    return WORLD.authority().leaf().uri(MintedWorld.SUBJECT).issuer(MintedWorld.ISSUER).mint();
  }

  private Run verify(String line) {
    List<String> args = new ArrayList<>(List.of("verify-bundle"));
    for (String word : line.split(" +", -1)) {
      switch (word) {
        case "ME" ->
            args.addAll(
                List.of(
                    "--certificate-identity",
                    MintedWorld.SUBJECT,
                    "--certificate-oidc-issuer",
                    MintedWorld.ISSUER));
        case "ROOT" -> args.addAll(List.of("--trusted-root", "root.json"));
        case "DIGEST" -> args.add(DIGEST);
        default -> args.add(word);
      }
    }
    return Run.in(temp).policyc(args.toArray(String[]::new));
  }

  @Test
  void tellsWhoSignedAndWhen() {
    assertEquals(
        new Run(
            0,
            "verified: `file` is signed by `%s` (`%s`) at 2024-06-01T12:02:00Z, in a bundle-0.3\n"
                .formatted(MintedWorld.SUBJECT, MintedWorld.ISSUER),
            ""),
        verify("--bundle b.json ME ROOT file"));
  }

  @Test
  void tellsTheFirstCheckThatFailed() {
    Run run = verify("--bundle b.json ME ROOT other");
    assertEquals(1, run.status());
    assertTrue(
        run.out().startsWith("error[wrong-digest]: `b.json` does not sign `other`: it says"),
        run.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          line                                                                                  | status
          --bundle b.json ME ROOT file                                                          | 0
          --bundle b.json ME ROOT DIGEST                                                        | 0
          --bundle k.json --key key.pub ROOT file                                               | 0
          --bundle unlogged.json --key key.pub ROOT --log if-present file                       | 0
          --bundle b.json ME ROOT -o json file                                                  | 0
          --bundle own.json ME ROOT --certificate-log not-asked file                            | 0
          --bundle own.json ME ROOT --certificate-log required file                             | 1
          --bundle own.json ME ROOT file                                                        | 1
          --bundle k.json --key key.pub ROOT DIGEST                                             | 1
          --bundle unlogged.json --key key.pub ROOT file                                        | 1
          --bundle b.json ME file                                                               | 1
          --bundle b.json ME --staging file                                                     | 1
          --bundle b.json --key key.pub ROOT file                                               | 1
          --bundle k.json ME ROOT file                                                          | 1
          --bundle bad.json ME ROOT file                                                        | 1
          --bundle file ME ROOT file                                                            | 1
          --bundle b.json --certificate-identity * --certificate-oidc-issuer * ROOT file        | 1
          """)
  void saysYesOrNo(String line, int status) {
    Run run = verify(line);
    assertEquals(status, run.status(), run::toString);
    assertEquals(line.contains("--staging"), run.err().startsWith("warning: "), run.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          line                                                   | says
          ME ROOT file                                           | `--bundle` is missing
          --bundle b.json ROOT file                              | nothing says who must have signed
          --bundle b.json ME --key key.pub ROOT file             | a key has no identity
          --bundle b.json --certificate-identity x ROOT file     | an identity is a name and who vouched for it
          --bundle b.json ME --trusted-root none.json file       | there is no such file
          --bundle b.json ME --trusted-root bad.json file        | is not taken
          --bundle b.json ME --staging ROOT file                 | name two trust roots
          --bundle none.json ME ROOT file                        | there is no bundle `none.json`
          --bundle . ME ROOT file                                | is a folder
          --bundle b.json --key key.pem ROOT file                | private key
          --bundle b.json --key none.pub ROOT file               | there is no key `none.pub`
          --bundle b.json ME ROOT none                           | there is no file `none`
          --bundle b.json ME ROOT .                              | is a folder
          --bundle b.json ME ROOT --log never file               | `--log` takes no `never`
          --bundle b.json ME ROOT --certificate-log never file   | `--certificate-log` takes no `never`
          --bundle b.json ME ROOT sha256:00                      | there is no file `sha256:00`
          """)
  void refusesWhatItIsAskedWrongly(String line, String says) {
    Run run = verify(line);
    assertEquals(2, run.status(), run::toString);
    assertTrue(run.err().contains(says), run.err());
  }

  @Test
  void aFileGoesBeforeADigest() throws IOException {
    Files.writeString(temp.resolve(DIGEST), "something else");
    assertEquals(1, verify("--bundle b.json ME ROOT DIGEST").status());
  }

  @Test
  void programsGetAFinding() {
    String out = verify("--bundle b.json ME ROOT -o json other").out();
    assertTrue(out.contains("\"wrong-digest\""), out);
    String sarif = verify("--bundle b.json ME ROOT -o sarif other").out();
    assertTrue(sarif.contains("the signature is about other content"), sarif);
  }
}
