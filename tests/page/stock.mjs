// Chromium and Firefox ESR with the preferences they come with: no flag or setting of a test library that would hold
// back what a browser does for a person. Driven by puppeteer-core (Firefox over WebDriver BiDi).
//
// VERZUIM_CHROMIUM and VERZUIM_FIREFOX name other browsers.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { browserPath } from './support.mjs';

const require = createRequire(fileURLToPath(new URL('../../web/package.json', import.meta.url)));
const puppeteer = require('puppeteer-core');

function firefoxPath() {
  const candidates = [process.env.VERZUIM_FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'];
  const found = candidates.find((path) => path && existsSync(path));
  if (!found) throw new Error('no Firefox found; set VERZUIM_FIREFOX');
  return found;
}

/**
 * Starts a browser.
 *
 * @param {'chromium' | 'firefox'} name
 * @param {{ preferences?: object }} options preferences for Firefox, for a test that cannot do without
 */
export function launchStock(name, { preferences = {} } = {}) {
  if (name === 'firefox') {
    return puppeteer.launch({ browser: 'firefox', executablePath: firefoxPath(), extraPrefsFirefox: preferences });
  }
  return puppeteer.launch({
    browser: 'chrome',
    executablePath: browserPath(),
    ignoreDefaultArgs: true,
    args: ['--headless=new', '--no-sandbox', '--no-first-run', 'about:blank'],
  });
}

/** Opens an address and answers the tab and the kernel's frame. */
export async function openStock(browser, address) {
  const tab = await browser.newPage();
  await tab.goto(address);
  const frame = await tab.waitForSelector('#kernel');
  return { tab, kernel: await frame.contentFrame() };
}
