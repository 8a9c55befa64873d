import { writeFile } from 'node:fs/promises';
import type { EngineName } from './engines.ts';

export interface Size {
  width: number;
  height: number;
}

/** Where a page is opened; Chromium and Firefox only. */
export interface Whereabouts {
  timeZone?: string;
  /** How far the clock of the device is ahead, ms. */
  clockAhead?: number;
}

export interface Looks {
  dark?: boolean;
  reducedMotion?: boolean;
  /** In the few colours of a person who needs high contrast; Chromium only. */
  forcedColors?: boolean;
  /** As on paper. */
  print?: boolean;
}

/** What an engine must be able to do; the rest of a page is made of these. */
export interface Controls {
  goto(url: string): Promise<void>;
  /** Evaluates an expression, awaits it, and hands back what it gave: a string or nothing. */
  expression(source: string): Promise<string | undefined>;
  click(selector: string): Promise<void>;
  press(key: string): Promise<void>;
  png(): Promise<Buffer>;
  resize(size: Size): Promise<void>;
  look(looks: Looks): Promise<void>;
  close(): Promise<void>;
}

export interface Page {
  readonly engine: EngineName;
  /** Errors of the page's own code, uncaught or on the console, oldest first. WebKit shows none: always empty there. */
  readonly problems: readonly string[];
  goto(url: string): Promise<void>;
  /** Runs a function in the page. It sees its arguments and the page's globals only; arguments and result travel as JSON. */
  evaluate<A extends unknown[], R>(work: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  /** Evaluates an expression in the page. */
  evaluate<R = unknown>(expression: string): Promise<R>;
  /** Runs a whole script in the page, as a script element would. */
  addScript(source: string): Promise<void>;
  /** Runs the function in the page until what it gives is truthy; hands that back. */
  waitFor<A extends unknown[], R>(work: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  /** Waits until the element is there and its text holds the expected. */
  waitForText(selector: string, expected: string | RegExp): Promise<string>;
  /** Waits for the element and clicks its middle. */
  click(selector: string): Promise<void>;
  /** Presses a key, or a chord such as `Shift+Tab`, on what has the focus. Names as in KeyboardEvent.key, and `Space`.
   * In WebKit here a page reads Shift+Tab as the key `Unidentified`, though the focus moves as it should. */
  press(key: string): Promise<void>;
  /** Types a text, letter by letter, into what has the focus. */
  type(text: string): Promise<void>;
  /** Sets the value of a field, a slider or a list, and says so by `input` and `change`. */
  fill(selector: string, value: string): Promise<void>;
  /** Waits for the element; gives its text content. */
  text(selector: string): Promise<string>;
  /** How many elements there are now. */
  count(selector: string): Promise<number>;
  /** A picture of what is in view, PNG; also written to the file if one is named. */
  screenshot(file?: string): Promise<Buffer>;
  /** Makes the view this large; gives the size it has in the end. WebKit's window is never narrower than 447 pixels. */
  setViewport(size: Size): Promise<Size>;
  /** Asks for dark colours, less motion or paper from now on; false where only `launch` can do that. */
  emulate(looks: Looks): Promise<boolean>;
  close(): Promise<void>;
}

/** For anything waited for in a page, ms: only what never comes takes so long, however slow the machine. */
export const patience = 300_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks again and again until the answer is truthy. */
async function until<T>(ask: () => Promise<T>, otherwise: (last: unknown) => string): Promise<T> {
  const deadline = Date.now() + patience;
  for (let wait = 10; ; wait = Math.min(wait * 2, 200)) {
    const answer = await ask().catch((error: Error) => error);
    if (answer && !(answer instanceof Error)) return answer;
    if (Date.now() > deadline) throw new Error(otherwise(answer));
    await pause(wait);
  }
}

/** Two frames on, what was asked for is on the screen; a page nobody looks at may draw none, hence the clock. */
const painted = `document.fonts.ready.then(() => new Promise((resolve) => {
  setTimeout(resolve, 500);
  requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
})).then(() => undefined)`;

const called = (work: unknown, args: unknown[]) =>
  typeof work === 'function' ? `(${work})(...${JSON.stringify(args)})` : `(${work})`;

export function pageOf(engine: EngineName, controls: Controls, problems: string[] = []): Page {
  // JSON on the way back too: otherwise every engine has its own idea of NaN, -0, undefined and typed arrays.
  const evaluate = async (work: unknown, ...args: unknown[]) => {
    const answer = await controls.expression(
      `Promise.resolve().then(() => ${called(work, args)}).then((value) => JSON.stringify(value))`,
    );
    return answer === undefined || answer === null ? undefined : JSON.parse(answer);
  };
  const present = (selector: string) =>
    until(
      () => evaluate((wanted: string) => document.querySelector(wanted) !== null, selector),
      () => `nothing matches ${selector} in ${engine}`,
    );
  const text = (selector: string) =>
    evaluate((wanted: string) => document.querySelector(wanted)?.textContent, selector);
  const size = () => evaluate('({ width: innerWidth, height: innerHeight })');

  return {
    engine,
    problems,
    goto: controls.goto,
    evaluate: evaluate as Page['evaluate'],
    addScript: async (source) => {
      await evaluate(`(0, eval)(${JSON.stringify(source)}), null`);
    },
    waitFor: (work, ...args) =>
      until(
        () => evaluate(work, ...args),
        (last) => `waited in vain in ${engine} for ${work}: ${last}`,
      ),
    waitForText: async (selector, expected) => {
      const fits = (found: unknown) =>
        typeof found === 'string' && (typeof expected === 'string' ? found.includes(expected) : expected.test(found));
      let found: unknown;
      await until(
        async () => fits((found = await text(selector))),
        () => `waited in vain in ${engine} for ${expected} in ${selector}: ${found}`,
      );
      return found as string;
    },
    click: async (selector) => {
      await present(selector);
      await controls.click(selector);
    },
    press: controls.press,
    type: async (letters) => {
      for (const letter of letters) await controls.press(letter);
    },
    fill: async (selector, value) => {
      // In one go: between looking and writing the page may put another field in its place.
      const write = (wanted: string, next: string): boolean => {
        const field = document.querySelector<HTMLInputElement>(wanted);
        if (!field) return false;
        field.focus();
        field.value = next;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.dispatchEvent(new Event('change', { bubbles: true }));
        return true;
      };
      await until(
        () => evaluate(write, selector, value),
        (last) => `nothing to fill at ${selector} in ${engine}: ${last}`,
      );
    },
    text: async (selector) => {
      await present(selector);
      return text(selector);
    },
    count: (selector) => evaluate((wanted: string) => document.querySelectorAll(wanted).length, selector),
    screenshot: async (file) => {
      await evaluate(painted);
      const png = await controls.png();
      if (file) await writeFile(file, png);
      return png;
    },
    setViewport: async (wanted) => {
      await controls.resize(wanted);
      return size();
    },
    emulate: async (looks) => {
      await controls.look(looks);
      const now = await evaluate(
        `({ dark: matchMedia('(prefers-color-scheme: dark)').matches,
            reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
            forcedColors: matchMedia('(forced-colors: active)').matches,
            print: matchMedia('print').matches })`,
      );
      return Object.entries(looks).every(([look, wanted]) => now[look] === wanted);
    },
    close: controls.close,
  };
}
