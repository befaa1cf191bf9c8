package io.policyc.signatures.oci.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.policyc.signatures.Json;
import io.policyc.signatures.JsonReader;
import io.policyc.signatures.oci.Deadline;
import io.policyc.signatures.oci.Fetched;
import io.policyc.signatures.oci.Quoted;
import io.policyc.signatures.oci.Trouble;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/// Runs `docker-credential-NAME get`: within the deadline, reading at most 64 KiB of what it says.
///
/// @see <a
///   href="https://github.com/docker/docker-credential-helpers/blob/v0.9.3/README.md">docker-credential-helpers
///   0.9.3</a>
public final class HelperProcess implements CredentialHelper {
  private static final int MAX_OUTPUT = 64 * 1024;
  private static final String NOT_FOUND = "credentials not found";

  private final UnaryOperator<String> program;

  /// Helpers on the path of programs.
  public HelperProcess() {
    this(name -> "docker-credential-" + name);
  }

  /// @param program to run for a name
  HelperProcess(UnaryOperator<String> program) {
    this.program = program;
  }

  @Override
  public Fetched<Credential> get(String name, String server, Deadline deadline) {
    if (!isName(name)) {
      return Fetched.unknown(
          Trouble.Kind.NOT_ALLOWED, Quoted.quote(name) + " is no name of a credential helper");
    }
    Process process;
    try {
      process =
          new ProcessBuilder(List.of(program.apply(name), "get"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      return failed(name, "cannot be started");
    }
    try {
      return talk(process, name, server, deadline);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() < 64
        && name.chars()
            .allMatch(
                c ->
                    (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= '0' && c <= '9')
                        || c == '-'
                        || c == '_');
  }

  private static Fetched<Credential> failed(String name, String how) {
    return Fetched.unknown(
        Trouble.Kind.UNREACHABLE, "the credential helper `docker-credential-" + name + "` " + how);
  }

  private static Fetched<Credential> talk(
      Process process, String name, String server, Deadline deadline) {
    FutureTask<byte[]> talk = new FutureTask<>(() -> said(process, server));
    Thread.ofVirtual().start(talk);
    try {
      byte[] output = talk.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
      if (output.length > MAX_OUTPUT) {
        return failed(name, "says more than " + MAX_OUTPUT + " bytes");
      }
      if (!process.waitFor(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
        return failed(name, "does not end in time");
      }
      return process.exitValue() == 0 ? credential(name, output) : refused(name, output);
    } catch (TimeoutException e) {
      return failed(name, "does not answer in time");
    } catch (ExecutionException e) {
      return failed(name, "breaks off");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(name, "was interrupted");
    }
  }

  private static byte[] said(Process process, String server) throws IOException {
    try (OutputStream in = process.getOutputStream()) {
      in.write(server.getBytes(UTF_8));
    } catch (IOException e) {
      // it does not want to hear: what it says still counts
      return process.getInputStream().readNBytes(MAX_OUTPUT + 1);
    }
    return process.getInputStream().readNBytes(MAX_OUTPUT + 1);
  }

  private static Fetched<Credential> refused(String name, byte[] output) {
    return new String(output, UTF_8).contains(NOT_FOUND)
        ? new Fetched.NotThere<>()
        : failed(name, "fails");
  }

  private static Fetched<Credential> credential(String name, byte[] output) {
    Optional<Json> json = JsonReader.read(output);
    Optional<String> user = json.flatMap(value -> value.get("Username")).flatMap(Json::asText);
    Optional<String> secret = json.flatMap(value -> value.get("Secret")).flatMap(Json::asText);
    if (user.isEmpty() || secret.isEmpty()) {
      return failed(name, "does not say a user and a secret");
    }
    return new Fetched.There<>(
        user.get().equals("<token>")
            ? new Credential.IdentityToken(secret.get())
            : new Credential.Password(user.get(), secret.get()));
  }
}
