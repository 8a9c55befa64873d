import { type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Price } from '../../../classroom/protocol/state.ts';
import { say } from '../announcer.tsx';
import {
  carriedBy,
  loadsOf,
  type OfferDraft,
  offerAsChoice,
  offerOf,
  ownTreaties,
  PROMISES,
  partiesOf,
} from '../offer-draft.ts';
import { isSameChoice } from '../same-choice.ts';
import { useGame } from '../use-room.ts';
import { PriceView, UnitNote } from './price-view.tsx';

const FEWEST_TENTHS = -9;
const MOST_TENTHS = 20;

/** An offer in the making. What it would pay and get is asked of the room at each change. */
export function OfferForm({ draft }: { draft: Signal<OfferDraft | undefined> }) {
  const { room, state, names, says, amounts } = useGame();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const me = state.you.actor!;
  const now = draft.value!;
  const counters = state.offers.find(({ id }) => id === now.counters);
  const parties = partiesOf(now, me, state.treaties);
  const treaty = state.treaties.find(({ alliance }) => alliance === now.alliance);
  const members = new Set(treaty?.members);
  const change = (part: Partial<OfferDraft>): void => {
    draft.value = { ...now, ...part };
  };

  const byRule = usePrice(draft, true);
  const price = usePrice(draft, false, byRule);
  const loads = loadsOf(me, byRule, counters?.text, treaty);
  const close = (): void => {
    draft.value = undefined;
    // The button that opened the form stands where it was.
    requestAnimationFrame(() => document.getElementById('make-offer')?.focus());
  };
  const send = async (): Promise<void> => {
    const text = offerOf(now, me, state.treaties, loads, counters?.text);
    const { ok } = await room.ask({ do: 'offer', round: state.round, text });
    if (!ok) return;
    say(says.said.saved);
    close();
  };

  return (
    <form
      class="offer-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (parties.length > 1) void send();
      }}
    >
      <h3 ref={heading} tabIndex={-1}>
        {counters ? says.offers.counter : says.offers.make}
      </h3>
      {!counters && (
        <label class="field">
          {says.offers.about}
          <select
            value={now.alliance ?? ''}
            onChange={({ currentTarget }) => change({ alliance: currentTarget.value || undefined, tenths: {} })}
          >
            <option value="">{says.offers.newTreaty}</option>
            {ownTreaties(state).map(({ alliance, name }) => (
              <option key={alliance} value={alliance}>
                {says.offers.termsOf(name)}
              </option>
            ))}
          </select>
        </label>
      )}
      <fieldset class="question">
        <legend>{says.offers.with}</legend>
        {room.scene
          .value!.actors.filter(({ actor }) => actor !== me)
          .map(({ actor }) => (
            <label key={actor} class="answer">
              <input
                type="checkbox"
                checked={parties.includes(actor)}
                disabled={members.has(actor)}
                onChange={({ currentTarget }) =>
                  change({
                    others: currentTarget.checked
                      ? [...now.others, actor]
                      : now.others.filter((other) => other !== actor),
                  })
                }
              />
              <span class="answer-text">{names.actor(actor)}</span>
            </label>
          ))}
      </fieldset>
      {now.alliance === undefined && (
        <label class="field">
          {says.offers.promises}
          <select
            value={now.promise}
            onChange={({ currentTarget }) => change({ promise: currentTarget.value as OfferDraft['promise'] })}
          >
            {PROMISES.map((promise) => (
              <option key={promise} value={promise}>
                {says.offers.promise[promise]}
              </option>
            ))}
          </select>
        </label>
      )}
      {parties.some((party) => loads[party] !== undefined) && (
        <fieldset class="loads">
          <legend>{says.offers.load}</legend>
          {parties.map((party) => {
            const load = loads[party];
            if (load === undefined) return null;
            const tenths = now.tenths[party] ?? 0;
            const who = party === me ? says.offers.you : names.actor(party);
            const turn = (by: number) => change({ tenths: { ...now.tenths, [party]: clamp(tenths + by) } });
            return (
              <p key={party} class="load">
                <span>{who}</span>
                <button type="button" class="plain" aria-label={says.offers.less(who)} onClick={() => turn(-1)}>
                  −
                </button>
                <output aria-live="polite">
                  {amounts.write(carriedBy(load, tenths))}{' '}
                  <small>{tenths === 0 ? says.offers.rule : says.price.was(amounts.write(load))}</small>
                </output>
                <button type="button" class="plain" aria-label={says.offers.more(who)} onClick={() => turn(1)}>
                  +
                </button>
              </p>
            );
          })}
        </fieldset>
      )}
      {parties.length > 1 && (
        <>
          <PriceView price={price} />
          <UnitNote prices={[price]} />
        </>
      )}
      <label class="answer">
        <input
          type="checkbox"
          checked={now.isSecret}
          onChange={({ currentTarget }) => change({ isSecret: currentTarget.checked })}
        />
        <span class="answer-text">{says.offers.keepSecret}</span>
      </label>
      <p class="seen">{says.seen[now.isSecret ? 'secret' : 'parties-now']}</p>
      {parties.length < 2 && <p class="note">{says.offers.pickOne}</p>}
      <p class="choices">
        <button type="submit" class="strong" aria-disabled={parties.length < 2}>
          {counters ? says.offers.sendCounter : says.offers.send}
        </button>
        <button type="button" class="plain" onClick={close}>
          {says.offers.close}
        </button>
      </p>
    </form>
  );
}

const clamp = (tenths: number): number => Math.min(MOST_TENTHS, Math.max(FEWEST_TENTHS, tenths));

/** What the draft would pay and get; with `isByRule` as the treaty's own rule shares the load. The last answer counts. */
function usePrice(draft: Signal<OfferDraft | undefined>, isByRule: boolean, byRule?: Price): Price | undefined {
  const { room, state } = useGame();
  const price = useSignal<Price | undefined>(undefined);
  const asked = useRef<ReturnType<typeof offerAsChoice> | undefined>(undefined);
  const rule = useSignal(byRule);
  rule.value = byRule;
  const me = state.you.actor!;
  useSignalEffect(() => {
    const now = draft.value;
    const { offers, treaties, round } = room.state.value!;
    if (!now || partiesOf(now, me, treaties).length < 2) return;
    const terms = offers.find(({ id }) => id === now.counters)?.text;
    const treaty = treaties.find(({ alliance }) => alliance === now.alliance);
    const loads = isByRule ? {} : loadsOf(me, rule.value, terms, treaty);
    const choice = offerAsChoice(offerOf(isByRule ? { ...now, tenths: {} } : now, me, treaties, loads, terms));
    if (isSameChoice(asked.current, choice)) return;
    asked.current = choice;
    void room.ask({ do: 'price', round, choice }).then((answer) => {
      if (answer.ok && asked.current === choice) price.value = answer.price;
    });
  });
  return price.value;
}
