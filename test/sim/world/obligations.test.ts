import { describe, expect, it } from 'vitest';
import { start } from '../../../sim/engine/run.ts';
import { stream } from '../../../sim/exact/random.ts';
import { clausesOf } from '../../../sim/schema/treaty.ts';
import { admit, expel, found, leave } from '../../../sim/world/membership.ts';
import { bind } from '../../../sim/world/obligations.ts';
import { actor, model, treaty } from '../builders.ts';

describe('what actors owe each other', () => {
  const ids = Array.from({ length: 9 }, (_, k) => `a${k}`);
  const of = model({
    actors: ids.map((id) => actor(id)),
    treaties: [
      treaty('mesh', ids.slice(0, 5)),
      treaty('hub', ids.slice(2, 8), { structure: 'hub', leader: 'a3', obligations: ['offence'] }),
      treaty('talks', ids, { purpose: 'political', obligations: ['consultation'] }),
    ],
  });
  const log = { names: of.ids, emit: () => {} };

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('follows its treaties, whoever joins and leaves (%i)', (seed) => {
    const world = start(of);
    const random = stream('obligations', 'moves', seed);
    for (let move = 0; move < 60; move++) {
      const who = random.below(ids.length);
      const alliance = world.alliances[random.below(world.alliances.length)];
      const isMember = alliance?.members.some((member) => member.actor === who);
      if (!alliance || random.below(8) === 0)
        found(
          world,
          log,
          [who, (who + 1) % ids.length],
          'new',
          clausesOf({ structure: random.below(2) ? 'hub' : 'mesh' }),
        );
      else if (!isMember) admit(world, log, alliance, who);
      else if (random.below(2)) leave(world, log, alliance, who);
      else expel(world, log, alliance, who);
      const { bonds, treaties } = world.derived;
      const before = [bonds.join(), JSON.stringify(treaties)];
      bind(world);
      expect(before).toEqual([bonds.join(), JSON.stringify(treaties)]);
    }
  });
});
