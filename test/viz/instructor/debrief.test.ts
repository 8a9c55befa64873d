import { expect, it } from 'vitest';
import { DebriefView } from '../../../classroom/protocol/request.ts';
import { debriefMoments } from '../../../viz/instructor/debrief-moments.ts';
import { takenOutOf } from '../../../viz/instructor/taken-out.ts';
import { instructorEnglish } from '../../../viz/instructor/words/en.ts';
import { instructorSpanish } from '../../../viz/instructor/words/es.ts';
import { DEBRIEF } from '../../browsers/staff/states.ts';

it('a debrief goes from round to round and from event to event, and says of each who decided it', () => {
  const moments = debriefMoments(DEBRIEF, instructorEnglish, ({ kind, who }) =>
    kind === 'notice' ? undefined : `${who} ${kind}`,
  );
  expect(moments.map(({ tick, event, text, by }) => [tick, event, text, by])).toEqual([
    [0, null, 'Round 1 begins', ''],
    [14, null, 'Round 2 begins', ''],
    [14, 3, 'AUH joined', 'a player'],
    [27, null, 'Round 3 begins', ''],
    [30, 7, 'GER honoured', 'a player'],
    [30, 8, 'RUS reneged', 'default'],
    [33, 11, 'AUH attacked', ''],
  ]);
});

it('what can be taken out of a round is each kind of decision of all, then of each actor', () => {
  expect(takenOutOf(DEBRIEF, 1)).toEqual([]);
  expect(takenOutOf(DEBRIEF, 3)).toEqual([
    { act: 'honour', actor: null, count: 2 },
    { act: 'renege', actor: null, count: 1 },
    { act: 'leave', actor: null, count: 1 },
    { act: 'honour', actor: 'GER', count: 1 },
    { act: 'renege', actor: 'RUS', count: 1 },
    { act: 'leave', actor: 'RUS', count: 1 },
    { act: 'honour', actor: 'RUS', count: 1 },
  ]);
});

it('every decision that can be taken out has words, and is one that a room takes', () => {
  for (const { pastActs } of [instructorEnglish.debrief, instructorSpanish.debrief])
    for (const act of 'contribute join leave stay bear propose sign honour renege vote'.split(' ')) {
      expect([act, pastActs[act]]).toEqual([act, expect.any(String)]);
      expect(DebriefView.parse({ what: 'branch', from: 0, to: 1, act, actor: null })).toMatchObject({ act });
    }
});
