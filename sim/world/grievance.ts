import type { Grievance, World } from './state.ts';

/** The grievance of `to` against `by`, or undefined; there is at most one for each ordered pair. */
export function grievanceOf(world: World, by: number, to: number): Grievance | undefined {
  for (const grievance of world.grievances) if (grievance.by === by && grievance.to === to) return grievance;
  return undefined;
}

/** Records a broken promise to `to`: a new grievance, or the old one restored in full. */
export function wrong(world: World, by: number, to: number): void {
  const held = grievanceOf(world, by, to);
  if (!held) world.grievances.push({ by, to, since: world.tick, left: 1 });
  else {
    held.since = world.tick;
    held.left = 1;
  }
}
