package io.policyc.signatures.mint;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.policyc.signatures.sigstore.KeyDetails;
import io.policyc.signatures.sigstore.TrustRoot;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/// A trust root in the making, and the `trusted_root.json` that it is.
public final class MintedTrustRoot {
  private final List<TrustRoot.Authority> authorities = new ArrayList<>();
  private final List<TrustRoot.Log> certificateLogs = new ArrayList<>();
  private final List<TrustRoot.Log> logs = new ArrayList<>();
  private final List<TrustRoot.Authority> timestampAuthorities = new ArrayList<>();

  public MintedTrustRoot authority(TrustRoot.Authority authority) {
    authorities.add(authority);
    return this;
  }

  public MintedTrustRoot certificateLog(TrustRoot.Log log) {
    certificateLogs.add(log);
    return this;
  }

  public MintedTrustRoot log(TrustRoot.Log log) {
    logs.add(log);
    return this;
  }

  public MintedTrustRoot timestampAuthority(TrustRoot.Authority authority) {
    timestampAuthorities.add(authority);
    return this;
  }

  public TrustRoot root() {
    return new TrustRoot(authorities, certificateLogs, logs, timestampAuthorities);
  }

  /// As `trusted_root.json`.
  public byte[] json() {
    return json(root());
  }

  /// A trust root as `trusted_root.json`.
  public static byte[] json(TrustRoot root) {
    return ("{\"mediaType\":\"application/vnd.dev.sigstore.trustedroot+json;version=0.1\",\n\"tlogs\":"
            + all(root.logs().stream().map(MintedTrustRoot::logJson).toList())
            + ",\n\"certificateAuthorities\":"
            + all(root.authorities().stream().map(MintedTrustRoot::authorityJson).toList())
            + ",\n\"ctlogs\":"
            + all(root.certificateLogs().stream().map(MintedTrustRoot::logJson).toList())
            + ",\n\"timestampAuthorities\":"
            + all(root.timestampAuthorities().stream().map(MintedTrustRoot::authorityJson).toList())
            + "}\n")
        .getBytes(UTF_8);
  }

  private static String logJson(TrustRoot.Log log) {
    return "{\"baseUrl\":\""
        + log.baseUrl()
        + "\",\"hashAlgorithm\":\"SHA2_256\",\"publicKey\":{\"rawBytes\":\""
        + base64(raw(log))
        + "\",\"keyDetails\":\""
        + log.scheme()
        + "\",\"validFor\":"
        + period(log.period())
        + "},\"logId\":{\"keyId\":\""
        + base64(log.id().view())
        + "\"}}";
  }

  private static byte[] raw(TrustRoot.Log log) {
    byte[] spki = log.key().getEncoded();
    return log.scheme() == KeyDetails.PKCS1_RSA_PKCS1V5
        ? SubjectPublicKeyInfo.getInstance(spki).getPublicKeyData().getBytes()
        : spki;
  }

  private static String authorityJson(TrustRoot.Authority authority) {
    return "{\"uri\":\""
        + authority.uri()
        + "\",\"certChain\":{\"certificates\":"
        + all(authority.chain().stream().map(MintedTrustRoot::certificate).toList())
        + "},\"validFor\":"
        + period(authority.period())
        + "}";
  }

  private static String certificate(X509Certificate certificate) {
    try {
      return "{\"rawBytes\":\"" + base64(certificate.getEncoded()) + "\"}";
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String period(TrustRoot.Period period) {
    return "{\"start\":\""
        + period.start()
        + "\""
        + period.end().map(end -> ",\"end\":\"" + end + "\"").orElse("")
        + "}";
  }

  private static String all(List<String> items) {
    return "[" + String.join(",\n", items) + "]";
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
