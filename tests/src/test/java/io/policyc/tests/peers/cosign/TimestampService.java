package io.policyc.tests.peers.cosign;

import com.sun.net.httpserver.HttpExchange;
import io.policyc.signatures.mint.MintedTimestampAuthority;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/// A timestamp authority (RFC 3161) that takes every question.
final class TimestampService {
  private static final ASN1ObjectIdentifier POLICY =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.57264.2");

  private final MintedTimestampAuthority authority = MintedTimestampAuthority.create();
  private final AtomicLong serial = new AtomicLong(1);

  MintedTimestampAuthority authority() {
    return authority;
  }

  /// `POST /api/v1/timestamp`.
  void stamp(HttpExchange exchange) throws IOException {
    byte[] query = exchange.getRequestBody().readAllBytes();
    Services.answer(exchange, 201, "application/timestamp-reply", answer(query));
  }

  private byte[] answer(byte[] query) {
    try {
      TimeStampTokenGenerator tokens =
          new TimeStampTokenGenerator(
              new JcaSimpleSignerInfoGeneratorBuilder()
                  .build("SHA256withECDSA", authority.leafKeys().getPrivate(), authority.leaf()),
              new JcaDigestCalculatorProviderBuilder()
                  .build()
                  .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
              POLICY);
      tokens.addCertificates(new JcaCertStore(List.of(authority.leaf(), authority.root())));
      TimeStampResponse response =
          new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED, Set.of())
              .generate(
                  new TimeStampRequest(query),
                  BigInteger.valueOf(serial.getAndIncrement()),
                  Date.from(Instant.now()));
      return response.getEncoded();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
