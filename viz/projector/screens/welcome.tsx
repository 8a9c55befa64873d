import { QrCode } from '../../classroom/qr-code.tsx';
import { Seats } from '../parts/seats.tsx';
import { useWall } from '../use-wall.ts';

/** Before the game: how to join, and who is here. */
export function Welcome() {
  const { scene, state, says } = useWall();
  const { join, players, here } = state;
  return (
    <div class="welcome">
      <section class="join">
        <p class="lead">{says.join.title}</p>
        <h1 class="address">{join.short}</h1>
        <p class="code-name">{says.join.code}</p>
        <p class="code">{scene.code}</p>
        {join.reach === 'loopback' && <p class="trouble">{says.lobby.unreachable}</p>}
        <p class="here">{says.lobby.here(here, players)}</p>
      </section>
      <QrCode text={join.url} label={says.qr(join.url)} />
      <Seats />
    </div>
  );
}
