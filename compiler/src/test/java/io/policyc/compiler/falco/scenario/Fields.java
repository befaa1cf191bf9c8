package io.policyc.compiler.falco.scenario;

import io.policyc.compiler.falco.evaluate.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The fields of an event while it is put together.
final class Fields {
  private final Map<String, Value> values = new TreeMap<>();

  Fields(String type) {
    put("evt.type", type);
    for (String flag : List.of("create", "exec", "read", "write")) {
      put("evt.is_open_" + flag, false);
    }
  }

  Fields put(String name, String text) {
    values.put(name, new Value.Text(text));
    return this;
  }

  Fields put(String name, long number) {
    values.put(name, new Value.Whole(number));
    return this;
  }

  Fields put(String name, boolean holds) {
    values.put(name, new Value.Truth(holds));
    return this;
  }

  Fields put(String name, List<String> items) {
    values.put(name, new Value.Many(items));
    return this;
  }

  /// What the call returned.
  Fields result(long result) {
    put("evt.rawres", result);
    put("evt.res", result < 0 ? Errors.name(result) : "SUCCESS");
    return put("evt.failed", result < 0);
  }

  /// What a call returned that gives no file.
  Fields returned(long result) {
    return result(result).put("evt.arg.res", Errors.name(result));
  }

  /// A parameter that is a text.
  Fields text(String parameter, String shown, String raw) {
    return put("evt.arg." + parameter, shown).put("evt.rawarg." + parameter, raw);
  }

  /// A parameter that is a number.
  Fields number(String parameter, String shown, long raw) {
    return put("evt.arg." + parameter, shown).put("evt.rawarg." + parameter, raw);
  }

  Map<String, Value> values() {
    return values;
  }
}
