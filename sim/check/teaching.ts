import { type Path, type ReportFault, shown } from '../schema/fault.ts';
import { idIndexOf } from '../schema/id-index.ts';
import type { Scenario } from '../schema/scenario.ts';
import type { LessonStep } from '../schema/teaching.ts';
import { refer } from './refer.ts';

/** What a teacher needs: lessons are as long as they are called, every seat has a role, and every question a right answer. */
export function checkTeaching(scenario: Scenario, above: Path, report: ReportFault): void {
  const { teaching, classroom } = scenario;
  if (!teaching) return;
  const at = [...above, 'teaching'];
  const { actors } = idIndexOf(scenario);
  const { roles, lesson15, lesson50, quiz } = teaching;
  for (const id of Object.keys(roles)) refer(report, [...at, 'roles', id], id, actors, 'actor');
  for (const id of classroom?.seats ?? [])
    if (!Object.hasOwn(roles, id)) report([...at, 'roles'], `no role for ${shown(id)}, a seat of the class`);
  checkLength(lesson15, 15, [...at, 'lesson15'], report);
  checkLength(lesson50, 50, [...at, 'lesson50'], report);
  quiz.forEach(({ options, right }, k) => {
    if (right >= options.length)
      report(
        [...at, 'quiz', k, 'right'],
        `expected the index of an option, from 0 to ${options.length - 1}, got ${right}`,
      );
  });
}

function checkLength(steps: readonly LessonStep[], minutes: number, at: Path, report: ReportFault): void {
  const all = steps.reduce((sum, step) => sum + step.minutes, 0);
  if (all !== minutes) report(at, `the steps take ${all} minutes, expected ${minutes}`);
}
