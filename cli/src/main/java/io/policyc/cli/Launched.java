package io.policyc.cli;

import io.policyc.cli.output.Disk;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/// What the launcher, a shell script, says about how it started the command.
///
/// @param terminals the numbers of those standard streams that are terminals: asking here would
///   load a console library
/// @param closed the numbers of those that are closed
/// @param running a file that is there while a run is under way, so that a run that broke off is
///   noticed; empty for none
/// @param status what is added to the exit status, so that it is not taken for one of the JVM
record Launched(String terminals, String closed, String running, int status) {
  static Launched byProperties() {
    return new Launched(
        System.getProperty("policyc.terminals", ""),
        System.getProperty("policyc.closed", ""),
        System.getProperty("policyc.running", ""),
        Integer.getInteger("policyc.status", 0));
  }

  /// Standard output or error.
  Sink sink(int number, FileDescriptor stream) {
    OutputStream out = isClosed(number) ? new Closed() : new FileOutputStream(stream);
    return new Sink(out, terminals.contains(String.valueOf(number)));
  }

  /// Standard input.
  InputStream in(InputStream stream) {
    return isClosed(0) ? new ClosedInput() : stream;
  }

  private boolean isClosed(int number) {
    return closed.contains(String.valueOf(number));
  }

  /// Notes that a run ended.
  ///
  /// @return the status to end the process with
  int end(int exit) {
    // After a fault of our own the note stays: a start-up cache that was damaged causes such.
    if (!running.isEmpty() && exit != Exit.FAULT.status()) {
      try {
        Disk.REAL.delete(Path.of(running));
      } catch (IOException e) {
        // The next run takes the note for a run that broke off, and makes a new cache: no harm.
        return exit + status;
      }
    }
    return exit + status;
  }

  private static final class Closed extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("bad file descriptor");
    }
  }

  private static final class ClosedInput extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("bad file descriptor");
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return read();
    }
  }
}
