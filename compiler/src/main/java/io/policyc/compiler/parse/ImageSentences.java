package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Images;
import io.policyc.compiler.ast.Party;
import io.policyc.compiler.ast.Signer;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.ast.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `images of web are signed by …`, `… attest … by …`, `… come from …`.
final class ImageSentences {
  private static final Set<String> VERBS =
      Set.of("are", "is", "attest", "attests", "come", "comes");
  private static final Set<String> FOLLOW = Set.of("because", "through");
  private static final List<String> KINDS = List.of("are", "attest", "come");

  private ImageSentences() {}

  /// Reads a sentence from its word `images`.
  static Body read(Cursor in) {
    Images images = images(in);
    NoNobody.refuse(in, images.of());
    if (in.at("is") || in.at("attests") || in.at("comes")) {
      plural(in);
    }
    String kind =
        in.choose(Code.PC0102, "verb of `images`", KINDS)
            .orElseThrow(
                () ->
                    in.unexpected(
                        "`are signed by`, `attest` or `come from`",
                        "write `images of web are signed by key \"keys/cosign.pub\"`"));
    return switch (kind) {
      case "are" -> signed(in, images);
      case "attest" -> attest(in, images);
      default -> comeFrom(in, images);
    };
  }

  private static void plural(Cursor in) {
    Lexeme found = in.peek();
    String many = found.is("is") ? "are" : found.text().substring(0, found.text().length() - 1);
    in.mend(
        Code.PC0102, found, "after `images of …` stands `" + many + "`", in.instead(found, many));
    in.replace(found.withText(many));
  }

  private static Images images(Cursor in) {
    Lexeme first = in.next();
    List<Word> patterns =
        in.at("of") ? List.of() : Lists.words(in, Set.of("of"), "a pattern for images");
    in.expect("of", "`of <workload>`", "say whose: `images of web`");
    List<Party> of = Subjects.list(in, VERBS);
    return new Images(patterns, of, in.since(first));
  }

  private static Body signed(Cursor in, Images images) {
    in.expect("signed", "`signed by`", "write `are signed by key \"keys/cosign.pub\"`");
    in.expect("by", "`by`", "write `are signed by key \"keys/cosign.pub\"`");
    boolean all = in.at("all") && in.peek(1).is("of");
    if (all) {
      in.next();
      in.next();
    }
    List<Signer> signers = signers(in);
    return (notes, span) -> new Statement.Signed(images, all, signers, notes, span);
  }

  private static Body attest(Cursor in, Images images) {
    Word predicate =
        in.word(Names.name(in, "a predicate type such as `https://slsa.dev/provenance/v1`"));
    in.expect("by", "`by <signer>`", "say who attests: `by \"…\" through \"…\"`");
    List<Signer> signers = signers(in);
    return (notes, span) -> new Statement.Attest(images, predicate, signers, notes, span);
  }

  private static Body comeFrom(Cursor in, Images images) {
    in.expect("from", "`from`", "write `come from ghcr.io/acme/**`");
    List<Word> places = Lists.words(in, FOLLOW, "a place such as `ghcr.io/acme/**`");
    return (notes, span) -> new Statement.ComeFrom(images, places, notes, span);
  }

  private static List<Signer> signers(Cursor in) {
    return Lists.of(in, FOLLOW, ImageSentences::signer);
  }

  private static Signer signer(Cursor in) {
    Lexeme first = in.peek();
    if (in.take("key")) {
      Word key = in.word(Names.name(in, "the file of a public key, such as `\"keys/cosign.pub\"`"));
      return new Signer.Key(key, in.since(first));
    }
    boolean matching = in.take("matching");
    Word identity = matching ? Expressions.read(in) : in.word(Names.name(in, "a signer"));
    Optional<Word> issuer =
        in.take("through") ? Optional.of(in.word(Names.name(in, "an issuer"))) : Optional.empty();
    return new Signer.Identity(identity, matching, issuer, in.since(first));
  }
}
