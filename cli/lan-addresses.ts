import { networkInterfaces } from 'node:os';

/** Interfaces that phones in the room do not reach: of containers, virtual machines and private networks. */
const NOT_OF_THE_ROOM =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|vethernet|tun|tap|utun|wg|tailscale|zt|ppp|ipsec|cni|flannel|podman|lxc|awdl|llw|bridge)/i;
/** Networks of homes and schools; others, as those of providers, come after them. */
const PRIVATE = /^(192\.168\.|10\.|172\.(1[6-9]|2\d|3[01])\.)/;
/** What a computer gives itself where no network gave it an address. */
const SELF_GIVEN = /^169\.254\./;

type Interfaces = ReturnType<typeof networkInterfaces>;

/** The IPv4 addresses of this computer at which phones may reach it, the likeliest first. */
export function lanAddresses(interfaces: Interfaces = networkInterfaces()): string[] {
  const rankOf = (name: string, address: string): number =>
    (NOT_OF_THE_ROOM.test(name) ? 4 : 0) + (SELF_GIVEN.test(address) ? 2 : 0) + (PRIVATE.test(address) ? 0 : 1);
  return Object.entries(interfaces)
    .flatMap(([name, list = []]) =>
      list
        .filter(({ family, internal }) => family === 'IPv4' && !internal)
        .map(({ address }) => ({ address, rank: rankOf(name, address) })),
    )
    .sort((a, b) => a.rank - b.rank)
    .map(({ address }) => address);
}
