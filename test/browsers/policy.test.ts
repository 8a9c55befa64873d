import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { available, launch, serveApp } from './driver.ts';

describe('the content policy', () => {
  let app: Awaited<ReturnType<typeof serveApp>>;
  beforeAll(async () => {
    app = await serveApp();
  });
  afterAll(() => app.close());

  it('comes with the page before anything that it is about, and as a header that also says who may frame it', async () => {
    const answer = await fetch(app.url);
    const html = await answer.text();
    const policy = html.search(/<meta http-equiv="Content-Security-Policy" content="default-src &#39;self&#39;;/);
    expect(policy).toBeGreaterThan(0);
    expect(policy).toBeLessThan(html.search(/<script|<link/));
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'self';.* frame-ancestors 'self'$/);
  });

  it('of the page of one file is its own: a header would forbid the script within', async () => {
    const answer = await fetch(`${app.url}offline.html?x=1`);
    expect(answer.headers.get('content-security-policy')).toBeNull();
    expect(await answer.text()).toMatch(
      /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src/,
    );
  });

  it.runIf(available.includes('chromium'))('runs no script that somebody wrote into the page', async () => {
    const page = await launch('chromium');
    try {
      await page.goto(app.url);
      await page.waitForText('#date', /\d/);
      expect(page.problems).toEqual([]);
      const refused = await page.evaluate(
        () =>
          new Promise((resolve) => {
            document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
              resolve(effectiveDirective),
            );
            const script = document.createElement('script');
            script.textContent = 'globalThis.written = true';
            document.body.append(script);
          }),
      );
      expect(refused).toBe('script-src-elem');
      expect(await page.evaluate('globalThis.written ?? null')).toBeNull();
    } finally {
      await page.close();
    }
  });
});
