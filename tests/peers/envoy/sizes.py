#!/usr/bin/env python3
"""Sizes of RE2 programs as real Envoys report them.

    sizes.py generate [--seed N] [--count N]          expressions of every kind, one a line
    sizes.py forms [--seed N] [--count N]             expressions as policyc writes them
    sizes.py measure 1.36.4=ENVOY 1.40.0=ENVOY        expressions on stdin, a table on stdout
    sizes.py accepts 1.36.4=ENVOY 1.40.0=ENVOY        the same, with `yes` or `no` for each version

Envoy warns about every expression above `re2.max_program_size.warn_level`; at level 0 that is each
one, so that one run of `--mode validate` measures thousands. One that Envoy refuses ends the run:
`accepts` tries them one by one.

The checked-in tables, in compiler/src/test/resources/io/policyc/compiler/regex, were made by

    sizes.py generate | sizes.py measure … > re2-sizes.tsv
    sizes.py forms | sizes.py measure … > re2-sizes-forms.tsv
    sizes.py accepts … < syntax.txt > re2-syntax.tsv
"""
import argparse
import json
import random
import re
import subprocess
import sys
import tempfile

WARNING = re.compile(rb"regex '(.*)' RE2 program size of (\d+) > max program size of 0 set for the warn")


def config(expressions):
    """A configuration with one route for each expression."""
    routes = [
        {"match": {"safe_regex": {"regex": e}}, "direct_response": {"status": 200}}
        for e in expressions
    ]
    manager = {
        "@type": "type.googleapis.com/envoy.extensions.filters.network."
        "http_connection_manager.v3.HttpConnectionManager",
        "stat_prefix": "s",
        "route_config": {"virtual_hosts": [{"name": "v", "domains": ["*"], "routes": routes}]},
        "http_filters": [
            {
                "name": "envoy.filters.http.router",
                "typed_config": {
                    "@type": "type.googleapis.com/envoy.extensions.filters.http.router.v3.Router"
                },
            }
        ],
    }
    levels = {
        "re2.max_program_size.error_level": 1 << 30,
        "re2.max_program_size.warn_level": 0,
    }
    listener = {
        "name": "l",
        "address": {"socket_address": {"address": "127.0.0.1", "port_value": 0}},
        "filter_chains": [
            {
                "filters": [
                    {
                        "name": "envoy.filters.network.http_connection_manager",
                        "typed_config": manager,
                    }
                ]
            }
        ],
    }
    return {
        "layered_runtime": {"layers": [{"name": "levels", "static_layer": levels}]},
        "static_resources": {"listeners": [listener]},
    }


def validate(envoy, expressions):
    """The sizes that Envoy warns of, and whether it accepts the configuration."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(config(expressions), file)
        file.flush()
        run = subprocess.run(
            [envoy, "--mode", "validate", "-c", file.name], capture_output=True, check=False
        )
    return [int(m.group(2)) for m in WARNING.finditer(run.stderr)], run


def measure(envoys, expressions):
    columns = []
    for envoy in envoys.values():
        sizes = []
        for start in range(0, len(expressions), 500):
            chunk = expressions[start : start + 500]
            found, run = validate(envoy, chunk)
            if run.returncode or len(found) != len(chunk):
                sys.exit(run.stderr.decode(errors="replace")[-2000:])
            sizes += found
        columns.append(sizes)
    print("\t".join(["regex", *envoys]))
    for row in zip(expressions, *columns):
        print("\t".join(map(str, row)))


def accepts(envoys, expressions):
    print("\t".join(["regex", *envoys]))
    for expression in expressions:
        answers = []
        for envoy in envoys.values():
            _, run = validate(envoy, [expression])
            answers.append("no" if run.returncode else "yes")
        print("\t".join([expression, *answers]))


class Generator:
    """Expressions that RE2 accepts, of every kind of node."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def pick(self, choices):
        return choices[int(self.random.random() * len(choices))]

    def number(self, low, high):
        return low + int(self.random.random() * (high - low + 1))

    def text(self, most=6):
        letters = self.pick(["ab", "abc", "abcdefghijklmnopqrstuvwxyz", "ksKS", "aAbB01/-_~%"])
        return "".join(self.pick(letters) for _ in range(self.number(1, most)))

    def char_class(self):
        if self.random.random() < 0.3:
            return self.pick(["\\d", "\\D", "\\w", "\\W", "\\s", "\\S", ".", "[^/]", "[^/?]", "[!-.0->@-~]"])
        items = self.pick([["a-z", "0-9", "A-Z", "_", ".", "~", "\\-", "k", "[:alpha:]"],
                           ["a", "b", "A", "s", "S", "x-z", "\\d", "[:^digit:]", "\\S"],
                           ["!-.", "0->", "@-~", "\\x00-\\x1f", "[:xdigit:]", "[:punct:]"],
                           ["a", "A"]])
        chosen = "".join(self.pick(items) for _ in range(self.number(1, 4)))
        return "[" + self.pick(["", "", "^"]) + chosen + "]"

    def atom(self, depth):
        kind = self.random.random()
        if depth == 0 or kind < 0.35:
            return self.text()
        if kind < 0.55:
            return self.char_class()
        if kind < 0.62:
            return self.pick(["^", "$", "\\b", "\\B", "\\A", "\\z", "()", "(?:)"])
        inner = self.alternation(depth - 1)
        opening = self.pick(["(", "(", "(?:", "(?:", "(?i:", "(?s:", "(?m:", "(?U:"])
        return opening + inner + ")"

    def repeated(self, depth):
        atom = self.atom(depth)
        if self.random.random() < 0.6:
            return atom
        low = self.number(0, 3)
        sign = self.pick(["*", "+", "?", "*?", "+?", "??", "{%d}" % low, "{%d,}" % low,
                          "{%d,%d}" % (low, low + self.number(0, 3)), "{%d,%d}?" % (low, low + 2)])
        return atom + sign

    def sequence(self, depth):
        return "".join(self.repeated(depth) for _ in range(self.number(0 if depth < 3 else 1, 4)))

    def alternation(self, depth):
        if self.random.random() < 0.55:
            return self.sequence(depth)
        prefix = self.pick(["", "", self.text(3), self.char_class()])
        return "|".join(prefix + self.sequence(depth) for _ in range(self.number(2, 4)))

    def expression(self):
        flags = self.pick([""] * 8 + ["(?i)", "(?s)", "(?m)", "(?is)"])
        return flags + self.alternation(self.number(0, 3))


