package io.policyc.signatures.oci;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import io.policyc.signatures.Json;
import io.policyc.signatures.oci.auth.Authorizer;
import io.policyc.signatures.oci.auth.Credentials;
import io.policyc.signatures.oci.net.Answer;
import io.policyc.signatures.oci.net.Origin;
import io.policyc.signatures.oci.net.Request;
import io.policyc.signatures.oci.net.Transport;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// A registry by OCI's distribution protocol.
///
/// @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md">OCI
///   Distribution Spec 1.1</a>
final class RemoteRegistry implements Registry {
  private static final int MAX_ARRAY = Integer.MAX_VALUE - 64;

  private final Transport transport;
  private final Authorizer authorizer;
  private final Credentials credentials;

  RemoteRegistry(Transport transport, Authorizer authorizer, Credentials credentials) {
    this.transport = transport;
    this.authorizer = authorizer;
    this.credentials = credentials;
  }

  @Override
  public Fetched<Manifest> manifest(Repository repository, String tag, Deadline deadline) {
    // such a tag cannot exist: `.sig` behind a SHA-512 digest is too long for one
    return Names.isTag(tag)
        ? manifest(repository, tag, Optional.empty(), deadline)
        : new Fetched.NotThere<>();
  }

  @Override
  public Fetched<Manifest> manifest(Repository repository, Digest digest, Deadline deadline) {
    return manifest(repository, digest.toString(), Optional.of(digest), deadline);
  }

  private Fetched<Manifest> manifest(
      Repository repository, String name, Optional<Digest> digest, Deadline deadline) {
    Request request =
        Request.get(
            uri(repository, "manifests/" + name),
            MediaTypes.ACCEPT_MANIFEST,
            transport.limits().maxManifest());
    return call(request, repository, deadline)
        .then(reply -> manifest(reply, digest, repository + " " + name));
  }

  private static Fetched<Manifest> manifest(
      Answer.Reply reply, Optional<Digest> asked, String what) {
    Optional<Digest> promised =
        asked.or(() -> reply.header("Docker-Content-Digest").flatMap(Digest::parse));
    Digest.Algorithm algorithm = promised.map(Digest::algorithm).orElse(Digest.Algorithm.SHA256);
    Digest digest = Digest.of(algorithm, reply.body().view());
    if (promised.isPresent() && !promised.get().equals(digest)) {
      return Fetched.unknown(
          Trouble.Kind.WRONG_DIGEST,
          "the manifest " + what + " has the digest " + digest + " instead of " + promised.get());
    }
    return switch (ManifestReader.read(
        reply.body(), digest, reply.header("Content-Type").orElse(""))) {
      case ManifestReader.Reading.Read(var manifest) -> new Fetched.There<>(manifest);
      case ManifestReader.Reading.Refused(var why) ->
          Fetched.unknown(Trouble.Kind.MALFORMED, "the manifest " + what + ": " + why);
    };
  }

  @Override
  public Fetched<Bytes> blob(
      Repository repository, Digest digest, long maxBytes, Deadline deadline) {
    Request request =
        Request.get(uri(repository, "blobs/" + digest), "*/*", Math.min(maxBytes, MAX_ARRAY));
    return call(request, repository, deadline)
        .then(
            reply ->
                Digest.of(digest.algorithm(), reply.body().view()).equals(digest)
                    ? new Fetched.There<>(reply.body())
                    : Fetched.unknown(
                        Trouble.Kind.WRONG_DIGEST,
                        "the blob " + digest + " of " + repository + " is another one"));
  }

  @Override
  public Fetched<List<Descriptor>> referrers(
      Repository repository, Digest subject, Optional<String> artifactType, Deadline deadline) {
    return listed(repository, subject, artifactType, deadline)
        .map(listed -> listed.whole().then(all -> filtered(all, artifactType)))
        .orElseGet(() -> ReferrersTag.referrers(this, repository, subject, artifactType, deadline));
  }

  private static Fetched<List<Descriptor>> filtered(
      List<Descriptor> all, Optional<String> artifactType) {
    return new Fetched.There<>(ReferrersTag.filtered(all, artifactType));
  }

  @Override
  public Gathered<Descriptor> everyReferrer(
      Repository repository, Digest subject, Deadline deadline) {
    return listed(repository, subject, Optional.empty(), deadline)
        .orElseGet(
            () ->
                Gathered.of(
                    ReferrersTag.referrers(this, repository, subject, Optional.empty(), deadline)));
  }

