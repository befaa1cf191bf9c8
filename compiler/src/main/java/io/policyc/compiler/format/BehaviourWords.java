package io.policyc.compiler.format;

import io.policyc.compiler.ast.Behaviour;
import io.policyc.compiler.ast.Images;
import io.policyc.compiler.ast.Signer;
import java.util.List;

/// Behaviours, images and signers as sentences spell them.
final class BehaviourWords {
  private BehaviourWords() {}

  static Phrase add(Phrase phrase, Behaviour behaviour) {
    return switch (behaviour) {
      case Behaviour.SpawnsShell(var span) -> phrase.add("spawns a shell");
      case Behaviour.Runs(var programs, var span) -> phrase.add("runs").list(Words.of(programs));
      case Behaviour.RunsAnythingBut(var programs, var span) ->
          phrase.add("runs anything but").list(Words.of(programs));
      case Behaviour.WritesBelow(var folders, var span) ->
          phrase.add("writes below").list(Words.of(folders));
      case Behaviour.Reads(var files, var span) -> phrase.add("reads").list(Words.of(files));
      case Behaviour.ConnectsElsewhere(var span) -> phrase.add("connects elsewhere");
      case Behaviour.ListensElsewhere(var span) -> phrase.add("listens elsewhere");
      case Behaviour.EscalatesPrivileges(var span) -> phrase.add("escalates privileges");
    };
  }

  static Phrase images(Images images) {
    Phrase phrase = new Phrase().add("images");
    if (!images.patterns().isEmpty()) {
      phrase.list(Words.of(images.patterns()));
    }
    return phrase.add("of").list(PartyWords.of(images.of()));
  }

  /// Adds signers, each issuer on a line of its own where the sentence takes several.
  static Phrase signers(Phrase phrase, List<Signer> signers) {
    for (int i = 0; i < signers.size(); i++) {
      String comma = i < signers.size() - 1 ? "," : "";
      signer(phrase, signers.get(i), comma, i > 0);
    }
    return phrase;
  }

  private static void signer(Phrase phrase, Signer signer, String comma, boolean more) {
    switch (signer) {
      case Signer.Key(var path, var span) -> item(phrase, "key " + Words.of(path) + comma, more);
      case Signer.Identity(var identity, var matching, var issuer, var span) -> {
        String who = matching ? "matching " + Words.expression(identity) : Words.of(identity);
        item(phrase, who + (issuer.isPresent() ? "" : comma), more);
        issuer.ifPresent(i -> phrase.clause("through " + Words.of(i) + comma));
      }
    }
  }

  private static void item(Phrase phrase, String text, boolean more) {
    if (more) {
      phrase.clause(text);
    } else {
      phrase.add(text);
    }
  }
}
