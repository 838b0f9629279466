// The checks of the house. Each takes the project folder (or a copy) and answers a list of findings, each one line
// of text that starts with the file it is about. An empty list is good.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, extname, join, posix, relative } from 'node:path';
import * as rules from './rules.mjs';

const SKIP = new Set(['.git', 'build', 'out', 'node_modules']);
const CPP = new Set(['.cc', '.h', '.def']);
const SCRIPT = new Set(['.ts', '.mts', '.mjs', '.js']);
const SOURCE = new Set([...CPP, ...SCRIPT, '.css', '.html', '.sh', '.py', '.cmake']);

// All files below `root`, as paths with slashes, without what is built or installed.
export function filesOf(root, folder = '') {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (SKIP.has(entry.name)) return [];
    if (entry.isDirectory()) return filesOf(root, path);
    return entry.isFile() ? [path] : [];
  });
}

const read = (root, path) => readFileSync(join(root, path), 'utf8');
const linesOf = (text) => text.split('\n');
const withoutComments = (text) => text.replace(/\/\*[^]*?\*\//g, '').replace(/\/\/.*$/gm, '').replace(/"(\\.|[^"\\\n])*"/g, '""');

export function checkIncludes(root) {
  const findings = [];
  for (const path of filesOf(root)) {
    if (!CPP.has(extname(path)) || !/^(core|wasm)\//.test(path)) continue;
    const core = /^core\/([^/]+)\//.exec(path)?.[1];
    const allowed = core ? rules.CORE_MAY_INCLUDE[core] : rules.WASM_MAY_INCLUDE;
    if (!allowed) {
      findings.push(`${path}: core/${core} has no place in the order of layers (tests/layering/rules.mjs)`);
      continue;
    }
    for (const [, quoted, angled] of read(root, path).matchAll(/^\s*#\s*include\s+(?:"([^"]+)"|<([^>]+)>)/gm)) {
      if (quoted !== undefined) findings.push(...projectHeader(path, core, allowed, quoted));
      else findings.push(...systemHeader(path, angled));
    }
  }
  return findings;
}

function projectHeader(path, core, allowed, header) {
  if (rules.GENERATED_HEADERS[header]?.includes(core)) return [];
  const [top, folder, ...rest] = header.split('/');
  if (top !== 'core' || rest.length === 0) return [`${path}: includes "${header}"; write it from the project folder`];
  const fits = folder === core || allowed.some((entry) => entry === folder || entry === [folder, ...rest].join('/'));
  return fits ? [] : [`${path}: includes "${header}", which lies above or beside it`];
}

function systemHeader(path, header) {
  const other = rules.OTHER_HEADERS.find((entry) => entry.header.test(header));
  if (other) return other.folders.some((folder) => path.startsWith(`${folder}/`)) ? [] : [`${path}: <${header}> does not belong here`];
  if (path.startsWith('core/') && (rules.BANNED_HEADERS.has(header) || !/^[a-z_0-9]+$/.test(header))) {
    return [`${path}: <${header}> is not for the core`];
  }
  return [];
}

export function checkFloatingPoint(root) {
  return filesOf(root).flatMap((path) => {
    if (!CPP.has(extname(path)) || !rules.NO_FLOATING_POINT.some((start) => path.startsWith(start))) return [];
    const found = /\b(float|double)\b/.exec(withoutComments(read(root, path)));
    return found ? [`${path}: ${found[1]}; whole numbers only`] : [];
  });
}

export function checkImports(root) {
  const findings = [];
  for (const path of filesOf(root)) {
    const part = /^web\/(src|page|voorbeeld)\//.exec(path)?.[1];
    if (!part || !SCRIPT.has(extname(path))) continue;
    const text = read(root, path).replace(/\/\*[^]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
    for (const [, from, called] of text.matchAll(/\bfrom\s+['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g)) {
      const wrong = wrongImport(path, part, from ?? called);
      if (wrong) findings.push(`${path}: imports ${from ?? called}; ${wrong}`);
    }
  }
  return findings;
}

function wrongImport(path, part, specifier) {
  if (specifier.startsWith('.')) {
    const target = posix.normalize(posix.join(posix.dirname(path), specifier));
    if (target.startsWith(`web/${part}/`)) return '';
    // The sample school, and the check of certificates, which nobody has to take from us.
    const open = target.startsWith('web/voorbeeld/') || target === 'web/verify/verify.mjs';
    return part === 'page' && open ? '' : `web/${part} keeps to itself`;
  }
  if (part === 'page') {
    const builds = rules.PAGE_BUILD_SCRIPTS.has(path);
    if (builds || rules.PAGE_MAY_IMPORT.has(specifier) || rules.PAGE_MAY_IMPORT_SCHEMA.test(specifier)) return '';
    return 'the page has what any vendor can import, no more';
  }
  if (part === 'voorbeeld') {
    return path === 'web/voorbeeld/schrijf.mjs' && specifier.startsWith('node:') ? '' : 'the sample has no dependency';
  }
  return specifier.startsWith('node:') || specifier.startsWith('#') ? '' : 'the package has no dependency';
}

// Answers findings and, apart, warnings.
export function checkSizes(root) {
  const findings = [];
  const warnings = [];
  for (const path of filesOf(root)) {
    if (rules.LINES_EXEMPT.has(path) || (!SOURCE.has(extname(path)) && !isShell(root, path))) continue;
    const lines = linesOf(read(root, path)).length - 1;
    if (lines > rules.LINES_FAIL) findings.push(`${path}: ${lines} lines, at most ${rules.LINES_FAIL}`);
    else if (lines > rules.LINES_WARN) warnings.push(`${path}: ${lines} lines, better under ${rules.LINES_WARN}`);
  }
  return { findings, warnings };
}

const isShell = (root, path) => !basename(path).includes('.') && read(root, path).startsWith('#!');

export function checkNames(root) {
  return filesOf(root).flatMap((path) => {
    const findings = [];
    linesOf(read(root, path)).forEach((line, i) => {
      for (const name of rules.FOREIGN_NAMES) {
        if (line.includes(name)) findings.push(`${path}:${i + 1}: names ${name}`);
      }
    });
    if (basename(path) === 'package-lock.json' && read(root, path).includes('"resolved"')) {
      findings.push(`${path}: holds "resolved" addresses`);
    }
    return findings;
  });
}

// One version number: CMakeLists.txt has it, these follow.
export function checkVersions(root) {
  const version = /project\(verzuimkit VERSION (\S+)/.exec(read(root, 'CMakeLists.txt'))?.[1];
  const others = {
    'web/package.json': JSON.parse(read(root, 'web/package.json')).version,
    'publiccode.yml': /^softwareVersion: "(.*)"$/m.exec(read(root, 'publiccode.yml'))?.[1],
    'CHANGELOG.md': /^## (\d+\.\d+\.\d+)/m.exec(read(root, 'CHANGELOG.md'))?.[1],
  };
  return Object.entries(others)
    .filter(([, other]) => other !== version)
    .map(([path, other]) => `${path}: version ${other}, but CMakeLists.txt says ${version}`);
}

// The undefined symbols of every libverzuim_*.a (or .o) below `folder`, against what the core may need.
export function checkSymbols(folder) {
  if (!existsSync(folder)) return [`${folder}: not there; build the preset native first`];
  const archives = readdirSync(folder, { recursive: true })
    .map((path) => join(folder, path))
    .filter((path) => /\/libverzuim_\w+\.a$|\.o$/.test(path) && !path.includes('CMakeFiles'));
  if (archives.length === 0) return [`${folder}: holds no library of the core`];
  return archives.flatMap((archive) => {
    const extra = { json: rules.JSON_SYMBOLS, disclosure: rules.DISCLOSURE_SYMBOLS };
    const allowed = [...rules.CORE_SYMBOLS, ...(extra[/verzuim_(\w+)\.a$/.exec(archive)?.[1]] ?? [])];
    const output = execFileSync('nm', ['-C', '-u', archive], { encoding: 'utf8', maxBuffer: 64 << 20 });
    const symbols = new Set(linesOf(output).flatMap((line) => /^\s+[Uwv] (.*)$/.exec(line)?.[1] ?? []));
    return [...symbols]
      .filter((symbol) => !allowed.some((entry) => entry.symbol.test(symbol)))
      .map((symbol) => `${relative(folder, archive)}: needs ${symbol}`);
  });
}
