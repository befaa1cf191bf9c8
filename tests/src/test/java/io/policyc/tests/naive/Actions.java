package io.policyc.tests.naive;

import io.policyc.compiler.ast.Action;
import io.policyc.compiler.ast.Condition;
import io.policyc.compiler.ast.ExternalItem;
import io.policyc.compiler.ast.Party;
import io.policyc.compiler.ast.Word;
import io.policyc.tests.naive.Names.Thing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What an action lets happen.
final class Actions {
  private final Names names;
  private final Ports ports;

  Actions(Names names, Ports ports) {
    this.names = names;
    this.ports = ports;
  }

  /// The receivers of an action; none for `resolve` and `use`.
  static List<Party> receivers(Action action) {
    return switch (action) {
      case Action.Request a -> a.receivers();
      case Action.Call a -> a.receivers();
      case Action.Connect a -> a.receivers();
      case Action.Reach a -> a.receivers();
      case Action.Ping a -> a.receivers();
      case Action.Resolve _, Action.Use _ -> List.of();
    };
  }

  /// Whether an action lets a conversation happen, its ends apart.
  ///
  /// @param party the receiver of the action that means the conversation's
  boolean permit(Action action, Party party, Said<?> said, Conversation asked) {
    What what = asked.what();
    Actor receiver = asked.receiver();
    return switch (action) {
      case Action.Request a ->
          ports.hold(a.ports(), Ports.Kind.REQUEST, party, said, receiver, what)
              && what instanceof What.Http http
              && (a.methods().isEmpty() || contains(a.methods(), http.method()))
              && paths(a, http)
              && meets(a.conditions(), party, said, asked);
      case Action.Call a ->
          ports.hold(a.ports(), Ports.Kind.CALL, party, said, receiver, what)
              && what instanceof What.Http http
              && http.method().equals("POST")
              && a.methods().stream().anyMatch(method -> Paths.match("/" + method, http.target()))
              && meets(a.conditions(), party, said, asked);
      case Action.Connect a ->
          ports.hold(a.ports(), Ports.Kind.CONNECT, party, said, receiver, what)
              && meets(a.conditions(), party, said, asked);
      case Action.Reach a ->
          reaches(party, said, what) && meets(a.conditions(), party, said, asked);
      case Action.Ping _ -> what instanceof What.Icmp icmp && icmp.isPing();
      case Action.Resolve _, Action.Use _ -> false;
    };
  }

  private static boolean contains(List<Word> words, String text) {
    return words.stream().anyMatch(word -> word.text().equals(text));
  }

  private static boolean paths(Action.Request request, What.Http http) {
    return switch (request.paths()) {
      case Action.Paths.Patterns(var patterns) ->
          patterns.stream().anyMatch(pattern -> Paths.match(pattern.text(), http.path()));
      case Action.Paths.Matching(var expression) ->
          Pattern.matches(expression.text(), http.target());
    };
  }

  // Everything; of an external that declares ports, those.
  private boolean reaches(Party party, Said<?> said, What what) {
    return !(party instanceof Party.Named named
            && names.find(named, said.namespace()) instanceof Thing.External external)
        || Ports.declared(external, what);
  }

  private boolean meets(List<Condition> conditions, Party party, Said<?> said, Conversation asked) {
    return conditions.stream()
        .allMatch(
            condition ->
                switch (condition) {
                  case Condition.Header header ->
                      asked.what() instanceof What.Http http && header(header, http);
                  case Condition.Host(var pattern, _) ->
                      asked.what() instanceof What.Http http
                          && Hosts.sent(pattern.text(), http.host());
                  case Condition.WithoutQuery _ ->
                      asked.what() instanceof What.Http http && !http.hasQuery();
                  case Condition.MutualAuth _ -> asked.authenticated();
                  case Condition.Sni(var name, _) ->
                      asked.what() instanceof What.Tls tls
                          && serverName(name, party, said, tls.serverName());
                });
  }

  private static boolean header(Condition.Header wanted, What.Http http) {
    String name = wanted.name().text().toLowerCase(Locale.ROOT);
    return http.headers().containsKey(name)
        && wanted.value().stream().allMatch(v -> v.text().equals(http.headers().get(name)));
  }

  private boolean serverName(
      Optional<Word> name, Party party, Said<?> said, Optional<String> sent) {
    List<Word> patterns = name.map(List::of).orElseGet(() -> hosts(party, said));
    return sent.stream()
        .anyMatch(text -> patterns.stream().anyMatch(p -> Hosts.named(p.text(), text)));
  }

  /// The hosts of an external; none for any other party.
  List<Word> hosts(Party party, Said<?> said) {
    if (!(party instanceof Party.Named named
        && names.find(named, said.namespace()) instanceof Thing.External external)) {
      return List.of();
    }
    return external.declaration().sentence().items().stream()
        .filter(ExternalItem.Host.class::isInstance)
        .map(item -> ((ExternalItem.Host) item).pattern())
        .toList();
  }
}
