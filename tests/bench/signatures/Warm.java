import dev.sigstore.KeylessVerifier;
import dev.sigstore.TrustedRootProvider;
import dev.sigstore.VerificationOptions;
import dev.sigstore.VerificationOptions.CertificateMatcher;
import dev.sigstore.bundle.Bundle;
import dev.sigstore.strings.StringMatcher;
import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import io.policyc.signatures.sigstore.Demand;
import io.policyc.signatures.sigstore.Identity;
import io.policyc.signatures.sigstore.Material;
import io.policyc.signatures.sigstore.Signers;
import io.policyc.signatures.sigstore.Statement;
import io.policyc.signatures.sigstore.TextRule;
import io.policyc.signatures.sigstore.TrustRoot;
import io.policyc.signatures.sigstore.TrustRootReader;
import io.policyc.signatures.sigstore.Verdict;
import io.policyc.signatures.sigstore.Verifier;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// Verifies the same real bundles with policyc and with sigstore-java, in turn, in one warm JVM:
/// reading the bundle and verifying it against a digest, with the trust root at hand.
public final class Warm {
  private static final int ROUNDS = 300;

  interface Verification {
    boolean verify() throws Exception;
  }

  public static void main(String[] args) throws Exception {
    System.out.printf("%-28s %12s %12s %7s%n", "bundle", "policyc p50", "other p50", "ratio");
    for (int i = 0; i + 2 < args.length; i += 3) {
      Path bundle = Path.of(args[i]);
      Verification ours = ours(bundle, Path.of(args[i + 1]), args[i + 2]);
      Verification theirs = theirs(bundle, Path.of(args[i + 1]), args[i + 2]);
      String verdicts = verdict(ours) + " / " + verdict(theirs);
      measure(ours, theirs, 400);
      double[] times = measure(ours, theirs, ROUNDS);
      System.out.printf(
          Locale.ROOT,
          "%-28s %9.2f ms %9.2f ms %7.2f   %s%n",
          bundle.getFileName(),
          times[0],
          times[1],
          times[0] / times[1],
          verdicts);
    }
  }

  private static Verification ours(Path file, Path root, String digest) throws Exception {
    TrustRoot trust =
        switch (TrustRootReader.read(Files.readAllBytes(root))) {
          case TrustRootReader.Result.Read(var read) -> read;
          case TrustRootReader.Result.Refused(var why) -> throw new IllegalStateException(why);
        };
    Verifier verifier = new Verifier(trust);
    Demand demand =
        Demand.of(
            new Signers.Keyless(List.of(Identity.of(TextRule.of("**"), TextRule.of("**")))),
            new Statement.Blob());
    byte[] json = Files.readAllBytes(file);
    Digest wanted = Digest.parse(digest).orElseThrow();
    return () ->
        verifier.verify(new Material.Bundle(Bytes.wrap(json)), wanted, demand, Instant.now())
            instanceof Verdict.Verified;
  }

  private static Verification theirs(Path file, Path root, String digest) throws Exception {
    KeylessVerifier verifier =
        KeylessVerifier.builder().trustedRootProvider(TrustedRootProvider.from(root)).build();
    VerificationOptions options =
        VerificationOptions.builder()
            .addCertificateMatchers(
                CertificateMatcher.fulcio()
                    .issuer(StringMatcher.regex(".*"))
                    .subjectAlternativeName(StringMatcher.regex(".*"))
                    .build())
            .build();
    String json = Files.readString(file);
    byte[] wanted = HexFormat.of().parseHex(digest.substring(digest.indexOf(':') + 1));
    return () -> {
      verifier.verify(wanted, Bundle.from(new StringReader(json)), options);
      return true;
    };
  }

  private static String verdict(Verification verification) {
    try {
      return verification.verify() ? "verified" : "refused";
    } catch (Exception e) {
      return "refused";
    }
  }

  private static double[] measure(Verification ours, Verification theirs, int rounds) {
    long[][] times = new long[2][rounds];
    for (int i = 0; i < rounds; i++) {
      times[0][i] = once(ours);
      times[1][i] = once(theirs);
    }
    return Arrays.stream(times).mapToDouble(Warm::median).toArray();
  }

  private static long once(Verification verification) {
    long start = System.nanoTime();
    verdict(verification);
    return System.nanoTime() - start;
  }

  private static double median(long[] times) {
    Arrays.sort(times);
    return times[times.length / 2] / 1e6;
  }
}
