package io.policyc.signatures.oci.net;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// Reads a body up to a number of bytes, and stops the server where there are more.
final class BoundedBody implements BodySubscriber<BoundedBody.Body> {
  private final CompletableFuture<Body> result = new CompletableFuture<>();
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();
  private final long maxBytes;
  private Flow.@Nullable Subscription subscription;

  /// @param content at most as many bytes as asked for
  /// @param cut whether there were more
  @SuppressWarnings("ArrayRecordComponent") // lives for one call, is never compared
  record Body(byte[] content, boolean cut) {}

  BoundedBody(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public CompletionStage<Body> getBody() {
    return result;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      byte[] bytes = new byte[(int) Math.min(buffer.remaining(), maxBytes - content.size())];
      buffer.get(bytes);
      content.writeBytes(bytes);
      if (buffer.hasRemaining()) {
        stop();
        return;
      }
    }
    if (subscription != null) {
      subscription.request(1);
    }
  }

  private void stop() {
    if (subscription != null) {
      subscription.cancel();
    }
    result.complete(new Body(content.toByteArray(), true));
  }

  @Override
  public void onError(Throwable error) {
    result.completeExceptionally(error);
  }

  @Override
  public void onComplete() {
    result.complete(new Body(content.toByteArray(), false));
  }
}
