const HEAD =
  'M7.2 0h1.6v3H12a2 2 0 0 1 2 2v1.5h1.5v5H14V13a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2v-1.5H.5v-5H2V5a2 2 0 0 1 2-2h3.2ZM4.5 6.2v2.6h2V6.2Zm5 0v2.6h2V6.2ZM5 11v1.5h6V11Z';
const drawn = {
  class: 'bot-icon',
  viewBox: '0 0 16 16',
  style: 'width:1em;height:1em;vertical-align:-.12em',
  fill: 'currentColor',
  'fill-rule': 'evenodd',
} as const;

/** Marks an actor that the model plays. It is drawn: many devices have no font with such a sign. @param label where no word beside it says so. */
export const BotIcon = ({ label }: { label?: string }) =>
  label === undefined ? (
    <svg {...drawn} aria-hidden="true">
      <path d={HEAD} />
    </svg>
  ) : (
    <svg {...drawn} role="img" aria-label={label}>
      <path d={HEAD} />
    </svg>
  );
