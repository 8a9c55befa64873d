// npm run bench:page [-- --quick]: measures the built page's size and speed; a full run also writes docs/performance.md.
// npm run bench:page -- --against REV [--quick] [--out FILE]: compares the page with that of an earlier commit in one Chromium and
// prints (and writes to FILE) the comparison; exit code 1 if something is slower or heavier.
import { buildFormer } from './against/former-build.ts';
import { comparePages } from './against/page.ts';
import { benchOptions } from './options.ts';
import { endWithOutcome, tell, tellComparison } from './outcome.ts';
import { report } from './page-report.ts';
import { measurePage } from './page-speed.ts';
import { machine } from './report.ts';

await endWithOutcome(async () => {
  const { quick, against, out } = benchOptions(process.argv.slice(2));
  const where = machine();
  if (against === undefined) {
    tell(report(where, await measurePage(quick)), quick ? undefined : 'docs/performance.md');
    return;
  }
  const former = await buildFormer(against);
  const measures = await comparePages(former, quick);
  const command = `npm run bench:page -- --against ${against}${quick ? ' --quick' : ''}`;
  tellComparison({ what: 'The page', command, machine: where, commit: former.commit, different: [] }, measures, out);
});
