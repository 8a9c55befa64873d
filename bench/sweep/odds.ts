import { scenarios } from '../../scenarios/index.ts';
import { type Timing, timingOf } from '../timer.ts';
import { succeed } from './command.ts';
import { bare, loaded } from './ratios.ts';

export interface OddsFindings {
  seeds: number;
  /** Seconds of processor time that the command takes, its start included, and those of the bare loop, which is warm. */
  command: Timing;
  loop: Timing;
  wall: Timing;
  ratio: Timing;
}

const ID = 'europe-1879-1914';

/** The command and the bare loop in turn, over the same seeds. */
export async function oddsBesideLoop(seeds: number, rounds: number): Promise<OddsFindings> {
  const model = loaded(scenarios[ID]);
  const loop = (): number => {
    const begun = process.cpuUsage();
    for (let seed = 1; seed <= seeds; seed++) bare(model, seed);
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1e6;
  };
  loop();
  const pairs: { command: number; wall: number; loop: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const { cpu, wall } = await succeed(['odds', ID, '--seeds', String(seeds), '--json']);
    pairs.push({ command: cpu, wall, loop: loop() });
  }
  return {
    seeds,
    command: timingOf(pairs.map((pair) => pair.command)),
    loop: timingOf(pairs.map((pair) => pair.loop)),
    wall: timingOf(pairs.map((pair) => pair.wall)),
    ratio: timingOf(pairs.map((pair) => pair.command / pair.loop)),
  };
}
