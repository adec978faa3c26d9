import { copyText } from './copy.ts';

/** Shares a document by what the device offers, where it does; else, or where that is refused, copies title and address. */
export async function share(citation: string): Promise<void> {
  const url = publishedAddress();
  // Old browsers, and those of apps such as WeChat's, have no such function.
  if ('share' in navigator) {
    try {
      return await navigator.share({ title: document.title, text: citation, url });
    } catch (error) {
      // The reader closed the sheet. Any other error: this device can't, or not from here.
      if (error instanceof DOMException && error.name === 'AbortError') return;
    }
  }
  await copyText(`${citation} ${url}`);
}

/** The address under which the page is published, also when it is read from disk; with the clause that is open. */
function publishedAddress(): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.href;
  return canonical.replace(/#.*$/, '') + location.hash;
}
