// Serves the built page on this computer only, with the headers it is meant to be served with.
//
//   node tools/serveer.mjs [PORT]
//
// One page, one address; everything else is 404. docs/hosting.md explains each header.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { headersWith } from '../web/page/policy.mjs';

const PAGE = new URL('../build/page/verzuimkit.html', import.meta.url);

/** The headers for a page: its own policy once more, and what a <meta> element cannot say. */
export function headersFor(html) {
  const meta = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html);
  if (!meta) throw new Error('the page has no Content-Security-Policy');
  return headersWith(meta[1]);
}

/** A server for one page. @param {string} html */
export function makeServer(html) {
  const headers = headersFor(html);
  return createServer((request, response) => {
    const found = (request.method === 'GET' || request.method === 'HEAD') && request.url === '/';
    response.writeHead(found ? 200 : 404, found ? headers : { 'Content-Type': 'text/plain' });
    response.end(found && request.method === 'GET' ? html : undefined);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const port = Number(process.argv[2] ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    process.stderr.write(`Fout: ${process.argv[2]} is geen poortnummer.\n`);
    process.exit(2);
  }
  const server = makeServer(readFileSync(PAGE, 'utf8'));
  server.on('error', (error) => {
    process.stderr.write(`Fout: poort ${port} is niet te gebruiken (${error.message}). Kies een andere: ./run --serve 8081\n`);
    process.exit(2);
  });
  server.listen(port, '127.0.0.1', () => {
    process.stderr.write(`De pagina staat op http://127.0.0.1:${server.address().port}/ (stoppen met Ctrl-C)\n`);
  });
}
