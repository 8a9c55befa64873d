import { useSignal } from '@preact/signals';
import { QrCode } from '../../classroom/qr-code.tsx';
import { baseOf } from '../../classroom/room-address.ts';
import { staffHash } from '../../classroom/staff-link.ts';
import { useControl } from '../use-control.ts';

/** How students and the projector find the room, and how the instructor's phone does. */
export function RoomAddress() {
  const { room, scene, state, says } = useControl();
  const { join, projector, worlds } = state;
  const { room: words } = says;
  return (
    <section class="address" aria-labelledby="address">
      <h2 id="address">{words.title}</h2>
      <p>
        <span class="hint">{words.address}:</span> <b class="short">{join.short}</b>
      </p>
      <div class="join">
        <QrCode text={join.url} label={words.qr(join.url)} />
        <p>
          <span class="hint">{words.code}</span>
          <b class="code">{scene.code}</b>
        </p>
      </div>
      {projector && (
        <a
          class="strong"
          href={`${room.base}projector.html${staffHash(scene.code, projector.token)}`}
          target="_blank"
          rel="noopener"
        >
          {words.projector}
        </a>
      )}
      {join.others.length > 0 && (
        <details>
          <summary>{words.others}</summary>
          <ul>
            {join.others.map((address) => (
              <li key={address}>{address}</li>
            ))}
          </ul>
        </details>
      )}
      <PrivateLink />
      {worlds.length > 0 && (
        <details>
          <summary>{words.worlds}</summary>
          <ul>
            {worlds.map(({ code, stage }, k) => (
              <li key={code}>
                {words.world(k + 1, worlds.length)}: <b>{code}</b> · {says.stage[stage]}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** Covered: this page is often on the wall by mistake. */
function PrivateLink() {
  const { room, state, says } = useControl();
  const { room: words } = says;
  const isCopied = useSignal(false);
  const link = `${baseOf(state.join.url)}teach.html${staffHash(room.code, room.token)}`;
  // Pages on `http://192.168…` have no clipboard.
  const canCopy = 'clipboard' in navigator;
  return (
    <details class="private">
      <summary>{words.phone}</summary>
      <p class="hint">
        {words.phoneHint} {words.private}
      </p>
      <QrCode text={link} label={words.phone} />
      {canCopy && (
        <button
          type="button"
          class="plain"
          onClick={async () => {
            await navigator.clipboard.writeText(link);
            isCopied.value = true;
          }}
        >
          {words.copy}
        </button>
      )}
      <span role="status">{isCopied.value && words.copied}</span>
    </details>
  );
}
