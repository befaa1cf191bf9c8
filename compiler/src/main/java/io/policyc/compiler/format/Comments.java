package io.policyc.compiler.format;

import io.policyc.compiler.ast.PolicyFile;
import io.policyc.compiler.ast.PolicyFile.Comment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The comments of a file, handed out once each in their order.
final class Comments {
  private final String text;
  private final List<Comment> comments;
  private int next;

  Comments(PolicyFile file) {
    this.text = file.source().text();
    this.comments = file.comments();
  }

  /// Every comment not handed out yet that begins before an offset.
  List<Comment> before(int offset) {
    List<Comment> found = new ArrayList<>();
    while (next < comments.size() && comments.get(next).span().start() < offset) {
      found.add(comments.get(next++));
    }
    return found;
  }

  /// Whether a comment not handed out yet begins before an offset.
  boolean any(int offset) {
    return next < comments.size() && comments.get(next).span().start() < offset;
  }

  /// The comment that follows an offset on its line.
  Optional<Comment> trailing(int offset) {
    boolean there =
        next < comments.size()
            && comments.get(next).span().start() >= offset
            && !text.substring(offset, comments.get(next).span().start()).contains("\n");
    return there ? Optional.of(comments.get(next++)) : Optional.empty();
  }
}
