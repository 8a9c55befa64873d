import './change-bar.css';

/** How far a figure has moved, as a bar from the middle; the figures beside it say the same to who cannot see it. @param share −1 … 1. */
export const ChangeBar = ({ share }: { share: number }) => (
  <span class="change-bar" aria-hidden="true">
    <span
      class={share < 0 ? 'less' : 'more'}
      style={{ width: `${50 * Math.abs(share)}%`, left: `${share < 0 ? 50 + 50 * share : 50}%` }}
    />
  </span>
);
