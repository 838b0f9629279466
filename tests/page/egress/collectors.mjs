// Where everything that leaves a page would arrive: a name server and listeners for HTTP, TLS, TCP and UDP, all on this
// computer. They note who came; what is answered serves only to let a way out go on to its next step.
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createTcpServer } from 'node:net';

// Nobody can own this name (RFC 6761).
const ZONE = 'lek.test';

const DNS_PORT = 53;
const HEADER_BYTES = 12;
const TYPE_A = 1;
const TTL_SECONDS = 60;

/** The name and the type asked for in a DNS query, and where its question ends. @param {Buffer} query */
export function questionOf(query) {
  const labels = [];
  let at = HEADER_BYTES;
  while (query[at] > 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + query[at]));
    at += 1 + query[at];
  }
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 };
}

// An answer with `address` for A, without records for other types, or that the name does not exist.
function answerTo(query, { type, end }, exists, address) {
  const withAddress = exists && type === TYPE_A;
  const header = Buffer.from(query.subarray(0, HEADER_BYTES));
  header.writeUInt16BE(exists ? 0x8180 : 0x8183, 2); // a recursive answer: no error, or no such name
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(withAddress ? 1 : 0, 6);
  header.writeUInt32BE(0, 8);
  const record = Buffer.alloc(16);
  record.writeUInt16BE(0xc000 + HEADER_BYTES, 0); // the name of the question
  record.writeUInt16BE(TYPE_A, 2);
  record.writeUInt16BE(1, 4);
  record.writeUInt32BE(TTL_SECONDS, 6);
  record.writeUInt16BE(4, 10);
  Buffer.from(address.split('.').map(Number)).copy(record, 12);
  return Buffer.concat([header, query.subarray(HEADER_BYTES, end), ...(withAddress ? [record] : [])]);
}

/** The server name in a TLS ClientHello; '' when it has none or is none. @param {Buffer} hello */
export function serverNameOf(hello) {
  const HANDSHAKE = 22;
  const CLIENT_HELLO = 1;
  if (hello.length < 44 || hello[0] !== HANDSHAKE || hello[5] !== CLIENT_HELLO) return '';
  let at = 43; // record header 5, handshake header 4, version 2, random 32
  at += 1 + hello[at]; // session id
  at += 2 + hello.readUInt16BE(at); // cipher suites
  at += 1 + hello[at]; // compression
  const end = Math.min(hello.length, at + 2 + hello.readUInt16BE(at));
  for (at += 2; at + 4 <= end; at += 4 + hello.readUInt16BE(at + 2)) {
    // An extension server_name (0): list length 2, type 1, name length 2, name.
    if (hello.readUInt16BE(at) === 0) return hello.toString('latin1', at + 9, at + 9 + hello.readUInt16BE(at + 7));
  }
  return '';
}

/**
 * Starts collectors of their own for one run: what another run left behind arrives at other ports and names.
 *
 * `arrivals` lists what came: { by: 'dns' | 'tcp' | 'http' | 'sni' | 'udp', what, at }, `at` on the clock of
 * performance.now(); `note(by, what)` adds to it. `others` holds the names that the browser asked for on its own account.
 *
 * @param {string} run a label; every name under `zone`, which it is part of, has `address`, all others do not exist
 * @param {string} address of this computer
 */
export async function startCollectors(run, address) {
  const zone = `${run}.${ZONE}`;
  const arrivals = [];
  const others = new Set();
  const note = (by, what) => arrivals.push({ by, what, at: performance.now() });

  const names = createSocket('udp4');
  names.on('message', (query, from) => {
    const question = questionOf(query);
    const ours = question.name.endsWith(`.${zone}`);
    if (ours) note('dns', question.name);
    else if (!question.name.endsWith(`.${ZONE}`)) others.add(question.name);
    names.send(answerTo(query, question, ours, address), from.port, from.address);
  });
  names.bind(DNS_PORT, '127.0.0.1');

  const datagrams = createSocket('udp4');
  datagrams.on('message', (message) => note('udp', `${message.length} bytes`));
  datagrams.bind(0, '0.0.0.0');

  // A script that does nothing, readable from anywhere: so that also an import succeeds.
  const requested = (request) => note('http', `${request.headers.host}${request.url}`);
  const http = createHttpServer((request, response) => {
    requested(request);
    response.writeHead(200, {
      'Content-Type': 'text/javascript',
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Headers': '*',
      'Access-Control-Allow-Methods': '*',
    });
    response.end('1;');
  });
  http.on('connection', (socket) => note('tcp', `port ${socket.localPort}`));
  http.on('upgrade', (request, socket) => {
    requested(request);
    socket.destroy();
  });
  http.listen(0, '0.0.0.0');

  // Looks at the first bytes only: who says hello has already told the name.
  const tls = createTcpServer((socket) => {
    note('tcp', `port ${socket.localPort}`);
    socket.on('error', () => {});
    socket.once('data', (hello) => {
      note('sni', serverNameOf(hello));
      socket.destroy();
    });
  });
  tls.listen(0, '0.0.0.0');

  const all = [names, datagrams, http, tls];
  await Promise.all(all.map((server) => once(server, 'listening')));
  return {
    zone,
    address,
    arrivals,
    note,
    others,
    ports: { http: http.address().port, tls: tls.address().port, udp: datagrams.address().port },
    async stop() {
      const closed = all.map((server) => once(server, 'close'));
      for (const server of all) server.close();
      http.closeAllConnections();
      await Promise.all(closed);
    },
  };
}
