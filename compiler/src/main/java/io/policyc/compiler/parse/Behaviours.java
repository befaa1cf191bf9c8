package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Behaviour;
import io.policyc.compiler.ast.Word;
import java.util.List;
import java.util.Set;

/// What a pod does: `spawns a shell`, `writes below /etc`, `connects elsewhere`.
final class Behaviours {
  /// The verbs that behaviours begin with.
  static final List<String> VERBS =
      List.of("spawns", "runs", "writes", "reads", "connects", "listens", "escalates");

  private static final Set<String> FOLLOW = Set.of("as", "because");

  private Behaviours() {}

  /// Reads a behaviour.
  static Behaviour read(Cursor in) {
    Lexeme first = in.peek();
    String verb = in.choose(Code.PC0136, "behaviour", VERBS).orElseThrow(() -> unknown(in));
    return switch (verb) {
      case "spawns" -> {
        article(in);
        in.expect("shell", "`a shell`", "write `spawns a shell`, or `runs /usr/bin/…`");
        yield new Behaviour.SpawnsShell(in.since(first));
      }
      case "runs" -> runs(in, first);
      case "writes" -> {
        below(in);
        List<Word> folders = paths(in, "a folder such as `/etc`");
        yield new Behaviour.WritesBelow(folders, in.since(first));
      }
      case "reads" ->
          new Behaviour.Reads(paths(in, "a file such as `/etc/shadow`"), in.since(first));
      case "connects" -> {
        elsewhere(in, "connects");
        yield new Behaviour.ConnectsElsewhere(in.since(first));
      }
      case "listens" -> {
        elsewhere(in, "listens");
        yield new Behaviour.ListensElsewhere(in.since(first));
      }
      default -> {
        in.expect("privileges", "`privileges`", "write `escalates privileges`");
        yield new Behaviour.EscalatesPrivileges(in.since(first));
      }
    };
  }

  private static void article(Cursor in) {
    if (!in.take("a") && in.at("shell")) {
      in.mend(Code.PC0136, in.peek(), "it is called `spawns a shell`", in.before(in.peek(), "a "));
    }
  }

  private static Unreadable unknown(Cursor in) {
    String help =
        "write `spawns a shell`, `runs …`, `writes below …`, `reads …`, `connects elsewhere`,"
            + " `listens elsewhere` or `escalates privileges`";
    return in.atEnd()
        ? in.unexpected("a behaviour", help)
        : in.fail(Code.PC0136, in.peek(), Found.of(in.peek()) + " is no behaviour", help);
  }

  private static Behaviour runs(Cursor in, Lexeme first) {
    if (in.at("anything") || in.peek(1).is("but")) {
      in.expect("anything", "`anything but`", "write `runs anything but /app/server`");
      in.expect("but", "`but`", "write `runs anything but /app/server`");
      return new Behaviour.RunsAnythingBut(programs(in), in.since(first));
    }
    return new Behaviour.Runs(programs(in), in.since(first));
  }

  private static List<Word> programs(Cursor in) {
    return paths(in, "a program such as `/usr/bin/curl`");
  }

  private static List<Word> paths(Cursor in, String wanted) {
    return Lists.of(in, FOLLOW, c -> path(c, wanted));
  }

  private static Word path(Cursor in, String wanted) {
    Lexeme word = Names.name(in, wanted);
    if (word.isWord() && !word.text().startsWith("/")) {
      if (word.text().indexOf('/') < 0) {
        throw in.fail(
            Code.PC0127,
            word,
            Quote.of(word.text()) + " is not a path",
            "write the whole path, such as `/usr/bin/" + word.text() + "`");
      }
      in.mend(Code.PC0127, word, "a path begins with `/`", in.instead(word, "/" + word.text()));
      return in.word(word.withText("/" + word.text()));
    }
    return in.word(word);
  }

  private static void below(Cursor in) {
    Lexeme found = in.peek();
    if (found.isName()
        && (found.is("to") || found.is("in") || found.is("under") || found.is("into"))) {
      in.mend(Code.PC0124, found, "after `writes` stands `below`", in.instead(found, "below"));
      in.next();
    } else if (found.isName() && found.text().startsWith("/")) {
      in.mend(Code.PC0124, found, "after `writes` stands `below`", in.before(found, "below "));
    } else {
      in.expect("below", "`below`", "write `writes below /etc`");
    }
  }

  private static void elsewhere(Cursor in, String verb) {
    in.expect(
        "elsewhere",
        "`elsewhere`",
        "write `" + verb + " elsewhere`: anything that no sentence covers");
  }
}
