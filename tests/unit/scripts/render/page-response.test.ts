import { describe, expect, it } from 'vitest';
import { PageResponse } from '../../../../scripts/render/page-response.ts';

describe('PageResponse', () => {
  it.each<[string, unknown, string]>([
    ['text', '计划', '计划'],
    ['bytes', new TextEncoder().encode('计划'), '计划'],
    ['nothing', null, ''],
  ])('gives back %s as the platform does', async (_, body, text) => {
    const init = { status: 404, statusText: 'Not Found', headers: { 'Content-Type': 'text/html' } };
    const [own, platform] = [new PageResponse(body, init), new Response(body as BodyInit, init)];
    expect(Buffer.from(await own.bytes()).toString()).toBe(text);
    expect([own.status, own.statusText, own.headers.get('content-type')]).toEqual([
      ...[platform.status, platform.statusText, platform.headers.get('content-type')],
    ]);
    expect(own.body === null).toBe(platform.body === null);
  });

  it('writes data', async () => {
    const bytes = await PageResponse.json({ title: '计划' }).bytes();
    expect(Buffer.from(bytes).toString()).toBe('{"title":"计划"}');
  });

  it('says what it can’t hold', () => {
    expect(() => new PageResponse(new ReadableStream())).toThrow('something else than text or bytes');
  });
});
