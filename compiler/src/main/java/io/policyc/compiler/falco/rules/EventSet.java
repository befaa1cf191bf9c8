package io.policyc.compiler.falco.rules;

import io.policyc.compiler.falco.fields.EventTable;
import io.policyc.compiler.falco.fields.FalcoEvent;
import io.policyc.compiler.falco.fields.FieldType;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A set of event types, and how many codes of Falco's they stand for.
///
/// System calls that Falco doesn't take apart share one code for entering and one for leaving; an
/// event that changed its parameters has two for each version.
///
/// Source: libs, userspace/libsinsp/filter/ppm_codes.cpp, driver/ppm_events_public.h.
public final class EventSet {
  /// A rule that looks at more codes than this is slow, says Falco.
  private static final int MANY = 100;

  /// The place of all system calls that share their codes.
  private static final int SHARED = 0;

  private static final Map<String, Integer> VERSIONS =
      Map.ofEntries(
          Map.entry("accept", 2),
          Map.entry("accept4", 3),
          Map.entry("bpf", 2),
          Map.entry("brk", 2),
          Map.entry("clone", 4),
          Map.entry("container", 3),
          Map.entry("dup", 2),
          Map.entry("execve", 8),
          Map.entry("fork", 3),
          Map.entry("ioctl", 2),
          Map.entry("link", 2),
          Map.entry("linkat", 2),
          Map.entry("mkdir", 2),
          Map.entry("openat", 2),
          Map.entry("procexit", 2),
          Map.entry("rmdir", 2),
          Map.entry("switch", 2),
          Map.entry("umount", 2),
          Map.entry("unlink", 2),
          Map.entry("unlinkat", 2),
          Map.entry("vfork", 3));

  private final BitSet members;

  private EventSet(BitSet members) {
    this.members = members;
  }

  // Made when somebody asks first.
  private static final class Codes {
    private static final Codes ALL = new Codes();

    private final Map<String, Integer> places = new HashMap<>();
    private final int[] weights = new int[EventTable.all().size() + 1];
    private final EventSet everything;

    private Codes() {
      int next = SHARED + 1;
      weights[SHARED] = 2;
      places.put("unknown", SHARED);
      places.put("NA", SHARED);
      places.put("", SHARED);
      for (FalcoEvent event : EventTable.all()) {
        boolean shared = isShared(event);
        places.put(event.name(), shared ? SHARED : next);
        if (!shared) {
          weights[next++] = 2 * VERSIONS.getOrDefault(event.name(), 1);
        }
      }
      BitSet all = new BitSet();
      all.set(0, next);
      everything = new EventSet(all);
    }

    private static boolean isShared(FalcoEvent event) {
      List<FalcoEvent.Parameter> parameters = event.parameters();
      return !parameters.isEmpty() && parameters.getFirst().type() == FieldType.SYSCALLID;
    }
  }

  /// Every event.
  public static EventSet all() {
    return Codes.ALL.everything;
  }

  /// The events of some names; a name that is none stands for nothing.
  static EventSet of(List<String> names) {
    BitSet members = new BitSet();
    for (String name : names) {
      Integer place = Codes.ALL.places.get(name);
      if (place != null) {
        members.set(place);
      }
    }
    return new EventSet(members);
  }

  /// The events of both.
  EventSet or(EventSet other) {
    BitSet both = (BitSet) members.clone();
    both.or(other.members);
    return new EventSet(both);
  }

  /// The events that are in both.
  EventSet and(EventSet other) {
    BitSet common = (BitSet) members.clone();
    common.and(other.members);
    return new EventSet(common);
  }

  /// The other events.
  EventSet not() {
    BitSet others = (BitSet) all().members.clone();
    others.andNot(members);
    return new EventSet(others);
  }

  /// Whether Falco finds it too wide, or empty.
  public boolean isUnrestricted() {
    int codes = members.stream().map(place -> Codes.ALL.weights[place]).sum();
    return codes == 0 || codes > MANY;
  }
}
