package io.policyc.signatures.oci.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.policyc.signatures.Json;
import io.policyc.signatures.JsonReader;
import io.policyc.signatures.oci.Repository;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Credentials in Docker's format, as they lie in `config.json` and in Secrets of Kubernetes.
public final class DockerConfig {
  private static final int MAX_BYTES = 1024 * 1024;

  private final List<Entry> entries;
  private final Map<ConfigKey, String> helpers;
  private final Optional<String> store;

  private record Entry(ConfigKey key, Credential credential) {}

  /// How the bytes are laid out.
  public enum Form {
    /// `config.json`, and Secrets of type `kubernetes.io/dockerconfigjson`.
    CONFIG_JSON,
    /// `.dockercfg`, and Secrets of type `kubernetes.io/dockercfg`: only what is under `auths`.
    DOCKERCFG
  }

  /// What reading gives.
  public sealed interface Reading {
    /// A config.
    record Read(DockerConfig config) implements Reading {}

    /// None.
    ///
    /// @param why in words, without any of the content: lower-case, no full stop
    record Refused(String why) implements Reading {}
  }

  private DockerConfig(
      List<Entry> entries, Map<ConfigKey, String> helpers, Optional<String> store) {
    this.entries = List.copyOf(entries);
    this.helpers = new LinkedHashMap<>(helpers);
    this.store = store;
  }

  /// Reads a config of at most 1 MiB, which is as large as a Secret may be.
  public static Reading read(byte[] content, Form form) {
    if (content.length > MAX_BYTES) {
      return new Reading.Refused("it is larger than " + MAX_BYTES + " bytes");
    }
    Optional<Json> json = JsonReader.read(content);
    if (json.isEmpty() || !(json.get() instanceof Json.Obj object)) {
      return new Reading.Refused("it is no JSON object");
    }
    Optional<Json> auths = form == Form.DOCKERCFG ? json : object.get("auths");
    List<Entry> entries = new ArrayList<>();
    if (auths.orElse(null) instanceof Json.Obj(var members)) {
      for (var member : members.entrySet()) {
        Optional<Credential> credential = credential(member.getValue());
        if (credential.isEmpty()) {
          return new Reading.Refused("an entry's `auth` is not `user:password` in Base64");
        }
        if (!(credential.get() instanceof Credential.Anonymous)) {
          entries.add(new Entry(ConfigKey.of(member.getKey()), credential.get()));
        }
      }
    }
    return new Reading.Read(
        form == Form.DOCKERCFG
            ? new DockerConfig(entries, Map.of(), Optional.empty())
            : new DockerConfig(entries, helpers(object), text(object, "credsStore")));
  }

  private static Optional<String> text(Json json, String name) {
    return json.get(name).flatMap(Json::asText).filter(text -> !text.isEmpty());
  }

  private static Map<ConfigKey, String> helpers(Json.Obj object) {
    Map<ConfigKey, String> helpers = new LinkedHashMap<>();
    if (object.get("credHelpers").orElse(null) instanceof Json.Obj(var members)) {
      members.forEach(
          (key, value) -> value.asText().ifPresent(name -> helpers.put(ConfigKey.of(key), name)));
    }
    return helpers;
  }

  /// Empty when it cannot be read; [Credential.Anonymous] when it says nothing, as beside a store.
  private static Optional<Credential> credential(Json json) {
    Optional<String> identity = text(json, "identitytoken");
    if (identity.isPresent()) {
      return identity.map(Credential.IdentityToken::new);
    }
    Optional<String> token = text(json, "registrytoken");
    if (token.isPresent()) {
      return token.map(Credential.RegistryToken::new);
    }
    Optional<String> auth = text(json, "auth");
    if (auth.isPresent()) {
      return decoded(auth.get());
    }
    return Optional.of(
        text(json, "username")
            .<Credential>map(
                user -> new Credential.Password(user, text(json, "password").orElse("")))
            .orElse(new Credential.Anonymous()));
  }

  private static Optional<Credential> decoded(String auth) {
    try {
      String text = new String(Base64.getDecoder().decode(auth.strip()), UTF_8);
      int colon = text.indexOf(':');
      int end = text.length();
      while (end > colon + 1 && text.charAt(end - 1) == 0) {
        // some clients have written a terminator
        end--;
      }
      return colon <= 0
          ? Optional.empty()
          : Optional.of(
              new Credential.Password(text.substring(0, colon), text.substring(colon + 1, end)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// What it holds for a repository, the closest key first.
  List<Credential> credentials(Repository repository) {
    return entries.stream()
        .filter(entry -> entry.key().matches(repository))
        .sorted(Comparator.comparingInt((Entry entry) -> -entry.key().closeness()))
        .map(Entry::credential)
        .toList();
  }

  /// The helper to ask for a repository.
  Optional<String> helper(Repository repository) {
    return helpers.entrySet().stream()
        .filter(entry -> entry.getKey().matches(repository))
        .map(Map.Entry::getValue)
        .findFirst()
        .or(() -> store);
  }

  @Override
  public String toString() {
    return "DockerConfig[" + entries.size() + " entries]";
  }
}
