package io.policyc.tests.naive;

import io.policyc.compiler.Protocol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Questions as one line of text, the same in tables of tests and in reports of failures.
///
/// `shop/web -> shop/backend{tier=api}@n2: GET:8080 /items?page=2 host=api X-Tenant=acme`
///
/// Who: `shop/web{tier=api}@n2!account` is a pod with the label `app: web` and more, on node `n2`
/// (else `n1`), of a namespace with the label `team: shop`; `far:shop/web` one of another cluster;
/// `init`, `unmanaged`, `health`; `node/n1`; `apiserver/n0` on a node, `apiserver/outside`;
/// `ingress`; an address such as `192.0.2.1`, `192.0.2.1=a.example,b.example` with the names that
/// were resolved to it, `192.0.2.1=?` where nobody knows them, `192.0.2.1#partners` in a CIDR
/// group.
///
/// What: `tcp 80`, `udp 53`, `sctp 9`, `GET:8080 /path`, `dns:53 name`, `dns/tcp:53 name`, `tls:443
/// name`, `tls:443`, `ping`, `ping6`, `icmp 13`, `icmp6 133`. A last word `authenticated` says that
/// Cilium knows both ends.
public final class Notation {
  /// The question that a line asks.
  public static Conversation parse(String line) {
    int arrow = line.indexOf(" -> ");
    int colon = line.indexOf(": ", arrow);
    List<String> words =
        new ArrayList<>(Arrays.asList(line.substring(colon + 2).strip().split(" +")));
    boolean authenticated = words.getLast().equals("authenticated") && words.removeLast() != null;
    return new Conversation(
        actor(line.substring(0, arrow).strip()),
        actor(line.substring(arrow + 4, colon).strip()),
        what(words),
        authenticated);
  }

  /// The actor that a word names.
  public static Actor actor(String text) {
    if (text.startsWith("node/")) {
      return new Actor.Node(text.substring(5));
    }
    return switch (text) {
      case "apiserver/outside" -> new Actor.ApiServer(Optional.empty());
      case String _ when text.startsWith("apiserver/") ->
          new Actor.ApiServer(Optional.of(text.substring(10)));
      case "ingress" -> new Actor.Ingress();
      case "init", "unmanaged", "health" ->
          new Actor.Nameless(Actor.Nameless.Kind.valueOf(text.toUpperCase(Locale.ROOT)));
      case String _ when text.startsWith("far:") -> new Actor.FarPod("far", pod(text.substring(4)));
      case String _ when text.contains("/") -> pod(text);
      default -> address(text);
    };
  }

  private static Actor.Pod pod(String text) {
    String account = after(text, '!').orElse("default");
    String node = after(upTo(text, '!'), '@').orElse("n1");
    String labels = after(upTo(upTo(text, '!'), '@'), '{').orElse("");
    String name = upTo(upTo(upTo(text, '!'), '@'), '{');
    String namespace = upTo(name, '/');
    SortedMap<String, String> all = new TreeMap<>();
    all.put("app", name.substring(namespace.length() + 1));
    for (String label : labels.isEmpty() ? List.<String>of() : list(labels.replace("}", ""))) {
      all.put(upTo(label, '='), after(label, '=').orElse(""));
    }
    return new Actor.Pod(text, namespace, all, account, namespaceLabels(namespace), node);
  }

  /// The labels of a namespace: what Kubernetes gives it, and its team, its name up to a `-`.
  public static SortedMap<String, String> namespaceLabels(String namespace) {
    SortedMap<String, String> labels = new TreeMap<>();
    labels.put("kubernetes.io/metadata.name", namespace);
    labels.put("team", upTo(namespace, '-'));
    return labels;
  }

  private static Actor.Address address(String text) {
    List<String> groups = after(text, '#').map(Notation::list).orElse(List.of());
    Optional<String> names = after(upTo(text, '#'), '=');
    return new Actor.Address(
        upTo(upTo(text, '#'), '='),
        names.filter("?"::equals).isPresent()
            ? Optional.empty()
            : Optional.of(names.map(Notation::list).orElse(List.of())),
        groups);
  }

