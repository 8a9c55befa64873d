import type { Replay } from '../../../sim/results/replay.ts';
import type { Scenario } from '../../../sim/schema/scenario.ts';
import { isKey } from '../../../viz/i18n/index.ts';
import { spelled } from '../../../viz/run-view/figure-names.ts';

/** All that a page shows of a scenario’s own texts, sources apart: those are cited as they are. */
export function textsOf(scenario: Scenario, says: Readonly<Record<string, string>>): string[] {
  const { title, summary, questions, caveats, view, parameters, actors, threats, treaties, shocks, resources } =
    scenario;
  const named = [...actors, ...threats, ...treaties, ...shocks, ...resources].map(({ name }) => name);
  const sentences = Object.values(parameters).flatMap((one) => (typeof one === 'number' ? [] : [one.describe]));
  const shown = view ? [...view.look, view.unit, view.each ?? ''] : [];
  const notes = shocks.map(({ note }) => note);
  const facts = scenario.history.facts.map(({ statement }) => statement);
  const all = [
    title,
    summary,
    ...questions,
    ...caveats,
    ...shown,
    ...sentences,
    ...named,
    ...notes,
    ...facts,
    ...Object.values(says),
  ];
  return [...new Set(all)].filter((text): text is string => text !== undefined && text !== '');
}

/** Labels of an analysis' figures for which the page itself has no text: they are spelt out of what the engine calls them. */
export const labelsOf = ({ analysis = {}, view }: Pick<Replay, 'analysis' | 'view'>): string[] =>
  [...Object.keys(analysis), ...(view?.of ?? [])]
    .filter((key) => !isKey(`figure.${key}`) && !isKey(`figure.brief.${key}`))
    .map(spelled);
