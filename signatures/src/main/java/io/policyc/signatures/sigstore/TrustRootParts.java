package io.policyc.signatures.sigstore;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Json;
import io.policyc.signatures.sigstore.keys.Certificates;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Reads the parts of a trust root. Each is named in what is said about it: `tlogs[0]`.
final class TrustRootParts {
  private static final int MAX_ITEMS = 256;
  private static final int MAX_CHAIN = 16;

  List<TrustRoot.Log> logs(Json root, String member) throws Refusal {
    List<TrustRoot.Log> logs = new ArrayList<>();
    List<Json> items = items(root, member, MAX_ITEMS, "the trust root");
    for (int i = 0; i < items.size(); i++) {
      log(items.get(i), member + "[" + i + "]").ifPresent(logs::add);
    }
    return logs;
  }

  List<TrustRoot.Authority> authorities(Json root, String member) throws Refusal {
    List<TrustRoot.Authority> authorities = new ArrayList<>();
    List<Json> items = items(root, member, MAX_ITEMS, "the trust root");
    for (int i = 0; i < items.size(); i++) {
      authorities.add(authority(items.get(i), member + "[" + i + "]"));
    }
    return authorities;
  }

  private Optional<TrustRoot.Log> log(Json json, String place) throws Refusal {
    Json key = object(json, "publicKey", place);
    String hash = text(json, "hashAlgorithm", place);
    if (!hash.equals("SHA2_256")) {
      throw new Refusal(place + " has another hash than SHA2_256", hash);
    }
    // `cosign trusted-root create` leaves it out where it is given a key and no address
    String url = json.get("baseUrl").isPresent() ? text(json, "baseUrl", place) : "";
    TrustRoot.Period period = period(key, place + ".publicKey");
    Bytes id = id(json, place);
    String details = text(key, "keyDetails", place + ".publicKey");
    Optional<KeyDetails> scheme = TrustRootKeys.details(details);
    if (scheme.isEmpty()) {
      return Optional.empty();
    }
    byte[] raw = base64(key, "rawBytes", place + ".publicKey");
    PublicKey read = TrustRootKeys.key(raw, scheme.get(), place + ".publicKey");
    return Optional.of(new TrustRoot.Log(url, id, read, scheme.get(), period));
  }

  /// The id by which entries name the log; where only the one of its checkpoints is there, that one
  /// (media type v0.2).
  private Bytes id(Json json, String place) throws Refusal {
    String member = json.get("logId").isPresent() ? "logId" : "checkpointKeyId";
    byte[] id = base64(object(json, member, place), "keyId", place + "." + member);
    if (id.length < 4) {
      throw new Refusal(place + "." + member + " is shorter than four bytes");
    }
    return Bytes.wrap(id);
  }

  private TrustRoot.Authority authority(Json json, String place) throws Refusal {
    // the one of Sigstore's public timestamp authority was missing for years
    String uri = json.get("uri").flatMap(Json::asText).orElse("");
    List<X509Certificate> chain = new ArrayList<>();
    Json certificates = object(json, "certChain", place);
    for (Json one : items(certificates, "certificates", MAX_CHAIN, place + ".certChain")) {
      byte[] der = base64(one, "rawBytes", place + ".certChain.certificates");
      chain.add(
          Certificates.read(der)
              .orElseThrow(() -> new Refusal(place + " has a certificate that cannot be read")));
    }
    if (chain.isEmpty()) {
      throw new Refusal(place + " has no certificate");
    }
    return new TrustRoot.Authority(uri, chain, period(json, place));
  }

  private TrustRoot.Period period(Json json, String place) throws Refusal {
    Json validFor = object(json, "validFor", place);
    String within = place + ".validFor";
    Instant start = instant(text(validFor, "start", within), within);
    Optional<Instant> end =
        validFor.get("end").isPresent()
            ? Optional.of(instant(text(validFor, "end", within), within))
            : Optional.empty();
    if (end.isPresent() && end.get().isBefore(start)) {
      throw new Refusal(within + " ends before it starts");
    }
    return new TrustRoot.Period(start, end);
  }

  private static Instant instant(String text, String place) throws Refusal {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new Refusal(place + " holds a time that cannot be read", text);
    }
  }

  String text(Json json, String member, String place) throws Refusal {
    return json.get(member)
        .flatMap(Json::asText)
        .orElseThrow(() -> new Refusal(place + " lacks the text `" + member + "`"));
  }

  private static Json object(Json json, String member, String place) throws Refusal {
    return json.get(member)
        .filter(Json.Obj.class::isInstance)
        .orElseThrow(() -> new Refusal(place + " lacks the object `" + member + "`"));
  }

  private byte[] base64(Json json, String member, String place) throws Refusal {
    try {
      return Base64.getDecoder().decode(text(json, member, place));
    } catch (IllegalArgumentException e) {
      throw new Refusal(place + "." + member + " is no Base64");
    }
  }

  private static List<Json> items(Json json, String member, int most, String place) throws Refusal {
    if (json.get(member).isEmpty()) {
      return List.of();
    }
    List<Json> items =
        json.get(member)
            .flatMap(Json::asItems)
            .orElseThrow(() -> new Refusal(place + " has no list `" + member + "`"));
    if (items.size() > most) {
      throw new Refusal(place + " has more than " + most + " items in `" + member + "`");
    }
    return items;
  }
}