  private static What what(List<String> words) {
    String verb = words.getFirst();
    int port = after(verb, ':').map(Integer::parseInt).orElse(0);
    return switch (upTo(verb, ':')) {
      case "tcp", "udp", "sctp" ->
          new What.Opaque(
              Protocol.valueOf(verb.toUpperCase(Locale.ROOT)), Integer.parseInt(words.get(1)));
      case "dns" -> new What.Dns(Protocol.UDP, port, words.get(1));
      case "dns/tcp" -> new What.Dns(Protocol.TCP, port, words.get(1));
      case "tls" ->
          new What.Tls(port, words.size() > 1 ? Optional.of(words.get(1)) : Optional.empty());
      case "ping" -> new What.Icmp(false, 8);
      case "ping6" -> new What.Icmp(true, 128);
      case "icmp" -> new What.Icmp(false, Integer.parseInt(words.get(1)));
      case "icmp6" -> new What.Icmp(true, Integer.parseInt(words.get(1)));
      case String method -> request(method, port, words);
    };
  }

  private static What.Http request(String method, int port, List<String> words) {
    SortedMap<String, String> headers = new TreeMap<>();
    for (String word : words.subList(2, words.size())) {
      headers.put(upTo(word, '=').toLowerCase(Locale.ROOT), after(word, '=').orElse(""));
    }
    Optional<String> host = Optional.ofNullable(headers.remove("host"));
    return new What.Http(port, method, words.get(1), host.orElse("any.example"), headers);
  }

  private static List<String> list(String text) {
    return Text.split(text, ',');
  }

  private static String upTo(String text, char mark) {
    int at = text.indexOf(mark);
    return at < 0 ? text : text.substring(0, at);
  }

  private static Optional<String> after(String text, char mark) {
    int at = text.indexOf(mark);
    return at < 0 ? Optional.empty() : Optional.of(text.substring(at + 1));
  }

  /// The line that asks a question.
  public static String print(Conversation asked) {
    return print(asked.sender())
        + " -> "
        + print(asked.receiver())
        + ": "
        + print(asked.what())
        + (asked.authenticated() ? " authenticated" : "");
  }

  /// The word that names an actor.
  public static String print(Actor actor) {
    return switch (actor) {
      case Actor.Pod pod -> printPod(pod);
      case Actor.FarPod(var cluster, var pod) -> cluster + ":" + printPod(pod);
      case Actor.Nameless(var kind) -> kind.name().toLowerCase(Locale.ROOT);
      case Actor.Node(var name) -> "node/" + name;
      case Actor.ApiServer(var node) -> "apiserver/" + node.orElse("outside");
      case Actor.Ingress _ -> "ingress";
      case Actor.Address(var ip, var names, var groups) ->
          ip
              + names.map(n -> n.isEmpty() ? "" : "=" + String.join(",", n)).orElse("=?")
              + (groups.isEmpty() ? "" : "#" + String.join(",", groups));
    };
  }

  private static String printPod(Actor.Pod pod) {
    List<String> more = new ArrayList<>();
    pod.labels().forEach((key, value) -> more.add(key + "=" + value));
    more.removeIf(label -> label.startsWith("app="));
    return pod.namespace()
        + "/"
        + pod.labels().getOrDefault("app", "")
        + (more.isEmpty() ? "" : "{" + String.join(",", more) + "}")
        + "@"
        + pod.node()
        + "!"
        + pod.serviceAccount();
  }

  private static String print(What what) {
    return switch (what) {
      case What.Opaque(var protocol, var port) -> protocol.word() + " " + port;
      case What.Dns(var protocol, var port, var name) ->
          (protocol == Protocol.TCP ? "dns/tcp:" : "dns:") + port + " " + name;
      case What.Tls(var port, var name) -> "tls:" + port + name.map(n -> " " + n).orElse("");
      case What.Icmp(var v6, var type) -> (v6 ? "icmp6 " : "icmp ") + type;
      case What.Http http -> {
        StringBuilder text = new StringBuilder(http.method() + ":" + http.port());
        text.append(" ").append(http.target()).append(" host=").append(http.host());
        http.headers().forEach((name, value) -> text.append(" ").append(name + "=" + value));
        yield text.toString();
      }
    };
  }

  private Notation() {}
}
