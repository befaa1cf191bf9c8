package io.policyc.signatures.mint;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.policyc.signatures.Json;
import io.policyc.signatures.JsonReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// JSON that can be altered: maps, lists, texts, numbers. A path names members and items, with dots
/// between: `verificationMaterial.tlogEntries.0.logIndex`.
public final class JsonTree {
  private @Nullable Object root;

  private JsonTree(@Nullable Object root) {
    this.root = root;
  }

  public static JsonTree parse(byte[] json) {
    return new JsonTree(plain(JsonReader.read(json).orElseThrow()));
  }

  public static JsonTree parse(String json) {
    return parse(json.getBytes(UTF_8));
  }

  /// Puts JSON at a place that is there, or that its parent may get.
  public JsonTree set(String path, String json) {
    return put(path, parse(json).root);
  }

  /// Puts a text.
  public JsonTree text(String path, String text) {
    return put(path, text);
  }

  public JsonTree remove(String path) {
    switch (parent(path)) {
      case Map<?, ?> map -> map.remove(last(path));
      case List<?> list -> list.remove(Integer.parseInt(last(path)));
      default -> throw new IllegalArgumentException(path);
    }
    return this;
  }

  /// Adds a copy of an item to the end of its list, some times over.
  public JsonTree repeat(String path, int times) {
    @SuppressWarnings("unchecked")
    List<@Nullable Object> list = (List<@Nullable Object>) parent(path);
    Object item = get(path);
    for (int i = 0; i < times; i++) {
      list.add(item);
    }
    return this;
  }

  public String text(String path) {
    return String.valueOf(get(path));
  }

  /// What is at a place, as JSON.
  public String json(String path) {
    StringBuilder out = new StringBuilder();
    write(get(path), out);
    return out.toString();
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    write(root, out);
    return out.toString();
  }

  public byte[] bytes() {
    return toString().getBytes(UTF_8);
  }

  @SuppressWarnings("unchecked")
  private JsonTree put(String path, @Nullable Object value) {
    if (path.isEmpty()) {
      root = value;
      return this;
    }
    switch (parent(path)) {
      case Map<?, ?> map -> ((Map<String, @Nullable Object>) map).put(last(path), value);
      case List<?> list -> {
        int index = Integer.parseInt(last(path));
        List<@Nullable Object> items = (List<@Nullable Object>) list;
        if (index == items.size()) {
          items.add(value);
        } else {
          items.set(index, value);
        }
      }
      default -> throw new IllegalArgumentException(path);
    }
    return this;
  }

  private Object parent(String path) {
    int dot = path.lastIndexOf('.');
    Object parent = dot < 0 ? root : get(path.substring(0, dot));
    if (parent == null) {
      throw new IllegalArgumentException(path);
    }
    return parent;
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private @Nullable Object get(String path) {
    Object here = root;
    for (String name : path.split("\\.", -1)) {
      here =
          switch (here) {
            case Map<?, ?> map when map.containsKey(name) -> map.get(name);
            case List<?> list -> list.get(Integer.parseInt(name));
            case null, default -> throw new IllegalArgumentException(path);
          };
    }
    return here;
  }

  private static @Nullable Object plain(Json json) {
    return switch (json) {
      case Json.Obj(var members) -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        members.forEach((name, value) -> map.put(name, plain(value)));
        yield map;
      }
      case Json.Arr(var items) -> {
        List<@Nullable Object> list = new ArrayList<>();
        items.forEach(item -> list.add(plain(item)));
        yield list;
      }
      case Json.Str(var text) -> text;
      case Json.Num number -> number;
      case Json.Bool(var value) -> value;
      case Json.Null _ -> null;
    };
  }

  private static void write(@Nullable Object value, StringBuilder out) {
    switch (value) {
      case null -> out.append("null");
      case Map<?, ?> map -> {
        String comma = "{";
        for (var entry : map.entrySet()) {
          quote(String.valueOf(entry.getKey()), out.append(comma));
          write(entry.getValue(), out.append(':'));
          comma = ",";
        }
        out.append(map.isEmpty() ? "{}" : "}");
      }
      case List<?> list -> {
        String comma = "[";
        for (Object item : list) {
          write(item, out.append(comma));
          comma = ",";
        }
        out.append(list.isEmpty() ? "[]" : "]");
      }
      case String text -> quote(text, out);
      case Json.Num(var literal) -> out.append(literal);
      default -> out.append(value);
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
              } else if (c < 0x20) {
                out.append(String.format("\\u%04x", c));
              } else {
                out.append((char) c);
              }
            });
    out.append('"');
  }
}
