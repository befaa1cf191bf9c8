package io.policyc.signatures.sigstore;

import java.util.Base64;
import java.util.function.Consumer;
import java.util.function.Function;

/// Checkpoints of a log.
final class AlteredCheckpointsTest extends AlteredTable {
  @Override
  void rows() {
    checkpoint("no checkpoint", _ -> "");
    checkpoint(
        "a checkpoint without signatures", note -> note.substring(0, note.indexOf("\n\n") + 2));
    checkpoint("no empty line", note -> note.replace("\n\n", "\n"));
    checkpoint("the checkpoint's root", note -> line(note, 2, base64(new byte[32])));
    checkpoint("the checkpoint's size", note -> line(note, 1, "8"));
    checkpoint("a size of letters", note -> line(note, 1, "all"));
    checkpoint("a root of garbage", note -> line(note, 2, "!"));
    checkpoint("a short root", note -> line(note, 2, "AAAA"));
    checkpoint("the origin", note -> line(note, 0, "rekor.minted.example - 7"));
    checkpoint("an empty origin", note -> line(note, 0, ""));
    checkpoint(
        "the signer's name",
        note -> note.replace("— rekor.minted.example", "— rekor.other.example"));
    checkpoint("another dash", note -> note.replace("—", "-"));
    checkpoint("the key's hint", note -> rewrite(note, bytes -> bytes[0]++));
    checkpoint("the note's signature", note -> rewrite(note, bytes -> bytes[20]++));
    checkpoint(
        "a signature cut short",
        note -> note.substring(0, note.lastIndexOf(' ') + 1) + "AAAAAA==\n");
    checkpoint("101 signatures", note -> note + note.substring(note.indexOf("— ")).repeat(100));
    checkpoint("a text of another", note -> note.replace("\n\n", "\nmore\n\n"));
    checkpoint("a line without signature", note -> note + "— x\n");
  }

  private void checkpoint(String name, Function<String, String> edit) {
    String at = PROOF + ".checkpoint.envelope";
    image(name, Reason.BAD_CHECKPOINT, b -> b.text(at, edit.apply(b.text(at))));
  }

  private static String line(String note, int number, String text) {
    String[] lines = note.split("\n", -1);
    lines[number] = text;
    return String.join("\n", lines);
  }

  private static String rewrite(String note, Consumer<byte[]> edit) {
    int at = note.lastIndexOf(' ') + 1;
    byte[] bytes = Base64.getDecoder().decode(note.substring(at).strip());
    edit.accept(bytes);
    return note.substring(0, at) + base64(bytes) + "\n";
  }
}
