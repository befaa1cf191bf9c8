package io.policyc.compiler.format;

import io.policyc.compiler.ast.Notes;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.ast.Word;
import java.util.List;

/// Sentences as they are spelled, blocks apart.
final class SentenceWords {
  private SentenceWords() {}

  /// The words of a sentence; of one with a block, those before it.
  static Phrase of(Statement statement) {
    Phrase phrase = words(statement);
    boolean block =
        statement instanceof Statement.Workload
            || statement instanceof Statement.External
            || (statement instanceof Statement.RuntimeClass c && !c.items().isEmpty());
    return block ? phrase : because(phrase, statement.notes());
  }

  /// Adds the reason of a sentence.
  static Phrase because(Phrase phrase, Notes notes) {
    notes.because().ifPresent(text -> phrase.clause("because " + Words.of(text)));
    return phrase;
  }

  private static Phrase words(Statement statement) {
    return switch (statement) {
      case Statement.Header(var foreign, var namespace, var notes, var span) ->
          start(foreign, "namespace " + Words.of(namespace));
      case Statement.Import(var foreign, var path, var notes, var span) ->
          start(foreign, "import " + Words.of(path));
      case Statement.Workload workload -> workload(workload);
      case Statement.External(var name, var items, var notes, var span) ->
          new Phrase().add("external " + Words.of(name));
      case Statement.Grant(var senders, var action, var notes, var span) ->
          ActionWords.add(subjects("", senders).add("may"), action);
      case Statement.Closed(var subjects, var notes, var span) ->
          subjects("", subjects).add("is closed");
      case Statement.NamespaceClosed(var namespace, var notes, var span) ->
          new Phrase().add("namespace " + Words.of(namespace) + " is closed");
      case Statement.Deny(var senders, var receivers, var ports, var notes, var span) ->
          ActionWords.ports(
              subjects("deny", senders).add("to").list(PartyWords.of(receivers)), ports);
      case Statement.Never(var senders, var action, var notes, var span) ->
          ActionWords.add(subjects("never", senders).add("may"), action);
      case Statement.Expect(var senders, var can, var action, var notes, var span) ->
          ActionWords.add(subjects("expect", senders).add(can ? "can" : "cannot"), action);
      case Statement.Alert alert -> alert(alert);
      case Statement.RunsWasm(var subjects, var classes, var notes, var span) ->
          subjects("", subjects).add("runs wasm on").list(Words.of(classes));
      case Statement.Profile profile -> profile(profile);
      case Statement.Signed(var images, var all, var signers, var notes, var span) ->
          BehaviourWords.signers(
              BehaviourWords.images(images).add(all ? "are signed by all of" : "are signed by"),
              signers);
      case Statement.Attest(var images, var predicate, var signers, var notes, var span) ->
          BehaviourWords.signers(
              BehaviourWords.images(images).add("attest " + Words.of(predicate) + " by"), signers);
      case Statement.ComeFrom(var images, var places, var notes, var span) ->
          BehaviourWords.images(images).add("come from").list(Words.of(places));
      case Statement.RuntimeClass(var name, var items, var notes, var span) ->
          new Phrase().add("runtime class " + Words.of(name));
      case Statement.Except except -> except(except);
      case Statement.Broken(var span) -> new Phrase().add(span.text());
    };
  }

  private static Phrase except(Statement.Except except) {
    Word kind = except.kind();
    Word object = new Word(kind.text() + "/" + except.name().text(), kind.quoted(), kind.span());
    String in = except.namespace().map(n -> " in " + Words.of(n)).orElse("");
    return new Phrase()
        .add("except " + Words.of(object) + in + " from")
        .list(Words.of(except.checks()))
        .clause("until " + Words.of(except.until()));
  }

  private static Phrase start(boolean foreign, String words) {
    return new Phrase().add(foreign ? "foreign " + words : words);
  }

  private static Phrase subjects(String before, List<io.policyc.compiler.ast.Party> parties) {
    Phrase phrase = new Phrase();
    return (before.isEmpty() ? phrase : phrase.add(before)).list(PartyWords.of(parties));
  }

  private static Phrase workload(Statement.Workload workload) {
    String in = workload.namespace().map(n -> " in " + Words.of(n)).orElse("");
    return start(workload.foreign(), "workload " + Words.of(workload.name()) + in);
  }

  private static Phrase profile(Statement.Profile profile) {
    String at = profile.version().map(v -> " at " + Words.of(v)).orElse("");
    return new Phrase()
        .add(
            "namespace "
                + Words.of(profile.namespace())
                + " is "
                + Words.of(profile.profile())
                + at);
  }

  private static Phrase alert(Statement.Alert alert) {
    String start = alert.negated() ? "no alert when" : "alert when";
    Phrase phrase = BehaviourWords.add(subjects(start, alert.subjects()), alert.behaviour());
    alert.priority().ifPresent(p -> phrase.add("as " + Words.of(p)));
    return phrase;
  }
}
