// The house in order: no finding in the project, and every check finds what is planted in an empty house.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as checks from './checks.mjs';
import { FOREIGN_NAMES, LINES_FAIL, LINES_WARN } from './rules.mjs';

const project = fileURLToPath(new URL('../../', import.meta.url));
const libraries = join(project, 'build', 'native', 'core');

describe('the project', () => {
  test('includes point one way', () => assert.deepEqual(checks.checkIncludes(project), []));
  test('no floating point where whole numbers are the law', () => assert.deepEqual(checks.checkFloatingPoint(project), []));
  test('imports in web/ point one way', () => assert.deepEqual(checks.checkImports(project), []));
  test('no machine or registry is named', () => assert.deepEqual(checks.checkNames(project), []));
  test('there is one version number', () => assert.deepEqual(checks.checkVersions(project), []));
  test('the core needs nothing but memory and containers', () => assert.deepEqual(checks.checkSymbols(libraries), []));
  test('files are short', (t) => {
    const { findings, warnings } = checks.checkSizes(project);
    for (const warning of warnings) t.diagnostic(warning);
    assert.deepEqual(findings, []);
  });
});

describe('each check fails on a planted violation', () => {
  const houses = [];
  after(() => houses.forEach((house) => rmSync(house, { recursive: true })));

  // An empty house with these files in it.
  function house(files) {
    const root = mkdtempSync(join(tmpdir(), 'verzuimkit-layering-'));
    houses.push(root);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(root, dirname(path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return root;
  }
  const first = (findings) => findings[0] ?? 'nothing found';

  test('a lower folder includes a higher one', () => {
    const root = house({ 'core/base/date.cc': '#include "core/rules/melding.h"\n' });
    assert.match(first(checks.checkIncludes(root)), /core\/base\/date\.cc: includes "core\/rules\/melding\.h"/);
  });
  test('a folder includes its neighbour', () => {
    const root = house({ 'core/rules/a.cc': '#include "core/import/importer.h"\n' });
    assert.match(first(checks.checkIncludes(root)), /above or beside/);
  });
  test('disclosure includes more of aggregate than the counts', () => {
    const root = house({
      'core/disclosure/good.cc': '#include "core/aggregate/telling.h"\n',
      'core/disclosure/bad.cc': '#include "core/aggregate/levering.h"\n',
    });
    const findings = checks.checkIncludes(root);
    assert.equal(findings.length, 1);
    assert.match(first(findings), /bad\.cc/);
  });
  test('the module reaches past the boundary', () => {
    const root = house({ 'wasm/bindings.cc': '#include "core/session/session.h"\n' });
    assert.match(first(checks.checkIncludes(root)), /bindings\.cc/);
  });
  test('a folder that nobody placed', () => {
    assert.match(first(checks.checkIncludes(house({ 'core/extra/a.h': '' }))), /no place in the order/);
  });
  test('headers with a clock, of another library, or by a relative path', () => {
    for (const include of ['<chrono>', '<nlohmann/json.hpp>', '<unistd.h>', '"date.h"']) {
      const root = house({ 'core/base/date.cc': `#include ${include}\n` });
      assert.match(first(checks.checkIncludes(root)), /core\/base\/date\.cc/, include);
    }
  });
  test('floating point in a rule, but not in a comment', () => {
    const root = house({
      'core/rules/good.cc': '// a double negation\nint share(int absent);  /* float */\nauto* text = "double";\n',
      'core/rules/bad.cc': 'double share(int absent);\n',
    });
    assert.deepEqual(checks.checkFloatingPoint(root), ['core/rules/bad.cc: double; whole numbers only']);
  });
  test('the page imports what is not public, the package a dependency, the sample anything', () => {
    for (const [path, specifier] of [
      ['web/page/worker/main.ts', '../../src/session.js'],
      ['web/page/worker/main.ts', 'lodash'],
      ['web/src/session.ts', '../page/worker/main.js'],
      ['web/src/session.ts', 'ajv'],
      ['web/voorbeeld/prng.mjs', 'node:crypto'],
    ]) {
      const root = house({ [path]: `import { x } from '${specifier}';\n` });
      assert.match(first(checks.checkImports(root)), new RegExp(`^${path}`), specifier);
    }
  });
  test('a file that is too long, and one that is nearly so', () => {
    const lines = (n) => 'x\n'.repeat(n);
    const root = house({ 'core/a.cc': lines(LINES_FAIL + 1), 'core/b.cc': lines(LINES_WARN + 1), 'core/c.cc': lines(LINES_WARN) });
    const { findings, warnings } = checks.checkSizes(root);
    assert.match(first(findings), /core\/a\.cc/);
    assert.match(first(warnings), /core\/b\.cc/);
    assert.equal(findings.length + warnings.length, 2);
  });
  test('a foreign name, and an address in a lock file', () => {
    for (const name of FOREIGN_NAMES) {
      assert.match(first(checks.checkNames(house({ 'docs/a.md': `see ${name}x\n` }))), /docs\/a\.md:1/, name);
    }
    assert.match(first(checks.checkNames(house({ 'web/package-lock.json': '{"resolved": "x"}' }))), /resolved/);
  });
  test('a version that was left behind', () => {
    const files = {
      'CMakeLists.txt': 'project(verzuimkit VERSION 1.2.0 LANGUAGES CXX)\n',
      'web/package.json': '{"version": "1.2.0"}',
      'publiccode.yml': 'softwareVersion: "1.1.0"\n',
      'CHANGELOG.md': '# Changelog\n\n## 1.2.0\n',
    };
    assert.deepEqual(checks.checkVersions(house(files)), ['publiccode.yml: version 1.1.0, but CMakeLists.txt says 1.2.0']);
  });
  test('a symbol that prints, stops, tells the time, rolls dice, opens a file or asks the locale', () => {
    const calls = {
      abort: '#include <cstdlib>\nvoid f() { std::abort(); }',
      puts: '#include <cstdio>\nvoid f() { std::puts("x"); }',
      time: '#include <ctime>\nlong f() { return std::time(nullptr); }',
      rand: '#include <cstdlib>\nint f() { return std::rand(); }',
      fopen: '#include <cstdio>\nvoid* f() { return std::fopen("x", "r"); }',
      setlocale: '#include <clocale>\nvoid f() { std::setlocale(LC_ALL, ""); }',
    };
    for (const [symbol, text] of Object.entries(calls)) {
      const root = house({ 'planted.cc': `${text}\n` });
      execFileSync('g++', ['-std=c++20', '-c', '-o', join(root, 'planted.o'), join(root, 'planted.cc')]);
      assert.match(first(checks.checkSymbols(root)), new RegExp(`planted\\.o: needs ${symbol}`));
    }
    assert.match(first(checks.checkSymbols(house({ 'x.txt': '' }))), /no library/);
    assert.match(first(checks.checkSymbols(join(project, 'no such folder'))), /not there/);
  });
});
