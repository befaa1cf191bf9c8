package io.policyc.compiler.resolve;

import io.policyc.compiler.model.Conversation;
import io.policyc.compiler.model.Grant;
import io.policyc.compiler.model.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Pairs of ends between which requests are granted, without those between which another grant
/// permits anything.
record Remainder(Rest sender, Rest receiver) {
  static Remainder of(Grant requests) {
    return new Remainder(Rest.of(requests.sender()), Rest.of(requests.receiver()));
  }

  /// Whether every pair is surely one of the other grant's.
  boolean isWithin(Grant other) {
    return sender.isWithin(other.sender()) && receiver.isWithin(other.receiver());
  }

  /// Whether any pair may be one of the other grant's.
  boolean mayMeet(Grant other) {
    return sender.mayMeet(other.sender()) && receiver.mayMeet(other.receiver());
  }

  /// What is left when the pairs of another grant are taken out, too; empty where no rule can say
  /// it.
  Optional<List<Remainder>> without(Grant other) {
    if (isWithin(other)) {
      return Optional.of(List.of());
    }
    if (receiver.isWithin(other.receiver())) {
      return senders(other);
    }
    if (sender.isWithin(other.sender())) {
      return receivers(other);
    }
    Optional<List<Remainder>> more = receivers(other);
    return senders(other).flatMap(some -> more.map(others -> joined(some, others)));
  }

  private Optional<List<Remainder>> senders(Grant other) {
    return sender
        .without(other.sender())
        .map(rest -> rest.stream().map(one -> new Remainder(one, receiver)).toList());
  }

  private Optional<List<Remainder>> receivers(Grant other) {
    return receiver
        .without(other.receiver())
        .map(rest -> rest.stream().map(one -> new Remainder(sender, one)).toList());
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    List<T> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  /// The requests between these ends alone.
  Grant grant(Grant requests, Conversation conversation, ModelText text) {
    return new Grant(
        sender.of(),
        receiver.of(),
        conversation,
        requests.origin(),
        sorted(sender.but(), text),
        sorted(receiver.but(), text));
  }

  private static List<Peer.Pods> sorted(List<Peer.Pods> pods, ModelText text) {
    TreeMap<String, Peer.Pods> sorted = new TreeMap<>();
    pods.forEach(some -> sorted.put(text.peer(some), some));
    return List.copyOf(sorted.values());
  }
}
