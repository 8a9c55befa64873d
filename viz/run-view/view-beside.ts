import { matchAlliances } from '../../sim/results/match-alliances.ts';
import type { Replay } from '../../sim/results/replay.ts';
import { type AllianceView, shownAs } from './alliance-views.ts';
import { type RunView, toRunView } from './run-view.ts';

// Two runs beside each other, which the page needs once there is a branch.

/** A run of the same scenario beside another: an alliance that both have bears one sign in both, and stands in one order. */
export function toViewBeside(replay: Replay, run: RunView): RunView {
  const shown = shownAs(run.alliances);
  const same = matchAlliances(run.replay.alliances, replay.alliances).map((place) =>
    shown(run.replay.alliances[place]),
  );
  return toRunView(run.written.scenario, replay, { alliances: run.alliances, same });
}

/** The run itself beside one that branched from it: the same view, if nothing had to change its colour. */
export function standBeside(run: RunView, branch: RunView): RunView {
  const alliances = recoloured(run.alliances, branch.alliances);
  return alliances ? { ...run, alliances } : run;
}

/** The alliances with the colours that they bear in a run that now stands beside theirs; undefined where all have these already. */
export function recoloured(
  alliances: readonly AllianceView[],
  beside: readonly Pick<AllianceView, 'letter' | 'hue'>[],
): AllianceView[] | undefined {
  const hues = new Map(beside.map(({ letter, hue }) => [letter, hue]));
  const hueOf = ({ letter, hue }: AllianceView): number => hues.get(letter) ?? hue;
  if (alliances.every((one) => hueOf(one) === one.hue)) return undefined;
  return alliances.map((one) => ({ ...one, hue: hueOf(one) }));
}