  /// What the API lists; empty where there is none.
  private Optional<Gathered<Descriptor>> listed(
      Repository repository, Digest subject, Optional<String> artifactType, Deadline deadline) {
    String filter =
        artifactType
            .map(type -> "?artifactType=" + URLEncoder.encode(type, StandardCharsets.UTF_8))
            .orElse("");
    Request first =
        Request.get(
            uri(repository, "referrers/" + subject + filter),
            MediaTypes.OCI_INDEX,
            transport.limits().maxManifest());
    return new Pages<>(
            transport.limits(),
            request -> referrers(request, repository, deadline),
            RemoteRegistry::descriptors)
        .gathered(first);
  }

  /// A page; "not there" where the registry has no such API, as go-containerregistry sees it.
  private Fetched<Answer.Reply> referrers(
      Request request, Repository repository, Deadline deadline) {
    return switch (allowed(request, repository, deadline)) {
      case Answer.Failed(var trouble, var again) -> new Fetched.Unknown<>(trouble);
      case Answer.Reply reply ->
          switch (reply.status()) {
            case 200 ->
                MediaTypes.essence(reply.header("Content-Type").orElse(""))
                        .equals(MediaTypes.OCI_INDEX)
                    ? new Fetched.There<>(reply)
                    : new Fetched.NotThere<>();
            case 400, 404, 405, 406, 501 -> missing(request, reply);
            default -> new Fetched.Unknown<>(Statuses.trouble(reply, repository.host()));
          };
    };
  }

  private static Fetched<List<Descriptor>> descriptors(Answer.Reply reply) {
    Digest digest = Digest.sha256(reply.body().view());
    return switch (ManifestReader.read(reply.body(), digest, MediaTypes.OCI_INDEX)) {
      case ManifestReader.Reading.Read(Manifest.Index index) ->
          new Fetched.There<>(index.manifests());
      case ManifestReader.Reading.Read(Manifest.Image image) ->
          Fetched.unknown(Trouble.Kind.MALFORMED, "a list of referrers is an image");
      case ManifestReader.Reading.Refused(var why) ->
          Fetched.unknown(Trouble.Kind.MALFORMED, "a list of referrers: " + why);
    };
  }

  @Override
  public Fetched<List<String>> tags(Repository repository, Deadline deadline) {
    Request first =
        Request.get(
            uri(repository, "tags/list"), "application/json", transport.limits().maxManifest());
    return new Pages<>(
            transport.limits(),
            request -> call(request, repository, deadline),
            RemoteRegistry::tags)
        .all(first);
  }

  private static Fetched<List<String>> tags(Answer.Reply reply) {
    Optional<Json.Obj> json = BoundedJson.read(reply.body());
    if (json.isEmpty()) {
      return Fetched.unknown(
          Trouble.Kind.MALFORMED, "a list of tags is no JSON object, or one of too many parts");
    }
    // a repository without tags has `null` here
    List<String> tags =
        json.get().get("tags").flatMap(Json::asItems).orElse(List.of()).stream()
            .flatMap(item -> item.asText().stream())
            .filter(Names::isTag)
            .toList();
    return new Fetched.There<>(tags);
  }

  private Fetched<Answer.Reply> call(Request request, Repository repository, Deadline deadline) {
    return switch (allowed(request, repository, deadline)) {
      case Answer.Failed(var trouble, var again) -> new Fetched.Unknown<>(trouble);
      case Answer.Reply reply ->
          switch (reply.status()) {
            case 200 -> new Fetched.There<>(reply);
            case 404 -> missing(request, reply);
            default -> new Fetched.Unknown<>(Statuses.trouble(reply, repository.host()));
          };
    };
  }

  /// That there is no such thing is believed of the registry itself. A page to log in at, where
  /// every redirect leads, has none of them either; so elsewhere the answer must be a registry's.
  private static Fetched<Answer.Reply> missing(Request request, Answer.Reply reply) {
    boolean own = Origin.of(reply.uri()).equals(Origin.of(request.uri()));
    boolean registry =
        BoundedJson.read(reply.body())
            .flatMap(json -> json.get("errors"))
            .flatMap(Json::asItems)
            .isPresent();
    return own || registry
        ? new Fetched.NotThere<>()
        : Fetched.unknown(
            Trouble.Kind.UNEXPECTED,
            "a redirect leads to "
                + Quoted.quote(String.valueOf(reply.uri().getRawAuthority()))
                + ", which answers "
                + reply.status()
                + " and is no registry");
  }

  private Answer allowed(Request request, Repository repository, Deadline deadline) {
    return transport.access().registry(repository.host())
        ? authorizer.call(request, repository, credentials, deadline)
        : new Answer.Failed(
            new Trouble(
                Trouble.Kind.NOT_ALLOWED,
                repository.host() + " is not on the list of registries that may be asked"),
            false);
  }

  private URI uri(Repository repository, String rest) {
    return URI.create(
        transport.root(repository.endpoint()) + "/v2/" + repository.name() + "/" + rest);
  }
}
