package io.policyc.tests.peers.cosign;

import io.policyc.signatures.sigstore.Statement;
import io.policyc.tests.peers.cosign.Scenario.Laid;
import io.policyc.tests.peers.cosign.Scenario.Question;
import io.policyc.tests.peers.cosign.World.Artifact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Asks every question of both cosigns and of ourselves.
///
/// @param world where
/// @param signers whose signatures
record Table(World world, List<Signer> signers) {
  private static final AtomicInteger COUNT = new AtomicInteger();

  /// Somebody who signs, and somebody who is not asked for.
  ///
  /// @param everywhere whether every artifact in every registry is tried
  record Signer(String name, Party right, Party wrong, boolean everywhere) {}

  /// Everything signed in one place by one cosign.
  private record Cell(
      Cosign cosign, Signer signer, Artifact artifact, String place, Registry registry) {
    /// Images lie where referrers are known, wasm artifacts where they are not.
    boolean isFirst() {
      return (artifact == Artifact.IMAGE) == place.equals("referrers");
    }
  }

  List<Row> rows() {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<List<Row>>> running = new ArrayList<>();
      for (Cell cell : cells()) {
        running.add(threads.submit(() -> rows(cell)));
      }
      List<Row> rows = new ArrayList<>();
      for (Future<List<Row>> one : running) {
        rows.addAll(one.get());
      }
      return rows;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (Signer signer : signers) {
      for (Cosign cosign : world.cosigns()) {
        for (Artifact artifact : Artifact.values()) {
          world
              .registries()
              .forEach((place, at) -> cells.add(new Cell(cosign, signer, artifact, place, at)));
        }
      }
    }
    return cells.stream().filter(cell -> cell.signer.everywhere || cell.isFirst()).toList();
  }

  private List<Row> rows(Cell cell) {
    Signed signed =
        Signed.make(
            cell.cosign,
            cell.registry,
            "made/" + COUNT.incrementAndGet(),
            world.push(cell.artifact, cell.registry),
            cell.signer.right,
            cell.signer.wrong);
    List<Row> rows = new ArrayList<>();
    for (Scenario scenario : Scenarios.all()) {
      for (Layout layout : Layout.values()) {
        lay(scenario, signed, layout)
            .map(laid -> row(cell, signed, scenario, layout, laid))
            .ifPresent(rows::add);
      }
    }
    return rows;
  }

  private static Optional<Laid> lay(Scenario scenario, Signed signed, Layout layout) {
    try {
      return scenario.make().lay(signed, layout);
    } catch (UnsupportedOperationException _) {
      return Optional.empty();
    }
  }

  private Row row(Cell cell, Signed signed, Scenario scenario, Layout layout, Laid laid) {
    Shelf shelf = new Shelf(cell.registry, "asked/" + COUNT.incrementAndGet());
    shelf.fill(laid.image(), laid.attached());
    Question question = scenario.question();
    Party asked = question.isOther() ? signed.wrong() : signed.right();
    List<Boolean> verdicts = new ArrayList<>();
    List<String> details = new ArrayList<>();
    for (Cosign one : world.cosigns()) {
      Tool.Ran ran =
          question.isSignature()
              ? one.verify(asked, layout, shelf)
              : one.verifyAttestation(asked, layout, question.type(), shelf);
      verdicts.add(ran.isGood());
      details.add(ran.output());
    }
    Ours ours =
        Ours.judge(
            shelf,
            laid.image(),
            asked,
            question.isSignature()
                ? new Statement.Signed()
                : new Statement.Attested(question.type(), List.of()));
    details.add(ours.toString());
    return new Row(
        scenario.name(),
        layout,
        cell.signer.name,
        "signed by cosign " + cell.cosign.version() + ", " + cell.artifact + ", " + cell.place,
        verdicts.get(0),
        verdicts.get(1),
        ours.isGood(),
        details);
  }
}
