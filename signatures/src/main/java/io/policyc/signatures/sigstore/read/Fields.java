package io.policyc.signatures.sigstore.read;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Json;
import io.policyc.signatures.Json.Obj;
import io.policyc.signatures.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The fields of a JSON object from a stranger, taken one by one.
///
/// What is missing or of the wrong kind is noted as a [Trouble], and a value without content stands
/// in for it: a reader takes all fields and asks once, at the end, whether anything was wrong.
///
/// @param path where the object stands, for the noting; empty at the top
public record Fields(Json json, String path, Trouble trouble) {
  private static final int MAX_DIGITS = 18;

  /// The fields of a whole document; anything but an object is noted.
  public static Fields of(Optional<Json> document, Trouble trouble) {
    if (document.isEmpty()) {
      trouble.note("it is not valid JSON, or has too many parts");
    }
    return new Fields(document.orElse(new Obj(Map.of())), "", trouble).expectObject();
  }

  private Fields expectObject() {
    if (!(json instanceof Obj)) {
      wrong(path, "is no object");
    }
    return this;
  }

  /// An object within, which must be there.
  public Fields object(String name) {
    return maybeObject(name).orElseGet(() -> missing(name, new Fields(none(), at(name), trouble)));
  }

  /// An object within, if it is there.
  public Optional<Fields> maybeObject(String name) {
    return json.get(name).map(value -> new Fields(value, at(name), trouble).expectObject());
  }

  /// The objects of a list; none where it is missing, since protobuf leaves empty lists out.
  ///
  /// @param max how many there may be
  public List<Fields> objects(String name, int max) {
    List<Json> items = items(name, max);
    List<Fields> out = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      out.add(new Fields(items.get(i), at(name) + "[" + i + "]", trouble).expectObject());
    }
    return out;
  }

  /// The texts of a list, decoded from base64; none where it is missing.
  public List<Bytes> base64s(String name, int max) {
    return items(name, max).stream()
        .map(item -> bytes(at(name), item.asText().flatMap(Base64Text::decode)))
        .toList();
  }

  private List<Json> items(String name, int max) {
    List<Json> items = json.get(name).map(value -> list(name, value)).orElse(List.of());
    if (items.size() > max) {
      wrong(at(name), "holds " + items.size() + " items, at most " + max + " are read");
      return List.of();
    }
    return items;
  }

  private List<Json> list(String name, Json value) {
    Optional<List<Json>> items = value.asItems();
    if (items.isEmpty()) {
      wrong(at(name), "is no list");
    }
    return items.orElse(List.of());
  }

  /// A text, which must be there.
  public String text(String name) {
    return maybeText(name).orElseGet(() -> missing(name, ""));
  }

  /// A text, if it is there.
  public Optional<String> maybeText(String name) {
    return json.get(name)
        .map(value -> value.asText().orElseGet(() -> kind(name, "is no text", "")));
  }

  /// Bytes in base64, which must be there.
  public Bytes base64(String name) {
    return maybeBase64(name).orElseGet(() -> missing(name, Bytes.EMPTY));
  }

  /// Bytes in base64, if they are there.
  public Optional<Bytes> maybeBase64(String name) {
    return maybeText(name).map(text -> bytes(at(name), Base64Text.decode(text)));
  }

  private Bytes bytes(String where, Optional<Bytes> decoded) {
    if (decoded.isEmpty()) {
      wrong(where, "is not valid base64");
    }
    return decoded.orElse(Bytes.EMPTY);
  }

  /// A whole number from 0 to 10¹⁸, also as a text, as protobuf writes it; 0 where it is missing,
  /// since protobuf leaves that out.
  public long number(String name) {
    return maybeNumber(name).orElse(0L);
  }

  /// A whole number from 0 to 10¹⁸, if it is there.
  public Optional<Long> maybeNumber(String name) {
    return json.get(name)
        .map(
            value ->
                digits(value)
                    .filter(Fields::isNumber)
                    .map(Long::parseLong)
                    .orElseGet(() -> kind(name, "is no whole number from 0", 0L)));
  }

  private static Optional<String> digits(Json value) {
    return switch (value) {
      case Json.Num(var literal) -> Optional.of(literal);
      case Json.Str(var text) -> Optional.of(text);
      case Json.Obj _, Json.Arr _, Json.Bool _, Json.Null _ -> Optional.empty();
    };
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_DIGITS
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /// What a text means; noted where it means nothing.
  ///
  /// @param kind what it should be, such as `a hash`
  /// @param otherwise what stands in for it
  public <T> T meaning(
      String name, String kind, Function<String, Optional<T>> reader, T otherwise) {
    String text = text(name);
    return reader
        .apply(text)
        .orElseGet(() -> kind(name, "is " + Quote.of(text) + ", not " + kind, otherwise));
  }

  private <T> T missing(String name, T otherwise) {
    return kind(name, "is missing", otherwise);
  }

  private <T> T kind(String name, String what, T otherwise) {
    wrong(at(name), what);
    return otherwise;
  }

  private void wrong(String where, String what) {
    trouble.note((where.isEmpty() ? "it" : "`" + where + "`") + " " + what);
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static Json none() {
    return new Obj(Map.of());
  }
}
