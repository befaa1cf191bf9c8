package io.policyc.signatures.oci.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.policyc.signatures.Json;
import io.policyc.signatures.JsonReader;
import io.policyc.signatures.oci.Deadline;
import io.policyc.signatures.oci.Fetched;
import io.policyc.signatures.oci.Quoted;
import io.policyc.signatures.oci.Statuses;
import io.policyc.signatures.oci.Trouble;
import io.policyc.signatures.oci.net.Answer;
import io.policyc.signatures.oci.net.Request;
import io.policyc.signatures.oci.net.Transport;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Asks the server that a `Bearer` challenge names for a token.
///
/// @see <a href="https://distribution.github.io/distribution/spec/auth/token/">Distribution, Token
///   Authentication</a>
record TokenServer(Transport transport) {
  private static final int DEFAULT_LIFE = 60;
  private static final int MAX_LIFE = 3_600;

  /// A token and how long it holds.
  record Token(String text, Duration life) {
    @Override
    public String toString() {
      return "Token[…]";
    }
  }

  Fetched<Token> token(
      Challenge challenge, String scope, Credential credential, Deadline deadline) {
    String realm = challenge.parameter("realm").orElse("");
    Optional<URI> uri = uri(realm);
    if (uri.isEmpty()) {
      return Fetched.unknown(
          Trouble.Kind.UNEXPECTED, "no token server that may be asked: " + Quoted.quote(realm));
    }
    Map<String, String> query = new LinkedHashMap<>();
    challenge.parameter("service").ifPresent(service -> query.put("service", service));
    query.put("scope", scope);
    return switch (transport.call(request(uri.get(), query, credential), deadline)) {
      case Answer.Failed(var trouble, var again) -> new Fetched.Unknown<>(trouble);
      case Answer.Reply reply -> token(reply, uri.get());
    };
  }

  private static Optional<URI> uri(String realm) {
    try {
      return Optional.of(new URI(realm)).filter(uri -> uri.isAbsolute() && !uri.isOpaque());
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private Request request(URI realm, Map<String, String> query, Credential credential) {
    int max = transport.limits().maxToken();
    if (credential instanceof Credential.IdentityToken(var token)) {
      query.put("grant_type", "refresh_token");
      query.put("client_id", "policyc");
      query.put("refresh_token", token);
      return new Request(
          realm, Map.of("Accept", "application/json"), Optional.of(encoded(query)), max);
    }
    String base = realm.getRawFragment() == null ? realm.toString() : before(realm.toString(), '#');
    URI uri = URI.create(base + (base.indexOf('?') < 0 ? "?" : "&") + encoded(query));
    Request request = Request.get(uri, "application/json", max);
    return credential instanceof Credential.Password password
        ? request.authorized(basic(password))
        : request;
  }

  private static String before(String text, char end) {
    return text.substring(0, text.indexOf(end));
  }

  static String basic(Credential.Password password) {
    String text = password.user() + ":" + password.secret();
    return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static String encoded(Map<String, String> form) {
    StringBuilder out = new StringBuilder();
    form.forEach(
        (name, value) ->
            out.append(out.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, UTF_8)));
    return out.toString();
  }

  private static Fetched<Token> token(Answer.Reply reply, URI realm) {
    String server = "the token server " + Quoted.quote(realm.getRawAuthority());
    if (reply.status() != 200) {
      return new Fetched.Unknown<>(
          reply.status() == 400 || reply.status() == 404
              ? new Trouble(Trouble.Kind.DENIED, server + " answers " + reply.status())
              : Statuses.trouble(reply, server));
    }
    Optional<Json> json = JsonReader.read(reply.body().view());
    Optional<String> text =
        json.flatMap(value -> value.get("token").or(() -> value.get("access_token")))
            .flatMap(Json::asText)
            .filter(TokenServer::isToken);
    return text.isEmpty()
        ? Fetched.unknown(Trouble.Kind.UNEXPECTED, server + " gives no token")
        : new Fetched.There<>(new Token(text.get(), life(json.orElseThrow())));
  }

  /// Printable ASCII without blanks: nothing else may stand in a header.
  static boolean isToken(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 127);
  }

  private static Duration life(Json json) {
    return json.get("expires_in").orElse(null) instanceof Json.Num(var literal)
            && literal.length() < 10
            && literal.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Duration.ofSeconds(Math.min(MAX_LIFE, Integer.parseInt(literal)))
        : Duration.ofSeconds(DEFAULT_LIFE);
  }
}
