// Finds the browsers on this computer, and knows which packages of Debian have the missing ones.
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './setup.mjs';

/** @typedef {'chromium' | 'firefox' | 'webkit'} EngineName */
/** `stock`: the installed browser. `playwright`: Playwright's own build. `webdriver`: WebKitGTK, driven without Playwright.
 * @typedef {{ by: 'stock' | 'playwright', path: string } | { by: 'webdriver', path: string, driver: string, display: string }} Engine */
/** @typedef {Partial<Record<EngineName, Engine>>} Engines */

/** @type {readonly EngineName[]} */
export const engineNames = ['chromium', 'firefox', 'webkit'];

const names = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'],
  firefox: ['firefox-esr', 'firefox'],
};
const usualPlaces = {
  chromium: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
};

/** @param {string} name */
function inPath(name) {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, file))
    .find((path) => existsSync(path));
}

/** @param {'chromium' | 'firefox'} name @returns {Engine | undefined} */
function stock(name) {
  const path = names[name].map(inPath).find(Boolean) ?? usualPlaces[name].find((place) => existsSync(place));
  return path === undefined ? undefined : { by: 'stock', path };
}

/** WebKitGTK's MiniBrowser lies in a folder named after the machine's architecture. @returns {Engine | undefined} */
function webkitGtk() {
  const driver = inPath('WebKitWebDriver');
  const display = inPath('Xvfb');
  if (!driver || !display || !existsSync('/usr/lib')) return undefined;
  const path = readdirSync('/usr/lib')
    .flatMap((folder) => ['4.1', '4.0'].map((version) => `/usr/lib/${folder}/webkit2gtk-${version}/MiniBrowser`))
    .find((file) => existsSync(file));
  return path === undefined ? undefined : { by: 'webdriver', path, driver, display };
}

/** @param {EngineName} name @returns {Promise<Engine | undefined>} */
async function playwrightsOwn(name) {
  if (!existsSync(join(root, 'node_modules/playwright-core/package.json'))) return undefined; // on a fresh clone
  const playwright = await import('playwright-core');
  const path = playwright[name].executablePath();
  return path && existsSync(path) ? { by: 'playwright', path } : undefined;
}

/** @returns {Promise<Engines>} */
export async function findEngines() {
  /** @type {Engines} */
  const found = {};
  for (const name of engineNames) {
    const engine = (name === 'webkit' ? webkitGtk() : stock(name)) ?? (await playwrightsOwn(name));
    if (engine) found[name] = engine;
  }
  return found;
}

const debianPackages = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb', 'xauth'],
};

/** The packages that Debian has of the engines that are missing. @returns {Promise<string[]>} */
export async function missingEnginePackages() {
  const found = await findEngines();
  return engineNames.filter((name) => !found[name]).flatMap((name) => debianPackages[name]);
}
