package io.policyc.compiler.falco.scenario;

import io.policyc.compiler.falco.evaluate.FalcoEvent;
import io.policyc.compiler.falco.evaluate.Value;
import io.policyc.compiler.falco.fields.EventTable;
import io.policyc.compiler.falco.fields.FieldType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What was recorded from Falco 0.44.1, see the README beside the files.
public final class Recording {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Recording() {}

  /// A condition and the events on which it fired.
  public record Case(
      String id,
      String condition,
      Map<String, String> macros,
      Map<String, List<String>> lists,
      List<Integer> fired) {
    /// The scenario and set of fields, as in [#events].
    public String group() {
      return id.substring(0, id.lastIndexOf('-')).replaceFirst("-", "/");
    }
  }

  /// All cases.
  public static List<Case> cases() {
    return lines("falco-eval.jsonl.gz").stream().map(Recording::oneCase).toList();
  }

  private static Case oneCase(JsonNode node) {
    Map<String, String> macros = new LinkedHashMap<>();
    node.get("macros").properties().forEach(m -> macros.put(m.getKey(), m.getValue().asString()));
    Map<String, List<String>> lists = new LinkedHashMap<>();
    node.get("lists").properties().forEach(l -> lists.put(l.getKey(), texts(l.getValue())));
    List<Integer> fired = node.get("fired").valueStream().map(JsonNode::asInt).toList();
    return new Case(
        node.get("id").asString(), node.get("condition").asString(), macros, lists, fired);
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  /// The conditions that kill Falco.
  public static List<String> deadly() {
    return lines("falco-crash.jsonl").stream()
        .filter(node -> node.has("condition"))
        .map(node -> node.get("condition").asString())
        .toList();
  }

  /// A scenario with a set of container fields.
  ///
  /// @param id such as `fail/none`
  /// @param machine before the first action
  /// @param fields that Falco was asked to show
  /// @param shown what Falco showed of each event
  public record Scenario(
      String id,
      Machine machine,
      List<Action> actions,
      Set<String> fields,
      List<FalcoEvent> shown) {
    /// The events as shown, with what the display hides: values of several ancestors one by one.
    public List<FalcoEvent> events() {
      List<FalcoEvent> modelled = machine.run(actions);
      return IntStream.range(0, shown.size())
          .mapToObj(i -> withName(withAncestors(shown.get(i), modelled.get(i))))
          .toList();
    }

    @Override
    public String toString() {
      return id;
    }

    private static FalcoEvent withAncestors(FalcoEvent shown, FalcoEvent modelled) {
      FalcoEvent event = shown;
      for (String name : List.of("aname", "aexe", "aexepath", "acmdline", "aenv", "apid")) {
        Optional<Value> all = modelled.value("proc." + name);
        event = all.isPresent() ? event.with("proc." + name, all.get()) : event;
      }
      return event;
    }
  }

  /// With what the recording machine knew of its own address.
  private static FalcoEvent withName(FalcoEvent event) {
    boolean loopback = event.value("fd.sip").equals(Optional.of(new Value.Text("127.0.0.1")));
    return loopback && event.value("fd.cip").isPresent()
        ? event.with("fd.sip.name", "localhost")
        : event;
  }

  /// All scenarios, each with a machine that nothing happened on.
  public static List<Scenario> scenarios() {
    return lines("falco-eval-values.jsonl.gz").stream().map(Recording::scenario).toList();
  }

  private static Scenario scenario(JsonNode node) {
    Map<String, Value> container = new TreeMap<>();
    node.get("fields")
        .properties()
        .forEach(f -> container.put(f.getKey(), new Value.Text(f.getValue().asString())));
    Machine machine = Machine.of(container);
    node.get("scenario").get("processes").forEach(p -> start(machine, details(p)));
    List<Action> actions =
        node.get("scenario").get("events").valueStream().map(Recording::action).toList();
    List<FalcoEvent> shown = node.get("events").valueStream().map(Recording::event).toList();
    Set<String> fields = new TreeSet<>(texts(node.get("shown")));
    return new Scenario(node.get("id").asString(), machine, actions, fields, shown);
  }

  private static void start(Machine machine, Map<String, Object> details) {
    Action process = new Action("", 0, details);
    machine.started(
        process.number("pid", 0),
        process.number("ppid", 0),
        process.text("comm", ""),
        process.text("exepath", ""),
        details);
  }

  private static Action action(JsonNode node) {
    Map<String, Object> details = details(node);
    Action bare = new Action("", 0, details);
    Action action = new Action(bare.text("type", ""), bare.number("pid", 0), details);
    // the recorder gave every child to root
    return action.type().equals("clone") ? action.with("uid", 0) : action;
  }

  private static Map<String, Object> details(JsonNode node) {
    Map<String, Object> details = new TreeMap<>();
    node.properties().forEach(p -> details.put(p.getKey(), detail(p.getValue())));
    return details;
  }

  private static Object detail(JsonNode node) {
    if (node.isArray()) {
      return texts(node);
    }
    if (node.isBoolean()) {
      return node.asBoolean();
    }
    return node.isIntegralNumber() ? (Object) node.asLong() : node.asString();
  }

  private static FalcoEvent event(JsonNode shown) {
    String type = shown.get("evt.type").asString();
    Map<String, Value> values = new TreeMap<>();
    shown.properties().forEach(p -> values.put(p.getKey(), value(type, p.getKey(), p.getValue())));
    if (values.containsKey("fd.num")) {
      // a list without items is shown as nothing
      values.putIfAbsent("fd.types", new Value.Many(List.of()));
    }
    return FalcoEvent.of(values);
  }

  private static Value value(String type, String field, JsonNode shown) {
    if (shown.isArray()) {
      return new Value.Many(texts(shown));
    }
    if (shown.isBoolean()) {
      return new Value.Truth(shown.asBoolean());
    }
    if (shown.isIntegralNumber()) {
      return new Value.Whole(shown.asLong());
    }
    return isHex(type, field)
        ? new Value.Whole(Long.parseLong(shown.asString(), 16))
        : new Value.Text(shown.asString());
  }

  /// Flags and some other numbers are shown in hexadecimal digits.
  private static boolean isHex(String type, String field) {
    if (field.equals("fd.dev")) {
      return true;
    }
    return EventTable.find(type).stream()
        .flatMap(event -> event.parameters().stream())
        .filter(parameter -> field.equals("evt.rawarg." + parameter.name()))
        .anyMatch(parameter -> isNumber(parameter.type()));
  }

  private static boolean isNumber(FieldType type) {
    return switch (type) {
      case CHARBUF, FSPATH, FSRELPATH, BYTEBUF, SOCKADDR, SOCKTUPLE, FDLIST, SIGSET -> false;
      default -> true;
    };
  }

  private static List<JsonNode> lines(String name) {
    try (InputStream in = Recording.class.getResourceAsStream("/falco/0.44.1/" + name)) {
      InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(in) : in;
      String text = new String(plain.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(MAPPER::readTree).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
