package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Behaviour;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.ast.Word;
import io.policyc.compiler.model.Origin;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.Watch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `alert when web spawns a shell as warning`
final class Watches {
  private record Same(String subject, Watch.Behaviour behaviour) {}

  private final Report report;
  private final Subjects subjects;
  private final ModelText text = new ModelText();
  private final Map<Same, Watch> said = new HashMap<>();
  private final List<Watch> watches = new ArrayList<>();

  Watches(Report report, Subjects subjects) {
    this.report = report;
    this.subjects = subjects;
  }

  /// What is watched so far, in the order of the text.
  List<Watch> watches() {
    return watches;
  }

  void read(Statement.Alert sentence, Home home) {
    int errors = report.errors();
    List<Peer.Pods> pods = subjects.of(sentence.subjects(), home, Code.PC0502);
    words(sentence.behaviour()).forEach(this::path);
    if (report.errors() > errors) {
      return;
    }
    Origin origin = Origins.of(sentence);
    Watch.Behaviour behaviour = behaviour(sentence.behaviour());
    Optional<String> priority = sentence.priority().map(Word::text);
    pods.forEach(p -> add(new Watch(p, behaviour, priority, sentence.negated(), origin)));
  }

  private void add(Watch watch) {
    Watch before = said.putIfAbsent(new Same(text.peer(watch.subject()), watch.behaviour()), watch);
    if (before != null
        && (before.negated() != watch.negated() || !before.priority().equals(watch.priority()))) {
      report.add(
          Code.PC0504
              .at(watch.origin().sentence(), "two sentences about one alert differ")
              .withRelated(before.origin().sentence(), "the other one")
              .withHelp("delete one of them"));
    }
    watches.add(watch);
  }

  private void path(Word word) {
    String text = word.text();
    if (!text.startsWith("/")) {
      report.add(
          Code.PC0503
              .at(word.span(), Say.quote(text) + " is not a whole path")
              .withHelp("begin it with `/`, as in `/usr/bin/curl`"));
    } else if (!plain(text).equals(withoutSlash(text))) {
      report.add(
          Code.PC0503
              .at(word.span(), Say.quote(text) + " is not how a path is seen when it is used")
              .withHelp("did you mean " + Say.quote(plain(text)) + "?"));
    }
  }

  // As the kernel and Falco show it: no `.`, no `..`, one `/` between the parts.
  private static String plain(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return "/" + String.join("/", parts);
  }

  private static String withoutSlash(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static List<Word> words(Behaviour behaviour) {
    return switch (behaviour) {
      case Behaviour.Runs(var programs, _) -> programs;
      case Behaviour.RunsAnythingBut(var programs, _) -> programs;
      case Behaviour.WritesBelow(var folders, _) -> folders;
      case Behaviour.Reads(var files, _) -> files;
      case Behaviour.SpawnsShell _,
          Behaviour.ConnectsElsewhere _,
          Behaviour.ListensElsewhere _,
          Behaviour.EscalatesPrivileges _ ->
          List.of();
    };
  }

  private static Watch.Behaviour behaviour(Behaviour behaviour) {
    List<String> texts =
        words(behaviour).stream().map(w -> withoutSlash(w.text())).sorted().distinct().toList();
    return switch (behaviour) {
      case Behaviour.SpawnsShell _ -> new Watch.Behaviour.SpawnsShell();
      case Behaviour.Runs _ -> new Watch.Behaviour.Runs(texts);
      case Behaviour.RunsAnythingBut _ -> new Watch.Behaviour.RunsAnythingBut(texts);
      case Behaviour.WritesBelow _ -> new Watch.Behaviour.WritesBelow(texts);
      case Behaviour.Reads _ -> new Watch.Behaviour.Reads(texts);
      case Behaviour.ConnectsElsewhere _ -> new Watch.Behaviour.ConnectsElsewhere();
      case Behaviour.ListensElsewhere _ -> new Watch.Behaviour.ListensElsewhere();
      case Behaviour.EscalatesPrivileges _ -> new Watch.Behaviour.EscalatesPrivileges();
    };
  }
}
