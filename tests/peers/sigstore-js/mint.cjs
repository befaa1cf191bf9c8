// Mints bundles with npm's Sigstore, and with Python's where its command is named:
// `npm ci --ignore-scripts && node mint.cjs FOLDER [PATH/TO/sigstore]`.
//
// @sigstore/mock is Fulcio, certificate log, Rekor 1 and 2 and a timestamp
// authority, on one port of the loopback interface; @sigstore/sign is the client.
const crypto = require('node:crypto');
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const { spawn } = require('node:child_process');
require('reflect-metadata');
const mock = require('@sigstore/mock');
const x509 = require('@peculiar/x509');
const { bundleToJSON } = require('@sigstore/bundle');
const sign = require('@sigstore/sign');

const keys = () => crypto.generateKeyPairSync('ec', { namedCurve: 'P-256' });
const base64 = (bytes) => Buffer.from(bytes).toString('base64');
const spki = (pair) => pair.publicKey.export({ type: 'spki', format: 'der' });
const digest = (bytes) => crypto.createHash('sha256').update(bytes).digest();
const validFor = { start: '2020-01-01T00:00:00Z' };

const token = ['{"alg":"RS256"}', JSON.stringify({
  iss: 'https://issuer.example',
  sub: 'https://example.com/js',
  aud: 'sigstore',
  iat: Math.floor(Date.now() / 1000),
  nbf: Math.floor(Date.now() / 1000),
  exp: Math.floor(Date.now() / 1000) + 600,
}), 'nobody looks at this'].map((part) => Buffer.from(part).toString('base64url')).join('.');

function log(baseUrl, pair) {
  return {
    baseUrl,
    hashAlgorithm: 'SHA2_256',
    publicKey: { rawBytes: base64(spki(pair)), keyDetails: 'PKIX_ECDSA_P256_SHA_256', validFor },
    logId: { keyId: base64(digest(spki(pair))) },
  };
}

function authority(certificate) {
  return {
    subject: { organization: 'sigstore.mock', commonName: 'sigstore.mock' },
    uri: 'https://mock.example',
    certChain: { certificates: [{ rawBytes: base64(certificate) }] },
    validFor,
  };
}

// The mock knows neither certificate requests nor tokens in a header, which Python sends.
function plain(request, body) {
  const json = JSON.parse(body);
  if (!json.certificateSigningRequest) {
    return body;
  }
  const pem = Buffer.from(json.certificateSigningRequest, 'base64').toString();
  const content = new x509.Pkcs10CertificateRequest(pem).publicKey.toString('pem');
  return JSON.stringify({
    credentials: { oidcIdentityToken: request.headers.authorization.replace('Bearer ', '') },
    publicKeyRequest: { publicKey: { algorithm: 'ECDSA', content }, proofOfPossession: '' },
  });
}

function service(url, majorApiVersion) {
  return { url, majorApiVersion, operator: 'mock', validFor };
}

// Python's sigstore makes bundles of the blob with the same services.
async function signWithPython(python, folder, url, trustedRoot) {
  const config = path.join(folder, 'trust_config.json');
  fs.writeFileSync(config, JSON.stringify({
    mediaType: 'application/vnd.dev.sigstore.clienttrustconfig.v0.1+json',
    trustedRoot,
    signingConfig: {
      mediaType: 'application/vnd.dev.sigstore.signingconfig.v0.2+json',
      caUrls: [service(url, 1)],
      oidcUrls: [service(url, 1)],
      rekorTlogUrls: [service(url, 1)],
      rekorTlogConfig: { selector: 'ANY' },
      tsaUrls: [service(`${url}/api/v1/timestamp`, 1)],
      tsaConfig: { selector: 'ANY' },
    },
  }));
  const bundle = path.join(folder, 'message-python.json');
  const process = spawn(python, ['--trust-config', config, 'sign', '--identity-token', token,
    '--bundle', bundle, '--overwrite', path.join(folder, 'blob')], { stdio: 'inherit' });
  await new Promise((done) => process.on('exit', done));
  fs.rmSync(config);
}

async function main(folder, python) {
  const handlers = new Map();
  const server = http.createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', async () => {
      const body = Buffer.concat(parts);
      const handler = handlers.get(request.url);
      const binary = request.url.includes('timestamp');
      const asked = binary ? body : plain(request, body.toString());
      const answer = await handler.fn(asked);
      response.writeHead(answer.statusCode, { 'Content-Type': answer.contentType || 'text/plain' });
      response.end(typeof answer.response === 'string' ? answer.response : Buffer.from(answer.response));
    });
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${server.address().port}`;

  const pairs = { ct: keys(), ca: keys(), log: keys(), log2: keys(), tsa: keys() };
  const ctLog = await mock.initializeCTLog(pairs.ct);
  const ca = await mock.initializeCA(pairs.ca, ctLog);
  const first = await mock.initializeTLog('https://rekor.example', pairs.log);
  const second = await mock.initializeTLog('https://rekor2.example', pairs.log2);
  const tsa = await mock.initializeTSA(pairs.tsa);
  for (const handler of [
    mock.fulcioHandler(ca, { subjectClaim: 'sub' }),
    mock.rekorHandler(first),
    mock.rekorV2Handler(second),
    mock.tsaHandler(tsa),
  ]) {
    handlers.set(handler.path, handler);
  }

  const artifact = Buffer.from('content of a blob');
  const statement = Buffer.from(JSON.stringify({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'blob', digest: { sha256: digest(artifact).toString('hex') } }],
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: { note: 'grün' },
  }));
  const signer = () => new sign.FulcioSigner({
    fulcioBaseURL: url,
    identityProvider: { getToken: async () => token },
  });
  const stamp = new sign.TSAWitness({ tsaBaseURL: url });
  const rekor = (options) => new sign.RekorWitness({ rekorBaseURL: url, ...options });
  const witnesses = {
    'rekor1': [rekor({})],
    'rekor1-intoto': [rekor({ entryType: 'intoto' })],
    'rekor1-stamped': [rekor({}), stamp],
    'rekor2': [rekor({ majorApiVersion: 2 }), stamp],
    'stamped': [stamp],
  };
  for (const [name, list] of Object.entries(witnesses)) {
    if (name !== 'rekor1-intoto') {
      const message = new sign.MessageSignatureBundleBuilder({ signer: signer(), witnesses: list });
      write(folder, `message-${name}.json`, bundleToJSON(await message.create({ data: artifact })));
    }
    const envelope = new sign.DSSEBundleBuilder({ signer: signer(), witnesses: list });
    const data = { data: statement, type: 'application/vnd.in-toto+json' };
    write(folder, `statement-${name}.json`, bundleToJSON(await envelope.create(data)));
  }
  const trustedRoot = {
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    tlogs: [log('https://rekor.example', pairs.log), log('https://rekor2.example', pairs.log2)],
    certificateAuthorities: [authority(viewed(ca.rootCertificate))],
    ctlogs: [log('https://ctfe.example', pairs.ct)],
    timestampAuthorities: [authority(viewed(tsa.rootCertificate))],
  };
  write(folder, 'trusted_root.json', trustedRoot);
  if (python) {
    fs.writeFileSync(path.join(folder, 'blob'), artifact);
    await signWithPython(python, folder, url, trustedRoot);
  }
  server.close();
  server.closeAllConnections();
}

const viewed = (view) => Buffer.from(view.buffer ?? view, view.byteOffset ?? 0, view.byteLength);

function write(folder, name, json) {
  fs.writeFileSync(path.join(folder, name), `${JSON.stringify(json, null, 1)}\n`);
}

main(process.argv[2], process.argv[3]);
