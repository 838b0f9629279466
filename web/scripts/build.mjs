// Builds the npm package: node scripts/build.mjs [--build DIR] [--wasm DIR]
//
// Out comes DIR/package (default ../build/package), ready for `npm pack`, and DIR/verzuimkit, which starts its
// command line. Nothing is written into the source tree.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildSync } from 'esbuild';

const web = fileURLToPath(new URL('..', import.meta.url));
const root = resolve(web, '..');
const { values } = parseArgs({ options: { build: { type: 'string' }, wasm: { type: 'string' } } });
const build = resolve(values.build ?? join(root, 'build'));
const wasm = resolve(values.wasm ?? join(build, 'wasm', 'wasm'));
const out = join(build, 'package');
const dist = join(out, 'dist');

rmSync(out, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

const tsc = join(web, 'node_modules', 'typescript', 'bin', 'tsc');
execFileSync(process.execPath, [tsc, '--project', web, '--outDir', dist], { stdio: 'inherit' });

cpSync(join(wasm, 'verzuimkit.mjs'), join(dist, 'glue.mjs'));
cpSync(join(web, 'src', 'glue.d.mts'), join(dist, 'glue.d.mts'));
cpSync(join(wasm, 'verzuimkit.wasm'), join(dist, 'verzuimkit.wasm'));
chmodSync(join(dist, 'verzuimkit.wasm'), 0o644);
// Of fflate only what src/fflate.d.mts names: no worker of its own, and no dependency for who installs the package.
buildSync({
  stdin: { contents: "export { Inflate, deflateSync } from 'fflate';", resolveDir: web },
  outfile: join(dist, 'fflate.mjs'),
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  banner: { js: `/*! fflate\n${readFileSync(join(web, 'node_modules', 'fflate', 'LICENSE'), 'utf8')}*/` },
});
cpSync(join(web, 'src', 'fflate.d.mts'), join(dist, 'fflate.d.mts'));
cpSync(join(web, 'bin'), join(out, 'bin'), { recursive: true });
cpSync(join(web, 'schema'), join(out, 'schema'), { recursive: true });
cpSync(join(root, 'docs', 'module.md'), join(out, 'README.md'));
cpSync(join(root, 'LICENSE'), join(out, 'LICENSE'));

const { scripts: _scripts, devDependencies: _dev, private: _private, ...manifest } = JSON.parse(
  readFileSync(join(web, 'package.json'), 'utf8'),
);
writeFileSync(join(out, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);

const launcher = join(build, 'verzuimkit');
writeFileSync(launcher, `#!/bin/sh
# Written by the build: starts the command line of the package beside this file.
exec node "$(dirname -- "$(readlink -f -- "$0")")/package/bin/verzuimkit.mjs" "$@"
`);
chmodSync(launcher, 0o755);
