import { useApp } from '../app/state.ts';
import { QuizBar } from '../quiz/bar.tsx';
import type { Chart } from '../story/chart.ts';
import { alliancesAt } from '../story/moment.ts';
import type { Story } from '../story/story.ts';
import { dateLabel } from '../story/time.ts';
import { BranchButton } from './branch.tsx';
import { Events } from './events.tsx';
import { About, Look } from './look.tsx';
import { hueClass } from './weave.tsx';

/** The moment: its date, the alliances of the day, and what happens around it. */
export function Now({ story }: { story: Story }) {
  if (story.chart) return <Model story={story} chart={story.chart} />;
  return (
    <section class="now" aria-label="Now">
      <Moment story={story} />
      <QuizBar story={story} />
      <InForce story={story} />
      <Told story={story} />
    </section>
  );
}

/** Of a model: what to look for comes first, and what it has no use for is left out. */
function Model({ story, chart }: { story: Story; chart: Chart }) {
  return (
    // It scrolls where there is much to say, so the keyboard must reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section class="now model" aria-label="Now" tabIndex={0}>
      {story.timeless ? null : <Moment story={story} />}
      <QuizBar story={story} />
      <Look chart={chart} />
      {story.alliances.length > 0 ? <InForce story={story} /> : null}
      <About story={story} />
      {story.news.length > 0 ? <Told story={story} /> : null}
    </section>
  );
}

function Moment({ story }: { story: Story }) {
  const { tick } = useApp();
  return (
    <div class="moment">
      <p class="date" id="date">
        {dateLabel(story.clock, tick.value)}
      </p>
      <div class="moment-side">
        <p class="count">
          tick <b>{tick.value}</b> of {story.ticks - 1}
        </p>
        <BranchButton />
      </div>
    </div>
  );
}

function Told({ story }: { story: Story }) {
  const { everything } = useApp();
  return (
    <>
      <div class="events-head">
        <h2>Events</h2>
        <label class="switch">
          <input
            type="checkbox"
            checked={everything.value}
            onChange={(event) => {
              everything.value = event.currentTarget.checked;
            }}
          />
          everyday ones too
        </label>
      </div>
      <Events story={story} />
    </>
  );
}

/** The key to the pictures: letter, colour and name of every alliance of the day. */
function InForce({ story }: { story: Story }) {
  const { tick } = useApp();
  const present = alliancesAt(story, tick.value);
  return (
    // It scrolls where there are many, so the keyboard must reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <ul class="in-force" aria-label="Alliances in force" tabIndex={0}>
      {present.map(({ alliance, members }) => (
        <li
          key={alliance.id}
          class={`chip ${hueClass(story, story.alliances.indexOf(alliance))}`}
          title={`${alliance.name}: ${members.map((actor) => story.actors[actor]!.name).join(', ')}`}
        >
          <b>{alliance.letter}</b> <span class="chip-name">{alliance.short}</span>{' '}
          <span class="size">{members.length}</span>
        </li>
      ))}
      {present.length === 0 ? <li class="none">No alliances: everyone stands alone.</li> : null}
    </ul>
  );
}
