package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Condition;
import io.policyc.compiler.ast.Word;
import io.policyc.compiler.model.Conversation.HeaderMatch;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What follows `with` and `without`.
final class Conditions {
  /// The actions that take conditions.
  enum Of {
    REQUEST("a request"),
    MATCHING("a path by expression, which covers the query"),
    CALL("a gRPC call"),
    CONNECT("a connection"),
    REACH("any conversation");

    private final String phrase;

    Of(String phrase) {
      this.phrase = phrase;
    }

    private boolean isHttp() {
      return this == REQUEST || this == MATCHING || this == CALL;
    }
  }

  private final Report report;
  private final Hosts hosts;
  private final Headers headers;

  Conditions(Report report, Hosts hosts) {
    this.report = report;
    this.hosts = hosts;
    this.headers = new Headers(report);
  }

  /// What they ask for together; empty where something is wrong, which was reported.
  Optional<Terms> read(List<Condition> conditions, Of of) {
    int errors = report.errors();
    Reading reading = new Reading(of);
    conditions.forEach(reading::add);
    return report.errors() > errors ? Optional.empty() : Optional.of(reading.terms());
  }

  private void doesNotFit(Span at, Of of, String help) {
    report.add(
        Code.PC0311
            .at(at, Say.quote(at.text()) + " means nothing for " + of.phrase)
            .withHelp(help));
  }

  private void contradicts(Span at, Span first) {
    report.add(
        Code.PC0312
            .at(at, "both conditions must hold, and nothing meets both")
            .withRelated(first, "the first one")
            .withHelp("delete one of them, or write two sentences"));
  }

  /// The value that a header must have, and where that is said.
  private record Valued(String value, Span at) {}

  /// The conditions of one sentence so far.
  private final class Reading {
    private final Of of;
    private final List<HeaderMatch> matches = new ArrayList<>();
    private final Map<String, Valued> valued = new HashMap<>();
    private Optional<String> host = Optional.empty();
    private Optional<Span> hostAt = Optional.empty();
    private boolean query = true;
    private Optional<Span> mutualAuth = Optional.empty();
    private Optional<Terms.ServerName> sni = Optional.empty();

    Reading(Of of) {
      this.of = of;
    }

    Terms terms() {
      return new Terms(matches, host, query, mutualAuth, sni);
    }

    void add(Condition condition) {
      switch (condition) {
        case Condition.MutualAuth(var at) -> mutualAuth = mutualAuth.or(() -> Optional.of(at));
        case Condition.Sni(var name, var at) -> sni(name, at);
        case Condition.Header _, Condition.Host _, Condition.WithoutQuery _ when !of.isHttp() ->
            doesNotFit(
                condition.span(),
                of,
                "grant requests, such as `GET /**`, to have conditions on them");
        case Condition.Header header -> header(header);
        case Condition.Host(var pattern, var at) -> host(pattern, at);
        case Condition.WithoutQuery(var at) -> withoutQuery(at);
      }
    }

    private void header(Condition.Header header) {
      headers.check(header).ifPresent(match -> header(match, header.span()));
    }

    private void header(HeaderMatch match, Span at) {
      String name = match.name().toLowerCase(Locale.ROOT);
      Optional<Valued> before =
          match
              .value()
              .flatMap(v -> Optional.ofNullable(valued.putIfAbsent(name, new Valued(v, at))));
      if (before.isPresent() && !before.map(Valued::value).equals(match.value())) {
        contradicts(at, before.get().at());
      }
      matches.add(match);
    }

    private void host(Word pattern, Span at) {
      Optional<String> read = hosts.check(pattern, Hosts.Use.HEADER);
      if (read.isPresent() && host.isPresent() && !host.equals(read)) {
        contradicts(at, hostAt.orElse(at));
      } else if (read.isPresent()) {
        host = read;
        hostAt = Optional.of(at);
      }
    }

    private void withoutQuery(Span at) {
      if (of == Of.CALL) {
        doesNotFit(at, of, "delete it: a gRPC call has no query");
      } else if (of == Of.MATCHING) {
        doesNotFit(at, of, "write the expression so that it admits no `?`: `[^?]*` for `.*`");
      }
      query = false;
    }

    private void sni(Optional<Word> name, Span at) {
      if (of.isHttp() || of == Of.REACH) {
        doesNotFit(at, of, "write `connect to` in place of it: a server name is what TLS says");
        return;
      }
      Optional<String> read = name.flatMap(word -> hosts.check(word, Hosts.Use.SERVER_NAME));
      if (read.isPresent() == name.isPresent()) {
        serverName(new Terms.ServerName(read, at));
      }
    }

    private void serverName(Terms.ServerName read) {
      if (sni.isPresent() && !sni.get().name().equals(read.name())) {
        contradicts(read.at(), sni.get().at());
      }
      sni = sni.or(() -> Optional.of(read));
    }
  }
}
