import type { Choice } from '../../../sim/schema/intervention.ts';

/** All that the projector says of its own in one language. Of the game it says what the phones say. */
export interface ProjectorWords {
  /** What is wrong with the page, each a heading and what to do. */
  trouble: Record<'noLink' | 'noLinkHint' | 'wrongLink' | 'wrongLinkHint' | 'gone' | 'goneHint' | 'connecting', string>;
  lost: string;
  join: Record<'title' | 'code', string>;
  qr(address: string): string;
  lobby: {
    here(n: number, of: number): string;
    seats: string;
    free: string;
    bot: string;
    players(n: number): string;
    unreachable: string;
  };
  predict: { title: string; hint: string; count(n: number, of: number): string };
  round: {
    title: string;
    can: string;
    decided(n: number, of: number): string;
    acts: Readonly<Partial<Record<Choice['act'], string>>>;
    treaties: string;
    noTreaties: string;
    members(names: string, more: number): string;
    moreTreaties(n: number): string;
    paused: string;
    open: string;
    news: string;
  };
  running: Record<'title' | 'hint', string>;
  crisis: { title: string; hint: string; answered(n: number, of: number): string };
  results: { title: string; nothing: string; more(n: number): string };
  debrief: {
    title: string;
    frame: string;
    secrets: string;
    promisesTitle: string;
    promised(who: string, to: string, what: string): string;
    /** What was promised, by the obligation of a treaty; `other` for one that this page does not know. */
    promises: Readonly<Record<string, string>>;
    kept(years: string): string;
    broken(years: string): string;
    morePromises(n: number): string;
    /** Treaties whose promises were never due. */
    neverDue(names: string, more: number): string;
    predictions: string;
    expected(yes: number, of: number): string;
    came: string;
    cameNot: string;
    /** What a text asks of its parties. */
    terms: {
      of(treaty: string): string;
      carries(who: string, percent: string): string;
      more(count: number): string;
    };
    worlds: {
      title(year: number): string;
      world(n: number): string;
      here: string;
      waiting: string;
      /** Where decisions first differ. */
      parting(round: number, actors: string): string;
      alike: string;
      moreDecided(count: number): string;
      /** When what happened first differs. */
      seen(year: number): string;
    };
  };
}
