package io.policyc.tests.naive;

import io.policyc.compiler.Settings;
import io.policyc.compiler.ast.Action;
import io.policyc.compiler.ast.Party;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.ast.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Which names a pod may resolve: the part of the set that no sentence spells out.
final class Lookups {
  private final Actions actions;
  private final Settings.Cilium settings;

  Lookups(Actions actions, Settings.Cilium settings) {
    this.actions = actions;
    this.settings = settings;
  }

  /// Whether a query may be sent by a pod that some grants let send.
  ///
  /// @param grants all that mean the pod as a sender, `may resolve` too
  boolean permit(List<Said<Statement.Grant>> grants, Conversation asked) {
    return !grants.isEmpty()
        && asked.what() instanceof What.Dns query
        && settings.dns().stream().anyMatch(server -> isServer(server, asked, query))
        && patterns(grants).stream().anyMatch(pattern -> Hosts.named(pattern, query.name()));
  }

  /// Whether the settings name a pod as a DNS server: one that they mean by an entity alone is a
  /// pod like any other.
  boolean isNamed(Actor.Pod pod) {
    return settings.dns().stream()
        .anyMatch(server -> server instanceof Settings.DnsServer.Pods pods && isOf(pod, pods));
  }

  private static boolean isOf(Actor.Pod pod, Settings.DnsServer.Pods server) {
    return pod.namespace().equals(server.namespace())
        && pod.labels().entrySet().containsAll(server.labels().entrySet());
  }

  private static boolean isServer(Settings.DnsServer server, Conversation asked, What.Dns query) {
    boolean isThere =
        switch (server) {
          case Settings.DnsServer.Pods pods ->
              asked.receiver() instanceof Actor.Pod pod && isOf(pod, pods);
          case Settings.DnsServer.Entity(var word, _) ->
              Parties.entity(entity(word), asked.receiver(), asked.sender());
        };
    return isThere && query.port() == server.port() && !query.protocol().word().equals("sctp");
  }

  private static Party.Entity entity(String word) {
    return Stream.of(Party.Entity.values())
        .filter(entity -> entity.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no entity `" + word + "`"));
  }

  private List<String> patterns(List<Said<Statement.Grant>> grants) {
    List<String> patterns = new ArrayList<>();
    patterns.add("**." + settings.domain());
    for (Said<Statement.Grant> said : grants) {
      Action action = said.sentence().action();
      if (action instanceof Action.Resolve(var names, _)) {
        names.forEach(name -> patterns.add(name.text()));
      }
      for (Party receiver : Actions.receivers(action)) {
        patterns.addAll(brought(receiver, said));
      }
    }
    return patterns.stream().flatMap(this::searched).toList();
  }

  // Whoever may reach the world may resolve its names.
  private List<String> brought(Party receiver, Said<?> said) {
    boolean anywhere =
        receiver instanceof Party.Anyone
            || (receiver instanceof Party.BuiltIn(var entity, _) && entity == Party.Entity.WORLD);
    return anywhere
        ? List.of("**")
        : actions.hosts(receiver, said).stream().map(Word::text).toList();
  }

  private Stream<String> searched(String pattern) {
    return Stream.concat(
        Stream.of(pattern), settings.search().stream().map(domain -> pattern + "." + domain));
  }
}
