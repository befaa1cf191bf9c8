package io.policyc.signatures.sigstore.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.policyc.signatures.mint.LeafPlan;
import io.policyc.signatures.mint.MintedAuthority;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LeafCertificateTest {
  private static final MintedAuthority AUTHORITY = MintedAuthority.create();
  private static final String FULCIO = "1.3.6.1.4.1.57264.1.";

  private static Optional<LeafCertificate> read(LeafPlan plan) {
    return LeafCertificate.read(plan.mint().der());
  }

  private static LeafPlan leaf() {
    return AUTHORITY.leaf();
  }

  static Stream<Arguments> names() {
    return Stream.of(
        arguments("none", leaf().text("9", "x"), List.of()),
        arguments("address", leaf().email("a@b.example"), List.of("a@b.example")),
        arguments("URI", leaf().uri("https://x/y@z"), List.of("https://x/y@z")),
        arguments("host", leaf().dns("b.example"), List.of("b.example")),
        arguments("IPv4", leaf().ip("10.0.0.7"), List.of("10.0.0.7")),
        arguments("IPv6", leaf().ip("2001:db8::7"), List.of("2001:db8::7")),
        arguments("user name", leaf().userName("me!there"), List.of("me!there")),
        arguments("user name, not in ASCII", leaf().userName("mé"), List.of("mé")),
        arguments(
            "other name of another kind",
            leaf().otherName("1.2.3", new DERUTF8String("me")),
            List.of()),
        arguments(
            "directory name",
            leaf().name(new GeneralName(GeneralName.directoryName, "CN=me")),
            List.of()),
        arguments(
            "several, in their order",
            leaf().uri("https://x").email("a@b.example").dns("c"),
            List.of("https://x", "a@b.example", "c")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void readsNames(String what, LeafPlan plan, List<String> expected) {
    LeafPlan whole = expected.isEmpty() ? plan.email("last@b.example") : plan;
    List<String> wanted = expected.isEmpty() ? List.of("last@b.example") : expected;
    assertEquals(Optional.of(wanted), read(whole).map(LeafCertificate::names), what);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          names, as bytes in DER                       | what                                   | read
          300d 810b 61406221657861 6d706c65             | an address                             | a@b!example
          300d 810b 61406200657861 6d706c65             | an address with a NUL inside is itself | a@b\0example
          300d 810b 614062ff657861 6d706c65             | an address that is not in ASCII        | -
          3006 8704 0a000007                            | an IPv4 address                        | 10.0.0.7
          3012 8710 00000000000000000000ffff0a000007    | an IPv4 address written as IPv6        | 10.0.0.7
          3014 a012 060a2b0601040183bf300107 a0040c026d65 | a user name                          | me
          3014 a012 060a2b0601040183bf300108 a0040c026d65 | another kind of name                 | last
          3014 a012 060a2b0601040183bf300107 a0041302 6d65 | a user name that is no UTF8String   | -
          3014 a012 060a2b0601040183bf300107 a0040c02 ffff | a user name that is no UTF-8        | -
          """)
  void readsNamesByTheirBytes(String hex, String what, String expected) {
    // an address behind it, since the Java platform demands that something can be read
    byte[] first = HexFormat.of().parseHex(hex.replace(" ", ""));
    byte[] last = HexFormat.of().parseHex("81046c617374");
    byte[] names = Arrays.copyOf(first, first.length + last.length);
    System.arraycopy(last, 0, names, first.length, last.length);
    names[1] += (byte) last.length;
    Optional<LeafCertificate> leaf = read(leaf().extension("2.5.29.17", true, names));
    assertEquals(Optional.ofNullable(expected), leaf.map(read -> read.names().getFirst()), what);
  }

  static Stream<Arguments> issuers() {
    byte[] plain = "https://old".getBytes(UTF_8);
    return Stream.of(
        arguments("none", leaf(), "none"),
        arguments("both", leaf().issuer("https://i"), "https://i"),
        arguments("the newer", leaf().text("8", "https://new"), "https://new"),
        arguments("the older", leaf().extension(FULCIO + "1", plain), "https://old"),
        arguments(
            "the newer goes first",
            leaf().extension(FULCIO + "1", plain).text("8", "https://new"),
            "https://new"),
        arguments(
            "a newer that cannot be read is not made up for by the older",
            leaf().extension(FULCIO + "1", plain).extension(FULCIO + "8", plain),
            "unreadable"),
        arguments(
            "a newer of another kind of text",
            leaf().extension(FULCIO + "8", new byte[] {0x13, 1, 'x'}),
            "unreadable"),
        arguments(
            "a newer with something behind it",
            leaf().extension(FULCIO + "8", new byte[] {0x0c, 1, 'x', 0}),
            "unreadable"),
        arguments(
            "an older that is no UTF-8",
            leaf().extension(FULCIO + "1", new byte[] {(byte) 0xff}),
            "unreadable"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("issuers")
  void readsTheIssuer(String what, LeafPlan plan, String expected) {
    String found =
        read(plan.email("a@b.example"))
            .map(leaf -> leaf.issuer().orElse("none"))
            .orElse("unreadable");
    assertEquals(expected, found, what);
  }

  @Test
  void readsExtensions() {
    LeafCertificate leaf =
        read(leaf()
                .email("a@b.example")
                .extension(FULCIO + "3", "abc".getBytes(UTF_8))
                .text("12", "https://source")
                .extension(FULCIO + "13", "plain".getBytes(UTF_8)))
            .orElseThrow();
    assertEquals(Optional.of("abc"), leaf.extension(FULCIO + "3"));
    assertEquals(Optional.of("https://source"), leaf.extension(FULCIO + "12"));
    assertEquals(Optional.empty(), leaf.extension(FULCIO + "13"), "no UTF8String");
    assertEquals(Optional.empty(), leaf.extension(FULCIO + "14"), "not there");
    assertEquals(Optional.empty(), leaf.extension("2.5.29.17"), "none of Fulcio's");
    assertEquals(Optional.empty(), leaf.extension("nonsense"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          bytes                            | text
          20010db8000000000000000000000007 | 2001:db8::7
          00000000000000000000000000000000 | ::
          00000000000000000000000000000001 | ::1
          20010db8000000010000000000000000 | 2001:db8:0:1::
          20010000000000010000000000000007 | 2001:0:0:1::7
          20010000000000010001000000000007 | 2001::1:1:0:0:7
          20010db8000100010001000000010001 | 2001:db8:1:1:1:0:1:1
          00000000000000000000ffff0a000007 | 10.0.0.7
          00000000000000000000fffe0a000007 | ::fffe:a00:7
          20010db8000000000000ffff0a000007 | 2001:db8::ffff:a00:7
          ffffffff                         | 255.255.255.255
          """)
  void writesAddressesAsGoDoes(String bytes, String text) {
    assertEquals(Optional.of(text), IpText.of(HexFormat.of().parseHex(bytes)));
  }

  @Test
  void anAddressOfAnotherLengthIsNone() {
    assertEquals(Optional.empty(), IpText.of(new byte[5]));
  }

  @Test
  void refusesWhatIsNoCertificate() {
    byte[] der = leaf().email("a@b.example").mint().der();
    assertEquals(Optional.empty(), LeafCertificate.read(new byte[0]));
    assertEquals(Optional.empty(), LeafCertificate.read(Arrays.copyOf(der, der.length + 1)));
    assertEquals(Optional.empty(), LeafCertificate.read(Arrays.copyOf(der, der.length - 1)));
    byte[] pem = leaf().email("a@b.example").mint().pem().getBytes(UTF_8);
    assertEquals(Optional.empty(), LeafCertificate.read(pem), "PEM is for others to read");
    byte[] much = new byte[64 * 1024];
    assertEquals(
        Optional.empty(),
        read(leaf().email("a@b.example").extension("1.2.3.4", much)),
        "more than 64 KiB");
  }
}
