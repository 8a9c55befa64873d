import { analysis } from './analysis.ts';
import { bestPartition, coalitionText, LISTED, membersOf } from './partition.ts';
import { tableParams, worthOf } from './table.ts';

/** The optimal coalition structure of a game given by a table of worths (Sandholm et al. 1999). */
export const coalitionStructure = analysis({
  name: 'coalition-structure',
  cites: ['Sandholm et al. 1999', 'Yeh 1986', 'Rothkopf, Pekeč & Harstad 1998'],
  params: tableParams,
  keys: {
    best: 'greatest sum of worths that any division into coalitions reaches',
    structures: `divisions that reach it, as texts such as {1}{2}{34}; the first ${LISTED} where they are many`,
    coalitions: 'the first of them, as lists of players numbered from 1 on',
    ties: 'how many divisions reach it',
    apart: 'sum of worths where each stays alone',
    together: 'worth of all in one coalition',
  },
  of(_, { values, players }) {
    const worth = worthOf(values);
    const { worth: best, ties, partitions } = bestPartition(players, worth);
    let apart = 0;
    for (let i = 0; i < players; i++) apart += worth[1 << i]!;
    return {
      best,
      structures: partitions.map((partition) => coalitionText(partition, players)),
      coalitions: partitions[0]!.map(membersOf),
      ties,
      apart,
      together: worth[worth.length - 1]!,
    };
  },
});
