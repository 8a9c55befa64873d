// npm run bench:classroom [-- --quick]: how fast the classroom answers under load, and that it loses nothing. A full run also writes
// docs/classroom-speed.md. Runs the built command.
import { existsSync } from 'node:fs';
import { buildIsStale } from '../scripts/setup.mjs';
import { type ClassFindings, type ClassOrder, measureClass } from './classroom/measure.ts';
import { classroomReport, quantile } from './classroom/report.ts';
import { benchOptions } from './options.ts';
import { endWithOutcome, tell } from './outcome.ts';
import { machine } from './report.ts';

const TROUBLE = { refresh: 5, vanish: 3, late: 1 };
const CALM = { refresh: 0, vanish: 0, late: 0 };
const alone = { rooms: 1, rounds: 6, over: 4_000, stream: false, isKilled: true };

const CLASSES: readonly ClassOrder[] = [
  { ...alone, ...TROUBLE, name: '30 students', students: 30 },
  { ...alone, ...TROUBLE, name: '30 students without WebSocket', students: 30, stream: true },
  { ...alone, ...TROUBLE, name: '200 students', students: 200 },
  { ...alone, ...CALM, name: '50 rooms of 10', rooms: 50, students: 10, over: 10_000 },
];

await endWithOutcome(async () => {
  if (!existsSync('dist/cli/foedus.js') || buildIsStale())
    process.stderr.write('dist is missing or older than the sources: npm run build\n');
  const { quick } = benchOptions(process.argv.slice(2));
  const where = machine();
  const findings: ClassFindings[] = [];
  for (const one of quick ? CLASSES.slice(0, 2).map((order) => ({ ...order, rounds: 3 })) : CLASSES) {
    const found = await measureClass(one);
    const p95 = [found.answer, found.counter, found.result].map((values) => quantile(values, 0.95).toFixed(0));
    process.stderr.write(`${one.name}: p95 ${p95.join(', ')} ms; ${found.faults.length} faults\n`);
    findings.push(found);
  }
  tell(classroomReport(where, findings), quick ? undefined : 'docs/classroom-speed.md');
  if (findings.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
});
