import { ENGINE } from '../../sim/engine/version.ts';
import type { Ablation } from './ablations.ts';
import { chartFigure } from './chart.ts';
import { type Experiment, isSure, type PatternFinding, type PatternVerdict, verdictOf } from './experiment.ts';

export interface PatternOutcome {
  experiment: Experiment;
  findings: PatternFinding[];
}

export const pictureOf = ({ id }: Experiment): string => `pictures/validation/${id.toLowerCase()}.svg`;

const BOLD: Record<PatternVerdict, string> = { holds: 'holds', weak: '**weak**', fails: '**fails**' };

const wanted = ({ expected }: PatternFinding): string =>
  expected === 'up'
    ? '> 0'
    : expected === 'down'
      ? '< 0'
      : `${chartFigure(expected[0])} to ${chartFigure(expected[1])}`;

const line = (finding: PatternFinding): string =>
  `| ${finding.what} | ${chartFigure(finding.value)} | ${chartFigure(finding.low)} to ${chartFigure(finding.high)} | ${wanted(finding)} | ${isSure(finding) ? 'yes' : '**no**'} |`;

function section({ experiment, findings }: PatternOutcome): string {
  return `### ${experiment.id}. ${experiment.title}

${experiment.done} *Source:* ${experiment.source}. *Result:* ${BOLD[verdictOf(findings)]}.

| what was measured | effect | 95 % interval | expected | beyond doubt |
|:--|--:|:-:|:-:|:-:|
${findings.map(line).join('\n')}

![${experiment.title}: the effects and their intervals](${pictureOf(experiment)})`;
}

function summary(outcomes: readonly PatternOutcome[]): string {
  const named = (verdict: PatternVerdict): string =>
    outcomes
      .filter(({ findings }) => verdictOf(findings) === verdict)
      .map(({ experiment }) => experiment.id)
      .join(', ') || 'none';
  const amiss = outcomes.flatMap(({ experiment, findings }) =>
    findings
      .filter((finding) => !isSure(finding))
      .map(
        (f) =>
          `- ${experiment.id}: ${f.what} is ${chartFigure(f.value)} (${chartFigure(f.low)} to ${chartFigure(f.high)}), expected ${wanted(f)}.`,
      ),
  );
  return `Hold: ${named('holds')}. Weak: ${named('weak')}. Fail: ${named('fails')}.${amiss.length > 0 ? `\n\nNot as expected, or not beyond doubt:\n\n${amiss.join('\n')}` : ''}`;
}

const moved = ({ moves }: Ablation): string =>
  moves.length === 0
    ? 'moves nothing yet'
    : moves
        .map(
          ({ what, value, low, high }) => `${what} ${chartFigure(value)} (${chartFigure(low)} to ${chartFigure(high)})`,
        )
        .join('; ');

const tableOf = (
  world: string,
  rows: readonly Ablation[],
): string => `<details><summary>${world}: ${rows.length} changes, ${rows.filter(({ moves }) => moves.length === 0).length} of which move nothing yet</summary>

| kind | change | moves most |
|:--|:--|:--|
${rows.map((row) => `| ${row.kind} | ${row.what} | ${moved(row)} |`).join('\n')}

</details>`;

const tables = (ablations: readonly Ablation[]): string =>
  [...new Set(ablations.map(({ world }) => world))]
    .map((world) =>
      tableOf(
        world,
        ablations.filter((row) => row.world === world),
      ),
    )
    .join('\n\n');

const idle = (ablations: readonly Ablation[]): string => {
  const moving = new Set(ablations.filter(({ moves }) => moves.length > 0).map(({ what }) => what));
  return [...new Set(ablations.map(({ what }) => what))].filter((what) => !moving.has(what)).join(' · ') || 'none';
};

export interface Sizes {
  seeds: number;
  ablationSeeds: number;
}

// Written by hand, since no run can know it: how the model came to show these patterns.
const CALIBRATED = `At the first try held P1, P2, P3, P4, P7, P10 and P11. The others came with mechanisms that were missing and with
parameters chosen while looking at the pattern, then kept for all:

| | came with | chosen while looking |
|:--|:--|:--|
| P5 | a foe’s strength and the own need in the choice to honour | the weights of those terms |
| P6 | a say for the strong and its price in autonomy, in felt inequity and in the appraisal | \`concession\` 0.5 (0.3 to 0.5 tried), \`influence\` 1.3 (1.2 to 2.4 tried) |
| P8 | a common burden felt in part by ability to pay | \`abilityToPay\` 0.3 (0 to 1 tried); the experiment: leagues of three for fifty years, since leagues of four seldom ended in thirty |
| P9 | a veto that makes constraint lighter, a hegemon that spares itself | \`alienation\` 0.2 (0.1 to 0.35 tried) |
| P12 | overconfidence and sunk cost in the crisis terms | the experiment: twelve actors |

P6 and P9 stand on \`concession\`, \`influence\` and \`alienation\` together: a change of one by a third can make one of them doubtful.
Experiments that were reworked after a first result: P2 (ticks of a month), P4 (allied partners in place of alliances), P5 (more
enemies), P8 and P12.`;

const ROOM = /(<!-- published -->\n)[\s\S]*?(<!-- end of published -->)/;

/** The report with its table of published numbers inserted. */
export const withPublished = (report: string, table: string): string =>
  report.replace(ROOM, (_, open: string, end: string) => `${open}\n${table}\n\n${end}`);

export function validationReport(
  outcomes: readonly PatternOutcome[],
  ablations: readonly Ablation[],
  sizes: Sizes,
): string {
  return `# Does it behave like the world?

Written by \`npm run validate\` with ${ENGINE}. Twelve patterns that the literature on alliances reports are looked for in the model,
all with its default mechanisms and one set of default parameters: between conditions only the scenario differs (who is there,
what binds them, what befalls them). ${sizes.seeds} seeds a condition, the same in each; differences are taken seed by seed.

A pattern **holds** if every interval excludes the opposite and no effect, is **weak** if all effects point the right way but some might be
chance, and **fails** if one points the wrong way. The experiments are in \`bench/validate/experiments\`; \`test/bench/patterns.test.ts\` runs
them at a smaller size.

## What came of it

${summary(outcomes)}

${CALIBRATED}

## The patterns

${outcomes.map(section).join('\n\n')}

## What the papers say

Each published model is a scenario that the same engine runs ([classics.md](classics.md)). *exact*: follows from the stated model and
must agree to 1e-6; *published*: from the paper; *recomputed*: from another program of the same rules, not the paper; *recalled*: from
memory of the paper, a direction only; *reconstruction*: our data in place of the paper’s, which were not to be had. Estimates come with a
95 % interval, which must hold the expected number.

<!-- published -->
<!-- end of published -->

## What each part moves

Each row takes one thing out of a world, or turns it over, and runs the same ${sizes.ablationSeeds} seeds with and without. It names up to three
measures that this surely moves, the clearest first, with the mean difference and an interval at 95 % over all measures together
(Bonferroni). Where no interval excludes 0 the part *moves nothing yet* in that world. Clauses are those of all treaties in force at the start.

Nowhere moving anything: ${idle(ablations)}.

${tables(ablations)}
`;
}