class Forms(Generator):
    """Expressions for paths, hosts and methods, in the spellings that policyc chooses from."""

    HEX = "[0-9a-fA-F]"
    METHODS = "CONNECT DELETE GET HEAD OPTIONS PATCH POST PUT TRACE".split()

    def word(self):
        letters = "abcdefghijklmnopqrstuvwxyz0123456789-_.%"
        text = "".join(self.pick(letters) for _ in range(self.number(1, 14)))
        return text.replace(".", "\\.")

    def segment(self, inside, group):
        uuid = self.HEX + "{8}" + group + "-" + self.HEX + "{4}){3}-" + self.HEX + "{12}"
        slug = "[a-z0-9]+" + group + "-[a-z0-9]+)*"
        kind = self.random.random()
        if kind < 0.6:
            return self.word()
        return self.pick([inside + "+", inside + "*", "[0-9]+", slug, uuid,
                          self.word() + inside + "*" + self.word(), inside + "*" + self.word()])

    def path(self):
        group = self.pick(["(", "(?:"])
        inside, path, query = self.pick([("[^/?]", "[^?]*", ".*"), ("[!-.0->@-~]", "[!->@-~]*", "[!-~]*")])
        text = self.pick(["", "^"])
        text += "".join("/" + self.segment(inside, group) for _ in range(self.number(0, 9)))
        return text + self.pick(["", "/", group + "\\?" + query + ")?", "\\?" + query,
                                 group + "[/?]" + query + ")?", group + "/" + path + ")?",
                                 group + "/" + path + ")?\\?" + query, "/" + query])

    def host(self):
        labels = [self.pick([self.word(), self.word(), "[-a-z0-9_]*", "[-a-z0-9_.]*"])
                  for _ in range(self.number(1, 5))]
        return self.pick(["", "^"]) + "\\.".join(labels) + "(:[0-9]+)?"

    def methods(self):
        chosen = [m for m in self.METHODS if self.random.random() < 0.4]
        return "|".join(chosen)

    def expression(self):
        kind = self.random.random()
        return self.path() if kind < 0.8 else self.host() if kind < 0.92 else self.methods()


def generate(generator, count):
    seen = set()
    for _ in range(20 * count):
        if len(seen) == count:
            break
        expression = generator.expression()
        if expression and len(expression) <= 400 and expression not in seen:
            seen.add(expression)
            print(expression)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=["generate", "forms", "measure", "accepts"])
    parser.add_argument("envoys", nargs="*", metavar="VERSION=ENVOY")
    parser.add_argument("--seed", type=int, default=20260)
    parser.add_argument("--count", type=int, default=3000)
    args = parser.parse_args()
    if args.what in ("generate", "forms"):
        generator = Generator(args.seed) if args.what == "generate" else Forms(args.seed)
        generate(generator, args.count)
        return
    envoys = dict(e.split("=", 1) for e in args.envoys)
    expressions = [line.rstrip("\n") for line in sys.stdin if line.rstrip("\n")]
    (measure if args.what == "measure" else accepts)(envoys, expressions)


if __name__ == "__main__":
    main()
