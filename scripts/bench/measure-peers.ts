import path from 'node:path';
import { buildClean } from './measure-builds.ts';
import { buildPeer, type PeerRun, preparePeer } from './peers/build-peer.ts';
import { PeerRefused } from './peers/inspect-peer.ts';
import { PEERS } from './peers/list.ts';
import type { Peer, PeerText, PeerTools } from './peers/peer.ts';
import { peerTexts } from './peers/peer-texts.ts';
import type { BuildFigures, BuildPlace } from './run-build.ts';
import { compareRuns, type PeerFigures } from './scale-figures.ts';
import { toldBuild } from './tell-cost.ts';

interface Rounds {
  readonly peers: readonly string[];
  readonly rounds: number;
}

/** What a peer gave so far; with a refusal it is not built again. */
interface Contender {
  readonly peer: Peer;
  /** Of its project. */
  readonly dir: string;
  readonly runs: PeerRun[];
  tools?: PeerTools;
  refused?: string;
}

/** Builds this site and the peers in turn, so that other work on the machine falls on all of them. */
export async function buildInTurn(
  place: BuildPlace,
  peerDir: string,
  { peers, rounds }: Rounds,
  progress: (step: string) => void,
): Promise<{ coldRuns: BuildFigures[]; peers: PeerFigures[] }> {
  const contenders = PEERS.filter(({ name }) => peers.includes(name)).map(
    (peer): Contender => ({ peer, dir: path.join(peerDir, peer.name), runs: [] }),
  );
  for (const contender of contenders) {
    await unlessRefused(contender, async () => {
      contender.tools = await preparePeer(contender.peer, contender.dir, progress);
    });
  }
  const texts = contenders.length > 0 ? await peerTexts(place.contentDir) : [];
  const coldRuns: BuildFigures[] = [];
  for (let round = 1; round <= rounds; round++) {
    const which = rounds > 1 ? `（第 ${round} 轮，共 ${rounds} 轮）` : '';
    progress(`从头构建本站${which}`);
    coldRuns.push(await buildClean(place));
    for (const contender of contenders)
      await takeTurn(contender, texts, () => progress(`从头构建 ${contender.peer.title}${which}`));
  }
  return { coldRuns, peers: contenders.map((contender) => figuresOf(contender, coldRuns)) };
}

async function takeTurn(contender: Contender, texts: readonly PeerText[], tell: () => void): Promise<void> {
  const { peer, dir, tools, refused, runs } = contender;
  if (!tools || refused !== undefined) return;
  tell();
  await unlessRefused(contender, async () => {
    runs.push(await toldBuild(buildPeer(peer, tools, texts, dir)));
  });
}

async function unlessRefused(contender: Contender, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof PeerRefused)) throw error;
    contender.refused = error.message;
  }
}

function figuresOf({ peer, runs, refused }: Contender, own: readonly BuildFigures[]): PeerFigures {
  const { name, title } = peer;
  return refused === undefined
    ? { name, title, runs, ratios: compareRuns(own, runs) }
    : { name, title, runs, refused };
}
