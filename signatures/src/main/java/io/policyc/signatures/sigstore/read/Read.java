package io.policyc.signatures.sigstore.read;

import io.policyc.signatures.sigstore.Reason;
import io.policyc.signatures.sigstore.Verdict;
import java.util.function.Function;

/// What a reader made of bytes: a value, or why there is none.
public sealed interface Read<T> {
  /// A value.
  record Good<T>(T value) implements Read<T> {}

  /// Why there is none.
  record Bad<T>(Verdict.Rejected why) implements Read<T> {}

  /// Bytes that make no sense.
  static <T> Read<T> bad(Reason reason, String detail) {
    return new Bad<>(new Verdict.Rejected(reason, detail));
  }

  /// Goes on with the value, if there is one.
  default <U> Read<U> then(Function<T, Read<U>> next) {
    return switch (this) {
      case Good<T>(var value) -> next.apply(value);
      case Bad<T>(var why) -> new Bad<>(why);
    };
  }
}
