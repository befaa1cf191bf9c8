package io.policyc.compiler.regex;

import io.policyc.compiler.regex.Program.Op;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Counts the instructions that are left when RE2 writes a program as lists: one list for each
/// place that a byte leads to, with the choices between them dissolved.
///
/// Source: RE2, re2/prog.cc, Prog::Optimize and Prog::Flatten.
final class Flattener {
  private final Program program;
  private final boolean[] root;
  private final List<Integer> roots = new ArrayList<>();
  private final List<List<Integer>> predecessors = new ArrayList<>();

  /// The walk that reached an instruction last.
  private final int[] seen;

  private int walk;

  private Flattener(Program program) {
    this.program = program;
    root = new boolean[program.size()];
    seen = new int[program.size()];
    for (int i = 0; i < program.size(); i++) {
      predecessors.add(List.of());
    }
  }

  static int size(Program program) {
    if (program.start() == 0) {
      return 1;
    }
    Flattener flattener = new Flattener(program);
    flattener.skipNops();
    flattener.markMatches();
    flattener.markSuccessors();
    flattener.markDominators();
    return flattener.count();
  }

  private void skipNops() {
    Walk reached = new Walk(program.start());
    while (reached.hasNext()) {
      int id = reached.next();
      program.out(id, pastNops(program.out(id)));
      reached.add(program.out(id));
      if (program.op(id) == Op.ALT) {
        program.second(id, pastNops(program.second(id)));
        reached.add(program.second(id));
      }
    }
  }

  private int pastNops(int id) {
    int at = id;
    while (at != 0 && program.op(at) == Op.NOP) {
      at = program.out(at);
    }
    return at;
  }

  /// A loop over any byte with nothing behind it but the match gets an instruction of its own.
  private void markMatches() {
    Walk reached = new Walk(program.start());
    while (reached.hasNext()) {
      int id = reached.next();
      reached.add(program.out(id));
      if (program.op(id) == Op.ALT) {
        reached.add(program.second(id));
        if (loops(id, program.out(id), program.second(id))
            || loops(id, program.second(id), program.out(id))) {
          program.set(id, Op.ALT_MATCH);
        }
      }
    }
  }

  private boolean loops(int id, int inner, int after) {
    return program.readsAnyByte(inner) && program.out(inner) == id && matches(after);
  }

  private boolean matches(int id) {
    int at = id;
    while (program.op(at) == Op.CAPTURE || program.op(at) == Op.NOP) {
      at = program.out(at);
    }
    return program.op(at) == Op.MATCH;
  }

  private void addRoot(int id) {
    if (!root[id]) {
      root[id] = true;
      roots.add(id);
    }
  }

  private void markSuccessors() {
    addRoot(0);
    addRoot(program.unanchored());
    addRoot(program.start());
    Walk reached = new Walk(program.unanchored());
    while (reached.hasNext()) {
      int id = reached.next();
      switch (program.op(id)) {
        case ALT, ALT_MATCH -> {
          precede(id, program.out(id));
          precede(id, program.second(id));
          reached.add(program.out(id));
          reached.add(program.second(id));
        }
        case BYTES, CAPTURE, EMPTY_WIDTH -> {
          addRoot(program.out(id));
          reached.add(program.out(id));
        }
        case NOP -> reached.add(program.out(id));
        case MATCH, FAIL -> {}
      }
    }
  }

  private void precede(int id, int next) {
    if (predecessors.get(next).isEmpty()) {
      predecessors.set(next, new ArrayList<>());
    }
    predecessors.get(next).add(id);
  }

  /// From the last root to the first: what is reached from elsewhere, too, is a root itself.
  private void markDominators() {
    int[] sorted = roots.stream().mapToInt(Integer::intValue).sorted().toArray();
    for (int i = sorted.length - 1; i > 0; i--) {
      if (sorted[i] != program.unanchored() && sorted[i] != program.start()) {
        markDominators(sorted[i]);
      }
    }
  }

  private void markDominators(int from) {
    List<Integer> reached = new ArrayList<>();
    tree(from, reached);
    int current = walk;
    for (int id : reached) {
      for (int before : predecessors.get(id)) {
        if (seen[before] != current) {
          addRoot(id);
        }
      }
    }
  }

  /// What is reached from a root without reading anything, up to other roots, which are counted,
  /// too; returns how many instructions its list has.
  private int tree(int from, List<Integer> reached) {
    walk++;
    int count = 0;
    int[] stack = new int[16];
    int depth = 0;
    stack[depth++] = from;
    while (depth > 0) {
      int id = stack[--depth];
      if (seen[id] == walk) {
        continue;
      }
      seen[id] = walk;
      reached.add(id);
      if (id != from && root[id]) {
        count++;
        continue;
      }
      if (depth + 2 > stack.length) {
        stack = Arrays.copyOf(stack, stack.length * 2);
      }
      switch (program.op(id)) {
        case ALT, ALT_MATCH -> {
          count += program.op(id) == Op.ALT_MATCH ? 1 : 0;
          stack[depth++] = program.second(id);
          stack[depth++] = program.out(id);
        }
        case NOP -> stack[depth++] = program.out(id);
        case BYTES, CAPTURE, EMPTY_WIDTH, MATCH, FAIL -> count++;
      }
    }
    return count;
  }

  private int count() {
    int total = 0;
    for (int id : roots) {
      total += tree(id, new ArrayList<>());
    }
    return total;
  }

  /// Instructions in the order in which they are reached, each once.
  private final class Walk {
    private final boolean[] known = new boolean[program.size()];
    private final List<Integer> queue = new ArrayList<>();
    private int at;

    Walk(int first) {
      add(first);
    }

    void add(int id) {
      if (id != 0 && !known[id]) {
        known[id] = true;
        queue.add(id);
      }
    }

    boolean hasNext() {
      return at < queue.size();
    }

    int next() {
      return queue.get(at++);
    }
  }
}
