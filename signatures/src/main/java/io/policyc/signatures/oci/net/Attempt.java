package io.policyc.signatures.oci.net;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.oci.Deadline;
import io.policyc.signatures.oci.Quoted;
import io.policyc.signatures.oci.Trouble;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/// One call over one connection, within the deadline.
record Attempt(HttpClient client, Request request, Origin origin, Deadline deadline) {
  private static final int OK = 200;
  private static final int MAX_ERROR_BODY = 64 * 1024;

  /// @throws ConnectException when there is no connection: another address may do
  Answer at(URI uri) throws ConnectException, InterruptedException {
    if (deadline.over()) {
      return late(origin);
    }
    HttpRequest http;
    try {
      http = http(uri);
    } catch (IllegalArgumentException e) {
      // its message may repeat a secret
      return Answer.Failed.of(
          Trouble.Kind.UNEXPECTED, "what is to be sent to " + origin + " fits into no request");
    }
    CompletableFuture<HttpResponse<BoundedBody.Body>> call = client.sendAsync(http, this::body);
    try {
      return answer(call.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return late(origin);
    } catch (ExecutionException e) {
      return failed(e.getCause());
    } finally {
      call.cancel(true);
    }
  }

  private HttpRequest http(URI uri) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(uri)
            .header("Host", origin.authority())
            .header("User-Agent", "policyc");
    request.headers().forEach(builder::header);
    request
        .form()
        .ifPresent(
            form ->
                builder
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form)));
    return builder.build();
  }

  private BoundedBody body(HttpResponse.ResponseInfo info) {
    return new BoundedBody(info.statusCode() == OK ? request.maxBytes() : MAX_ERROR_BODY);
  }

  private Answer answer(HttpResponse<BoundedBody.Body> response) {
    if (response.statusCode() == OK && response.body().cut()) {
      return Answer.Failed.of(
          Trouble.Kind.TOO_LARGE,
          origin + " sends more than the " + request.maxBytes() + " bytes that are read");
    }
    Optional<String> encoding = response.headers().firstValue("Content-Encoding");
    if (encoding.isPresent() && !encoding.get().equalsIgnoreCase("identity")) {
      return Answer.Failed.of(
          Trouble.Kind.UNEXPECTED,
          origin + " sends content as " + Quoted.quote(encoding.get()) + " unasked");
    }
    return new Answer.Reply(
        request.uri(),
        response.statusCode(),
        response.headers().map(),
        Bytes.wrap(response.body().content()));
  }

  private Answer failed(@org.jspecify.annotations.Nullable Throwable cause)
      throws ConnectException {
    return switch (cause) {
      case ConnectException e -> throw e;
      case HttpConnectTimeoutException e -> throw new ConnectException("no answer in time");
      case SSLException e ->
          Answer.Failed.of(
              Trouble.Kind.UNREACHABLE,
              "TLS with "
                  + origin
                  + " does not hold: "
                  + Quoted.quote(String.valueOf(e.getMessage())));
      case IOException e ->
          new Answer.Failed(
              new Trouble(
                  Trouble.Kind.UNREACHABLE,
                  "the connection to "
                      + origin
                      + " broke: "
                      + Quoted.quote(String.valueOf(e.getMessage()))),
              true);
      case RuntimeException e ->
          // a length that is no number, for instance
          Answer.Failed.of(
              Trouble.Kind.UNEXPECTED,
              origin
                  + " answers with something that is not HTTP: "
                  + Quoted.quote(String.valueOf(e.getMessage())));
      case null, default -> throw new IllegalStateException("a call failed", cause);
    };
  }

  static Answer late(Origin origin) {
    return Answer.Failed.of(Trouble.Kind.DEADLINE, "the time was over while asking " + origin);
  }
}
