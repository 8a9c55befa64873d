import type { Intervention } from '../schema/intervention.ts';
import type { CandidateCause, CauseContext } from './causes.ts';

/** Interventions of these years that concern the alliance; each is prevented by not placing it. */
export const placedCauses = (scene: CauseContext): CandidateCause[] =>
  scene.interventions.flatMap((placed, k) =>
    placed.tick >= scene.from && placed.tick <= scene.ended && concerns(placed, scene)
      ? [{ tick: placed.tick, event: undefined, placed, who: [], at: placed.tick, remedy: [], without: [k] }]
      : [],
  );

function concerns(placed: Intervention, { alliance, members, threats }: CauseContext): boolean {
  const isNear = (id: string): boolean => members.has(id) || threats.has(id) || id === alliance || id === 'all';
  switch (placed.kind) {
    case 'decide':
      return members.has(placed.actor);
    case 'cancel':
      return placed.what === 'shock' || placed.id === alliance;
    case 'set': {
      const [room, ...path] = placed.path.split('.');
      return room === 'parameters' || path.some(isNear);
    }
    case 'shock':
      return placed.shock.changes.some(({ target }) =>
        Object.values(target)
          .flat()
          .some((key) => (typeof key === 'string' ? isNear(key) : isNear(key.from) || isNear(key.to))),
      );
  }
}
