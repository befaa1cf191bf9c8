package io.policyc.compiler.format;

import io.policyc.compiler.ast.PolicyFile.Comment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The lines that are written, with at most one blank line where the text had some.
final class Output {
  private final String text;
  private final List<String> lines = new ArrayList<>();
  private int end;
  private boolean opened;

  /// @param text what is formatted
  Output(String text) {
    this.text = text;
  }

  /// Keeps a blank line that stands before an offset.
  void gap(int start) {
    if (!lines.isEmpty() && !opened && start > end && newlines(start) > 1) {
      lines.add("");
    }
    opened = false;
    end = Math.max(end, start);
  }

  private int newlines(int start) {
    int count = 0;
    for (int at = end; at < start; at++) {
      count += text.charAt(at) == '\n' ? 1 : 0;
    }
    return count;
  }

  /// Says that the text up to an offset was dealt with.
  void reached(int offset) {
    end = Math.max(end, offset);
  }

  /// Writes comments on lines of their own.
  void comments(List<Comment> comments, int indent) {
    for (Comment comment : comments) {
      gap(comment.span().start());
      lines.add(" ".repeat(indent) + comment.text());
      reached(comment.span().end());
    }
  }

  /// Writes comments from within a sentence above it.
  void moved(List<Comment> comments, int indent) {
    comments.forEach(comment -> lines.add(" ".repeat(indent) + comment.text()));
  }

  void lines(List<String> more) {
    lines.addAll(more);
  }

  void line(String line) {
    lines.add(line);
  }

  /// Writes the line that opens a block: no blank line follows it.
  void open(String line) {
    lines.add(line);
    opened = true;
  }

  /// Writes a comment after the last line.
  void trailing(Optional<Comment> comment) {
    comment.ifPresent(
        c -> {
          lines.set(lines.size() - 1, lines.getLast() + "  " + c.text());
          reached(c.span().end());
        });
  }

  /// Everything, with a new line at the end unless there is nothing.
  String text() {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }
}
