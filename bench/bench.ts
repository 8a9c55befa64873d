// npm run bench [-- --quick]: measures the engine and prints the results; a full run also writes them to docs/bench.md.
// npm run bench -- --against REV [--quick] [--out FILE]: compares the working tree with an earlier commit in one run and prints
// (and writes to FILE) the comparison; exit code 1 if something is slower.
import { compareEngines } from './against/engine.ts';
import { buildFormer } from './against/former-build.ts';
import { measureEngine } from './engine-speed.ts';
import { benchOptions } from './options.ts';
import { endWithOutcome, tell, tellComparison } from './outcome.ts';
import { benchReport, machine } from './report.ts';

await endWithOutcome(async () => {
  const { quick, against, out } = benchOptions(process.argv.slice(2));
  const where = machine();
  if (against === undefined) {
    tell(benchReport(where, measureEngine(quick)), quick ? undefined : 'docs/bench.md');
    return;
  }
  const former = await buildFormer(against);
  const { measures, different } = await compareEngines(former, quick);
  const command = `npm run bench -- --against ${against}${quick ? ' --quick' : ''}`;
  tellComparison({ what: 'The engine', command, machine: where, commit: former.commit, different }, measures, out);
});
