import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.types.SectionId;
import io.policyc.signatures.Bytes;
import io.policyc.signatures.wasm.Binary;
import io.policyc.signatures.wasm.Capability;
import io.policyc.signatures.wasm.WasmReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads what 10 MB import, warm, beside chicory on a core module of the same size. */
class Scan {
  private static final int SIZE = 10_000_000;
  private static long kept;

  public static void main(String[] args) {
    byte[] core = core();
    byte[] component = component(core);
    System.out.printf("component %d bytes, core module %d bytes%n", component.length, core.length);
    System.out.println("                                   median ms   worst ms");
    double ours = row("policyc, component", () -> read(component));
    row("policyc, core module", () -> read(core));
    double theirs = row("chicory, core module, all sections", () -> chicory(core, false));
    double imports = row("chicory, core module, imports only", () -> chicory(core, true));
    row("policyc, 100,000 imports", hostile());
    System.out.printf("chicory takes %.0f and %.0f times as long%n", theirs / ours, imports / ours);
    System.out.println("(kept " + kept + ")");
  }

  private static double row(String name, Runnable work) {
    for (int i = 0; i < 10; i++) {
      work.run();
    }
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < 31; i++) {
      long start = System.nanoTime();
      work.run();
      times.add((System.nanoTime() - start) / 1e6);
    }
    Collections.sort(times);
    System.out.printf("%-35s %8.4f %10.4f%n", name, times.get(15), times.get(30));
    return times.get(15);
  }

  private static void read(byte[] content) {
    Binary binary = WasmReader.read(Bytes.wrap(content));
    kept += binary.asked().size() + Capability.of(binary.asked()).size();
  }

  private static void chicory(byte[] content, boolean importsOnly) {
    Parser.Builder builder = Parser.builder().withValidation(false);
    if (importsOnly) {
      builder.includeSectionId(SectionId.IMPORT);
    }
    kept += builder.build().parse(() -> new ByteArrayInputStream(content)).importSection().importCount();
  }

  private static Runnable hostile() {
    ByteArrayOutputStream list = new ByteArrayOutputStream();
    list.writeBytes(number(100_000));
    for (int i = 0; i < 100_000; i++) {
      imported(list, "wasmcloud:unheard/of" + "f".repeat(76));
    }
    byte[] content = section(new byte[] {0, 'a', 's', 'm', 13, 0, 1, 0}, 10, list.toByteArray());
    return () -> read(content);
  }

  // 18 imports, as one line of JavaScript has, in sections among others; the engine inside.
  private static byte[] component(byte[] core) {
    byte[] out = {0, 'a', 's', 'm', 13, 0, 1, 0};
    for (int i = 0; i < 18; i++) {
      ByteArrayOutputStream list = new ByteArrayOutputStream();
      list.write(1);
      imported(list, "wasi:http/types-" + i + "@0.2.10");
      out = section(section(out, 7, new byte[200]), 10, list.toByteArray());
    }
    return section(out, 1, core);
  }

  private static void imported(ByteArrayOutputStream list, String name) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    list.write(0);
    list.writeBytes(number(text.length));
    list.writeBytes(text);
    list.write(5);
    list.write(0);
  }

  // Functions of 1,000 bytes each: `i32.const 0, drop`, again and again.
  private static byte[] core() {
    int count = SIZE / 1000;
    ByteArrayOutputStream code = new ByteArrayOutputStream();
    code.writeBytes(number(count));
    for (int i = 0; i < count; i++) {
      code.writeBytes(number(1 + 332 * 3 + 1));
      code.write(0);
      for (int j = 0; j < 332; j++) {
        code.writeBytes(new byte[] {0x41, 0, 0x1a});
      }
      code.write(0x0b);
    }
    ByteArrayOutputStream functions = new ByteArrayOutputStream();
    functions.writeBytes(number(count));
    functions.writeBytes(new byte[count]);
    byte[] out = section(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0}, 1, new byte[] {1, 0x60, 0, 0});
    out = section(out, 2, new byte[] {1, 3, 'e', 'n', 'v', 1, 'f', 0, 0});
    out = section(out, 3, functions.toByteArray());
    return section(out, 10, code.toByteArray());
  }

  private static byte[] section(byte[] before, int id, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(before);
    out.write(id);
    out.writeBytes(number(content.length));
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static byte[] number(long value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long rest = value;
    for (; rest >= 0x80; rest >>>= 7) {
      out.write((int) (rest & 0x7f) | 0x80);
    }
    out.write((int) rest);
    return out.toByteArray();
  }
}
