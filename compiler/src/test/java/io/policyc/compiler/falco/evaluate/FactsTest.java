package io.policyc.compiler.falco.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.policyc.compiler.falco.scenario.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a rule's author trips over in Falco 0.44.1, one fact a line. [FalcoEvalTest] holds the
/// evaluator to the recording; this says what of it matters.
class FactsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          fact                                   | event                       | condition                                 | fires
          a comparison with nothing is false     | shell without metadata      | k8s.ns.name != kube-system                | false
          its negation is true                   | shell without metadata      | not k8s.ns.name = kube-system             | true
          absence is no text                     | shell without metadata      | k8s.ns.name = '<NA>'                      | false
          exists tells                           | shell without metadata      | k8s.ns.name exists                        | false
          an id is there before the metadata     | shell without metadata      | container.id != host                      | true
          the host is called host                | shell on the host           | container.id = host                       | true
          an empty label exists                  | shell                       | k8s.pod.label[tier] exists                | true
          an empty label is an empty text        | shell                       | k8s.pod.label[tier] = ''                  | true
          a missing label has no value           | shell                       | k8s.pod.label[nope] = ''                  | false
          deployments never have a name          | shell                       | k8s.deployment.name exists                | false
          a failed connect has no server         | connect refused             | fd.sport exists                           | false
          so a negated port fires                | connect refused             | not fd.sport in (443)                     | true
          and the port itself is missed          | connect refused             | fd.sport = 443                            | false
          but both ends' address exists          | connect refused             | fd.ip exists                              | true
          and differs from every other           | connect refused             | fd.ip != 1.2.3.4                          | true
          it is 0.0.0.0                          | connect refused             | fd.ip = 0.0.0.0                           | true
          or ::                                  | connect v6 refused          | fd.ip = ::                                | true
          both ends' net differs there, too      | connect refused             | fd.net != 1.2.3.0/24                      | true
          both ends' port is 0                   | connect refused             | fd.port = 0                               | true
          its protocol is a text                 | connect refused             | fd.l4proto != tcp                         | true
          namely <NA>                            | connect refused             | fd.l4proto = '<NA>'                       | true
          its name is empty                      | connect refused             | fd.name = ''                              | true
          its tuple is the text NULL             | connect refused             | evt.arg.tuple = NULL                      | true
          only addr tells whereto                | connect refused             | evt.arg.addr = '1.2.3.4:443'              | true
          without brackets                       | connect v6 refused          | evt.arg.addr = '2001:db8::1:443'          | true
          a dropped connect looks the same       | connect timed out           | fd.sip exists                             | false
          in progress has a server               | connect in progress         | fd.sport = 443                            | true
          in progress counts as failed           | connect in progress         | evt.failed = true                         | true
          in progress by its result              | connect in progress         | evt.res = EINPROGRESS                     | true
          the guard keeps refused ones out       | connect refused             | (evt.rawres >= 0 or evt.res = EINPROGRESS) and fd.sport exists and not fd.sport in (80) | false
          the guard lets others in               | connect                     | (evt.rawres >= 0 or evt.res = EINPROGRESS) and fd.sport exists and not fd.sport in (80) | true
          sip is the server                      | connect                     | fd.sip = 1.2.3.4 and fd.cip = 10.244.1.5  | true
          rip is not where it goes to            | connect                     | fd.rip = 1.2.3.4                          | false
          in never finds both ends' address      | connect                     | fd.ip in (1.2.3.4)                        | false
          = does                                 | connect                     | fd.ip = 1.2.3.4                           | true
          in tests the first net of both ends    | connect                     | fd.net in (192.168.0.0/16, 1.2.3.0/24)    | false
          in tests every port of both ends       | connect                     | fd.port in (80, 443)                      | true
          in tests every net of the server       | connect                     | fd.snet in (192.168.0.0/16, 1.2.3.0/24)   | true
          mixed families are fine                | connect v6                  | fd.snet in (1.2.3.0/24, 2001:db8::/32)    | true
          an IPv6 peer differs from any v4 net   | connect v6                  | fd.snet != 1.2.3.0/24                     | true
          bits behind the prefix don't count     | connect                     | fd.snet = 1.2.3.99/24                     | true
          0.0.0.0/0 is all of IPv4               | connect                     | fd.snet = 0.0.0.0/0                       | true
          and nothing of IPv6                    | connect v6                  | fd.snet = 0.0.0.0/0                       | false
          a mapped address is folded             | connect mapped              | fd.sip = 1.2.3.4 and fd.typechar = 4      | true
          but its protocol is unknown            | connect mapped              | fd.l4proto = tcp                          | false
          ports wrap at 65,536                   | connect                     | fd.sport = 65979                          | true
          ports have names                       | connect                     | fd.sport = https                          | true
          a Unix socket has no port              | connect unix                | fd.sport exists                           | false
          and no address, not even to differ     | connect unix                | fd.ip != 1.2.3.4                          | false
          a datagram names its peer              | send                        | fd.l4proto = udp and fd.sport = 53        | true
          the first one changes the name         | send                        | fd.name_changed = true                    | true
          a datagram's socket is connected       | send                        | fd.connected = false                      | false
          one that failed isn't                  | send refused                | fd.connected = false                      | true
          an accepted peer is the client         | accept                      | fd.cip = 10.0.0.9 and fd.sport = 8080     | true
          a listening port is the server's       | listen                      | fd.sport = 31337                          | true
          there is no local port then            | listen                      | fd.lport exists                           | false
          [::] is shown as 0.0.0.0               | listen v6                   | fd.sip = 0.0.0.0                          | true
          O_RDWR reads                           | open both                   | evt.is_open_read = true                   | true
          O_RDWR writes                          | open both                   | evt.is_open_write = true                  | true
          creat doesn't open for writing         | creat                       | evt.is_open_write = true                  | false
          a failed open has file -1              | open failed                 | fd.num >= 0                               | false
          and a name                             | open failed                 | fd.name = /etc/shadow                     | true
          but no file name                       | open failed                 | fd.filename exists                        | false
          unlink has no fd.name                  | unlink                      | fd.name exists                            | false
          rename has none either                 | rename                      | fd.name exists                            | false
          unlinkat has an empty one              | unlinkat                    | fd.name = ''                              | true
          the path stands in fs.path             | unlink                      | fs.path.name = /etc/hosts                 | true
          not so of a failed call                | unlink failed               | fs.path.name exists                       | false
          a relative path isn't resolved there   | unlinkat relative           | fs.path.name pmatch (/srv)                | false
          but is in the parameter                | unlinkat relative           | evt.arg.name pmatch (/srv)                | true
          and in evt.abspath                     | mkdirat relative            | evt.abspath = /srv/x                      | true
          rename goes from source                | rename                      | fs.path.source = /etc/a                   | true
          a link's source is the new one         | link                        | fs.path.source = /tmp/s                   | true
          and its target the old one             | link                        | fs.path.target = /etc/shadow              | true
          a shell's path is resolved             | shell                       | proc.exepath = /bin/sh                    | false
          its name is how it was called          | shell                       | proc.name = sh                            | true
          names have 15 bytes                    | long name                   | proc.name = a-program-with-             | true
          a failed exec keeps the old name       | exec failed                 | proc.name = nginx                         | true
          and fails                              | exec failed                 | evt.rawres < 0                            | true
          a program in memory alone              | memory only                 | proc.is_exe_from_memfd = true             | true
          a program that came later              | upper layer                 | evt.arg.flags contains EXE_UPPER_LAYER    | true
          setuid by name                         | setuid root                 | evt.arg.uid = root                        | true
          setuid by number                       | setuid root                 | evt.rawarg.uid = 0                        | true
          the user is the new one already        | setuid root                 | user.uid = 0                              | true
          a user without a name                  | setuid other                | evt.arg.uid = '<NA>'                      | true
          who is not root                        | setuid other                | user.name != root                         | true
          a failed one changes nothing           | setuid failed               | user.uid = 0                              | false
          a number is `in` no raw parameter      | setuid root                 | evt.rawarg.uid in (0, 1)                  | false
          users wrap at 32 bits                  | setuid root                 | user.uid = 4294967296                     | true
          a process that Falco missed            | unknown process             | proc.name = '<NA>'                        | true
          has a name that differs                | unknown process             | proc.name != nginx                        | true
          and no parent                          | unknown process             | proc.pname exists                         | false
          any ancestor counts                    | shell                       | proc.aname = systemd                      | true
          also for !=                            | shell                       | proc.aname != systemd                     | true
          an ancestor's number is `in` nothing   | shell                       | proc.apid in (1)                          | false
          the arguments are one text             | connect                     | proc.args = '-g daemon off;'              | true
          pmatch of /etc                         | open read                   | fd.name pmatch (/etc)                     | true
          ends at a slash                        | open read                   | fd.name pmatch (/et)                      | false
          pmatch of / fits all                   | connect                     | fd.name pmatch (/)                        | true
          so does the empty path                 | connect                     | fd.name pmatch ('')                       | true
          a path without slash has one           | open read                   | fd.name pmatch (etc)                      | true
          startswith doesn't                     | open read                   | fd.name startswith /et                    | true
          glob crosses slashes                   | open read                   | fd.name glob '/*w'                        | true
          regex means all of it                  | open read                   | fd.name regex 'etc'                       | false
          != anyof is nearly always true         | shell                       | proc.name != anyof (sh, bash)             | true
          != allof means none of them            | shell                       | proc.name != allof (sh, bash)             | false
          oneof means exactly one                | shell                       | proc.name startswith oneof (s, sh)        | false
          nothing is in an empty list            | shell                       | proc.name in ()                           | false
          but no open file is                    | shell                       | fd.types in ()                            | false
          not binds tighter than and             | shell                       | not proc.name = nginx and proc.name = sh  | true
          and binds tighter than or              | shell                       | proc.name = sh or proc.name = x and proc.name = y | true
          """)
  void holds(String fact, String event, String condition, boolean fires) {
    assertEquals(fires, Evaluator.of(condition).orThrow().matches(Samples.event(event)), fact);
  }
}
