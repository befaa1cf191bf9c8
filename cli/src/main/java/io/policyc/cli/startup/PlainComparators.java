package io.policyc.cli.startup;

import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/// What [Comparator] and [Map.Entry] make, for the classes of the AOT cache.
///
/// Theirs can be serialized, and the AOT cache of JDK 25 holds no lambda that can: each had to be
/// made when it was reached. [DirectCalls] puts these in their place, which is why all may call
/// them.
public final class PlainComparators {
  private PlainComparators() {}

  /// By a key in its natural order.
  public static <T, U extends Comparable<? super U>> Comparator<T> comparing(
      Function<? super T, ? extends U> key) {
    return (a, b) -> key.apply(a).compareTo(key.apply(b));
  }

  /// By a key in an order of its own.
  public static <T, U> Comparator<T> comparing(
      Function<? super T, ? extends U> key, Comparator<? super U> order) {
    return (a, b) -> order.compare(key.apply(a), key.apply(b));
  }

  /// By a number.
  public static <T> Comparator<T> comparingInt(ToIntFunction<? super T> key) {
    return (a, b) -> Integer.compare(key.applyAsInt(a), key.applyAsInt(b));
  }

  /// By one order, then by another one.
  public static <T> Comparator<T> thenComparing(Comparator<T> first, Comparator<? super T> then) {
    return (a, b) -> {
      int result = first.compare(a, b);
      return result != 0 ? result : then.compare(a, b);
    };
  }

  /// By an order, then by a key.
  public static <T, U extends Comparable<? super U>> Comparator<T> thenComparing(
      Comparator<T> first, Function<? super T, ? extends U> key) {
    return thenComparing(first, comparing(key));
  }

  /// By an order, then by a key in an order of its own.
  public static <T, U> Comparator<T> thenComparing(
      Comparator<T> first, Function<? super T, ? extends U> key, Comparator<? super U> order) {
    return thenComparing(first, comparing(key, order));
  }

  /// By an order, then by a number.
  public static <T> Comparator<T> thenComparingInt(
      Comparator<T> first, ToIntFunction<? super T> key) {
    return thenComparing(first, comparingInt(key));
  }

  /// By the keys of entries.
  public static <K extends Comparable<? super K>, V> Comparator<Map.Entry<K, V>> comparingByKey() {
    return (a, b) -> a.getKey().compareTo(b.getKey());
  }

  /// By the keys of entries, in an order of its own.
  public static <K, V> Comparator<Map.Entry<K, V>> comparingByKey(Comparator<? super K> order) {
    return (a, b) -> order.compare(a.getKey(), b.getKey());
  }

  /// By the values of entries.
  public static <K, V extends Comparable<? super V>>
      Comparator<Map.Entry<K, V>> comparingByValue() {
    return (a, b) -> a.getValue().compareTo(b.getValue());
  }

  /// By the values of entries, in an order of its own.
  public static <K, V> Comparator<Map.Entry<K, V>> comparingByValue(Comparator<? super V> order) {
    return (a, b) -> order.compare(a.getValue(), b.getValue());
  }
}
