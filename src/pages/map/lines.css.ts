import type { APIRoute } from 'astro';
import { hoverRules } from '../../ui/pictures/map-hover.ts';
import { drawMap } from './_drawing.ts';

/** The rules that belong to this library's lines: no page holds styles of its own, see core/content-policy.ts. */
export const GET: APIRoute = async () => {
  const { wide } = await drawMap();
  return new Response(hoverRules(wide), { headers: { 'content-type': 'text/css; charset=utf-8' } });
};
