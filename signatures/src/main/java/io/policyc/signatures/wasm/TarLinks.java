package io.policyc.signatures.wasm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Symbolic and hard links of layers, and where paths lead through them. Bounded: each path costs
/// what its parts cost, and all paths together have an end.
final class TarLinks {
  // as Linux counts them
  private static final int MAX_PATH = 4_096;
  private static final int MAX_FOLLOWED = 40;
  private static final int MAX_NODES = 200_000;
  private static final long MAX_STEPS = 20_000_000;

  private static final class Node {
    private final Map<String, Node> children = new HashMap<>();
    private Optional<String> target = Optional.empty();
  }

  // never filled: below it there are no links
  private static final Node NOWHERE = new Node();

  private final Node root = new Node();
  private int nodes;
  private long steps;
  private boolean exhausted;

  /// Whether some links or paths were left out.
  boolean exhausted() {
    return exhausted;
  }

  boolean isEmpty() {
    return nodes == 0;
  }

  /// Adds a link; of the same name the last one counts.
  ///
  /// @param name a plain path
  /// @param target from the root where it begins with `/`, otherwise from the link's folder
  void add(String name, String target) {
    if (name.length() > MAX_PATH || target.length() > MAX_PATH) {
      return; // no file system takes it
    }
    Node node = root;
    for (String part : TarPath.parts(name)) {
      Node next = node.children.get(part);
      if (next == null) {
        if (nodes == MAX_NODES) {
          exhausted = true;
          return;
        }
        nodes++;
        next = new Node();
        node.children.put(part, next);
      }
      node = next;
    }
    node.target = Optional.of(target);
  }

  /// The plain path of the file that a path leads to.
  ///
  /// @return none where the path leads around in circles, or too long a way
  Optional<String> resolve(String path) {
    if (path.length() > MAX_PATH) {
      return Optional.empty();
    }
    Deque<String> todo = new ArrayDeque<>(TarPath.parts(path));
    List<String> done = new ArrayList<>();
    List<Node> way = new ArrayList<>(List.of(root));
    int followed = 0;
    while (!todo.isEmpty()) {
      if (++steps > MAX_STEPS) {
        exhausted = true;
        return Optional.empty();
      }
      String part = todo.removeFirst();
      Optional<String> target = step(part, done, way);
      if (target.isPresent()) {
        followed++;
        if (followed > MAX_FOLLOWED) {
          return Optional.empty();
        }
        if (target.get().startsWith("/")) {
          done.clear();
          way.subList(1, way.size()).clear();
        }
        TarPath.parts(target.get()).reversed().forEach(todo::addFirst);
      }
    }
    return Optional.of(String.join("/", done));
  }

  // One part further; where it is a link, its target instead.
  private static Optional<String> step(String part, List<String> done, List<Node> way) {
    if (part.equals("..")) {
      if (!done.isEmpty()) {
        done.removeLast();
        way.removeLast();
      }
    } else if (!part.isEmpty() && !part.equals(".")) {
      Node next = way.getLast().children.getOrDefault(part, NOWHERE);
      if (next.target.isPresent()) {
        return next.target;
      }
      done.add(part);
      way.add(next);
    }
    return Optional.empty();
  }

  /// Where a file of that name is put: its folder may be a link, its own name is not followed.
  Optional<String> place(String plain) {
    if (isEmpty()) {
      return Optional.of(plain);
    }
    return resolve(TarPath.folder(plain))
        .map(folder -> TarPath.plain(folder + "/" + TarPath.base(plain)));
  }
}
