import { HUGO } from './hugo.ts';
import type { Peer } from './peer.ts';
import { PLAIN_ASTRO } from './plain-astro.ts';
import { STARLIGHT, STARLIGHT_SIDEBAR } from './starlight.ts';
import { VITEPRESS } from './vitepress.ts';

/** The programs that `--peer` may name. */
export const PEERS: readonly Peer[] = [STARLIGHT, STARLIGHT_SIDEBAR, PLAIN_ASTRO, HUGO, VITEPRESS];

export const PEER_NAMES: readonly string[] = PEERS.map(({ name }) => name);
