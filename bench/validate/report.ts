import { ENGINE } from '../../sim/engine.ts';
import type { Ablation } from './ablations.ts';
import { figure } from './chart.ts';
import { type Experiment, type Finding, isSure, type Verdict, verdictOf } from './experiment.ts';

export interface Outcome {
  experiment: Experiment;
  findings: Finding[];
}

export const pictureOf = ({ id }: Experiment): string => `pictures/validation/${id.toLowerCase()}.svg`;

const BOLD: Record<Verdict, string> = { holds: 'holds', weak: '**weak**', fails: '**fails**' };

const wanted = ({ expected }: Finding): string =>
  expected === 'up' ? '> 0' : expected === 'down' ? '< 0' : `${figure(expected[0])} to ${figure(expected[1])}`;

const line = (finding: Finding): string =>
  `| ${finding.what} | ${figure(finding.value)} | ${figure(finding.low)} to ${figure(finding.high)} | ${wanted(finding)} | ${isSure(finding) ? 'yes' : '**no**'} |`;

function section({ experiment, findings }: Outcome): string {
  return `### ${experiment.id}. ${experiment.title}

${experiment.done} *Source:* ${experiment.source}. *Verdict:* ${BOLD[verdictOf(findings)]}.

| what was measured | effect | 95 % interval | expected | beyond doubt |
|:--|--:|:-:|:-:|:-:|
${findings.map(line).join('\n')}

![${experiment.title}: the effects and their intervals](${pictureOf(experiment)})`;
}

function summary(outcomes: readonly Outcome[]): string {
  const named = (verdict: Verdict): string =>
    outcomes
      .filter(({ findings }) => verdictOf(findings) === verdict)
      .map(({ experiment }) => experiment.id)
      .join(', ') || 'none';
  const amiss = outcomes.flatMap(({ experiment, findings }) =>
    findings
      .filter((finding) => !isSure(finding))
      .map(
        (f) =>
          `- ${experiment.id}: ${f.what} is ${figure(f.value)} (${figure(f.low)} to ${figure(f.high)}), expected ${wanted(f)}.`,
      ),
  );
  return `Hold: ${named('holds')}. Weak: ${named('weak')}. Fail: ${named('fails')}.${amiss.length > 0 ? `\n\nNot as expected, or not beyond doubt:\n\n${amiss.join('\n')}` : ''}`;
}

const moved = ({ moves }: Ablation): string =>
  moves.length === 0
    ? 'moves nothing yet'
    : moves
        .map(({ what, value, low, high }) => `${what} ${figure(value)} (${figure(low)} to ${figure(high)})`)
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

export function markdown(outcomes: readonly Outcome[], ablations: readonly Ablation[], sizes: Sizes): string {
  return `# Does it behave like the world?

Written by \`npm run validate\` with ${ENGINE}. Twelve patterns that the literature on alliances reports are looked for in the model,
all with its default mechanisms and one set of default parameters: between conditions only the scenario differs (who is there,
what binds them, what befalls them). ${sizes.seeds} seeds a condition, the same in each; differences are taken seed by seed.

A pattern **holds** if every interval excludes the opposite and no effect, is **weak** if all effects point the right way but some might be
chance, and **fails** if one points the wrong way. The experiments are in \`bench/validate/experiments\`; \`test/patterns.test.ts\` runs
them at a smaller size.

## What came of it

${summary(outcomes)}

## The patterns

${outcomes.map(section).join('\n\n')}

## What each part moves

Each row takes one thing out of a world, or turns it over, and runs the same ${sizes.ablationSeeds} seeds with and without. It names up to three
measures that this surely moves, the clearest first, with the mean difference and an interval at 95 % over all measures together
(Bonferroni). Where no interval excludes 0 the part *moves nothing yet* in that world. Clauses are those of all treaties in force at the start.

Nowhere moving anything: ${idle(ablations)}.

${tables(ablations)}
`;
}
