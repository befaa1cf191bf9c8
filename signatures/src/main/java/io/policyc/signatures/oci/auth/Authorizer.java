package io.policyc.signatures.oci.auth;

import io.policyc.signatures.oci.Deadline;
import io.policyc.signatures.oci.Fetched;
import io.policyc.signatures.oci.Repository;
import io.policyc.signatures.oci.Trouble;
import io.policyc.signatures.oci.net.Answer;
import io.policyc.signatures.oci.net.Origin;
import io.policyc.signatures.oci.net.Request;
import io.policyc.signatures.oci.net.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Calls a registry and answers its challenge, once.
///
/// The scope is always ours, to pull from one repository: a registry cannot make us ask for more.
public final class Authorizer {
  private static final Duration BASIC_LIFE = Duration.ofMinutes(10);
  private static final Duration SLACK = Duration.ofSeconds(5);

  private final Transport transport;
  private final TokenServer tokens;
  private final TokenCache cache;

  public Authorizer(Transport transport, TokenCache cache) {
    this.transport = transport;
    this.tokens = new TokenServer(transport);
    this.cache = cache;
  }

  /// Makes a call for a repository with one credential after the other, until one is taken.
  public Answer call(
      Request request, Repository repository, Credentials credentials, Deadline deadline) {
    return switch (credentials.of(repository, deadline)) {
      case Fetched.There<List<Credential>>(var list) ->
          each(
              request,
              repository,
              list.isEmpty() ? List.of(new Credential.Anonymous()) : list,
              deadline);
      case Fetched.NotThere<List<Credential>>() ->
          each(request, repository, List.of(new Credential.Anonymous()), deadline);
      case Fetched.Unknown<List<Credential>>(var trouble) -> new Answer.Failed(trouble, false);
    };
  }

  private Answer each(
      Request request, Repository repository, List<Credential> credentials, Deadline deadline) {
    Answer answer = call(request, repository, credentials.getFirst(), deadline);
    for (Credential next : credentials.subList(1, credentials.size())) {
      if (!denied(answer)) {
        return answer;
      }
      answer = call(request, repository, next, deadline);
    }
    return answer;
  }

  private static boolean denied(Answer answer) {
    return switch (answer) {
      case Answer.Reply reply -> reply.status() == 401 || reply.status() == 403;
      case Answer.Failed(var trouble, var again) -> trouble.kind() == Trouble.Kind.DENIED;
    };
  }

  private Answer call(
      Request request, Repository repository, Credential credential, Deadline deadline) {
    String scope = "repository:" + repository.name() + ":pull";
    TokenCache.Key key = new TokenCache.Key(repository.endpoint(), scope, credential.fingerprint());
    Optional<String> known = cache.get(key, deadline.time().nanos());
    Answer answer = transport.call(known.map(request::authorized).orElse(request), deadline);
    if (!(answer instanceof Answer.Reply reply) || !challenges(reply, request)) {
      return answer;
    }
    cache.remove(key);
    return switch (authorization(reply, key, credential, deadline)) {
      case Fetched.There<String>(var header) ->
          transport.call(request.authorized(header), deadline);
      case Fetched.NotThere<String>() -> answer;
      case Fetched.Unknown<String>(var trouble) -> new Answer.Failed(trouble, false);
    };
  }

  /// A challenge from where a redirect has led to is not answered: the credential is not for there.
  private static boolean challenges(Answer.Reply reply, Request request) {
    return reply.status() == 401 && Origin.of(reply.uri()).equals(Origin.of(request.uri()));
  }

  private Fetched<String> authorization(
      Answer.Reply reply, TokenCache.Key key, Credential credential, Deadline deadline) {
    List<Challenge> challenges = Challenge.read(reply.all("WWW-Authenticate"));
    for (Challenge challenge : challenges) {
      if (challenge.scheme().equals("bearer")) {
        return bearer(challenge, key, credential, deadline);
      }
    }
    for (Challenge challenge : challenges) {
      if (challenge.scheme().equals("basic")
          && credential instanceof Credential.Password password) {
        String header = TokenServer.basic(password);
        cache.put(key, header, BASIC_LIFE, deadline.time().nanos());
        return new Fetched.There<>(header);
      }
    }
    return new Fetched.NotThere<>();
  }

  private Fetched<String> bearer(
      Challenge challenge, TokenCache.Key key, Credential credential, Deadline deadline) {
    if (credential instanceof Credential.RegistryToken(var token)) {
      return TokenServer.isToken(token)
          ? new Fetched.There<>("Bearer " + token)
          : Fetched.unknown(Trouble.Kind.DENIED, "the registry token holds more than ASCII");
    }
    return tokens
        .token(challenge, key.scope(), credential, deadline)
        .then(
            token -> {
              String header = "Bearer " + token.text();
              cache.put(key, header, token.life().minus(SLACK), deadline.time().nanos());
              return new Fetched.There<>(header);
            });
  }
}
