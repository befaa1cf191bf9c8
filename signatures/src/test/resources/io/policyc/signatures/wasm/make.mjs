// Makes the components of this folder: npm i @bytecodealliance/componentize-js@0.22 \
// @bytecodealliance/jco@1.35 elsewhere, then: node make.mjs NODE_MODULES TARGET
import { pathToFileURL } from 'node:url';
import { readFile, writeFile } from 'node:fs/promises';
const [modules, target] = process.argv.slice(2);
const at = (path) => import(pathToFileURL(`${modules}/@bytecodealliance/${path}`));
const { componentize } = await at('componentize-js/src/componentize.js');
const { componentEmbed, componentNew, parse } = await at('jco/dist/api.js');
const save = (name, bytes) => writeFile(`${target}/${name}.wasm`, bytes);

// Real sections in their real order; the core modules inside (12 MB) are emptied.
function hollow(bytes) {
  const out = [...bytes.slice(0, 8)];
  const empty = [1, 8, 0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  for (let i = 8; i < bytes.length; ) {
    const start = i++;
    let size = 0;
    for (let shift = 0; ; shift += 7) {
      const b = bytes[i++];
      size += (b & 0x7f) * 2 ** shift;
      if (b < 0x80) break;
    }
    for (const b of bytes[start] === 1 ? empty : bytes.slice(start, i + size)) out.push(b);
    i += size;
  }
  return Uint8Array.from(out);
}
const source = 'export function hello(n) { return "hi " + n }';
const witWorld = 'package local:hello; world hello { export hello: func(n: string) -> string; }';
for (const [name, disableFeatures] of [
  ['javascript', []],
  ['javascript-bare', ['random', 'stdio', 'clocks', 'http', 'fetch-event']],
]) {
  save(name, hollow((await componentize(source, { witWorld, disableFeatures })).component));
}

// A module of preview 1, made a component by the adapter that Rust's and TinyGo's modules get.
const preview1 = await parse(`(module
  (import "wasi_snapshot_preview1" "fd_write" (func (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "environ_get" (func (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "path_open"
    (func (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "clock_time_get" (func (param i32 i64 i32) (result i32)))
  (memory (export "memory") 1)
  (func (export "run")))`);
save('preview1', preview1);
const plain = 'package local:app; world app { export run: func(); }';
const adapter = await readFile(`${modules}/@bytecodealliance/jco/lib/wasi_snapshot_preview1.reactor.wasm`);
save('adapted', await componentNew(
  await componentEmbed({ binary: preview1, witSource: plain, stringEncoding: 'utf8' }),
  [['wasi_snapshot_preview1', adapter]]));

// Every kind of import that a component has, in several sections.
save('kinds', await parse(`(component
  (import "plain" (func))
  (import "wasi:keyvalue/store@0.2.0-draft" (instance))
  (import "handle" (type (sub resource)))
  (import "engine" (core module))
  (import "part" (component))
  (type (instance (export "send" (func))))
  (import "wasi:http/outgoing-handler@0.2.0" (instance (type 0)))
  (component (import "wasi:sockets/tcp@0.2.0" (instance)))
  (core module (import "wasi_snapshot_preview1" "sock_send" (func)))
  (export "again" (func 0))
  (export "wasi:http/incoming-handler@0.2.0" (instance 0)))`));

// Every kind of import that a core module has.
save('core-kinds', await parse(`(module
  (import "env" "f" (func (param i32)))
  (import "env" "t" (table 1 2 funcref))
  (import "env" "t64" (table i64 1 externref))
  (import "env" "m" (memory 1 2 shared))
  (import "env" "m64" (memory i64 1))
  (import "env" "g" (global (mut v128)))
  (import "env" "r" (global (ref null func)))
  (import "env" "e" (tag (param i32)))
  (import "ümlaut" "" (func))
  (memory 1)
  (export "out" (func 0)) (export "table" (table 0)) (export "mem" (memory 0))
  (export "global" (global 0)) (export "tag" (tag 0)))`));
