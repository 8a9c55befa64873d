/** How many of all, as a bar and in words. */
export const RoundProgress = ({ text, n, of }: { text: string; n: number; of: number }) => (
  <div class="progress">
    <p>{text}</p>
    <svg viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true">
      <rect class="all" width="100" height="2" />
      <rect class="some" width={of > 0 ? (100 * Math.min(n, of)) / of : 0} height="2" />
    </svg>
  </div>
);
