package io.policyc.signatures.oci;

import java.util.function.Function;

/// What asking a registry has come to. That a thing is not there and that nobody could tell are
/// different answers: silence of a registry must never look like "there is no signature".
///
/// @param <T> what was asked for
public sealed interface Fetched<T> {
  /// It is there, and its digest was recomputed where it has one.
  record There<T>(T value) implements Fetched<T> {}

  /// The registry has answered that there is no such thing.
  record NotThere<T>() implements Fetched<T> {}

  /// No answer that can be relied upon.
  record Unknown<T>(Trouble trouble) implements Fetched<T> {}

  /// Goes on with what is there; the other two answers stay.
  default <R> Fetched<R> then(Function<? super T, Fetched<R>> next) {
    return switch (this) {
      case There<T>(var value) -> next.apply(value);
      case NotThere<T>() -> new NotThere<>();
      case Unknown<T>(var trouble) -> new Unknown<>(trouble);
    };
  }

  /// Shorthand for an [Unknown].
  static <T> Fetched<T> unknown(Trouble.Kind kind, String detail) {
    return new Unknown<>(new Trouble(kind, detail));
  }
}
