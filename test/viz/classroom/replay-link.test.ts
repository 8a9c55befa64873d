import { describe, expect, it } from 'vitest';
import { type ReplayLink, replayHash, replayLinkIn } from '../../../viz/classroom/replay-link.ts';

const LINK: ReplayLink = { code: 'KQ7M', tick: 30, event: null, view: undefined };
const KEY = 'aB3_-'.repeat(5);

describe('a link to the replay of a room', () => {
  it('is short where it says only where and when', () => expect(replayHash(LINK)).toBe('#room=KQ7M&t=30'));

  it.each<Partial<ReplayLink>>([
    {},
    { tick: undefined },
    { event: 12, view: { what: 'why' } },
    { view: { what: 'branch', from: 14, to: 27, act: 'renege', actor: null } },
    { view: { what: 'branch', from: 0, to: 4, act: 'contribute', actor: 'GER' } },
    { view: { what: 'odds', seeds: 1_000, decisions: false } },
    { key: KEY, led: 'es' },
  ])('is read as it was written: %j', (more) => {
    const link = { ...LINK, ...more };
    expect(replayLinkIn(replayHash(link))).toEqual(link);
  });

  it('leaves to the projector what the projector itself shows', () =>
    expect(replayHash({ ...LINK, view: { what: 'secrets' } })).toBe('#room=KQ7M&t=30'));

  it('is no other link', () => {
    for (const other of ['', '#', '#s=nato&seed=1', '#~2.abc', '#KQ7M', '#rooms=KQ7M'])
      expect(replayLinkIn(other)).toBeUndefined();
  });

  it('is broken where it names no room, whatever stands there', () => {
    for (const wrong of ['#room=', '#room=KQ', '#room=KQ7M9X', '#room=../..', '#room=%3Cb%3E', '#room=K0QM'])
      expect(replayLinkIn(wrong)).toBe('broken');
  });

  it('says nothing by what a stranger wrote into it', () => {
    const wrong = '#room=kq7m&t=-1&event=x&show=odds&seeds=99999&key=short&led=xx&more=1';
    expect(replayLinkIn(wrong)).toEqual({ ...LINK, tick: undefined });
    expect(replayLinkIn('#room=KQ7M&t=30&show=branch&from=1')).toEqual(LINK);
    expect(replayLinkIn('#room=KQ7M&t=30&show=why&room=ABCD')).toEqual({ ...LINK, view: { what: 'why' } });
  });
});
