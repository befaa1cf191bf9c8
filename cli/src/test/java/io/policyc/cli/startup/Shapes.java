package io.policyc.cli.startup;

import java.util.function.Function;

/// Switches over types of every kind that javac links at run time.
final class Shapes implements Function<Object, String> {
  sealed interface Shape {
    default String size() {
      return switch (this) {
        case Circle(int radius) when radius > 9 -> "large";
        case Circle _ -> "small";
        case Square(int side) when side > 9 -> "large";
        case Square(_) -> "small";
      };
    }
  }

  record Circle(int radius) implements Shape {}

  record Square(int side) implements Shape {}

  @Override
  public String apply(Object value) {
    String kind =
        switch (value) {
          case String text when text.length() > 3 -> "long text " + text;
          case String text -> "text " + text;
          case Integer number -> "number " + number;
          case Circle(var radius) when radius == 0 -> "point";
          case Shape shape -> shape.getClass().getSimpleName() + " " + shape.size();
          case int[] numbers -> "numbers " + numbers.length;
          default -> "something else";
        };
    return kind + ", " + constant(value);
  }

  private static String constant(Object value) {
    return switch (value) {
      case Integer i when i == 7 -> "seven";
      default -> "plain";
    };
  }
}
