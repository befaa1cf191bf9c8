package io.policyc.signatures.oci;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.policyc.signatures.Digest;
import io.policyc.signatures.oci.auth.Credentials;
import io.policyc.signatures.oci.net.Access;
import io.policyc.signatures.oci.net.Proxies;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A server that breaks the rules of HTTP itself: each way has its answer, by the deadline.
class RawHostilityTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

  /// What a server does, and what is said of it.
  enum Way implements RawServer.Script {
    SAYS_NOTHING(Trouble.Kind.DEADLINE) {
      @Override
      public void speak(OutputStream out, CountDownLatch closed) throws InterruptedException {
        closed.await();
      }
    },
    STOPS_IN_THE_STATUS_LINE(Trouble.Kind.DEADLINE) {
      @Override
      public void speak(OutputStream out, CountDownLatch closed)
          throws java.io.IOException, InterruptedException {
        RawServer.write(out, "HTTP/1.1 2");
        closed.await();
      }
    },
    STOPS_IN_THE_BODY(Trouble.Kind.DEADLINE) {
      @Override
      public void speak(OutputStream out, CountDownLatch closed)
          throws java.io.IOException, InterruptedException {
        RawServer.write(out, OK + "Content-Length: 100\r\n\r\n{\"schema");
        closed.await();
      }
    },
    DRIPS(Trouble.Kind.DEADLINE) {
      @Override
      public void speak(OutputStream out, CountDownLatch closed)
          throws java.io.IOException, InterruptedException {
        RawServer.write(out, OK + "Content-Length: 1000000\r\n\r\n");
        while (!closed.await(5, java.util.concurrent.TimeUnit.MILLISECONDS)) {
          RawServer.write(out, "x");
        }
      }
    },
    ENDLESS_BODY(Trouble.Kind.TOO_LARGE) {
      @Override
      public void speak(OutputStream out, CountDownLatch closed) throws java.io.IOException {
        RawServer.write(out, OK + "Transfer-Encoding: chunked\r\n\r\n");
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        while (closed.getCount() > 0) {
          RawServer.write(out, chunk);
        }
      }
    },
    ENDLESS_BODY_WITHOUT_LENGTH(Trouble.Kind.TOO_LARGE) {
      @Override
      public void speak(OutputStream out, CountDownLatch closed) throws java.io.IOException {
        RawServer.write(out, OK + "Connection: close\r\n\r\n");
        byte[] some = "x".repeat(0x10000).getBytes(US_ASCII);
        while (closed.getCount() > 0) {
          out.write(some);
        }
      }
    },
    ENDLESS_HEADERS(Trouble.Kind.UNREACHABLE) {
      @Override
      public void speak(OutputStream out, CountDownLatch closed) throws java.io.IOException {
        RawServer.write(out, OK);
        for (int i = 0; closed.getCount() > 0; i++) {
          RawServer.write(out, "X-" + i + ": " + "y".repeat(1000) + "\r\n");
        }
      }
    },
    ENDLESS_INTERIM_ANSWERS(Trouble.Kind.UNREACHABLE) {
      @Override
      public void speak(OutputStream out, CountDownLatch closed) throws java.io.IOException {
        while (closed.getCount() > 0) {
          RawServer.write(out, "HTTP/1.1 103 Early Hints\r\n\r\n");
        }
      }
    },
    BREAKS_OFF(Trouble.Kind.UNREACHABLE) {
      @Override
      public void speak(OutputStream out, CountDownLatch closed) throws java.io.IOException {
        RawServer.write(out, OK + "Content-Length: 100\r\n\r\n{\"schema");
      }
    },
    HANGS_UP(Trouble.Kind.UNREACHABLE) {
      @Override
      public void speak(OutputStream out, CountDownLatch closed) {}
    },
    NO_HTTP(Trouble.Kind.UNREACHABLE) {
      @Override
      public void speak(OutputStream out, CountDownLatch closed) throws java.io.IOException {
        RawServer.write(out, "SSH-2.0-OpenSSH_9.6\r\n\r\n");
      }
    },
    BAD_CHUNKS(Trouble.Kind.UNREACHABLE) {
      @Override
      public void speak(OutputStream out, CountDownLatch closed) throws java.io.IOException {
        RawServer.write(out, OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n");
      }
    },
    COMPRESSED_UNASKED(Trouble.Kind.UNEXPECTED) {
      @Override
      public void speak(OutputStream out, CountDownLatch closed) throws java.io.IOException {
        RawServer.write(out, OK + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}");
      }
    },
    NO_CONTENT(Trouble.Kind.UNEXPECTED) {
      @Override
      public void speak(OutputStream out, CountDownLatch closed) throws java.io.IOException {
        RawServer.write(out, "HTTP/1.1 204 No Content\r\n\r\n");
      }
    },
    LENGTH_IS_NO_NUMBER(Trouble.Kind.UNEXPECTED) {
      @Override
      public void speak(OutputStream out, CountDownLatch closed) throws java.io.IOException {
        RawServer.write(out, OK + "Content-Length: abc\r\n\r\n{}");
      }
    },
    LENGTH_IS_EMPTY(Trouble.Kind.UNEXPECTED) {
      @Override
      public void speak(OutputStream out, CountDownLatch closed) throws java.io.IOException {
        RawServer.write(out, OK + "Content-Length: \r\n\r\n{}");
      }
    },
    LENGTH_OF_TWENTY_DIGITS(Trouble.Kind.UNEXPECTED) {
      @Override
      public void speak(OutputStream out, CountDownLatch closed) throws java.io.IOException {
        RawServer.write(out, OK + "Content-Length: 99999999999999999999\r\n\r\n{}");
      }
    },
    LENGTH_OF_NOTHING_IS_NO_NUMBER(Trouble.Kind.UNEXPECTED) {
      @Override
      public void speak(OutputStream out, CountDownLatch closed) throws java.io.IOException {
        RawServer.write(out, "HTTP/1.1 404 Not Found\r\nContent-Length: abc\r\n\r\n");
      }
    },
    EMPTY(Trouble.Kind.MALFORMED) {
      @Override
      public void speak(OutputStream out, CountDownLatch closed) throws java.io.IOException {
        RawServer.write(out, OK + "Content-Length: 0\r\n\r\n");
      }
    };

    private final Trouble.Kind said;

    Way(Trouble.Kind said) {
      this.said = said;
    }
  }

  @ParameterizedTest
  @EnumSource
  @Timeout(20)
  void everyWayHasItsAnswer(Way way) {
    // only what never ends by itself needs a deadline that comes soon
    Duration time = Duration.ofMillis(way.said == Trouble.Kind.DEADLINE ? 250 : 15_000);
    try (RawServer server = new RawServer(way);
        Registries registries = registries(server.host())) {
      var fetched =
          registries
              .as(Credentials.NONE)
              .manifest(
                  new Repository(server.host(), "app"),
                  "latest",
                  Deadline.in(time, Timekeeper.SYSTEM));
      var unknown = assertInstanceOf(Fetched.Unknown.class, fetched);
      assertEquals(way.said, unknown.trouble().kind(), unknown.trouble().detail());
      assertEquals(
          unknown.trouble().detail().toLowerCase(Locale.ROOT).charAt(0),
          unknown.trouble().detail().charAt(0),
          "a sentence of ours begins in lower case");
    }
  }

  /// The whole search ends by the same deadline, whatever the server does.
  @ParameterizedTest
  @EnumSource
  @Timeout(20)
  void aWholeSearchEndsToo(Way way) {
    Duration time = Duration.ofMillis(way.said == Trouble.Kind.DEADLINE ? 250 : 15_000);
    try (RawServer server = new RawServer(way);
        Registries registries = registries(server.host())) {
      Found found =
          new SignatureSource(registries.as(Credentials.NONE), Limits.DEFAULT)
              .find(
                  new Repository(server.host(), "app"),
                  Digest.sha256(new byte[0]),
                  SignatureSource.Places.BESIDE,
                  Deadline.in(time, Timekeeper.SYSTEM));
      assertInstanceOf(Found.Partly.class, found);
      assertEquals(List.of(), found.materials());
    }
  }

  private static Registries registries(String host) {
    return new Registries(
        new Access(Set.of(), Set.of(host), Set.of(host)),
        Proxies.NONE,
        List.of(),
        new Limits(
            1024 * 1024, 1024, 1024, 20, 100, 100, 1024 * 1024, 8, 2, Duration.ofSeconds(2)));
  }
}
