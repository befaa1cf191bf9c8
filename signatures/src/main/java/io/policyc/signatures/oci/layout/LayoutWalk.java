package io.policyc.signatures.oci.layout;

import io.policyc.signatures.Digest;
import io.policyc.signatures.oci.Descriptor;
import io.policyc.signatures.oci.Fetched;
import io.policyc.signatures.oci.Manifest;
import io.policyc.signatures.oci.Trouble;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Everything that a layout lists, in `index.json` and in the indexes that it lists.
///
/// @param entries what is listed, the indexes as well, nearest first
/// @param troubles of a layout that lists more than is walked; indexes that cannot be read are told
///   by whoever reads the entries
record LayoutWalk(List<Descriptor> entries, List<Trouble> troubles) {
  LayoutWalk {
    entries = List.copyOf(entries);
    troubles = List.copyOf(troubles);
  }

  static LayoutWalk of(
      List<Descriptor> roots, int maxEntries, Function<Descriptor, Fetched<Manifest>> read) {
    List<Descriptor> entries = new ArrayList<>();
    Deque<Descriptor> open = new ArrayDeque<>(roots);
    Set<Digest> walked = new HashSet<>();
    while (!open.isEmpty()) {
      if (entries.size() == maxEntries) {
        return new LayoutWalk(
            entries,
            List.of(
                new Trouble(
                    Trouble.Kind.TOO_MANY,
                    "a layout lists more than " + maxEntries + " manifests")));
      }
      Descriptor entry = open.remove();
      entries.add(entry);
      // an index that lists itself, or is listed by many, is walked once
      if (isIndex(entry.mediaType())
          && walked.add(entry.digest())
          && read.apply(entry) instanceof Fetched.There<Manifest>(Manifest.Index index)) {
        index.manifests().stream().limit(maxEntries + 1L).forEach(open::add);
      }
    }
    return new LayoutWalk(entries, List.of());
  }

  private static boolean isIndex(String mediaType) {
    // who says nothing may mean one
    return mediaType.isEmpty()
        || mediaType.equals("application/vnd.oci.image.index.v1+json")
        || mediaType.equals("application/vnd.docker.distribution.manifest.list.v2+json");
  }
}
