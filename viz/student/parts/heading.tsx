/** The one thing to do now. It takes the focus when what had it is gone. */
export const PageHeading = ({ text, hint }: { text: string; hint?: string | undefined }) => (
  <>
    <h1 tabIndex={-1}>{text}</h1>
    {hint && <p class="hint">{hint}</p>}
  </>
);
