import { useSignal } from '@preact/signals';
import { CARD_EFFECTS, type CardEffect, freeCard } from '../free-card.ts';
import { useControl } from '../use-control.ts';
import { ActorBoxes } from './readers.tsx';

/** A card of the instructor's own. */
export function FreeCardForm() {
  const { room, scene, says } = useControl();
  const { cards } = says;
  const text = useSignal('');
  const effect = useSignal<CardEffect>('tension');
  const strength = useSignal<'slight' | 'strong'>('slight');
  const among = useSignal<string[]>([]);
  const readers = useSignal<string[] | null>(null);
  const isWhole = text.value.trim() !== '' && among.value.length > 1 && readers.value?.length !== 0;
  return (
    <form
      class="free-card"
      onSubmit={async (event) => {
        event.preventDefault();
        if (!isWhole) return;
        const card = freeCard(text.value.trim(), effect.value, strength.value, among.value, readers.value);
        const { ok } = await room.ask(card);
        if (ok) text.value = '';
      }}
    >
      <label class="field">
        {cards.text}
        <textarea
          rows={2}
          maxLength={500}
          value={text.value}
          onInput={({ currentTarget }) => {
            text.value = currentTarget.value;
          }}
        />
      </label>
      <label class="field">
        {cards.effect}
        <select
          value={effect.value}
          onChange={({ currentTarget }) => {
            effect.value = currentTarget.value as CardEffect;
          }}
        >
          {CARD_EFFECTS.map((one) => (
            <option key={one} value={one}>
              {cards.effects[one]}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        {cards.strength}
        <select
          value={strength.value}
          onChange={({ currentTarget }) => {
            strength.value = currentTarget.value as 'slight' | 'strong';
          }}
        >
          <option value="slight">{cards.slight}</option>
          <option value="strong">{cards.strong}</option>
        </select>
      </label>
      <ActorBoxes title={cards.among} of="among" chosen={among.value} onChoose={(next) => (among.value = next)} />
      {among.value.length < 2 && <p class="hint">{cards.pickTwo}</p>}
      <label class="field">
        {cards.to}
        <select
          value={readers.value === null ? 'all' : 'some'}
          onChange={({ currentTarget: { value } }) => {
            readers.value = value === 'all' ? null : [scene.seats[0]!];
          }}
        >
          <option value="all">{cards.everybody}</option>
          <option value="some">{cards.some}</option>
        </select>
      </label>
      {readers.value !== null && (
        <ActorBoxes title={cards.to} of="readers" chosen={readers.value} onChoose={(next) => (readers.value = next)} />
      )}
      <button type="submit" class="plain" aria-disabled={!isWhole}>
        {cards.play}
      </button>
    </form>
  );
}
